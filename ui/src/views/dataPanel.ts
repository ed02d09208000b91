/** Everything that is stored about the person, where it is, and what they can do with it. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import type { Actions } from "../actions";
import type { Counter } from "../bindings/Counter";
import type { StoredData } from "../bindings/StoredData";
import type { StoredEntry } from "../bindings/StoredEntry";
import { bytes, formatHotkey, LANGUAGE_NAMES, moment, month, WORDS } from "../messages";
import type { Panel } from "../session";
import { focusOnInsert } from "./focusOnInsert";

type DataPanel = Extract<Panel, { screen: "data" }>;

export function dataPanel({ storedData, question }: DataPanel, actions: Actions): TemplateResult {
  if (!storedData) return html`<p aria-busy="true" class="hint">${WORDS.DATA.loading}</p>`;
  return html`
    <p class="lead">${WORDS.DATA.lead}</p>
    <section>
      <h3>${WORDS.DATA.rights}</h3>
      ${question ? confirmation(question, actions) : buttons(actions)}
    </section>
    ${consent(storedData)} ${settings(storedData)} ${counters(storedData, actions)}
    <section>
      <h3>${WORDS.DATA.files}</h3>
      ${fileList(storedData.entries)}
    </section>
  `;
}

/**
 * The files of the program, with their size or a note that they do not exist, and the folder in
 * memory that the web view writes to.
 */
export function fileList(
  entries: readonly StoredEntry[],
  memoryFolder: string | null = null,
): TemplateResult {
  return html`<ul class="files">
    ${entries.map(
      ({ kind, path, exists, bytes: size }) => html`<li>
        <span>${WORDS.STORED_FILES[kind]}</span>
        <bdi class="path selectable">${path}</bdi>
        <span class="hint">${exists ? bytes(size) : WORDS.DATA.noFile}</span>
      </li>`,
    )}
    ${
      memoryFolder === null
        ? nothing
        : html`<li id="memory-folder">
            <span>${WORDS.DATA.memoryFolder}</span>
            <bdi class="path selectable">${memoryFolder}</bdi>
            <span class="hint">${WORDS.DATA.inMemory}</span>
          </li>`
    }
  </ul>`;
}

function buttons(actions: Actions): TemplateResult {
  const row = (id: string, name: string, hint: string, onClick: () => void) => html`<li>
    <button type="button" id=${id} class="button plain" aria-describedby="${id}-hint" @click=${onClick}>${name}</button>
    <span id="${id}-hint">${hint}</span>
  </li>`;
  const openSettings = () => actions.showPanel({ screen: "settings" });
  return html`<ul class="data-actions">
    ${row("correct-settings", WORDS.DATA.correct, WORDS.DATA.correctHint, openSettings)}
    ${row("export-data", WORDS.DATA.export, WORDS.DATA.exportHint, actions.exportData)}
    ${row("erase-data", WORDS.DATA.erase, WORDS.DATA.eraseHint, () => actions.askQuestion("erase"))}
    ${row("withdraw", WORDS.DATA.withdraw, WORDS.DATA.withdrawHint, () => actions.askQuestion("withdraw"))}
  </ul>`;
}

function confirmation(question: "erase" | "withdraw", actions: Actions): TemplateResult {
  const isErase = question === "erase";
  return html`<div class="confirmation" role="alertdialog" aria-labelledby="confirm-title" aria-describedby="confirm-text">
    <h4 id="confirm-title">${isErase ? WORDS.DATA.eraseTitle : WORDS.DATA.withdrawTitle}</h4>
    <p id="confirm-text">${isErase ? WORDS.DATA.eraseText : WORDS.DATA.withdrawText}</p>
    <div class="row">
      <button type="button" id="cancel-confirm" class="button plain" ${ref(focusOnInsert)} @click=${() => actions.askQuestion(null)}>${WORDS.DATA.cancel}</button>
      <button type="button" id="confirm" class="button danger" @click=${isErase ? actions.erase : actions.withdraw}>
        ${isErase ? WORDS.DATA.eraseNow : WORDS.DATA.withdrawNow}
      </button>
    </div>
  </div>`;
}

function consent({ consent: record }: StoredData): TemplateResult {
  if (!record) return html`${nothing}`;
  return html`<section>
    <h3>${WORDS.DATA.consent}</h3>
    <dl class="details">
      ${detail(WORDS.DATA.policy, WORDS.DATA.version(record.policy))}
      ${detail(WORDS.DATA.agreed, moment(record.at))}
      ${detail(WORDS.DATA.adult, yesOrNo(record.adult))}
      ${detail(WORDS.DATA.program, WORDS.DATA.version(record.program))}
    </dl>
  </section>`;
}

function settings({ settings: stored }: StoredData): TemplateResult {
  const { window: size, capture } = stored;
  return html`<section>
    <h3>${WORDS.DATA.settings}</h3>
    <dl class="details">
      ${detail(WORDS.SETTINGS.language, stored.language ? LANGUAGE_NAMES[stored.language] : WORDS.SETTINGS.systemLanguage)}
      ${detail(WORDS.SETTINGS.theme, WORDS.THEMES[stored.theme])}
      ${detail(WORDS.SETTINGS.lines, WORDS.LINE_MODES[stored.lines])}
      ${detail(WORDS.SETTINGS.copyAtOnce, yesOrNo(stored.copyAtOnce))}
      ${detail(WORDS.SETTINGS.privateCopy, yesOrNo(stored.privateCopy))}
      ${detail(WORDS.SETTINGS.markEntities, yesOrNo(stored.markEntities))}
      ${detail(WORDS.SETTINGS.redact, yesOrNo(stored.redact))}
      ${detail(WORDS.SETTINGS.textSize, WORDS.SETTINGS.percent(stored.textSize))}
      ${detail(WORDS.SETTINGS.keepOnTop, yesOrNo(stored.keepOnTop))}
      ${detail(WORDS.SETTINGS.autostart, yesOrNo(stored.autostart))}
      ${detail(WORDS.SETTINGS.count, yesOrNo(stored.count))}
      ${detail(WORDS.CAPTURE.target, WORDS.CAPTURE_TARGETS[capture.target])}
      ${detail(WORDS.CAPTURE.hotkey, formatHotkey(capture.hotkey) || WORDS.CAPTURE.noKeys)}
      ${detail(WORDS.CAPTURE.againHotkey, formatHotkey(capture.againHotkey) || WORDS.CAPTURE.noKeys)}
      ${detail(WORDS.CAPTURE.tray, yesOrNo(capture.tray))}
      ${detail(WORDS.CAPTURE.startHidden, yesOrNo(capture.startHidden))}
      ${detail(WORDS.DATA.window, size ? WORDS.DATA.windowSize(size.width, size.height) : WORDS.DATA.noWindow)}
    </dl>
  </section>`;
}

function detail(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

const yesOrNo = (on: boolean): string => (on ? WORDS.DATA.yes : WORDS.DATA.no);

function counters(
  { counters: list, settings: { count } }: StoredData,
  actions: Actions,
): TemplateResult {
  return html`<section>
    <h3>${WORDS.DATA.counters}</h3>
    ${
      list.length === 0
        ? html`<p class="hint">${count ? WORDS.DATA.nothingCounted : WORDS.DATA.notCounted}</p>`
        : html`<ul class="counters">${list.map((counter) => counterField(counter, actions))}</ul>`
    }
  </section>`;
}

/** A counter that is wrong can be corrected. */
function counterField({ month: of, pictures }: Counter, actions: Actions): TemplateResult {
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
