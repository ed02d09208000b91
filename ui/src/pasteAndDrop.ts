/**
 * The doors that open in the page: paste, and drops that the system does not hand to the shell. On
 * Linux neither brings a picture, so the clipboard is then read by the shell.
 */
import type { Actions } from "./actions";

/** What a paste or a drop means. */
export type Offer =
  | { readonly kind: "files"; readonly files: readonly File[] }
  | { readonly kind: "text" }
  | { readonly kind: "link" }
  | { readonly kind: "unknown" };

/** What is in a paste or a drop: pictures go before text, for a browser offers both. */
export function offerOf(data: DataTransfer | null): Offer {
  const files = Array.from(data?.files ?? []);
  if (files.length > 0) return { kind: "files", files };
  if (data?.types.includes("text/uri-list")) return { kind: "link" };
  if (data?.getData("text/plain")) return { kind: "text" };
  if (data?.types.includes("text/html")) return { kind: "link" };
  return { kind: "unknown" };
}

/** Listens at the document; `isOpen` says whether there is consent. */
export function watchIntake(target: Document, actions: Actions, isOpen: () => boolean): void {
  target.addEventListener("paste", (event) => {
    if (!isOpen()) return;
    const offer = offerOf(event.clipboardData);
    // Text that is pasted into a text stays text.
    if (isEditable(event.target) && offer.kind === "text") return;
    event.preventDefault();
    if (offer.kind === "files") actions.addFiles(offer.files);
    else actions.paste();
  });

  target.addEventListener("dragover", (event) => {
    if (!isEditable(event.target) || hasFiles(event)) event.preventDefault();
  });

  target.addEventListener("drop", (event) => {
    const offer = offerOf(event.dataTransfer);
    if (isEditable(event.target) && offer.kind === "text") return;
    // Else the window would leave the program and show what was dropped.
    event.preventDefault();
    if (!isOpen()) return;
    if (offer.kind === "files") actions.addFiles(offer.files);
    if (offer.kind === "link") actions.report({ kind: "nothingAdded", reason: "link" });
  });
}

export function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && ["number", "text"].includes(target.type);
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
