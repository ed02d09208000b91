"""Labelled pages from Chromium: screenshots of our HTML templates, with the box and text of each word from the DOM.

`python -m imagetotext_training.browser_pages --minutes 60` writes shards of pages; training loads them as they appear.
"""

import argparse
import os
import pickle
import time

import cv2
import numpy
from playwright.sync_api import sync_playwright

from .alphabet import OTHER
from .html_templates import HtmlTemplates
from .labelled_page import LabelledPage, TextLine, join_words
from .other_characters import readable
from .page_stream import packed
from .text_generator import TextGenerator

PAGES_PER_SHARD = 24

CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

UNUSABLE = "\x00"
"""Stands for a word whose text or place is not known."""

# For each word: its text (null if it is not known), left, right, baseline, ascent, descent in device pixels.
# A word that is divided at the end of a line gives two, the first with the hyphen that the browser shows.
WORDS_SCRIPT = """scale => {
  const out = [], seen = new Map(), ink = document.createElement('canvas').getContext('2d');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  const rects = (node, from, to) => {
    range.setStart(node, from); range.setEnd(node, to);
    return [...range.getClientRects()].filter(r => r.width > 0);
  };
  while (walker.nextNode()) {
    const node = walker.currentNode, style = getComputedStyle(node.parentElement);
    if (node.parentElement.tagName == 'SCRIPT' || node.parentElement.tagName == 'STYLE') continue;
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    if (!seen.has(font)) {
      ink.font = font;
      const up = ink.measureText('dlH'), down = ink.measureText('pqg');
      seen.set(font, [up.fontBoundingBoxAscent, up.fontBoundingBoxDescent, up.actualBoundingBoxAscent, down.actualBoundingBoxDescent, ink.measureText('-').width]);
    }
    const [above, below, ascent, descent, hyphen] = seen.get(font);
    const put = (text, r, extra) => {
      const baseline = r.top + (r.height - above - below) / 2 + above;
      out.push([text, r.left * scale, (r.right + extra) * scale, baseline * scale, ascent * scale, descent * scale]);
    };
    for (const match of node.data.matchAll(/\\S+/g)) {
      const start = match.index, end = start + match[0].length, whole = rects(node, start, end);
      if (whole.length == 1) { put(match[0], whole[0], 0); continue; }
      let cut = -1;
      for (let i = start + 1; i < end && whole.length == 2; i++) {
        const a = rects(node, i - 1, i)[0], b = rects(node, i, i + 1)[0];
        if (a && b && b.top > a.top + 2) { cut = i; break; }
      }
      if (cut < 0) { for (const r of whole) put(null, r, 0); continue; }
      const letters = /\\p{L}/u.test(node.data[cut - 1]) && /\\p{L}/u.test(node.data[cut]);
      const divided = letters && style.hyphens == 'auto';
      const [first, second] = [rects(node, start, cut)[0], rects(node, cut, end)[0]];
      put(node.data.slice(start, cut) + (divided ? '-' : ''), first, divided ? hyphen : 0);
      put(node.data.slice(cut, end), second, 0);
    }
  }
  return out;
}"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=60)
    arguments.add_argument("--out", default="runs/browser")
    arguments.add_argument("--seed", type=int, default=int(time.time()))
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    end, number = time.time() + options.minutes * 60, 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_ARGUMENTS)
        templates = HtmlTemplates(TextGenerator(options.seed))
        while time.time() < end:
            shard = [render(browser, templates) for _ in range(PAGES_PER_SHARD)]
            path = os.path.join(options.out, f"{options.seed}-{number:05}.pickle")
            with open(path + ".new", "wb") as file:
                pickle.dump(packed(shard), file, protocol=5)
            os.replace(path + ".new", path)
            number += 1
            print(path, sum(len(page.lines) for page in shard), "lines", flush=True)


def render(browser, templates):
    """One labelled page: a random template in a window of random size and scale."""
    random = templates.random
    scale = random.choice([1, 1, 1, 1, 1.25, 1.5, 2])
    size = {"width": int(random.choice([420, 560, 640, 800, 1000, 1200]) / scale**0.5), "height": int(random.randint(240, 760) / scale**0.5)}
    tab = browser.new_page(viewport=size, device_scale_factor=scale)
    try:
        tab.set_content(templates.page())
        words = tab.evaluate(WORDS_SCRIPT, scale)
        image = cv2.imdecode(numpy.frombuffer(tab.screenshot(), numpy.uint8), cv2.IMREAD_COLOR)
    finally:
        tab.close()
    return LabelledPage(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), lines_of(words)).clipped()


def lines_of(words):
    """The lines of a page; a word whose text is not known makes its whole line unusable."""
    usable = [(readable(word[0]) if word[0] else UNUSABLE, *word[1:]) for word in words]
    lines = [line for line in join_words(usable) if line.text]
    hidden = overlapping([line.quad for line in lines])
    # Icons of symbol fonts alone are not text, but drawings that look the same are not marked either.
    return [TextLine(line.quad, None if over or UNUSABLE in line.text or not set(line.text) - {OTHER, " "} else line.text) for line, over in zip(lines, hidden)]


def overlapping(quads):
    """For each upright quad, whether another one covers a good part of it or is covered: texts drawn over each other."""
    if not quads:
        return []
    low, high = numpy.array([q.min(0) for q in quads]), numpy.array([q.max(0) for q in quads])
    shared = numpy.clip(numpy.minimum(high[:, None], high) - numpy.maximum(low[:, None], low), 0, None)
    height = high[:, 1] - low[:, 1]
    least = numpy.minimum(height[:, None], height)
    # Neighbouring lines of narrow spacing share a few pixels of height.
    conflict = (shared[..., 0] > 0.25 * least) & (shared[..., 1] > 0.3 * least)
    numpy.fill_diagonal(conflict, False)
    return conflict.any(1).tolist()


if __name__ == "__main__":
    main()
