"""Pages of amounts, rates and codes with the place of each character: the training pictures of the signs beside numbers.

`python -m imagetotext_training.sign_pages --count 900` writes `runs/signs/pages/*.png` and, beside each, its characters as
`.json`: text and corners. One font family in four is only on pages whose name begins with `validation`.
"""

import argparse
import html
import json
import os
import random
import subprocess
import zlib

import cv2
import numpy
from playwright.sync_api import sync_playwright

from . import degrade
from .browser_pages import CHROMIUM_ARGUMENTS
from .labelled_page import LabelledPage, TextLine, upright_quad

CURRENCIES = "₹₽₫₩฿₱₺₪₦₴₸₿€£¥$¢"
TRENDS = "↑↓→←▲▼"
SIGNS = CURRENCIES + TRENDS + "‰°§±×≈≤≥№"
"""The signs that are told from digits and letters, in the order of the classes of the network."""

OTHERS = "%+-#~<>•=—©®™†"
"""Signs that stand beside numbers too, and are read well."""

UNFIT_FAMILIES = ("Thin", "Hairline", "Icon", "Symbol", "Emoji", "Braille", "Barcode", "Blocks")

LABELS = "Revenue Total Users Growth Net Gross Price Fee Rate Share Rent Salary Balance Margin Volume Cost Tax Change Orders Weekly Monthly Budget Sales Betrag Preis Summe Prix Montant Importe Totale".split()
UNITS = "weekly total vs last month per year MoM YoY each kg ml h today".split()
COLOURS = {False: ["#111", "#111", "#333", "#666", "#888", "#0a0", "#16a34a", "#dc2626", "#c00", "#1d4ed8"], True: ["#eee", "#eee", "#bbb", "#4ade80", "#f87171", "#60a5fa"]}
GROUNDS = {False: ["#fff", "#fff", "#fff", "#f6f6f4", "#eef2ff", "#fef9c3"], True: ["#181a1f", "#000", "#1e293b", "#0f5132"]}
SIZES = [10, 11, 12, 12, 13, 13, 14, 14, 15, 16, 18, 20, 24, 28, 36]

# The characters of all texts with their boxes.
CHARACTERS_SCRIPT = """() => {
  const out = [], range = document.createRange(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    let at = 0;
    for (const character of walker.currentNode.data) {
      range.setStart(walker.currentNode, at); at += character.length; range.setEnd(walker.currentNode, at);
      const box = range.getBoundingClientRect();
      if (character.trim()) out.push([character, box.left, box.top, box.right, box.bottom]);
    }
  }
  return out;
}"""


