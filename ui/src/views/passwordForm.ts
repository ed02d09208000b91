/** Asks for the password of a PDF. It is sent to the shell and stays nowhere on the page. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import { WORDS } from "../messages";

export function passwordForm(id: number, actions: Actions): TemplateResult {
  const unlock = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector("input");
    if (!field?.value) return;
    void actions.unlock(id, field.value);
    field.value = "";
  };
  return html`<form class="password" @submit=${unlock}>
    <label for="password">${WORDS.WORKSPACE.password}</label>
    <div class="row">
      <input id="password" type="password" autocomplete="off" spellcheck="false" maxlength="127" aria-describedby="failure" />
      <button type="submit" class="button primary" id="unlock">${WORDS.WORKSPACE.unlock}</button>
    </div>
  </form>`;
}
