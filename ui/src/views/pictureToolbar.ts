/** The bar under the picture: turning, zoom, pages. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import { PICTURE } from "../messages";
import type { Item, Session } from "../session";
import { hint } from "../shortcuts";
import type { Zoom } from "../zoom";
import { button } from "./button";

export function pictureTools(
  session: Session,
  item: Item,
  scale: number,
  actions: Actions,
  zoom: (way: Zoom) => void,
): TemplateResult {
  const { system } = session.start.about;
  const pages = item.job.state.kind === "read" ? item.job.state.pages.length : 0;
  const quiet = { look: "quiet", iconOnly: true } as const;
  const leaf = (by: 1 | -1) => () => actions.leaf(by);
  const actual = hint("zoomActual", PICTURE.actual, system);
  return html`<div class="picture-tools" role="toolbar" aria-label=${PICTURE.pane}>
    ${button({ ...quiet, id: "rotate-left", icon: "turnLeft", name: PICTURE.turnLeft, action: "turnLeft", press: () => actions.turn(-1) }, system)}
    ${button({ ...quiet, id: "rotate-right", icon: "turnRight", name: PICTURE.turnRight, action: "turnRight", press: () => actions.turn(1) }, system)}
    ${
      pages > 1
        ? html`<span class="gap"></span>
          ${button({ ...quiet, id: "previous-page", icon: "previous", name: PICTURE.previousPage, action: "previousPage", disabled: session.page <= 1, press: leaf(-1) }, system)}
          <span class="pages" id="pages">${PICTURE.ofPages(session.page, pages)}</span>
          ${button({ ...quiet, id: "next-page", icon: "next", name: PICTURE.nextPage, action: "nextPage", disabled: session.page >= pages, press: leaf(1) }, system)}`
        : nothing
    }
    <span class="gap"></span>
    ${button({ ...quiet, id: "zoom-out", icon: "minus", name: PICTURE.smaller, action: "zoomOut", press: () => zoom("out") }, system)}
    <button
      type="button"
      id="zoom-actual"
      class="button quiet percent"
      title=${actual.title}
      aria-label="${PICTURE.percent(scale)}, ${PICTURE.actual}"
      aria-keyshortcuts=${actual.aria}
      @click=${() => zoom("actual")}
    >${PICTURE.percent(scale)}</button>
    ${button({ ...quiet, id: "zoom-in", icon: "plus", name: PICTURE.larger, action: "zoomIn", press: () => zoom("in") }, system)}
    ${button({ ...quiet, id: "zoom-fit", icon: "fit", name: PICTURE.fit, action: "zoomFit", press: () => zoom("fit") }, system)}
  </div>`;
}
