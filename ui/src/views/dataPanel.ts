/** Everything that is held about the person, where it lies, and what they can do with it. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import type { Actions } from "../actions";
import type { Counter } from "../bindings/Counter";
import type { Held } from "../bindings/Held";
import type { HeldEntry } from "../bindings/HeldEntry";
import { bytes, DATA, HELD, LINE_MODES, moment, month, SETTINGS, THEMES } from "../messages";
import type { Panel } from "../session";

type DataPanel = Extract<Panel, { screen: "data" }>;

export function dataPanel({ held, question }: DataPanel, actions: Actions): TemplateResult {
  if (!held) return html`<p aria-busy="true" class="hint">${DATA.looking}</p>`;
  return html`
    <p class="lead">${DATA.lead}</p>
    <section>
      <h3>${DATA.rights}</h3>
      ${question ? confirmation(question, actions) : rights(actions)}
    </section>
    ${consent(held)} ${settings(held)} ${counters(held, actions)}
    <section>
      <h3>${DATA.files}</h3>
      ${files(held.entries)}
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
        <span class="hint">${exists ? bytes(size) : DATA.noFile}</span>
      </li>`,
    )}
  </ul>`;
}

function rights(actions: Actions): TemplateResult {
  const right = (id: string, name: string, how: string, press: () => void) => html`<li>
    <button type="button" id=${id} class="button plain" aria-describedby="${id}-how" @click=${press}>${name}</button>
    <span id="${id}-how">${how}</span>
  </li>`;
  const correct = () => actions.showPanel({ screen: "settings" });
  return html`<ul class="rights">
    ${right("correct-settings", DATA.correct, DATA.correctHow, correct)}
    ${right("export-data", DATA.export, DATA.exportHow, actions.exportData)}
    ${right("erase-data", DATA.erase, DATA.eraseHow, () => actions.ask("erase"))}
    ${right("withdraw", DATA.withdraw, DATA.withdrawHow, () => actions.ask("withdraw"))}
  </ul>`;
}

function confirmation(question: "erase" | "withdraw", actions: Actions): TemplateResult {
  const isErase = question === "erase";
  return html`<div class="confirmation" role="alertdialog" aria-labelledby="confirm-title" aria-describedby="confirm-text">
    <h4 id="confirm-title">${isErase ? DATA.eraseTitle : DATA.withdrawTitle}</h4>
    <p id="confirm-text">${isErase ? DATA.eraseText : DATA.withdrawText}</p>
    <div class="row">
      <button type="button" id="cancel-confirm" class="button plain" ${ref(focused)} @click=${() => actions.ask(null)}>${DATA.keep}</button>
      <button type="button" id="confirm" class="button danger" @click=${isErase ? actions.erase : actions.withdraw}>
        ${isErase ? DATA.eraseNow : DATA.withdrawNow}
      </button>
    </div>
  </div>`;
}

/** Gives the focus to a button as soon as it stands in the page: the harmless one of a question. */
function focused(button: Element | undefined): void {
  queueMicrotask(() => (button as HTMLElement | undefined)?.focus());
}

function consent({ consent: record }: Held): TemplateResult {
  if (!record) return html`${nothing}`;
  return html`<section>
    <h3>${DATA.consent}</h3>
    <dl class="facts">
      ${fact(DATA.policy, DATA.version(record.policy))}
      ${fact(DATA.agreed, moment(record.at))}
      ${fact(DATA.adult, yes(record.adult))}
      ${fact(DATA.program, DATA.version(record.program))}
    </dl>
  </section>`;
}

function settings({ settings: chosen }: Held): TemplateResult {
  const { window: size } = chosen;
  return html`<section>
    <h3>${DATA.settings}</h3>
    <dl class="facts">
      ${fact(SETTINGS.theme, THEMES[chosen.theme])}
      ${fact(SETTINGS.linesShort, LINE_MODES[chosen.lines])}
      ${fact(SETTINGS.copyAtOnce, yes(chosen.copyAtOnce))}
      ${fact(SETTINGS.privateCopy, yes(chosen.privateCopy))}
      ${fact(SETTINGS.count, yes(chosen.count))}
      ${fact(DATA.window, size ? DATA.windowSize(size.width, size.height) : DATA.noWindow)}
    </dl>
  </section>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

const yes = (on: boolean): string => (on ? DATA.yes : DATA.no);

function counters({ counters: list, settings: { count } }: Held, actions: Actions): TemplateResult {
  return html`<section>
    <h3>${DATA.counters}</h3>
    ${
      list.length === 0
        ? html`<p class="hint">${count ? DATA.nothingCounted : DATA.notCounted}</p>`
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
      <input type="number" min="0" max="4294967295" step="1" required data-month=${of} .value=${live(String(pictures))} @change=${set} />
    </label>
  </li>`;
}
