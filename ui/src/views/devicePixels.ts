/** How many pixels of the screen one CSS pixel has, which changes with the monitor. */

/** Calls a function after each change, until what is returned is called. */
export function onPixelRatioChange(listener: () => void): () => void {
  let query: MediaQueryList;
  const watch = () => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener("change", change, { once: true });
  };
  const change = () => {
    watch();
    listener();
  };
  watch();
  return () => query.removeEventListener("change", change);
}
