/** Reads source files: their imports, the words that people read, and where these are looked up. */
import { type ESTree, parseAst } from "vite";

/** The files that a file imports, types included; paths as in `import.meta.glob`. */
export function importsOf(path: string, code: string): string[] {
  const specifiers = [...code.matchAll(/^(?:import|export|\} from)\b[^;]*?"(\.[^"]+)";$/gmu)];
  return specifiers.map(([, specifier]) => {
    const url = new URL(`${specifier}.ts`, new URL(path, "file:///src/"));
    return `.${url.pathname.slice("/src".length)}`;
  });
}

/** Every circle of a graph once, from where it is first met. */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node);
    if (start >= 0) found.push([...trail.slice(start), node].join(" > "));
    if (start >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}

/** Every piece of a source that somebody would read in the window. */
export function wordsOf(code: string): string[] {
  return wordsIn(parseAst(code, { lang: "ts" }).body);
}

/** Whether a source uses a name as soon as it is loaded, and not only in functions. */
export function isUsedAtLoad(code: string, name: string): boolean {
  const isUsed = (node: unknown): boolean => {
    if (Array.isArray(node)) return node.some(isUsed);
    if (typeof node !== "object" || node === null || !("type" in node)) return false;
    switch (node.type) {
      case "ImportDeclaration":
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return false;
      case "Identifier":
        return "name" in node && node.name === name;
      default:
        return Object.values(node).some(isUsed);
    }
  };
  return isUsed(parseAst(code, { lang: "ts" }).body);
}

/** Stands for a value that is put into a template. */
const VALUE = "…";

function wordsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (typeof node !== "object" || node === null || !("type" in node)) return [];
  switch (node.type) {
    case "TaggedTemplateExpression": {
      const { quasi } = node as ESTree.TaggedTemplateExpression;
      return [...wordsOfMarkup(textOf(quasi)), ...wordsIn(quasi.expressions)];
    }
    case "TemplateLiteral": {
      const template = node as ESTree.TemplateLiteral;
      return [...sentences(textOf(template)), ...wordsIn(template.expressions)];
    }
    case "Literal":
      return "value" in node && typeof node.value === "string" ? sentences(node.value) : [];
    default:
      return Object.values(node).flatMap(wordsIn);
  }
}

function textOf({ quasis }: ESTree.TemplateLiteral): string {
  return quasis.map(({ value }) => value.raw).join(VALUE);
}

/** The text, if it has several words and begins with a capital or ends in a stop. */
function sentences(text: string): string[] {
  const hasWords = /\p{L}{2,} +[\p{L}…]/u.test(text);
  return hasWords && /^\p{Lu}|[.!?]$/u.test(text.trim()) ? [text] : [];
}

/** Letters between tags, and in attributes that are shown or spoken. */
function wordsOfMarkup(markup: string): string[] {
  const attributes = markup.matchAll(/\b(?:title|alt|placeholder|aria-label)="([^"]*)"/gu);
  const spoken = Array.from(attributes, ([, value]) => value ?? "");
  const parts = [...spoken, ...markup.split(/<[^>]*>/u)].map((part) => part.trim());
  return parts.filter((part) => /\p{L}/u.test(part));
}
