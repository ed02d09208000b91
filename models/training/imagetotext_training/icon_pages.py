"""Pages of parts of program windows with the place of each icon, control and character: the training pictures of the icons.

`python -m imagetotext_training.icon_pages --count 900` writes `runs/icons/pages/*.png` and, beside each, what is on it as
`.json`: class and corners. One icon and one font family in four are only on pages whose name begins with `validation`.

With `--plain runs/browser` they are pages of `browser_pages` instead, with the lines of text on them: class, corners and text.
"""

import argparse
import base64
import glob
import html
import json
import os
import pickle
import random

import cv2
import numpy
from playwright.sync_api import sync_playwright

from . import degrade
from .browser_pages import CHROMIUM_ARGUMENTS
from .html_windows import EMOJI
from .labelled_page import LabelledPage, TextLine, upright_quad
from .page_stream import unpacked
from .sign_pages import COLOURS, GROUNDS, families_with, is_held_out

TEXT, ICON, EMPTY_BOX, TICKED_BOX, CROSSED_BOX, RADIO_OFF, RADIO_ON, CIRCLED = CLASSES = ("text", "icon", "☐", "☑", "☒", "○", "◉", "circled")
"""What a short word may be, in the order of the classes of the network. `circled` is a character in a circle or a box."""

THEMES = ("Papirus/*/actions/*.svg", "Papirus/*/panel/*.svg", "Papirus/*/places/*.svg", "Papirus/*/mimetypes/*.svg", "Papirus/*/apps/*.svg", "Papirus/*/status/*.svg", "breeze/*/*/*.svg", "Adwaita/symbolic/*/*.svg", "Adwaita/scalable/*/*.svg", "Tango/scalable/*/*.svg")
"""Icons of programs below /usr/share/icons."""

ICONS_OF_THEME, MOST_BYTES = 700, 12_000
"""Most icons of one pattern; larger files are pictures rather than icons."""

DRAWN = ("M6 9l6 6 6-6", "M9 6l6 6-6 6", "M6 15l6-6 6 6", "M15 6l-6 6 6 6", "M4 7h16l-8 10z", "M7 4l10 8-10 8z", "M4 17h16L12 7z", "M6 6l12 12M18 6L6 18", "M5 12h14", "M12 5v14M5 12h14", "M3 6h18M3 12h18M3 18h18", "M5 5h14v14H5z", "M3 8h13v13H3zM8 8V3h13v13h-5", "M10 4a6 6 0 100 12 6 6 0 000-12zM15 15l6 6", "M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5", "M9 4a6 6 0 110 12 6 6 0 010-12zM5 14l-4 6", "M4 4h16v16H4zM8 12h8", "M4 4h16v16H4zM8 12h8M12 8v8", "M2 8h20L12 20zM12 2l7 4H5z", "M12 2l6 7H6zM12 22l6-7H6z", "M12 3a9 9 0 100 18 9 9 0 000-18zM12 8v8M8 12h8", "M4 12a8 8 0 0116 0M20 12l-3-3M20 12l3-3", "M4 20l4-1L20 7l-3-3L5 16z", "M12 6v.1M12 12v.1M12 18v.1", "M6 12h.1M12 12h.1M18 12h.1", "M12 3a4 4 0 100 8 4 4 0 000-8zM4 21c0-9 16-9 16 0", "M6 11h12v10H6zM8 11V7a4 4 0 018 0v4", "M3 12l9-8 9 8M6 10v10h12V10", "M8 5v14M16 5v14", "M6 4l14 8-14 8z", "M3 11v2M7 8v8M11 5v14M15 8v8M19 11v2", "M12 2l3 7h7l-6 4 3 8-7-5-7 5 3-8-6-4h7z", "M5 13l4 4L19 7")
"""Strokes of usual icons in a square of 24."""

TICKS, CROSSES = ("M5 13l4 4L19 7", "M4 12l5 6L20 5", "M6 11l4 7L21 2", "M7 12l3 4L17 8", "M3 13l6 6L21 6"), ("M5 5l14 14M19 5L5 19", "M2 2l20 20M22 2L2 22", "M7 7l10 10M17 7L7 17")
"""What is in boxes, in the same square."""

BULLETS, SIGNS = "•·–—-*▪■►»◦", "&+-–=/%#?!*@©®§✓✔✗✘×→|"

