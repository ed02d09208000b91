"""Pages of known structure from Chromium: pictures, and of each word its place, block, row and number in reading order.

`python -m imagetotext_training.layout_pages --count 800 --out runs/layout/pages` writes `NAME.png` and `NAME.json`.
"""

import argparse
import json
import os

from playwright.sync_api import sync_playwright

from .browser_pages import CHROMIUM_ARGUMENTS
from .layout_templates import LayoutTemplates
from .text_generator import TextGenerator

LARGEST_HEIGHT = 1500
"""In pixels of the style sheet; what is below is cut off."""

# Words in reading order: text, left, top, right, bottom in device pixels, numbers of block, row and cell (-1: none), kind.
WORDS_SCRIPT = """scale => {
  const out = [], numbers = new Map(), range = document.createRange();
  const number = element => { if (!element) return -1; if (!numbers.has(element)) numbers.set(element, numbers.size); return numbers.get(element); };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    const block = parent.closest('[data-k]'), row = parent.closest('[data-r]');
    let cell = parent.closest('[data-c]');
    if (row && !cell) for (cell = parent; cell !== row && cell.parentElement !== row;) cell = cell.parentElement;
    const clips = [];
    for (let at = parent; at && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflow === 'hidden') clips.push(at.getBoundingClientRect());
    for (const match of node.data.matchAll(/\\S+/g)) {
      range.setStart(node, match.index); range.setEnd(node, match.index + match[0].length);
      for (const r of range.getClientRects()) {
        if (r.width <= 0 || clips.some(c => r.left > c.right - 2 || r.top > c.bottom - 4 || r.right > c.right + 1 || r.bottom > c.bottom + 2)) continue;
        out.push([match[0], r.left * scale, r.top * scale, r.right * scale, r.bottom * scale, number(block), number(row), number(cell), block ? block.dataset.k : 'paragraph']);
      }
    }
  }
  return out;
}"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=800)
    arguments.add_argument("--out", default="runs/layout/pages")
    arguments.add_argument("--corpus", default="runs/corpus.json")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--template", help="the name of the only one to draw")
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    templates = LayoutTemplates(TextGenerator(options.seed, options.corpus))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_ARGUMENTS)
        for number in range(options.count):
            html, kind = templates.page(options.template)
            picture, words = render(browser, html, templates)
            path = os.path.join(options.out, f"{options.seed:03}-{number:05}-{kind}")
            # The picture last: it is the sign that a page is complete.
            with open(path + ".json", "w", encoding="utf-8") as file:
                json.dump(words, file, ensure_ascii=False)
            with open(path + ".png.new", "wb") as file:
                file.write(picture)
            os.replace(path + ".png.new", path + ".png")


def render(browser, html, templates):
    """The picture of a page at a random scale, and its words."""
    scale = templates.random.choice([1, 1, 1.25, 1.5, 1.5, 2])
    tab = browser.new_page(viewport={"width": templates.width + 120, "height": 300}, device_scale_factor=scale)
    try:
        tab.set_content(html)
        height = min(LARGEST_HEIGHT, tab.evaluate("document.documentElement.scrollHeight"))
        tab.set_viewport_size({"width": templates.width + 120, "height": max(200, height)})
        words = [word for word in tab.evaluate(WORDS_SCRIPT, scale) if word[4] < height * scale]
        return tab.screenshot(), words
    finally:
        tab.close()


if __name__ == "__main__":
    main()
