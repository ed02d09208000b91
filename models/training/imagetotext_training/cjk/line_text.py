"""The text of random lines: running text, lists of words, and characters that are rare in both."""

import json
import os
import random
import re
from collections import Counter

from ..corpus import held_out
from .alphabet import CLASS_OF, OTHER, is_han

LONGEST = 72
"""Most characters of a line, in widths of a Latin letter; a Han character has two."""

DIGITS = re.compile(r"\d")


class LineTexts:
    """Random lines of the texts in `folder`; with `validation` only of those that training never sees."""

    def __init__(self, seed, folder, validation=False):
        self.random = random.Random(seed)
        with open(os.path.join(folder, "texts.json"), encoding="utf-8") as file:
            collected = json.load(file)
        self.texts = {
            language: {kind: [text for text in texts if held_out(text) == validation] for kind, texts in kinds.items()}
            for language, kinds in collected.items()
        }
        self.counts = {language: Counter("".join(kinds["running"])) for language, kinds in self.texts.items()}
        self.weights = {}

    def line(self, language, font_name, characters):
        """A line in `characters`, the string of those that the font `font_name` has, as it shall be read and drawn."""
        r = self.random
        kind = r.random()
        if language == "latin" or kind < 0.5:
            text = self.running(language)
        elif kind < 0.75:
            text = self.words(language)
        else:
            text = self.rare(language, font_name, characters)
        return " ".join(cut(text, r).split())

    def running(self, language):
        """A piece of a sentence, now and then with other digits."""
        r = self.random
        text = r.choice(self.texts[language]["running"])
        if r.random() < 0.6:
            text = text[r.randrange(len(text)) :]
        # Messages are short, lines of a page are not.
        while len(text) < LONGEST and r.random() < 0.6:
            text += r.choice(["", " ", "，"]) + r.choice(self.texts[language]["running"])
        if r.random() < 0.3:
            text = DIGITS.sub(lambda _: r.choice("0123456789"), text)
        return text

    def words(self, language):
        r = self.random
        words = [r.choice(self.texts[language]["words"]) for _ in range(r.randint(1, 12))]
        for index in range(len(words)):
            if r.random() < 0.15:
                words[index] = self.number()
            elif r.random() < 0.06:
                words[index] = r.choice("「『（《【“(") + words[index] + r.choice("」』）》】”)")
        between = r.choice(["", "", "、", "，", " ", " ", " · ", "/", "：", ": ", "-", "|", "。"])
        return between.join(words)

    def number(self):
        """A number, date, time, price or version."""
        r = self.random
        digits = lambda least, most: "".join(r.choice("0123456789") for _ in range(r.randint(least, most)))
        return r.choice(
            [
                lambda: digits(1, 6),
                lambda: f"{digits(1, 3)},{digits(3, 3)}",
                lambda: f"{digits(1, 3)}.{digits(1, 2)}",
                lambda: f"20{digits(2, 2)}{r.choice('-/.年')}{r.randint(1, 12)}{r.choice('-/.月')}{r.randint(1, 31)}",
                lambda: f"{r.randint(0, 23)}:{digits(2, 2)}",
                lambda: f"{r.choice('¥$￥€₩')}{digits(1, 5)}",
                lambda: f"{digits(1, 3)}{r.choice(['%', '％', '℃', '円', '元', '원', '年', '个', '個', 'GB', 'MB', 'km', 'cm', '㎡'])}",
                lambda: f"{digits(2, 4)}-{digits(3, 4)}-{digits(4, 4)}",
                lambda: "".join(chr(ord(c) + 0xFEE0) for c in digits(1, 5)),
                lambda: r.choice("①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ※●■◆★○→·•"),
            ]
        )()

    def rare(self, language, font_name, characters):
        """Characters in random order; one that is rare in the texts comes more often."""
        r = self.random
        if font_name not in self.weights:
            counts = self.counts[language]
            total, sums = 0.0, []
            for character in characters:
                # Han and Hangul count fully, signs less: there are few of them, and other lines have them too.
                share = 1.0 if is_han(character) or "\uac00" <= character <= "\ud7a3" else 0.35
                share *= 0.15 if character not in CLASS_OF else 1.0
                total += share / (20 + counts[character]) ** 0.4
                sums.append(total)
            self.weights[font_name] = sums
        picked = r.choices(characters, cum_weights=self.weights[font_name], k=r.randint(1, 24))
        if r.random() < 0.3:
            picked.insert(r.randrange(len(picked) + 1), r.choice(["，", "。", "、", " ", self.number()]))
        return "".join(picked)


def cut(text, r):
    """`text` cut to a random width: mostly long lines, but also single characters and words."""
    width = LONGEST if r.random() < 0.35 else int(2 * (LONGEST / 2) ** r.random() ** 0.7)
    taken = 0
    for index, character in enumerate(text):
        taken += 1 if character < "\u0250" else 2
        if taken > width:
            return text[:index]
    return text


def label(text):
    """What the recogniser shall return for a drawn `text`: characters outside the alphabet become `OTHER`."""
    return "".join(c if c in CLASS_OF else OTHER for c in text)
