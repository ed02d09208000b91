/** A small picture in the list, or a sign of its state while there is none. */
import { html, type PropertyValues } from "lit";
import type { Job } from "../bindings/Job";
import type { Shell } from "../ipc";
import { paint, wipe } from "../wiping";
import { icon } from "./icons";
import { PageElement } from "./lightDomElement";

export class PictureThumbnail extends PageElement {
  static override properties = {
    shell: { attribute: false },
    job: { attribute: false },
    round: { attribute: false },
  };
  declare shell: Shell;
  declare job: Job;
  declare round: number;

  protected override render() {
    const { kind } = this.job.state;
    const sign = kind === "failed" ? "warning" : "picture";
    return html`<canvas width="1" height="1" aria-hidden="true" ?hidden=${kind !== "read"}></canvas>
      <span class="sign" ?hidden=${kind === "read"} data-state=${kind}>${icon(sign)}</span>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("job");
    const isRead = this.job.state.kind === "read";
    if (!isRead) wipe(this.canvas());
    else if (changed.has("round") || before?.state.kind !== "read") this.fetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    wipe(this.canvas());
  }

  private async fetch(): Promise<void> {
    const { job, round } = this;
    try {
      const pixels = await this.shell.thumbnail(job.id);
      const isWanted = this.isConnected && this.job.id === job.id && this.round === round;
      if (isWanted) paint(this.canvas(), pixels);
      else pixels.data.fill(0);
    } catch {
      // It was removed meanwhile.
    }
  }

  private canvas(): HTMLCanvasElement {
    return this.querySelector("canvas") ?? document.createElement("canvas");
  }
}

customElements.define("picture-thumbnail", PictureThumbnail);
