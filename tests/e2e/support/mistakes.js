// How many mistakes a reading has: models get better, and tests must not break then.

/** Share of characters that are wrong, white space folded. */
export function errorRate(want, got) {
  const [a, b] = [want, got].map((text) => [...text.trim().replace(/\s+/g, " ")]);
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  a.forEach((wanted, i) => {
    const next = [i + 1];
    b.forEach((read, j) => {
      next.push(Math.min(row[j] + Number(wanted !== read), row[j + 1] + 1, next[j] + 1));
    });
    row = next;
  });
  return row[b.length] / Math.max(a.length, 1);
}
