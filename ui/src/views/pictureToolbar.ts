/** The bar under the picture: rotation, pages and zoom. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Area } from "../bindings/Area";
import { WORDS } from "../messages";
import type { Item, Session } from "../session";
import { hint } from "../shortcuts";
import type { Zoom } from "../zoom";
import { button } from "./button";
import { icon } from "./icons";

/** What the bar shows and does. */
interface Shown {
  readonly session: Session;
  readonly item: Item;
  readonly scale: number;
  readonly actions: Actions;
  readonly area: Area | null;
  readonly isAreaToolOn: boolean;
  toggleAreaTool(onKeyboard: boolean): void;
}

export function pictureToolbar(shown: Shown, zoom: (way: Zoom) => void): TemplateResult {
  const { session, item, scale, actions } = shown;
  const { system } = session.start.about;
  const pages = item.job.state.kind === "read" ? item.job.state.pages.length : 0;
  const quiet = { variant: "quiet", iconOnly: true } as const;
  const changePage = (by: 1 | -1) => () => actions.changePage(by);
  const actual = hint("zoomActual", WORDS.PICTURE.actual, system);
  return html`<div class="picture-toolbar" role="toolbar" aria-label=${WORDS.PICTURE.pane}>
    ${button({ ...quiet, id: "rotate-left", icon: "rotateLeft", name: WORDS.PICTURE.rotateLeft, action: "rotateLeft", onClick: () => actions.rotate(-1) }, system)}
    ${button({ ...quiet, id: "rotate-right", icon: "rotateRight", name: WORDS.PICTURE.rotateRight, action: "rotateRight", onClick: () => actions.rotate(1) }, system)}
    <button
      type="button"
      id="select-area"
      class="button quiet icon-only"
      title=${WORDS.PICTURE.selectAreaHint}
      aria-label=${WORDS.PICTURE.selectArea}
      aria-pressed=${shown.isAreaToolOn || shown.area !== null}
      @click=${({ detail }: MouseEvent) => shown.toggleAreaTool(detail === 0)}
    >${icon("area")}</button>
    ${
      pages > 1
        ? html`<span class="spacer"></span>
          ${button({ ...quiet, id: "previous-page", icon: "previous", name: WORDS.PICTURE.previousPage, action: "previousPage", disabled: session.page <= 1, onClick: changePage(-1) }, system)}
          <span class="pages" id="pages">${WORDS.PICTURE.ofPages(session.page, pages)}</span>
          ${button({ ...quiet, id: "next-page", icon: "next", name: WORDS.PICTURE.nextPage, action: "nextPage", disabled: session.page >= pages, onClick: changePage(1) }, system)}`
        : nothing
    }
    <span class="spacer"></span>
    ${button({ ...quiet, id: "zoom-out", icon: "minus", name: WORDS.PICTURE.zoomOut, action: "zoomOut", onClick: () => zoom("out") }, system)}
    <button
      type="button"
      id="zoom-actual"
      class="button quiet percent"
      title=${actual.title}
      aria-label="${WORDS.PICTURE.percent(scale)}, ${WORDS.PICTURE.actual}"
      aria-keyshortcuts=${actual.aria}
      @click=${() => zoom("actual")}
    >${WORDS.PICTURE.percent(scale)}</button>
    ${button({ ...quiet, id: "zoom-in", icon: "plus", name: WORDS.PICTURE.zoomIn, action: "zoomIn", onClick: () => zoom("in") }, system)}
    ${button({ ...quiet, id: "zoom-fit", icon: "fit", name: WORDS.PICTURE.fit, action: "zoomFit", onClick: () => zoom("fit") }, system)}
  </div>`;
}
