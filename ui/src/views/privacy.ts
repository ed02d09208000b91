/** What is going on in the program at this moment, measured by the shell, not claimed. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Facts } from "../bindings/Facts";
import { bytes, count, NETWORK } from "../messages";
import { files } from "./data";
import { PageElement } from "./element";
import { icon } from "./icons";

export function privacyPanel(facts: Facts | null, actions: Actions): TemplateResult {
  return html`
    <p class="lead">
      Pictures are read by this program, on this computer. Nothing is sent, and nothing is kept. Below
      is what it does right now, measured again every second while you look.
    </p>
    <live-facts .measure=${actions.measure}></live-facts>
    ${facts ? measured(facts) : html`<p aria-busy="true" class="hint">Measuring …</p>`}
  `;
}

function measured(facts: Facts): TemplateResult {
  const { pictures, pictureBytes, readers, idleReaders } = facts;
  const isRefused = facts.network === "refused";
  return html`<dl class="facts wide" id="live">
    <div data-fact="network" data-value=${facts.network}>
      <dt>${icon(isRefused ? "lock" : "warning")}Internet connections</dt>
      <dd>${NETWORK[facts.network]}</dd>
    </div>
    <div data-fact="pictures">
      <dt>${icon("picture")}Pictures in memory</dt>
      <dd>
        ${pictures === 0 ? "None." : `${count(pictures, "picture")}, ${bytes(pictureBytes)}. Clear wipes them.`}
      </dd>
    </div>
    <div data-fact="readers">
      <dt>${icon("settings")}Reading processes</dt>
      <dd>${processes(readers, idleReaders)}</dd>
    </div>
    <div data-fact="files">
      <dt>${icon("save")}Files it writes by itself</dt>
      <dd>Only these; never a picture, never a text.</dd>
    </div>
  </dl>
  ${files(facts.files)}`;
}

function processes(busy: number, idle: number): string {
  const working = busy === 0 ? "None at work" : `${busy} at work`;
  const waiting = idle === 0 ? "" : `, ${idle} waiting for a picture`;
  return `${working}${waiting}. Each ends with its picture.`;
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
