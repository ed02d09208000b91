/** The first screen, and the only one until the person has agreed: the full privacy policy. */
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Actions } from "../actions";
import type { Policy } from "../bindings/Policy";
import { day, WORDS } from "../messages";
import type { View } from "../state";
import { focusOnInsert } from "./focusOnInsert";
import { icon } from "./icons";
import { languageList } from "./languageChoice";
import { changesSince, policyText, promise, translationNote } from "./policyPanel";
import { statusLine } from "./statusLine";

type ConsentView = Extract<View, { kind: "consent" }>;

export function consentScreen(view: ConsentView, actions: Actions): TemplateResult {
  const { policies, consent, settings } = view.start;
  const policy = policies[0];
  const agreed = consent.kind === "outdated" ? consent.agreed : null;
  // The focus has nowhere to return to, and goes to the first thing to read.
  const isWithdrawn = view.outcome?.kind === "withdrawn";
  return html`<main id="screen" data-screen="consent" class="consent">
    <div class="consent-content">
      <header>
        <div class="consent-top">
          <p class="app-name">${icon("lock")}${WORDS.PROGRAM}</p>
          <label class="field">
            <span>${WORDS.SETTINGS.language}</span>
            ${languageList(settings.language, (language) => actions.dispatch({ kind: "languageChosen", language }))}
          </label>
        </div>
        <h1 tabindex="-1" ${isWithdrawn ? ref(focusOnInsert) : nothing}>${agreed === null ? WORDS.CONSENT.title : WORDS.CONSENT.titleOutdated}</h1>
        <p class="lead">${agreed === null ? WORDS.CONSENT.lead : WORDS.CONSENT.leadOutdated}</p>
      </header>
      ${agreed === null ? nothing : whatChanged(policies, agreed)}
      ${policy ? promise(policy) : nothing}
      ${policy ? fullPolicy(policy) : nothing}
      <div class="consent-actions">
        ${checkbox("agree-policy", WORDS.CONSENT.policy, view.policy, (on) =>
          actions.dispatch({ kind: "boxTicked", box: "policy", on }),
        )}
        ${checkbox("agree-age", WORDS.CONSENT.adult, view.adult, (on) =>
          actions.dispatch({ kind: "boxTicked", box: "adult", on }),
        )}
        <div class="consent-buttons">
          <button
            type="button"
            id="agree"
            class="button plain large"
            ?disabled=${!view.policy || !view.adult}
            @click=${actions.agree}
          >${WORDS.CONSENT.agree}</button>
          <button type="button" id="decline" class="button plain large" aria-describedby="decline-hint" @click=${actions.decline}>
            ${WORDS.CONSENT.decline}
          </button>
        </div>
        <p class="hint" id="decline-hint">${WORDS.CONSENT.declineHint}</p>
        ${statusLine(view.outcome)}
      </div>
    </div>
  </main>`;
}

function whatChanged(policies: readonly Policy[], agreed: number): TemplateResult {
  return html`<section id="what-changed" class="changes" aria-labelledby="what-changed-title">
    <h2 id="what-changed-title">${WORDS.CONSENT.changed}</h2>
    ${changesSince(policies, agreed)}
  </section>`;
}

function fullPolicy(policy: Policy): TemplateResult {
  return html`<div class="policy-frame">
    <h2 id="policy-title">${WORDS.CONSENT.full} <span class="hint">${WORDS.CONSENT.fullVersion(policy.number, day(policy.date))}</span></h2>
    <div class="policy-scroll" tabindex="0" role="region" aria-labelledby="policy-title">${translationNote(policy)}${policyText(policy)}</div>
  </div>`;
}

function checkbox(id: string, label: string, on: boolean, change: (on: boolean) => void) {
  return html`<label class="checkbox-row" for=${id}>
    <input
      type="checkbox"
      id=${id}
      .checked=${on}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}
