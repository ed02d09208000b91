/** Finding in the text that is shown: what is found, the steps from match to match, and replacing. */
import type { Actions } from "../actions";
import { findMatches, type Match, matchAfter, replaceMatch } from "../find";
import type { Item, Session } from "../session";
import type { FindSteps } from "./findBar";
import type { TextEditor } from "./textEditor";

/** Always the same list, so that the editor does not draw its marks again. */
const NO_MATCHES: readonly Match[] = [];

export interface TextFinderHost {
  readonly actions: Actions;
  readonly session: Session;
  readonly item: Item;
  /** The text with its edits; empty while there is none. */
  readonly currentText: string;
  readonly editor: TextEditor | null;
}

export class TextFinder implements FindSteps {
  private readonly host: TextFinderHost;
  /** What was found last, and in what. */
  private last: { text: string; key: string; matches: readonly Match[] } = {
    text: "",
    key: "",
    matches: NO_MATCHES,
  };
  /** Where the search goes on once the text is drawn. */
  private placeAfterReplacing: number | null = null;
  /** Whether something else was looked for, and is not yet in sight. */
  private scrollsToMatch = false;

  constructor(host: TextFinderHost) {
    this.host = host;
  }

  /** What is found; searched again only when text or search are others. */
  get matches(): readonly Match[] {
    const { currentText: text, session } = this.host;
    const { find } = session;
    if (!find || find.query === "") return NO_MATCHES;
    const key = `${find.matchCase} ${find.query}`;
    if (this.last.text !== text || this.last.key !== key) {
      this.last = { text, key, matches: findMatches(text, find) };
    }
    return this.last.matches;
  }

  /** Looks for something else. Once it is found, the match that the next step leads to is in sight. */
  readonly look = (query: string): void => {
    this.scrollsToMatch = true;
    this.host.actions.changeFind({ query, at: -1 });
  };

  /** Shows the next match in this direction, in the next picture if there is none. */
  readonly go = (by: 1 | -1): void => {
    const { actions, editor, session } = this.host;
    const { find } = session;
    if (!find || !editor) {
      actions.openFind(false);
      return;
    }
    const { matches } = this;
    const caret = by > 0 ? editor.caret : editor.selectionStart;
    let at = matchAfter(matches, find.at < 0 && by > 0 ? editor.selectionStart : caret, by);
    if (at < 0 && find.everywhere) {
      actions.findInNextPicture(by);
      return;
    }
    if (at < 0) at = by > 0 ? 0 : matches.length - 1;
    this.show(at);
  };

  /** Replaces the match that is shown, and shows the next one once the text is drawn. */
  readonly replace = (): void => {
    const { actions, session, item, currentText } = this.host;
    const { find, start } = session;
    const match = find && this.matches[find.at];
    if (!find || !match) {
      this.go(1);
      return;
    }
    const replaced = replaceMatch(currentText, match, find.replacement);
    actions.edit(item.job.id, start.settings.lines, replaced);
    this.placeAfterReplacing = match.start + find.replacement.length;
  };

  readonly close = (): void => {
    this.host.actions.closeFind();
    this.host.editor?.focusText();
  };

  /** To be called when the text is drawn: what was looked for is in sight, and the caret stays where it is. */
  scrollToMatch(): void {
    if (!this.scrollsToMatch) return;
    this.scrollsToMatch = false;
    const { editor } = this.host;
    const at = matchAfter(this.matches, editor?.selectionStart ?? 0, 1);
    const match = this.matches[Math.max(at, 0)];
    if (match) editor?.scrollToOffset(match.start);
  }

  /** To be called when the text is drawn: the search goes on after what was replaced. */
  async goOnAfterReplacing(): Promise<void> {
    const place = this.placeAfterReplacing;
    if (place === null) return;
    this.placeAfterReplacing = null;
    const { editor } = this.host;
    await editor?.updateComplete;
    editor?.select({ start: place, end: place });
    this.go(1);
  }

  private show(at: number): void {
    const match = this.matches[at];
    if (!match) return;
    this.host.actions.changeFind({ at });
    this.host.editor?.select(match);
    this.host.actions.showWordAt(match.start);
  }
}
