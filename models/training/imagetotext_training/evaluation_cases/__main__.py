"""Draws the evaluation pictures: `python -m imagetotext_training.evaluation_cases --out runs/cases`.

Writes CLASS/LANGUAGE-SIZEpx-NUMBER.png and the same name with .txt, as `cargo xtask bench --cases` and
`python -m imagetotext_training.compare_programs` read them. The same seed, fonts, texts and Chromium give the same pictures.
"""

import argparse
import pathlib
import random

import cv2

from ..alphabet import clean
from . import texts
from .classes import CLASSES
from .screenshots import browser


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", required=True, type=pathlib.Path)
    arguments.add_argument("--each", type=int, default=20, help="pictures of each class")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", choices=CLASSES, help="one class instead of all")
    options = arguments.parse_args()
    paragraphs = texts.load_paragraphs()
    with browser() as chromium:
        for name in [options.only] if options.only else CLASSES:
            for number in range(options.each):
                save(draw(name, number, options.seed, paragraphs, chromium), options.out / name, number)
            print(name, options.each, flush=True)


def draw(name, number, seed, paragraphs, chromium):
    """Picture `number` of a class; no picture depends on those before it."""
    return CLASSES[name](random.Random(f"{seed}/{name}/{number}"), paragraphs, chromium)


def save(case, folder, number):
    """Writes the picture and its text, normalised by `alphabet.clean`, one line of text per line."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{case.language}-{case.px}px-{number:02}"
    cv2.imwrite(f"{path}.png", cv2.cvtColor(case.pixels, cv2.COLOR_RGB2BGR))
    lines = [clean(line) for line in case.text.split("\n")]
    path.with_suffix(".txt").write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
