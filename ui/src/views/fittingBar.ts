/**
 * A bar of buttons that shows fewer words where there is no room for all of them. How long they are
 * depends on the language, the font and the text size of the system, so that it is measured.
 *
 * `data-compact` has the steps that were necessary: `"1 2"` after two of them. What each does is in
 * `fitting-bar.css`; `data-steps` says how many there are.
 */
export class FittingBar extends HTMLElement {
  private readonly sizes = new ResizeObserver(() => this.fit());
  private readonly contents = new MutationObserver(() => this.fit());

  connectedCallback(): void {
    this.sizes.observe(this);
    this.contents.observe(this, { childList: true, characterData: true, subtree: true });
    // WebKitGTK may come to its first observation only when something else changes.
    this.fit();
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
    this.contents.disconnect();
  }

  private fit(): void {
    const most = Number(this.dataset.steps ?? 0);
    const steps: number[] = [];
    this.dataset.compact = "";
    while (steps.length < most && this.scrollWidth > this.clientWidth) {
      steps.push(steps.length + 1);
      this.dataset.compact = steps.join(" ");
    }
  }
}

customElements.define("fitting-bar", FittingBar);