WORDS = "in to of or is on at an be by no de un en la le du es el et au ou My OK Up Go If It AM PM ID PC TV UK EU US km kg cm mm ms GB MB kB px pt m² 1. 2. 3. 10 12 24 99 a) b) (1) A. I. II IV".split()
LABELS = "Open Save Close Settings General Advanced Network Search Apply Cancel Help About File Edit View Tools Window Name Size Type Modified Enable Show hidden files Remember password Start automatically Language Theme Colour Font Zoom Play Pause Next Back Home Inbox Sent Drafts Contacts Calendar Notes Photos Music Documents Downloads Pictures Videos Recent Trash Datei Bearbeiten Ansicht Einstellungen Allgemein Suchen Drucken Fichier Affichage Archivo Ayuda Male Female Yes No Single Married Other Visa Cash".split()

# What is marked with a class, and each character of the other texts, with their boxes.
PARTS_SCRIPT = """scale => {
  const out = [], range = document.createRange(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const put = (name, box) => out.push([name, box.left * scale, box.top * scale, box.right * scale, box.bottom * scale]);
  for (const part of document.querySelectorAll('[data-class]')) put(part.dataset.class, part.getBoundingClientRect());
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('[data-class]')) continue;
    let at = 0;
    for (const character of walker.currentNode.data) {
      range.setStart(walker.currentNode, at); at += character.length; range.setEnd(walker.currentNode, at);
      if (character.trim()) put('text', range.getBoundingClientRect());
    }
  }
  return out;
}"""


