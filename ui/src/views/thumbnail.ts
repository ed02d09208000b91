/** A small picture in the list, or an icon of its state while there is none. */
import { html, type PropertyValues } from "lit";
import type { Job } from "../bindings/Job";
import type { Shell } from "../ipc";
import { isLocked } from "../locked";
import { paintAndWipe, wipeCanvas } from "../wiping";
import { icon } from "./icons";
import { LightDomElement } from "./lightDomElement";

export class PictureThumbnail extends LightDomElement {
  static override properties = {
    shell: { attribute: false },
    job: { attribute: false },
    revision: { attribute: false },
  };
  declare shell: Shell;
  declare job: Job;
  declare revision: number;

  protected override render() {
    const kind = isLocked(this.job) ? "locked" : this.job.state.kind;
    const iconName = kind === "failed" ? "warning" : "picture";
    return html`<canvas width="1" height="1" aria-hidden="true" ?hidden=${kind !== "read"}></canvas>
      <span class="thumbnail-icon" ?hidden=${kind === "read"} data-state=${kind}>${icon(iconName)}</span>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("job");
    const isRead = this.job.state.kind === "read";
    if (!isRead) wipeCanvas(this.canvas());
    else if (changed.has("revision") || before?.state.kind !== "read") this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    wipeCanvas(this.canvas());
  }

  private async load(): Promise<void> {
    const { job, revision } = this;
    try {
      const pixels = await this.shell.thumbnail(job.id, 1);
      const isWanted = this.isConnected && this.job.id === job.id && this.revision === revision;
      if (isWanted) paintAndWipe(this.canvas(), pixels);
      else pixels.data.fill(0);
    } catch {
      // It was removed in the meantime.
    }
  }

  private canvas(): HTMLCanvasElement {
    return this.querySelector("canvas") ?? document.createElement("canvas");
  }
}

customElements.define("picture-thumbnail", PictureThumbnail);