class SignPages:
    """A seeded generator of pages, of the font families of training or of validation."""

    def __init__(self, seed, is_validation):
        self.random, self.noise = random.Random(seed), numpy.random.default_rng(seed)
        self.families = {sign: [it for it in families_with(sign) if is_held_out(it) == is_validation] for sign in SIGNS + OTHERS + "5"}

    def page(self, tab):
        """A page with one value in each cell of two columns, seen by the `tab` of a browser."""
        r = self.random
        is_dark = r.random() < 0.2
        cells = "".join(self.cell(k, is_dark) for k in range(36))
        tab.set_content(f"<body style='margin:0;background:{r.choice(GROUNDS[is_dark])}'>{cells}")
        image = cv2.imdecode(numpy.frombuffer(tab.screenshot(), numpy.uint8), cv2.IMREAD_GRAYSCALE)
        characters = [TextLine(upright_quad(*box), character) for character, *box in tab.evaluate(CHARACTERS_SCRIPT)]
        page, kind = LabelledPage(image, characters), r.random()
        return degrade.scan(page, self.noise) if kind < 0.3 else degrade.screen(page, self.noise) if kind < 0.7 else page

    def cell(self, index, is_dark):
        r = self.random
        text, sign = self.value()
        style = f'font:{r.choice([400, 400, 400, 700])} {r.choice(SIZES)}px "{r.choice(self.families[sign])}";color:{r.choice(COLOURS[is_dark])}'
        place = f"position:absolute;white-space:pre;left:{20 + 440 * (index % 2)}px;top:{20 + 64 * (index // 2)}px;line-height:1.5"
        before, after = r.choice(["", "", r.choice(LABELS) + " ", r.choice(LABELS) + ": "]), r.choice(["", "", " " + r.choice(UNITS)])
        # A number of a note is no sign either.
        note = f"<sup>{r.choice([r.randint(1, 9), r.randint(10, 99), f'{r.randint(1, 9)},{r.randint(1, 9)}'])}</sup>" if r.random() < 0.08 else ""
        return f"<div style='{place};{style}'>{html.escape(before + text + after)}{note}</div>"

    def value(self):
        """A text with a number, and the sign that its font must have."""
        r = self.random
        n, kind = self.number(), r.random()
        if kind < 0.2:
            return r.choice(["{}", "{}", "-{}", "+{}", "({})", "{}%", "{}.", "{},"]).format(n), "5"
        if kind < 0.4:
            # Letters beside numbers that are none of the signs.
            letter = r.choice("ABBCDEFGHIJKLMNNOPPPQRSTTUVWWXYZabcdefghijklmnopqrstuvwxyzđ")
            return r.choice(["{0}{1}", "{0}{1}", "{1}{0}", "{1} {0}", "{0} {1}", "-{1}{0}", "{0}{1}{0}"]).format(letter, r.choice([n, str(r.randint(1, 999))])), "5"
        sign = r.choice(SIGNS if r.random() < 0.85 else OTHERS)
        if sign in CURRENCIES:
            pattern = r.choice(["{s}{n}", "{s}{n}", "{s} {n}", "{n} {s}", "{n} {s}", "{n}{s}", "-{s}{n}", "{s}{n}K", "{s}{n}M", "({s}{n})", "{s}1{n}", "{s}{n}/{s}{n}"])
        elif sign in TRENDS:
            pattern = r.choice(["{s}{n}%", "{s}{n}%", "{s} {n}%", "{s} {n}", "{s}{n}", "{n}%{s}", "{n}{s}", "{n}% {s}", "{n} {s} {n}", "({s}{n}%)"])
        elif sign in "‰°":
            pattern = r.choice(["{n}{s}", "{n} {s}", "{n}{s}C", "{n}{s}."] if sign == "°" else ["{n}{s}", "{n} {s}", "({n}{s})"])
        elif sign in "%×":
            pattern = r.choice(["{n}{s}", "{n} {s}", "{n} {s} {n}"])
        else:
            pattern = r.choice(["{s}{n}", "{s} {n}", "{s} {n}", "({s}{n})"])
        return pattern.format(s=sign, n=n), sign

    def number(self):
        r = self.random
        return r.choice(
            [
                lambda: str(r.randint(0, 99)),
                lambda: str(r.randint(1, 9)),
                lambda: f"{r.randint(1, 999)},{r.randint(0, 999):03}",
                lambda: f"{r.randint(1, 999)}.{r.randint(0, 999):03},{r.randint(0, 99):02}",
                lambda: f"{r.randint(0, 99)}.{r.randint(0, 9)}",
                lambda: f"{r.randint(1, 999)}.{r.randint(0, 99):02}",
                lambda: f"{r.randint(1, 999)},{r.randint(0, 99):02}",
                lambda: f"{r.randint(1, 99)} {r.randint(0, 999):03}",
                lambda: str(r.randint(100, 99999)),
            ]
        )()


def families_with(character):
    """The font families of this computer that have a character and digits."""

    def having(text):
        found = subprocess.run(["fc-list", f":charset={ord(text):x}", "family"], capture_output=True, text=True, check=True).stdout
        return {line.split(",")[0] for line in found.splitlines() if line}

    return sorted(it for it in having(character) & having("5") if not any(part in it for part in UNFIT_FAMILIES))


def is_held_out(family):
    return zlib.crc32(family.encode()) % 4 == 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=900)
    arguments.add_argument("--out", default="runs/signs/pages")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    generators = {is_validation: SignPages(options.seed * 2 + is_validation, is_validation) for is_validation in (False, True)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_ARGUMENTS)
        tab = browser.new_page(viewport={"width": 900, "height": 1190})
        for index in range(options.count):
            is_validation = index % 8 == 0
            page = generators[is_validation].page(tab)
            stem = os.path.join(options.out, f"{'validation' if is_validation else 'training'}-{options.seed}-{index:05}")
            cv2.imwrite(stem + ".png", page.image)
            with open(stem + ".json", "w", encoding="utf-8") as file:
                json.dump([[it.text, it.quad.round(2).tolist()] for it in page.lines], file, ensure_ascii=False)
        browser.close()


if __name__ == "__main__":
    main()
