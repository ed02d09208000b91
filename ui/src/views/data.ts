/** Everything that is held about the person, where it lies, and what they can do with it. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Counter } from "../bindings/Counter";
import type { Held } from "../bindings/Held";
import type { HeldEntry } from "../bindings/HeldEntry";
import { bytes, HELD, LINE_MODES, moment, month, THEMES } from "../messages";
import type { Panel } from "../session";

type DataPanel = Extract<Panel, { screen: "data" }>;

export function dataPanel({ held, question }: DataPanel, actions: Actions): TemplateResult {
  if (!held) return html`<p aria-busy="true" class="hint">Looking …</p>`;
  return html`
    <p class="lead">This is all that is held about you, on this computer alone. Pictures and texts are never among it.</p>
    ${consent(held)} ${settings(held, actions)} ${counters(held, actions)}
    <section>
      <h3>Where it lies</h3>
      ${files(held.entries)}
    </section>
    <section>
      <h3>What you can do</h3>
      ${question ? confirmation(question, actions) : rights(actions)}
    </section>
  `;
}

/** The files of the program, with their size or a word that they do not exist. */
export function files(entries: readonly HeldEntry[]): TemplateResult {
  return html`<ul class="files">
    ${entries.map(
      ({ what, path, exists, bytes: size }) => html`<li>
        <span>${HELD[what]}</span>
        <bdi class="path selectable">${path}</bdi>
        <span class="hint">${exists ? bytes(size) : "does not exist"}</span>
      </li>`,
    )}
  </ul>`;
}

function consent({ consent: record }: Held): TemplateResult {
  if (!record) return html`${nothing}`;
  return html`<section>
    <h3>Your consent</h3>
    <dl class="facts">
      <div><dt>Privacy policy</dt><dd>version ${record.policy}</dd></div>
      <div><dt>Agreed</dt><dd>${moment(record.at)}</dd></div>
      <div><dt>14 or older</dt><dd>${record.adult ? "yes" : "no"}</dd></div>
      <div><dt>Program</dt><dd>version ${record.program}</dd></div>
    </dl>
  </section>`;
}

function settings({ settings: chosen }: Held, actions: Actions): TemplateResult {
  const yes = (on: boolean) => (on ? "yes" : "no");
  const { window: size } = chosen;
  return html`<section>
    <h3>Settings</h3>
    <dl class="facts">
      <div><dt>Colours</dt><dd>${THEMES[chosen.theme]}</dd></div>
      <div><dt>Lines</dt><dd>${LINE_MODES[chosen.lines]}</dd></div>
      <div><dt>Copy at once</dt><dd>${yes(chosen.copyAtOnce)}</dd></div>
      <div><dt>Private copy</dt><dd>${yes(chosen.privateCopy)}</dd></div>
      <div><dt>Count pictures</dt><dd>${yes(chosen.count)}</dd></div>
      <div><dt>Size of the window</dt><dd>${size ? `${size.width} × ${size.height}` : "not kept yet"}</dd></div>
    </dl>
    <button type="button" class="button plain" id="correct-settings" @click=${() => actions.showPanel({ screen: "settings" })}>
      Change settings
    </button>
  </section>`;
}

function counters({ counters: list, settings: { count } }: Held, actions: Actions): TemplateResult {
  return html`<section>
    <h3>Pictures read</h3>
    ${
      list.length === 0
        ? html`<p class="hint">${count ? "Nothing counted yet." : "Not counted; you can switch counting on in the settings."}</p>`
        : html`<ul class="counters">${list.map((counter) => correction(counter, actions))}</ul>`
    }
  </section>`;
}

/** A number that is wrong can be set right. */
function correction({ month: of, pictures }: Counter, actions: Actions): TemplateResult {
  const set = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.checkValidity()) actions.setCounter(of, input.valueAsNumber);
    else input.value = String(pictures);
  };
  return html`<li>
    <label class="field">
      <span>${month(of)}</span>
      <input type="number" min="0" max="4294967295" step="1" required data-month=${of} .value=${String(pictures)} @change=${set} />
    </label>
  </li>`;
}

function rights(actions: Actions): TemplateResult {
  return html`<ul class="rights">
    <li>
      <button type="button" id="export-data" class="button plain" @click=${actions.exportData}>Export</button>
      <span>Writes all of the above into one file of your choice (JSON).</span>
    </li>
    <li>
      <button type="button" id="erase-data" class="button plain" @click=${() => actions.ask("erase")}>Erase</button>
      <span>Erases settings and counters. Your consent stays.</span>
    </li>
    <li>
      <button type="button" id="withdraw" class="button plain" @click=${() => actions.ask("withdraw")}>Withdraw consent</button>
      <span>Erases everything, wipes what is open, and goes back to the first screen.</span>
    </li>
  </ul>`;
}

function confirmation(question: "erase" | "withdraw", actions: Actions): TemplateResult {
  const isErase = question === "erase";
  return html`<div class="confirmation" role="alertdialog" aria-labelledby="confirm-title" aria-describedby="confirm-text">
    <h4 id="confirm-title">${isErase ? "Erase settings and counters?" : "Withdraw your consent?"}</h4>
    <p id="confirm-text">
      ${
        isErase
          ? "Settings go back to how they were at first, counters are gone. This cannot be undone."
          : "Readings end, open pictures and texts are wiped, and every file named above is erased. This cannot be undone."
      }
    </p>
    <div class="row">
      <button type="button" id="cancel-confirm" class="button plain" @click=${() => actions.ask(null)}>Keep everything</button>
      <button type="button" id="confirm" class="button danger" @click=${isErase ? actions.erase : actions.withdraw}>
        ${isErase ? "Erase" : "Withdraw and erase"}
      </button>
    </div>
  </div>`;
}
