/** What the program is doing right now, as measured by the shell. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { PrivacyStatus } from "../bindings/PrivacyStatus";
import { bytes, WORDS } from "../messages";
import { fileList } from "./dataPanel";
import { icon } from "./icons";
import { LightDomElement } from "./lightDomElement";

export function privacyPanel(status: PrivacyStatus | null, actions: Actions): TemplateResult {
  return html`
    <p class="lead">${WORDS.PRIVACY.lead}</p>
    <live-privacy-status .load=${actions.loadPrivacyStatus}></live-privacy-status>
    ${status ? details(status) : html`<p aria-busy="true" class="hint">${WORDS.PRIVACY.loading}</p>`}
  `;
}

function details(status: PrivacyStatus): TemplateResult {
  const { pictures, pictureBytes, workers, idleWorkers } = status;
  const isRefused = status.network === "refused";
  return html`<dl class="details wide" id="live">
    <div data-item="network" data-value=${status.network}>
      <dt>${icon(isRefused ? "lock" : "warning")}${WORDS.PRIVACY.network}</dt>
      <dd>${WORDS.NETWORK[status.network]}</dd>
    </div>
    <div data-item="pictures">
      <dt>${icon("picture")}${WORDS.PRIVACY.pictures}</dt>
      <dd>
        ${pictures === 0 ? WORDS.PRIVACY.noPictures : WORDS.PRIVACY.somePictures(pictures, bytes(pictureBytes))}
      </dd>
    </div>
    <div data-item="workers">
      <dt>${icon("settings")}${WORDS.PRIVACY.workers}</dt>
      <dd>${WORDS.PRIVACY.readersNow(workers, idleWorkers)}</dd>
    </div>
    <div data-item="files">
      <dt>${icon("save")}${WORDS.PRIVACY.files}</dt>
      <dd>${WORDS.PRIVACY.onlyFiles}</dd>
    </div>
  </dl>
  ${fileList(status.files, status.memoryFolder)}`;
}

/** Loads the status every second while it is in the page. */
export class LivePrivacyStatus extends LightDomElement {
  static override properties = { load: { attribute: false } };
  declare load: () => void;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.load(), 1000);
  }

  protected override firstUpdated(): void {
    this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }
}

customElements.define("live-privacy-status", LivePrivacyStatus);
