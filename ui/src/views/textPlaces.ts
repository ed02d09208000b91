/**
 * Where the person was in each text that was left: a rotation that is cancelled brings the text back.
 * Only numbers are remembered, and nothing of the text.
 */

export interface TextPlace {
  readonly caret: number;
  readonly top: number;
  readonly left: number;
  /** Of the text: in one of another length it is another place. */
  readonly length: number;
}

const places = new Map<string, TextPlace>();

export function rememberPlace(key: string, place: TextPlace): void {
  places.set(key, place);
}

/** The place in a text of this length; null when it was not left, or is another one. */
export function rememberedPlace(key: string, length: number): TextPlace | null {
  const place = places.get(key);
  return place?.length === length ? place : null;
}
