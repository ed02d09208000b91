/**
 * Paste, and drops that the system does not hand to the shell. On Linux neither brings a picture
 * to the page, so the shell then reads the clipboard.
 */
import type { Actions } from "./actions";

/** What a paste or a drop brings. */
export type TransferContent =
  | { readonly kind: "files"; readonly files: readonly File[] }
  | { readonly kind: "text" }
  | { readonly kind: "link" }
  | { readonly kind: "unknown" };

/** Files come before text, because a browser offers both for one picture. */
export function classifyTransfer(data: DataTransfer | null): TransferContent {
  const files = Array.from(data?.files ?? []);
  if (files.length > 0) return { kind: "files", files };
  if (data?.types.includes("text/uri-list")) return { kind: "link" };
  if (data?.getData("text/plain")) return { kind: "text" };
  if (data?.types.includes("text/html")) return { kind: "link" };
  return { kind: "unknown" };
}

/** Listens on the document; `hasConsent` says whether pictures may be added. */
export function watchPasteAndDrop(
  target: Document,
  actions: Actions,
  hasConsent: () => boolean,
): void {
  // On X11 the middle button pastes what was selected last. On the picture it moves the picture.
  let isMiddleDown = false;
  target.addEventListener("mousedown", ({ button }) => (isMiddleDown = button === 1), true);
  target.addEventListener("mouseup", () => setTimeout(() => (isMiddleDown = false)), true);

  target.addEventListener("paste", (event) => {
    const content = classifyTransfer(event.clipboardData);
    // Text that is pasted into a text stays text.
    if (isEditable(event.target) && content.kind === "text") return;
    event.preventDefault();
    if (isMiddleDown) return;
    if (!hasConsent()) return actions.report({ kind: "failed", error: { kind: "notConsented" } });
    if (content.kind === "files") actions.addFiles(content.files);
    else actions.paste();
  });

  target.addEventListener("dragover", (event) => {
    if (!isEditable(event.target) || hasFiles(event)) event.preventDefault();
  });

  target.addEventListener("drop", (event) => {
    const content = classifyTransfer(event.dataTransfer);
    if (isEditable(event.target) && content.kind === "text") return;
    // Otherwise the window would leave the program and show what was dropped.
    event.preventDefault();
    if (!hasConsent()) return actions.report({ kind: "failed", error: { kind: "notConsented" } });
    if (content.kind === "files") actions.addFiles(content.files);
    if (content.kind === "link") actions.report({ kind: "nothingAdded", reason: "link" });
  });
}

export function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && ["number", "password", "text"].includes(target.type);
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
