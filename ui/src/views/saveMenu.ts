/**
 * In which format a text is saved, chosen before the dialog of the system: not every dialog says which
 * of several types was chosen in it.
 */
import type { Actions } from "../actions";
import type { SaveFormat } from "../bindings/SaveFormat";
import { WORDS } from "../messages";
import { openMenu } from "./contextMenu";
import { showPaneOf } from "./paneSwitch";

/** With the usual ending of their files. */
const FORMATS: readonly (readonly (readonly [SaveFormat, string])[])[] = [
  [
    ["text", "txt"],
    ["pdf", "pdf"],
    ["docx", "docx"],
    ["odt", "odt"],
    ["xlsx", "xlsx"],
    ["csv", "csv"],
  ],
  [
    ["markdown", "md"],
    ["html", "html"],
    ["epub", "epub"],
  ],
  [
    ["json", "json"],
    ["hocr", "hocr"],
    ["alto", "xml"],
    ["pageXml", "xml"],
    ["tsv", "tsv"],
  ],
];

/** Opens the menu at its button. */
export function openSaveMenu(actions: Actions): void {
  const opener = document.querySelector<HTMLButtonElement>("#save");
  // Without a text the action says so.
  if (!opener || opener.disabled) {
    actions.save("text");
    return;
  }
  showPaneOf(opener);
  const { left, bottom } = opener.getBoundingClientRect();
  const groups = FORMATS.map((formats) =>
    formats.map(([format, ending]) => ({
      name: WORDS.SAVE_FORMATS[format],
      keys: `.${ending}`,
      run: () => actions.save(format),
    })),
  );
  openMenu({ name: WORDS.TEXT.save, hasHeading: true, groups }, left, bottom + 4, opener);
}
