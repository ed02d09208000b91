// @vitest-environment node
/** The colours of both themes, by the contrast of WCAG 2.2. */
import { describe, expect, test } from "vitest";

const STYLES: Record<string, string> = import.meta.glob("./styles/{tokens,controls}.css", {
  query: "?raw",
  import: "default",
  eager: true,
});
const TOKENS = STYLES["./styles/tokens.css"] ?? "";
const CONTROLS = STYLES["./styles/controls.css"] ?? "";

const SURFACES = ["background", "surface", "raised", "sunken"] as const;
const THEMES = ["light", "dark"] as const;

describe.each(THEMES)("in the %s theme", (theme) => {
  test.each(SURFACES)("text can be read on --%s (1.4.3)", (surface) => {
    for (const text of ["text", "text-muted", "accent", "danger"]) {
      expect(contrast(colour(text, theme), colour(surface, theme)), text).toBeGreaterThan(4.5);
    }
  });

  test.each(SURFACES)("borders of controls are seen on --%s (1.4.11)", (surface) => {
    const border = colour("border-strong", theme);
    expect(contrast(border, colour(surface, theme))).toBeGreaterThan(3);
  });

  test("a tick is seen (1.4.11)", () => {
    expect(contrast(colour("on-accent", theme), colour("accent", theme))).toBeGreaterThan(3);
  });
});

test.each([
  ['input[type="checkbox"]', "border: 1px solid var(--border-strong)"],
  ['input[type="checkbox"]', "appearance: none"],
  ['input[type="text"]', "border: 1px solid var(--border-strong)"],
  [".segments input:checked + span", "box-shadow: inset 0 0 0 1px var(--border-strong)"],
])("%s has a border that is seen", (selector, declaration) => {
  expect(rule(selector)).toContain(declaration);
});

test("the contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

/** The colour that tokens.css gives a name. */
function colour(name: string, theme: (typeof THEMES)[number]): string {
  const [, light, dark] =
    TOKENS.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, "u")) ?? [];
  const found = theme === "light" ? light : dark;
  if (!found) throw new Error(`no colour --${name}`);
  return found;
}

/** The declarations of the first rule that has this among its selectors. */
function rule(selector: string): string {
  const rules = CONTROLS.matchAll(/([^{}]+)\{([^{}]*)\}/gu);
  const found = [...rules].find(([, selectors = ""]) =>
    selectors.split(",").some((each) => each.replace(/\/\*.*\*\//u, "").trim() === selector),
  );
  return found?.[2] ?? "";
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, by https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
