// Searches the memory of a process, which only an administrator may read.

import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** Bytes to read at once. */
const STEP = 1 << 24;
const PAGE = 4096;
/** Bytes of `/proc/PID/pagemap` for each page. The highest two bits say whether the page exists. */
const ENTRY = 8;

/** How often the memory of process `pid` contains each of `patterns`. */
export function countInMemory(pid, patterns) {
  const counts = new Array(patterns.length).fill(0);
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const pages = openSync(`/proc/${pid}/pagemap`, "r");
  try {
    for (const { start, end } of regions(pid)) {
      for (const span of existingSpans(pages, start, end)) search(memory, span, patterns, counts);
    }
  } finally {
    closeSync(memory);
    closeSync(pages);
  }
  return counts;
}

/** The parts of the address space that can be read and have any page. */
function regions(pid) {
  const found = [];
  let region = null;
  for (const line of readFileSync(`/proc/${pid}/smaps`, "utf8").split("\n")) {
    const head = line.match(/^([0-9a-f]+)-([0-9a-f]+) (r?)/);
    if (head) {
      const [start, end] = [head[1], head[2]].map((hex) => Number.parseInt(hex, 16));
      region = head[3] && Number.isSafeInteger(end) ? { start, end } : null;
    } else if (region && /^Rss: +[1-9]/.test(line)) {
      found.push(region);
    }
  }
  return found;
}

/** The spans of existing pages in a region: web views reserve thousands of times what they use. */
function existingSpans(pages, start, end) {
  const spans = [];
  const buffer = Buffer.alloc(STEP);
  let open = { end: 0 };
  for (let from = start; from < end; from += (STEP / ENTRY) * PAGE) {
    const count = Math.min((end - from) / PAGE, STEP / ENTRY);
    const read = readSync(pages, buffer, 0, count * ENTRY, (from / PAGE) * ENTRY);
    for (let entry = 0; entry < read / ENTRY; entry += 1) {
      const address = from + entry * PAGE;
      if (buffer[entry * ENTRY + ENTRY - 1] & 0xc0) {
        if (open.end !== address) {
          open = { start: address, end: address };
          spans.push(open);
        }
        open.end += PAGE;
      }
    }
  }
  return spans;
}

function search(memory, { start, end }, patterns, counts) {
  const overlap = Math.max(...patterns.map((pattern) => pattern.length)) - 1;
  const buffer = Buffer.alloc(STEP);
  for (let from = start; from < end; from += STEP - overlap) {
    const length = Math.min(STEP, end - from);
    let read;
    try {
      read = readSync(memory, buffer, 0, length, from);
    } catch {
      return; // It was freed meanwhile.
    }
    const content = buffer.subarray(0, read);
    // A match in the overlap of two steps counts once.
    const last = from + length < end ? length - overlap : length;
    patterns.forEach((pattern, index) => {
      for (
        let at = content.indexOf(pattern);
        at >= 0 && at < last;
        at = content.indexOf(pattern, at + 1)
      ) {
        counts[index] += 1;
      }
    });
  }
}
