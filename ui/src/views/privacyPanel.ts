/** What is going on in the program at this moment, measured by the shell, not claimed. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Facts } from "../bindings/Facts";
import { bytes, FACTS, NETWORK } from "../messages";
import { files } from "./dataPanel";
import { icon } from "./icons";
import { PageElement } from "./lightDomElement";

export function privacyPanel(facts: Facts | null, actions: Actions): TemplateResult {
  return html`
    <p class="lead">${FACTS.lead}</p>
    <live-facts .measure=${actions.measure}></live-facts>
    ${facts ? measured(facts) : html`<p aria-busy="true" class="hint">${FACTS.measuring}</p>`}
  `;
}

function measured(facts: Facts): TemplateResult {
  const { pictures, pictureBytes, readers, idleReaders } = facts;
  const isRefused = facts.network === "refused";
  return html`<dl class="facts wide" id="live">
    <div data-fact="network" data-value=${facts.network}>
      <dt>${icon(isRefused ? "lock" : "warning")}${FACTS.network}</dt>
      <dd>${NETWORK[facts.network]}</dd>
    </div>
    <div data-fact="pictures">
      <dt>${icon("picture")}${FACTS.pictures}</dt>
      <dd>
        ${pictures === 0 ? FACTS.noPictures : FACTS.somePictures(pictures, bytes(pictureBytes))}
      </dd>
    </div>
    <div data-fact="readers">
      <dt>${icon("settings")}${FACTS.readers}</dt>
      <dd>${FACTS.readersNow(readers, idleReaders)}</dd>
    </div>
    <div data-fact="files">
      <dt>${icon("save")}${FACTS.files}</dt>
      <dd>${FACTS.onlyFiles}</dd>
    </div>
  </dl>
  ${files(facts.files)}`;
}

/** Asks again every second for as long as it is in the page. */
export class LiveFacts extends PageElement {
  static override properties = { measure: { attribute: false } };
  declare measure: () => void;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.measure(), 1000);
  }

  protected override firstUpdated(): void {
    this.measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }
}

customElements.define("live-facts", LiveFacts);
