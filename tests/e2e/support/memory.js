// What stands in the memory of a process, as the system shows it to its administrator.

import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** How much is looked at in one go, in bytes. */
const STEP = 1 << 24;
const PAGE = 4096;
/** Bytes of `/proc/PID/pagemap` for each page; its highest two bits say whether there is one. */
const ENTRY = 8;

/** How often each of `needles` stands in the memory of process `pid`. */
export function countIn(pid, needles) {
  const counts = new Array(needles.length).fill(0);
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const pages = openSync(`/proc/${pid}/pagemap`, "r");
  try {
    for (const { start, end } of regions(pid)) {
      for (const span of present(pages, start, end)) search(memory, span, needles, counts);
    }
  } finally {
    closeSync(memory);
    closeSync(pages);
  }
  return counts;
}

/** The parts of the address space that can be read and hold anything at all. */
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

/** The spans of a region whose pages are there: web views reserve thousands of times what they use. */
function present(pages, start, end) {
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

function search(memory, { start, end }, needles, counts) {
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1;
  const buffer = Buffer.alloc(STEP);
  for (let from = start; from < end; from += STEP - overlap) {
    const length = Math.min(STEP, end - from);
    let read;
    try {
      read = readSync(memory, buffer, 0, length, from);
    } catch {
      return; // It was given back meanwhile.
    }
    const held = buffer.subarray(0, read);
    // What stands in the part that is looked at twice counts once.
    const last = from + length < end ? length - overlap : length;
    needles.forEach((needle, index) => {
      for (let at = held.indexOf(needle); at >= 0 && at < last; at = held.indexOf(needle, at + 1)) {
        counts[index] += 1;
      }
    });
  }
}
