// The error rate of a text. Tests limit it instead of comparing texts, so that better models do not
// break them.

/** Edit distance divided by the length of `want`, with runs of white space as single spaces. */
export function errorRate(want, got) {
  const [a, b] = [want, got].map((text) => [...text.trim().replace(/\s+/g, " ")]);
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  a.forEach((wanted, i) => {
    const next = [i + 1];
    b.forEach((found, j) => {
      next.push(Math.min(row[j] + Number(wanted !== found), row[j + 1] + 1, next[j] + 1));
    });
    row = next;
  });
  return row[b.length] / Math.max(a.length, 1);
}
