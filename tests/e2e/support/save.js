// Saving: the format is chosen first, then the file in the dialog of the system.

import { waitFor } from "./wait.js";

/** The places of formats in the menu. */
export const FORMAT = { text: 0, pdf: 1, word: 2 };

/** Chooses a format and types the path of the file. */
export async function saveAs(app, user, file, format = FORMAT.text) {
  await user.press("ctrl+s");
  await waitFor("the formats are shown", () => app.isVisible(".context-menu"));
  for (let step = 0; step < format; step += 1) await user.press("Down");
  await user.press("Return");
  const dialog = await user.waitForWindow("Save");
  await user.focus(dialog);
  await user.press("ctrl+a");
  await user.type(file);
  await user.press("Return");
}
