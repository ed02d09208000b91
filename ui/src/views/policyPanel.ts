/** The privacy policy, in every version so far. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Language } from "../bindings/Language";
import type { Policy } from "../bindings/Policy";
import type { PolicyText } from "../bindings/PolicyText";
import { currentLanguage, day, WORDS } from "../messages";
import { icon } from "./icons";

/** A version in the language of the page; in English where it has no translation. */
export function textOf(policy: Policy): PolicyText {
  return policy.translations[currentLanguage()] ?? policy;
}

/** Of a text that is not in the language of the page, for screen readers. */
function languageOf(policy: Policy): Language | typeof nothing {
  return textOf(policy) === policy && currentLanguage() !== "en" ? "en" : nothing;
}

export function policyPanel(
  policies: readonly Policy[],
  number: number,
  actions: Actions,
): TemplateResult {
  const policy = policies.find((version) => version.number === number) ?? policies[0];
  if (!policy) return html`${nothing}`;
  return html`
    ${policies.length > 1 ? versions(policies, policy, actions) : nothing}
    <p class="hint">${WORDS.POLICY.updated(policy.number, day(policy.date))}</p>
    ${translationNote(policy)}
    ${policy.changes.length > 0 ? changes(policy) : nothing}
    ${promise(policy)}
    <div class="policy-text">${policyText(policy)}</div>
  `;
}

/** Says which text counts, below a translation. */
export function translationNote(policy: Policy) {
  return textOf(policy) === policy
    ? nothing
    : html`<p class="hint translation-note">${WORDS.POLICY.translated}</p>`;
}

/** The short version: five lines. */
export function promise(policy: Policy): TemplateResult {
  return html`<ul class="promise" lang=${languageOf(policy)}>${textOf(policy).promise.map((line) => html`<li>${icon("done")}<span>${line}</span></li>`)}</ul>`;
}

/** The numbered sections. */
export function policyText(policy: Policy): TemplateResult {
  return html`${textOf(policy).sections.map(
    ({ title, paragraphs }) => html`<section lang=${languageOf(policy)}>
      <h3>${title}</h3>
      ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    </section>`,
  )}`;
}

/** What is different from the version that was agreed to, the newest first. */
export function changesSince(policies: readonly Policy[], agreed: number): TemplateResult {
  const newer = policies.filter(({ number }) => number > agreed);
  return html`${newer.map(
    (policy) => html`
      ${newer.length > 1 ? html`<h3>${WORDS.POLICY.heading(policy.number, day(policy.date))}</h3>` : nothing}
      ${listOfChanges(policy)}
    `,
  )}`;
}

function versions(policies: readonly Policy[], shown: Policy, actions: Actions): TemplateResult {
  const choose = (event: Event) =>
    actions.showPanel({
      screen: "policy",
      number: Number((event.target as HTMLSelectElement).value),
    });
  return html`<label class="field">
    <span>${WORDS.POLICY.version}</span>
    <select id="policy-version" @change=${choose}>
      ${policies.map(
        (policy) => html`<option value=${policy.number} ?selected=${policy === shown}>
          ${WORDS.POLICY.option(policy.number, day(policy.date))}
        </option>`,
      )}
    </select>
  </label>`;
}

function changes(policy: Policy): TemplateResult {
  return html`<section class="changes">
    <h3>${WORDS.POLICY.changes}</h3>
    ${listOfChanges(policy)}
  </section>`;
}

function listOfChanges(policy: Policy): TemplateResult {
  return html`<ul lang=${languageOf(policy)}>${textOf(policy).changes.map((change) => html`<li>${change}</li>`)}</ul>`;
}
