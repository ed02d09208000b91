/** The areas of the picture that are left out of its text, hatched. */
import type { PageView } from "../bindings/PageView";
import { placeOnPicture } from "./areaSelection";

/** Draws those of a page in place of those that were there. */
export function drawLeftOutAreas(root: HTMLElement, page: PageView): void {
  const areas = page.leftOut.map((area) => {
    const element = document.createElement("div");
    element.className = "left-out";
    placeOnPicture(element, area, page);
    return element;
  });
  root.replaceChildren(...areas);
}
