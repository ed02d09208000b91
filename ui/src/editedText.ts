/**
 * The text of one picture as it is shown, for each line mode that was loaded. Edits belong to the
 * picture, in the shell: what is here in other line modes is dropped with every edit, and loaded
 * again with the edit in it.
 */
import type { CodeView } from "./bindings/CodeView";
import type { EntitySpan } from "./bindings/EntitySpan";
import type { LineMode } from "./bindings/LineMode";
import type { TextSpan } from "./bindings/TextSpan";
import type { TextView } from "./bindings/TextView";
import { entitiesAfterEdit } from "./entities";
import { offsetsAfterEdit, spansAfterEdit, wholeWordSpans } from "./textSpans";

export interface EditedText {
  readonly current: string;
  /** The low-confidence words. */
  readonly spans: readonly TextSpan[];
  /** Links, addresses and numbers. */
  readonly entities: readonly EntitySpan[];
  /** Where each page begins. */
  readonly pageStarts: readonly number[];
  /** QR codes and barcodes, which are not in the text. */
  readonly codes: readonly CodeView[];
}

export type EditedTexts = { readonly [mode in LineMode]?: EditedText };

/** With the text that the shell has sent. */
export function withView(texts: EditedTexts, mode: LineMode, view: TextView): EditedTexts {
  // A text that is loaded twice must not undo what was typed in between.
  return texts[mode] ? texts : { ...texts, [mode]: fromView(view) };
}

/** With what the person typed, of which the shell does not know yet. */
export function withEdit(texts: EditedTexts, mode: LineMode, current: string): EditedTexts {
  const text = texts[mode];
  if (!text) return texts;
  const spans = spansAfterEdit(text.spans, text.current, current);
  const pageStarts = offsetsAfterEdit(text.pageStarts, text.current, current);
  const entities = entitiesAfterEdit(text.entities, text.current, current);
  return { [mode]: { ...text, current, spans, entities, pageStarts } };
}

/** With the answer of the shell to an edit; the person may have typed on meanwhile. */
export function withAnswer(texts: EditedTexts, mode: LineMode, view: TextView): EditedTexts {
  return texts[mode]?.current === view.text ? { [mode]: fromView(view) } : texts;
}

function fromView({ text, lowConfidence, entities, pages, codes }: TextView): EditedText {
  const spans = wholeWordSpans(text, lowConfidence);
  return { current: text, spans, entities, pageStarts: pages, codes };
}
