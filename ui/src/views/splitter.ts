/**
 * The bar between two panes, moved with the mouse or the arrow keys. In a narrow window one pane is
 * above the other.
 */
import { WORDS } from "../messages";

/** In per cent. */
const SMALLEST = 20;
const LARGEST = 80;
const STEP = 2;
const MIDDLE = 50;

/** Per cent of the space that the first pane has; kept while pictures come and go. */
let share = MIDDLE;

export class SplitBar extends HTMLElement {
  private readonly narrow = window.matchMedia("(max-width: 767px)");
  private readonly update = () => this.move(share);

  connectedCallback(): void {
    this.tabIndex = 0;
    this.title = WORDS.WORKSPACE.splitHint;
    this.setAttribute("role", "separator");
    this.setAttribute("aria-label", WORDS.WORKSPACE.split);
    this.setAttribute("aria-valuemin", String(SMALLEST));
    this.setAttribute("aria-valuemax", String(LARGEST));
    this.addEventListener("pointerdown", this.onPointerDown);
    this.addEventListener("keydown", this.onKeyDown);
    this.addEventListener("dblclick", () => this.move(MIDDLE));
    this.narrow.addEventListener("change", this.update);
    this.update();
  }

  disconnectedCallback(): void {
    this.narrow.removeEventListener("change", this.update);
  }

  private move(to: number): void {
    share = Math.min(LARGEST, Math.max(SMALLEST, to));
    this.parentElement?.style.setProperty("--share", `${share}fr`);
    this.parentElement?.style.setProperty("--rest", `${100 - share}fr`);
    this.setAttribute("aria-valuenow", String(Math.round(share)));
    this.setAttribute("aria-orientation", this.narrow.matches ? "horizontal" : "vertical");
  }

  private readonly onPointerDown = (down: PointerEvent) => {
    const area = this.parentElement?.getBoundingClientRect();
    if (!area) return;
    down.preventDefault();
    this.focus();
    this.setPointerCapture(down.pointerId);
    const drag = ({ clientX, clientY }: PointerEvent) =>
      this.move(
        this.narrow.matches
          ? ((clientY - area.top) / area.height) * 100
          : ((clientX - area.left) / area.width) * 100,
      );
    const release = () => {
      this.removeEventListener("pointermove", drag);
      this.removeEventListener("lostpointercapture", release);
    };
    this.addEventListener("pointermove", drag);
    this.addEventListener("lostpointercapture", release);
  };

  private readonly onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const targets: Record<string, number> = {
      ArrowLeft: share - STEP,
      ArrowUp: share - STEP,
      ArrowRight: share + STEP,
      ArrowDown: share + STEP,
      Home: SMALLEST,
      End: LARGEST,
      Enter: MIDDLE,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.move(target);
  };
}

customElements.define("split-bar", SplitBar);
