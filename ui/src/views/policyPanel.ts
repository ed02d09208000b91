/** The privacy policy, in every version so far. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Policy } from "../bindings/Policy";
import { day, POLICY } from "../messages";
import { icon } from "./icons";

export function policyPanel(
  policies: readonly Policy[],
  number: number,
  actions: Actions,
): TemplateResult {
  const policy = policies.find((version) => version.number === number) ?? policies[0];
  if (!policy) return html`${nothing}`;
  return html`
    ${policies.length > 1 ? versions(policies, policy, actions) : nothing}
    <p class="hint">${POLICY.updated(policy.number, day(policy.date))}</p>
    ${policy.changes.length > 0 ? changes(policy) : nothing}
    ${promise(policy)}
    <div class="policy-text">${policyText(policy)}</div>
  `;
}

/** The short version: five lines. */
export function promise(policy: Policy): TemplateResult {
  return html`<ul class="promise">${policy.promise.map((line) => html`<li>${icon("done")}<span>${line}</span></li>`)}</ul>`;
}

/** The numbered sections. */
export function policyText(policy: Policy): TemplateResult {
  return html`${policy.sections.map(
    ({ title, paragraphs }) => html`<section>
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
      ${newer.length > 1 ? html`<h3>${POLICY.heading(policy.number, day(policy.date))}</h3>` : nothing}
      <ul>${policy.changes.map((change) => html`<li>${change}</li>`)}</ul>
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
    <span>${POLICY.version}</span>
    <select id="policy-version" @change=${choose}>
      ${policies.map(
        (policy) => html`<option value=${policy.number} ?selected=${policy === shown}>
          ${POLICY.option(policy.number, day(policy.date))}
        </option>`,
      )}
    </select>
  </label>`;
}

function changes(policy: Policy): TemplateResult {
  return html`<section class="changes">
    <h3>${POLICY.changes}</h3>
    <ul>${policy.changes.map((change) => html`<li>${change}</li>`)}</ul>
  </section>`;
}
