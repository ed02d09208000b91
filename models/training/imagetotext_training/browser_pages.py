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

from .alphabet import clean, known
from .html_templates import HtmlTemplates
from .labelled_page import LabelledPage, TextLine, join_words
from .text_generator import TextGenerator

PAGES_PER_SHARD = 24

CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

UNUSABLE = "\x00"
"""Stands for a word whose text or place is not known."""

# For each word: its text (null if it wraps), left, right, baseline, ascent, descent in device pixels.
WORDS_SCRIPT = """scale => {
  const out = [], seen = new Map(), ink = document.createElement('canvas').getContext('2d');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode, style = getComputedStyle(node.parentElement);
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    if (!seen.has(font)) {
      ink.font = font;
      const up = ink.measureText('dlH'), down = ink.measureText('pqg');
      seen.set(font, [up.fontBoundingBoxAscent, up.fontBoundingBoxDescent, up.actualBoundingBoxAscent, down.actualBoundingBoxDescent]);
    }
    const [above, below, ascent, descent] = seen.get(font);
    for (const match of node.data.matchAll(/\\S+/g)) {
      range.setStart(node, match.index); range.setEnd(node, match.index + match[0].length);
      const rects = [...range.getClientRects()].filter(r => r.width > 0);
      for (const r of rects) {
        const baseline = r.top + (r.height - above - below) / 2 + above;
        out.push([rects.length == 1 ? match[0] : null, r.left * scale, r.right * scale, baseline * scale, ascent * scale, descent * scale]);
      }
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
                pickle.dump(shard, file, protocol=5)
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
    """The lines of a page; a word that wraps or has unknown characters makes its whole line unusable."""
    usable = [(word[0] if word[0] and known(clean(word[0])) else UNUSABLE, *word[1:]) for word in words]
    return [TextLine(line.quad, None if UNUSABLE in line.text else clean(line.text)) for line in join_words(usable)]


if __name__ == "__main__":
    main()
