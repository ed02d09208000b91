/** What a person can do with the text: edit, find and replace, copy and save. */

import type { Area } from "./bindings/Area";
import type { Copied } from "./bindings/Copied";
import type { CopyFormat } from "./bindings/CopyFormat";
import type { HistoryStep } from "./bindings/HistoryStep";
import type { LineMode } from "./bindings/LineMode";
import type { SaveFormat } from "./bindings/SaveFormat";
import type { Settings } from "./bindings/Settings";
import type { TextSpan } from "./bindings/TextSpan";
import type { TextView } from "./bindings/TextView";
import type { WordPlace } from "./bindings/WordPlace";
import type { EditQueue } from "./editQueue";
import type { ViewEvent } from "./events";
import { type Find, findMatches, NO_FIND, replaceAll } from "./find";
import { createFindTotal } from "./findTotal";
import type { Shell } from "./ipc";
import { WORDS } from "./messages";
import { type Outcome, savedOutcome } from "./outcome";
import { findItem, hasContent, type Item, type Session, selectedItem } from "./session";
import { createSharedEdits } from "./sharedEdits";

/** The pictures that an area is left out of. */
export interface Ignored {
  readonly items: readonly Item[];
  /** Whether also of those of the same size that come later. */
  readonly later: boolean;
}

/** What these actions have from the others. */
interface Context {
  readonly shell: Shell;
  readonly edits: EditQueue;
  readonly dispatch: (event: ViewEvent) => void;
  readonly report: (outcome: Outcome | null) => void;
  readonly attempt: <T>(command: Promise<T>) => Promise<T | undefined>;
  readonly setSettings: (change: Partial<Settings>) => Promise<boolean>;
  readonly getSession: () => Session | null;
}

