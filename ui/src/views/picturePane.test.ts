import { expect, test } from "vitest";
import type { Area } from "../bindings/Area";
import type { Pixels } from "../ipc";
import { jobEvent, page, read, textLoaded, textView } from "../testing/fixtures";
import { eventually, find, query, renderPage } from "../testing/renderedPage";

const pixels = (width: number): Pixels => ({
  width,
  height: 1,
  data: new Uint8ClampedArray(width * 4).fill(9),
});

function deferred() {
  let resolve: (pixels: Pixels) => void = () => undefined;
  const promise = new Promise<Pixels>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (pixels: Pixels) => resolve(pixels) };
}

/** Shows a picture whose thumbnail and preview come when the test says so. */
async function showPicture() {
  const [thumbnail, preview] = [deferred(), deferred()];
  const rendered = renderPage({
    page: async () => page("Hello world"),
    // The list has a thumbnail of its own.
    thumbnail: () => thumbnail.promise.then(({ width }) => pixels(width)),
    preview: () => preview.promise,
  });
  rendered.store.dispatch(jobEvent(1, read(1)));
  rendered.store.dispatch(textLoaded(1, 1, "Hello world"));
  const canvas = await find<HTMLCanvasElement>("#picture");
  return { ...rendered, thumbnail, preview, canvas };
}

test("the thumbnail is shown until the picture is there", async () => {
  const { canvas, thumbnail, preview } = await showPicture();
  thumbnail.resolve(pixels(7));
  await eventually(() => expect(canvas.width).toBe(7));
  preview.resolve(pixels(20));
  await eventually(() => expect(canvas.width).toBe(20));
});

test("areas that are left out of the text are hatched until they come back", async () => {
  const { store } = renderPage();
  store.dispatch(jobEvent(1, read(1)));
  const area = { left: 100, top: 20, width: 200, height: 50 };
  const loaded = (edition: number, leftOut: readonly Area[]) =>
    store.dispatch({
      kind: "pageLoaded",
      id: 1,
      revision: 1,
      edition,
      page: 1,
      view: { ...page("Hello world"), leftOut: [...leftOut] },
    });
  loaded(0, [area]);
  const { style } = await find(".left-out");
  expect([style.left, style.top, style.width, style.height]).toEqual(["25%", "20%", "50%", "50%"]);
  store.dispatch({ kind: "textReplaced", id: 1, mode: "keep", view: textView("Hello world") });
  loaded(1, []);
  await eventually(() => expect(query(".left-out")).toBeNull());
});

test("a thumbnail that comes late does not cover the picture", async () => {
  const { canvas, thumbnail, preview } = await showPicture();
  preview.resolve(pixels(20));
  await eventually(() => expect(canvas.width).toBe(20));
  const late = pixels(7);
  thumbnail.resolve(late);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(canvas.width).toBe(20);
});

test("the picture keeps its size while its pane is hidden", async () => {
  const { preview } = await showPicture();
  preview.resolve(pixels(20));
  const percent = await find("#zoom-actual");
  percent.click();
  await eventually(() => expect(percent.textContent).toBe("100%"));
  // Nothing has a size in this test, as in a hidden pane.
  (await find("#zoom-fit")).click();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(percent.textContent).toBe("100%");
});
