/** The bar under the picture: turning, zoom, pages. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Item, Session } from "../session";
import { button } from "./button";

export function pictureTools(
  session: Session,
  item: Item,
  scale: number,
  actions: Actions,
  zoom: (way: "in" | "out" | "fit") => void,
): TemplateResult {
  const { system } = session.start.about;
  const pages = item.job.state.kind === "read" ? item.job.state.pages.length : 0;
  const quiet = { look: "quiet", iconOnly: true } as const;
  const leaf = (by: number) => () => actions.dispatch({ kind: "leafed", page: session.page + by });
  return html`<div class="picture-tools" role="toolbar" aria-label="Picture">
    ${button({ ...quiet, id: "rotate-left", icon: "turnLeft", name: "Turn left", action: "turnLeft", press: () => actions.turn(-1) }, system)}
    ${button({ ...quiet, id: "rotate-right", icon: "turnRight", name: "Turn right", action: "turnRight", press: () => actions.turn(1) }, system)}
    ${
      pages > 1
        ? html`<span class="gap"></span>
          ${button({ ...quiet, id: "previous-page", icon: "previous", name: "Previous page", disabled: session.page <= 1, press: leaf(-1) }, system)}
          <span class="pages" id="pages">${session.page} / ${pages}</span>
          ${button({ ...quiet, id: "next-page", icon: "next", name: "Next page", disabled: session.page >= pages, press: leaf(1) }, system)}`
        : nothing
    }
    <span class="gap"></span>
    ${button({ ...quiet, id: "zoom-out", icon: "minus", name: "Smaller", action: "zoomOut", press: () => zoom("out") }, system)}
    <span class="percent">${Math.round(scale * 100)} %</span>
    ${button({ ...quiet, id: "zoom-in", icon: "plus", name: "Larger", action: "zoomIn", press: () => zoom("in") }, system)}
    ${button({ ...quiet, id: "zoom-fit", icon: "fit", name: "Whole picture", action: "zoomFit", press: () => zoom("fit") }, system)}
  </div>`;
}
