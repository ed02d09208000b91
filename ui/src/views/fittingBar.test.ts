import { afterEach, expect, test, vi } from "vitest";
import { eventually } from "../testing/renderedPage";
import "./fittingBar";

afterEach(() => document.body.replaceChildren());

/** A bar whose words need `widths[step]` after each of its steps, in a place of 100 pixels. */
function bar(...widths: number[]): HTMLElement {
  const element = document.createElement("fitting-bar");
  element.dataset.steps = String(widths.length - 1);
  const steps = () => (element.dataset.compact ?? "").split(" ").filter(Boolean).length;
  vi.spyOn(element, "clientWidth", "get").mockReturnValue(100);
  vi.spyOn(element, "scrollWidth", "get").mockImplementation(() =>
    Math.max(100, widths[steps()] ?? 0),
  );
  document.body.append(element);
  element.append("Word");
  return element;
}

test.each([
  ["with room for all words does without none", [90, 60, 30], ""],
  ["takes the first step that is enough", [130, 90, 30], "1"],
  ["takes one after the other", [130, 120, 100], "1 2"],
  ["takes no more than there are", [130, 120, 110], "1 2"],
])("a bar %s", async (_, widths, compact) => {
  const element = bar(...widths);
  await eventually(() => expect(element.dataset.compact).toBe(compact));
});

test("a bar is measured as soon as it is in the page", () => {
  const element = bar(130, 90);
  expect(element.dataset.compact).toBe("1");
});

test("words come back as soon as there is room", async () => {
  const widths = [130, 90];
  const element = bar(...widths);
  await eventually(() => expect(element.dataset.compact).toBe("1"));
  vi.spyOn(element, "scrollWidth", "get").mockReturnValue(100);
  element.textContent = "W";
  await eventually(() => expect(element.dataset.compact).toBe(""));
});