export function createTextActions(context: Context) {
  const { shell, edits, dispatch, report, attempt, setSettings, getSession } = context;

  /** The pictures that were read and have text or codes. */
  function readItems(): Item[] {
    return (getSession()?.items ?? []).filter(({ job }) => hasContent(job));
  }

  /** The shown picture if it was read, and the line mode. */
  function shown(): { item: Item; mode: LineMode } | undefined {
    const session = getSession();
    const item = session ? selectedItem(session) : undefined;
    if (!session || item?.job.state.kind !== "read") return undefined;
    return { item, mode: session.start.settings.lines };
  }

  /** Shows a text in place of another, unless the person types on meanwhile: then that counts. */
  function replacing(
    id: number,
    mode: LineMode,
    recorded = edits.recorded,
  ): (view: TextView | undefined) => void {
    return (view) => {
      if (view && edits.recorded === recorded) dispatch({ kind: "textReplaced", id, mode, view });
    };
  }

  /** Goes back or forth in the edits of the picture that is shown. */
  async function step(to: HistoryStep): Promise<void> {
    const { item, mode } = shown() ?? {};
    if (!item || !mode) return;
    const { recorded } = edits;
    await edits.after(async () => {
      const ids = shared.picturesOf(item.job.id, to);
      for (const id of ids) {
        replacing(id, mode, recorded)(await attempt(shell.step(id, mode, to)));
      }
      shared.stepped(ids, to);
      if (ids.length > 1) report({ kind: "picturesChanged", pictures: ids.length });
    });
    countInAll();
  }

  const shared = createSharedEdits((id) => {
    const session = getSession();
    return session ? findItem(session, id)?.edition : undefined;
  });

  const countInAll = createFindTotal({
    getSession,
    ids: () => readItems().map(({ job }) => job.id),
    load: async (id) => {
      await edits.flush();
      return shell.text(id, getSession()?.start.settings.lines ?? "keep");
    },
    change: (find) => dispatch({ kind: "findChanged", find }),
  });

  async function copyAs(ids: number[], format: CopyFormat): Promise<boolean> {
    await edits.flush();
    return reportCopied(await attempt(shell.copyAs(ids, format)));
  }

  /** Replaces what is found in one picture; how often. */
  async function replaceIn(id: number, find: Find): Promise<number> {
    const mode = getSession()?.start.settings.lines;
    if (!mode) return 0;
    const replace = replacing(id, mode);
    const before = (await shell.text(id, mode)).text;
    const { text, count } = replaceAll(before, find);
    if (count > 0) {
      replace(await shell.edit(id, mode, text, false));
    }
    return count;
  }

  /** Whether the person was told what a private copy is. */
  let hasExplainedPrivate = false;

  async function copy(text: string): Promise<boolean> {
    return reportCopied(await attempt(shell.copy(text)));
  }

  function reportCopied(copied: Copied | undefined): boolean {
    if (!copied) return false;
    report({ kind: "copied", ...copied, explainPrivate: copied.private && !hasExplainedPrivate });
    hasExplainedPrivate ||= copied.private;
    return true;
  }

  /** Shows the next picture, in this direction, in which something is found. */
  async function findInNextPicture(by: 1 | -1): Promise<void> {
    const session = getSession();
    if (!session?.find) return;
    await edits.flush();
    const items = readItems();
    const at = items.findIndex(({ job }) => job.id === session.selectedId);
    const others = items.map((_, step) => items.at((at + by * (step + 1)) % items.length));
    for (const item of others) {
      const id = item?.job.id ?? 0;
      const view = await attempt(shell.text(id, session.start.settings.lines));
      if (!view) return;
      const { length } = findMatches(view.text, session.find);
      if (length === 0) continue;
      dispatch({ kind: "pictureSelected", id });
      const find = { ...session.find, at: by > 0 ? 0 : length - 1 };
      dispatch({ kind: "findChanged", find });
      return;
    }
  }

  return {
    copy,
    setLines: async (lines: LineMode) => {
      await edits.flush();
      if (await setSettings({ lines })) report({ kind: "lineModeChanged", mode: lines });
    },
    /** The person edited the text; with `joins` it is a part of their last edit. */
    edit: (id: number, mode: LineMode, text: string, joins = false) => {
      dispatch({ kind: "textEdited", id, mode, text });
      edits.record({ id, mode, text, joins });
      countInAll();
    },
    /**
     * Leaves an area of the page out of the text: of this picture, or of all of its size and of those that
     * come later.
     */
    ignoreArea: async (page: number, area: Area, { items, later }: Ignored) => {
      const mode = getSession()?.start.settings.lines;
      if (!mode) return;
      const [first] = items;
      if (later && first) {
        const begun = shell.ignoreAreaFromNowOn(first.job.id, page, area);
        if (!(await attempt(begun.then(() => true)))) return;
      }
      const changed: number[] = [];
      for (const { job } of items) {
        const replace = replacing(job.id, mode);
        const done = await attempt(
          edits
            .after(async () => {
              const before = await shell.text(job.id, mode);
              const view = await shell.ignoreArea(job.id, mode, page, area);
              if (view.text === before.text) return;
              replace(view);
              changed.push(job.id);
            })
            .then(() => true),
        );
        if (!done) break;
      }
      shared.remember(changed);
      report({ kind: "areaIgnored", pictures: changed.length });
      countInAll();
    },
    /** Leaves nothing out of the pictures that are read from now on. */
    stopIgnoringAreas: () => attempt(shell.stopIgnoringAreas()),
    undo: () => step("undo"),
    redo: () => step("redo"),
    /** Takes back all edits of the text that is shown. */
    restoreText: () => step("restore"),

    /** Marks the word at a place of the text in the picture. */
    showWordAt: async (place: number) => {
      const id = shown()?.item.job.id;
      if (id === undefined) return;
      await edits.flush();
      const span = await attempt(shell.wordAt(id, place));
      if (!span) return;
      const { page, line, word } = span;
      dispatch({ kind: "wordHighlighted", word: { page, line, word, keepsSize: true } });
    },
    /** Where a word of the picture is in the text. */
    spanOf: async (word: WordPlace): Promise<TextSpan | null> => {
      const id = shown()?.item.job.id;
      if (id === undefined) return null;
      await edits.flush();
      return (await attempt(shell.spanOf(id, word))) ?? null;
    },

    openFind: (replaces: boolean) => {
      const session = getSession();
      if (!session || !shown()) return;
      const find = session.find ?? NO_FIND;
      dispatch({ kind: "findChanged", find: { ...find, replaces: replaces || find.replaces } });
    },
    changeFind: (change: Partial<Find>) => {
      const find = getSession()?.find;
      if (!find) return;
      const isOther = "query" in change || "matchCase" in change || "everywhere" in change;
      const total = isOther ? null : find.total;
      dispatch({ kind: "findChanged", find: { ...find, ...change, total } });
      if (isOther) countInAll();
    },
    closeFind: () => dispatch({ kind: "findChanged", find: null }),
    replaceAll: async () => {
      const find = getSession()?.find;
      const selected = shown()?.item;
      if (!find || !selected) return;
      await edits.flush();
      const items = find.everywhere ? readItems() : [selected];
      let count = 0;
      const changed: number[] = [];
      for (const { job } of items) {
        const replaced = await attempt(edits.after(() => replaceIn(job.id, find)));
        if (replaced === undefined) break;
        count += replaced;
        if (replaced > 0) changed.push(job.id);
      }
      shared.remember(changed);
      report({ kind: "replaced", count, pictures: changed.length });
      countInAll();
    },
    findInNextPicture,

    copyText: async () => {
      const item = shown()?.item;
      if (item) await copyAs([item.job.id], "text");
    },
    copyFormat: async (format: CopyFormat) => {
      const item = shown()?.item;
      if (item) await copyAs([item.job.id], format);
    },
    copyAll: () =>
      copyAs(
        readItems().map(({ job }) => job.id),
        "text",
      ),
    save: async (format: SaveFormat) => {
      const { item, mode } = shown() ?? {};
      if (!item || !mode) return;
      await edits.flush();
      const text = item.texts[mode];
      const isDeleted = text?.current.trim() === "" && text.codes.length === 0;
      if (!hasContent(item.job) || isDeleted) return report({ kind: "nothingToSave" });
      report(
        savedOutcome(
          (await attempt(shell.save(item.job.id, format, WORDS.SAVE_FORMATS[format]))) ?? null,
        ),
      );
    },
    saveAll: async () => {
      await edits.flush();
      if (readItems().length === 0) return report({ kind: "nothingToSave" });
      report(savedOutcome((await attempt(shell.saveAll())) ?? null));
    },
    saveAllAsPdf: async () => {
      await edits.flush();
      if (readItems().length === 0) return report({ kind: "nothingToSave" });
      report(savedOutcome((await attempt(shell.saveAllAsPdf(WORDS.SAVE_FORMATS.pdf))) ?? null));
    },
  };
}