class IconPages:
    """A seeded generator of pages, with the icons and font families of training or of validation."""

    def __init__(self, seed, is_validation):
        self.random, self.noise = random.Random(seed), numpy.random.default_rng(seed)
        is_of_part = lambda name: is_held_out(name) == is_validation
        self.families = [it for it in families_with("a") if is_of_part(it)]
        self.families_of_boxes = [it for it in families_with("☑") if is_of_part(it)] or families_with("☑")
        self.themes = [icons for icons in (self.icons_of(pattern, is_of_part) for pattern in THEMES) if icons]

    def icons_of(self, pattern, is_of_part):
        paths = [it for it in sorted(glob.glob("/usr/share/icons/" + pattern)) if is_of_part(os.path.basename(it)) and os.path.getsize(it) < MOST_BYTES]
        return self.random.sample(paths, min(ICONS_OF_THEME, len(paths)))

    def page(self, browser):
        """A page of cells in three columns, seen in a tab of a `browser`."""
        r = self.random
        self.is_dark = r.random() < 0.25
        self.ground = r.choice(GROUNDS[self.is_dark])
        cells = "".join(self.cell(index) for index in range(75))
        scale = r.choice([1, 1, 1, 1.25, 1.5, 2])
        tab = browser.new_page(viewport={"width": 1110, "height": 1190}, device_scale_factor=scale)
        tab.set_content(f"<style>div,span{{white-space:pre}} svg{{display:inline-block;vertical-align:middle}} img{{vertical-align:middle}}</style><body style='margin:0;background:{self.ground}'>{cells}")
        image = cv2.imdecode(numpy.frombuffer(tab.screenshot(), numpy.uint8), cv2.IMREAD_GRAYSCALE)
        parts = [TextLine(upright_quad(*box), name) for name, *box in tab.evaluate(PARTS_SCRIPT, scale)]
        tab.close()
        page, kind = LabelledPage(image, parts), r.random()
        return degrade.scan(page, self.noise) if kind < 0.12 else degrade.screen(page, self.noise) if kind < 0.6 else page

    def cell(self, index):
        r = self.random
        self.size = r.choice([10, 11, 12, 12, 13, 13, 14, 14, 15, 16, 18, 20, 24, 28])
        self.colour = r.choice(COLOURS[self.is_dark])
        kinds = [self.labelled_icon] * 5 + [self.options] * 5 + [self.field] * 3 + [self.icons] * 2 + [self.tree_row] * 2 + [self.short_texts] * 5 + [self.badges] * 2 + [self.list_row] * 2 + [self.boxes_of_font]
        body = r.choice(kinds)()
        chosen = f"background:{r.choice(['#1d4ed8', '#2f7d32', '#444'])};color:#fff;" if r.random() < 0.08 else f"color:{self.colour};"
        family = r.choice(self.families)
        return f"<div style='position:absolute;left:{16 + 365 * (index % 3)}px;top:{12 + 47 * (index // 3)}px;max-width:350px;overflow:hidden;padding:3px;font:{r.choice([400, 400, 400, 700])} {self.size}px \"{family}\";{chosen}'>{body}</div>"

    # ---- parts ----

    def gap(self, least=2, most=14):
        return f"<span style='display:inline-block;width:{self.random.randint(least, most)}px'></span>"

    def label(self, most=3):
        return html.escape(" ".join(self.random.choice(LABELS) for _ in range(self.random.randint(1, most))))

    def stroke(self, path, side, extra=""):
        r = self.random
        return f"<svg viewBox='0 0 24 24' style='width:{side}px;height:{side}px' fill={r.choice(['none', 'none', 'currentColor'])} stroke=currentColor stroke-width={r.choice([1.5, 2, 2, 3])} {extra}><path d='{path}'/></svg>"

    def icon(self, side=None):
        """A drawn icon, one of a theme or an emoji."""
        r, side = self.random, side or round(self.size * self.random.uniform(0.8, 1.7))
        kind = r.random()
        if kind < 0.35:
            return self.stroke(r.choice(DRAWN), side, f"data-class={ICON}")
        if kind < 0.42:
            return f"<span data-class={ICON} style='font-size:{side}px;font-family:Noto Color Emoji,Symbola'>{r.choice(EMOJI)}</span>"
        with open(r.choice(r.choice(self.themes)), "rb") as file:
            data = base64.b64encode(file.read()).decode()
        shade = "filter:invert(1);" if self.is_dark else r.choice(["", "", "opacity:.6;"])
        return f"<img data-class={ICON} style='width:{side}px;height:{side}px;{shade}' src='data:image/svg+xml;base64,{data}'>"

    def control(self):
        """A check box or a radio button."""
        r = self.random
        side, is_radio, state = round(self.size * r.uniform(0.75, 1.3)), r.random() < 0.3, r.choice([0, 1, 1, 2])
        name = (RADIO_OFF, RADIO_ON)[min(state, 1)] if is_radio else (EMPTY_BOX, TICKED_BOX, CROSSED_BOX)[state]
        if r.random() < 0.3 and state < 2:
            kind, accent = "radio" if is_radio else "checkbox", r.choice(["", f"accent-color:hsl({r.randint(0, 359)},70%,40%);"])
            return f"<input data-class={name} type={kind}{' checked' if state else ''} style='margin:0;vertical-align:middle;width:{side}px;height:{side}px;{accent}'>"
        is_filled = state > 0 and r.random() < 0.3
        edge = r.choice(["currentColor", "currentColor", "#888", "#767676"])
        accent = r.choice(["#0067c0", "#3584e4", "#3daee9", "#2f7d32", "#555", "#c2410c"])
        radius = side if is_radio else r.choice([0, 0, 2, 3, side // 4])
        frame = f"background:{accent};border:1px solid {accent};color:#fff" if is_filled else f"border:{r.choice([1, 1, 1, 2, max(1, side // 9)])}px solid {edge};background:{r.choice(['transparent', 'transparent', '#fff8'])}"
        inside = ""
        if is_radio and state:
            inner = round(side * r.uniform(0.35, 0.6))
            inside = f"<span style='position:absolute;left:50%;top:50%;width:{inner}px;height:{inner}px;margin:-{inner / 2}px;border-radius:50%;background:{'#fff' if is_filled else r.choice(['currentColor', accent])}'></span>"
        elif state:
            path, over = (r.choice(TICKS), r.choice([1, 1, 1, 1.3])) if state == 1 else (r.choice(CROSSES), r.choice([0.7, 1, 1, 1.2]))
            inside = f"<svg viewBox='0 0 24 24' fill=none stroke=currentColor stroke-width={r.choice([2, 3, 4])} style='position:absolute;left:50%;top:50%;width:{over * side}px;height:{over * side}px;margin:-{over * side / 2}px'><path d='{path}'/></svg>"
        return f"<span data-class={name} style='position:relative;display:inline-block;box-sizing:border-box;vertical-align:middle;width:{side}px;height:{side}px;border-radius:{radius}px;{frame}'>{inside}</span>"

    # ---- cells ----

    def labelled_icon(self):
        r = self.random
        before, after = r.random() < 0.8, r.random() < 0.3
        frame = r.choice(["", "", "border:1px solid #9998;border-radius:4px;padding:2px 6px", "background:#8883;padding:3px 8px"])
        return f"<span style='{frame}'>{self.icon() + self.gap() if before else ''}{self.label()}{self.gap(3, 24) + self.icon() if after or not before else ''}</span>"

    def options(self):
        return self.gap(4, 30).join(f"{self.control()}{self.gap(3, 10)}{self.label(2)}" for _ in range(self.random.randint(1, 3)))

    def field(self):
        """A field with an arrow at its end, or for a search."""
        r = self.random
        text = r.choice([self.label(2), str(r.randint(0, 999)), f"<span style='opacity:.6'>{r.choice(['Search', 'Suchen…', 'Find', 'Filter', 'Type here'])}</span>"])
        arrow = self.stroke(r.choice(DRAWN[:7] + DRAWN[18:20]), round(self.size * r.uniform(0.5, 1)), f"data-class={ICON}")
        before = self.icon() + self.gap(3, 8) if r.random() < 0.4 else ""
        return f"<span style='border:1px solid #8888;border-radius:{r.choice([0, 3, 12])}px;padding:2px 6px'>{before}{text}{self.gap(4, 60)}{arrow}</span>"

    def icons(self):
        side = round(self.size * self.random.uniform(1, 1.8))
        return self.gap(4, 20).join(self.icon(side) for _ in range(self.random.randint(1, 6)))

    def tree_row(self):
        r = self.random
        twisty = self.stroke(r.choice(DRAWN[:7]), round(self.size * r.uniform(0.5, 0.9)), f"data-class={ICON}")
        return f"{self.gap(0, 30)}{twisty if r.random() < 0.7 else ''}{self.gap()}{self.icon(round(self.size * 1.2))}{self.gap(3, 8)}{self.label()}"

    def short_texts(self):
        """Words of one or two characters, alone, at the ends of lines and in rows."""
        r = self.random
        short = lambda: html.escape(r.choice([lambda: r.choice(WORDS), lambda: r.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), lambda: r.choice("abcdefghijklmnopqrstuvwxyz"), lambda: str(r.randint(0, 9)), lambda: str(r.randint(10, 99)), lambda: r.choice(SIGNS)])())
        kind = r.random()
        if kind < 0.3:
            return short()
        if kind < 0.6:
            return self.gap(20, 60).join(short() for _ in range(r.randint(2, 5)))
        if kind < 0.8:
            return f"{short()} {self.label()}"
        return f"{self.label()} {short()}"

    def list_row(self):
        r = self.random
        return f"{r.choice(BULLETS)}{r.choice([' ', '  ', self.gap()])}{self.label(4)}"

    def badges(self):
        """Characters in circles and boxes: numbers of steps, keys, fields of forms."""
        r = self.random
        side = round(self.size * r.uniform(1.5, 2))
        frame = r.choice([f"background:hsl({r.randint(0, 359)},70%,{r.randint(25, 50)}%);color:#fff;border-radius:{r.choice([side, side, 3])}px", f"border:1px solid;border-radius:{r.choice([side, side, 0, 3])}px"])
        badge = lambda: f"<span data-class={CIRCLED} style='display:inline-block;box-sizing:border-box;vertical-align:middle;text-align:center;width:{side}px;height:{side}px;line-height:{side}px;{frame}'>{r.choice('123456789ABCDEFGHabcixi?')}</span>"
        if r.random() < 0.6:
            return r.choice([f"{badge()}{self.gap()}{self.label()}", f"{self.label()}{self.gap()}{badge()}"])
        return self.gap(0, 12).join(badge() for _ in range(r.randint(1, 5)))

    def boxes_of_font(self):
        """Boxes that are characters."""
        r = self.random
        box = lambda: f"<span data-class={(name := r.choice(CLASSES[2:7]))} style='font-family:\"{r.choice(self.families_of_boxes)}\"'>{name}</span>"
        return self.gap(4, 30).join(f"{box()} {self.label(2)}" for _ in range(r.randint(1, 3)))


def plain_pages(folder):
    """All pages of the shards of a folder, with the lines whose text is known."""
    for path in sorted(glob.glob(os.path.join(folder, "*.pickle"))):
        with open(path, "rb") as file:
            for page in map(unpacked, pickle.load(file)):
                yield page.image, [[TEXT, line.quad.round(2).tolist(), line.text] for line in page.lines if line.text]


def drawn_pages(count, seed):
    """New pages of training and of validation, one of eight."""
    generators = [IconPages(seed * 2 + is_validation, is_validation) for is_validation in (False, True)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_ARGUMENTS)
        for index in range(count):
            page = generators[index % 8 == 0].page(browser)
            yield page.image, [[it.text, it.quad.round(2).tolist()] for it in page.lines]
        browser.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=900)
    arguments.add_argument("--plain", help="folder of shards of other pages")
    arguments.add_argument("--out", default="runs/icons/pages")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    pages, kind = (plain_pages(options.plain), "plain") if options.plain else (drawn_pages(options.count, options.seed), options.seed)
    for index, (image, parts) in enumerate(pages):
        stem = os.path.join(options.out, f"{'validation' if index % 8 == 0 else 'training'}-{kind}-{index:05}")
        cv2.imwrite(stem + ".png", image)
        with open(stem + ".json", "w", encoding="utf-8") as file:
            json.dump(parts, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
