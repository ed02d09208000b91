/**
 * The bar between two panes, moved with the mouse or the arrow keys. In a narrow window the panes
 * lie one above the other.
 */
import { WORK } from "../messages";

const SMALLEST = 20;
const LARGEST = 80;
const STEP = 2;

/** Per cent of the room that the first pane has; stays while pictures come and go. */
let share = 50;

export class SplitBar extends HTMLElement {
  private readonly narrow = window.matchMedia("(max-width: 767px)");
  private readonly place = () => this.move(share);

  connectedCallback(): void {
    this.tabIndex = 0;
    this.title = WORK.splitHow;
    this.setAttribute("role", "separator");
    this.setAttribute("aria-label", WORK.split);
    this.setAttribute("aria-valuemin", String(SMALLEST));
    this.setAttribute("aria-valuemax", String(LARGEST));
    this.addEventListener("pointerdown", this.grab);
    this.addEventListener("keydown", this.press);
    this.addEventListener("dblclick", () => this.move(50));
    this.narrow.addEventListener("change", this.place);
    this.place();
  }

  disconnectedCallback(): void {
    this.narrow.removeEventListener("change", this.place);
  }

  private move(to: number): void {
    share = Math.min(LARGEST, Math.max(SMALLEST, to));
    this.parentElement?.style.setProperty("--share", `${share}fr`);
    this.parentElement?.style.setProperty("--rest", `${100 - share}fr`);
    this.setAttribute("aria-valuenow", String(Math.round(share)));
    this.setAttribute("aria-orientation", this.narrow.matches ? "horizontal" : "vertical");
  }

  private readonly grab = (down: PointerEvent) => {
    const room = this.parentElement?.getBoundingClientRect();
    if (!room) return;
    down.preventDefault();
    this.focus();
    this.setPointerCapture(down.pointerId);
    const drag = ({ clientX, clientY }: PointerEvent) =>
      this.move(
        this.narrow.matches
          ? ((clientY - room.top) / room.height) * 100
          : ((clientX - room.left) / room.width) * 100,
      );
    const release = () => {
      this.removeEventListener("pointermove", drag);
      this.removeEventListener("lostpointercapture", release);
    };
    this.addEventListener("pointermove", drag);
    this.addEventListener("lostpointercapture", release);
  };

  private readonly press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const places: Record<string, number> = {
      ArrowLeft: share - STEP,
      ArrowUp: share - STEP,
      ArrowRight: share + STEP,
      ArrowDown: share + STEP,
      Home: SMALLEST,
      End: LARGEST,
      Enter: 50,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    this.move(place);
  };
}

customElements.define("split-bar", SplitBar);
