"""Screenshots of our own pages by Chromium, with the place and text of every word read from the DOM.

`python -m imagetotext_training.browser --minutes 60` writes shards of sheets; training picks them up as they come.
"""

import argparse
import os
import pickle
import time

import cv2
import numpy
from playwright.sync_api import sync_playwright

from .alphabet import clean, known
from .phrases import Phrases
from .sheet import Line, Sheet, join_words
from .templates import Pages

SHARD = 24
"""Sheets in one file."""

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

# For each word: text (null if it wraps), left, right, baseline, ascent, descent in device pixels.
WORDS = """scale => {
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
    end, made = time.time() + options.minutes * 60, 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        pages = Pages(Phrases(options.seed))
        while time.time() < end:
            sheets = [capture(browser, pages) for _ in range(SHARD)]
            path = os.path.join(options.out, f"{options.seed}-{made:05}.pickle")
            with open(path + ".new", "wb") as file:
                pickle.dump(sheets, file, protocol=5)
            os.replace(path + ".new", path)
            made += 1
            print(path, sum(len(sheet.lines) for sheet in sheets), "lines", flush=True)


def capture(browser, pages):
    """One sheet: a window of random size and scale on a random page."""
    random = pages.random
    scale = random.choice([1, 1, 1, 1, 1.25, 1.5, 2])
    size = {"width": int(random.choice([420, 560, 640, 800, 1000, 1200]) / scale**0.5), "height": int(random.randint(240, 760) / scale**0.5)}
    page = browser.new_page(viewport=size, device_scale_factor=scale)
    try:
        page.set_content(pages.page())
        words = page.evaluate(WORDS, scale)
        image = cv2.imdecode(numpy.frombuffer(page.screenshot(), numpy.uint8), cv2.IMREAD_COLOR)
    finally:
        page.close()
    return Sheet(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), lines_of(words)).clipped()


def lines_of(words):
    """The lines of a page; words that wrap or hold unknown characters make their whole line unusable."""
    usable = [(word[0] if word[0] and known(clean(word[0])) else "\x00", *word[1:]) for word in words]
    lines = join_words(usable)
    return [Line(line.quad, None if "\x00" in line.text else clean(line.text)) for line in lines]


if __name__ == "__main__":
    main()
