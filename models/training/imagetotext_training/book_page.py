"""Pages of books: justified text, hyphens at line ends, drop capitals, small capitals, notes, long s."""

import re

from .alphabet import CLASS_OF
from .font_choice import same_font
from .page_canvas import PageCanvas

LONG_S = "ſ"

VOWELS = "aeiouyäöüáéíóúàèìòùâêîôûåøæœаеиоуыэюяіїєαεηιουω"

NOTE_MARKS = "* † ‡ § ¹ ² ³".split()


class BookPage:
    """Draws book pages with the texts, fonts and random numbers of a `PageRenderer`."""

    def __init__(self, renderer):
        self.renderer, self.random, self.texts = renderer, renderer.random, renderer.texts

    def page(self):
        """One page without wear."""
        r = self.random
        width, height = r.randint(380, 900), r.randint(300, 1000)
        canvas = PageCanvas.blank(width, height, 255)
        names = self.renderer.fonts.typewriter if r.random() < 0.12 else self.renderer.fonts.book
        self.old = r.random() < 0.12
        text = self.texts.paragraph()
        self.size = round(r.choice([r.uniform(12, 20), r.uniform(16, 30), r.uniform(24, 42)]))
        chosen = self.renderer.font_for(text + "-", size=self.size, names=names)
        if chosen is None:
            return canvas.page()
        font, self.characters = chosen
        margin = r.randint(12, max(13, width // 8))
        left, right, y = margin, width - margin, r.randint(6, 60)
        pitch = round((font[1] + font[2]) * r.uniform(0.98, 1.5))
        self.indent = r.choice([0, 1, 1.5, 2]) * self.size
        if r.random() < 0.6:
            y = self.running_head(canvas, left, right, y, font) + pitch // 2
        first = True
        while y + font[1] + font[2] < height - 4:
            if r.random() < 0.15:
                y = self.heading(canvas, left, right, y, font) + pitch // 2
            y = self.paragraph(canvas, text, left, right, y, font, pitch, drop=first and r.random() < 0.3)
            if r.random() < 0.15:
                y = self.rule_and_notes(canvas, left, right, y, names)
            first = False
            text = self.texts.paragraph()
        return canvas.page()

    def readable(self, text):
        return set(text) - {" ", LONG_S} <= self.characters

    def paragraph(self, canvas, text, left, right, y, font, pitch, drop=False):
        """Justified lines below `y`; returns where they end."""
        if not self.readable(text):
            return y + 2
        words = text.split()[: self.random.randint(10, 160)]
        height, size = canvas.image.size[1], font[1] + font[2]
        room_left = left + (0 if drop else self.indent)
        narrow = 0
        if drop and len(words) > 12 and words[0][0].isalpha() and y + 3 * pitch < height:
            room_left, narrow = self.drop_capital(canvas, words, left, y, font, pitch)
        spaced = self.random.random() < 0.06
        while words and y + size < height:
            row, words = self.fill_row(words, right - room_left, font)
            if not row:
                break
            last = not words
            self.draw_row(canvas, row, room_left, right, y + font[1], font, justify=not last, spaced=spaced and self.random.random() < 0.4)
            y += pitch
            narrow -= 1
            room_left = left if narrow <= 0 else room_left
        return y

    def fill_row(self, words, room, font):
        """The words of the next row, with the last one divided if it does not fit, and the words that are left."""
        space, used, row = font[0].getlength(" "), 0.0, []
        for index, word in enumerate(words):
            length = font[0].getlength(word)
            if used + length <= room:
                row.append(word)
                used += length + space
                continue
            for cut in range(len(word) - 3, 1, -1):
                if word[:cut + 2].isalpha() and word[cut - 1].lower() in VOWELS and used + font[0].getlength(word[:cut] + "-") <= room:
                    return [*row, word[:cut] + "-"], [word[cut:], *words[index + 1 :]]
            return row, words[index:] if row else words[index + 1 :]
        return row, []

    def draw_row(self, canvas, row, left, right, baseline, font, justify, spaced):
        """Draws the words of a row, spread to the right margin with `justify`, as one line."""
        r = self.random
        shown, label = zip(*(self.typeset(word) for word in row))
        tracking = 0.0
        if spaced:
            # Letter-spaced emphasis, as in old German print.
            tracking = font[1] * r.uniform(0.1, 0.25)
        # Authors of a paper: most names are followed by the numbers of their institutes.
        authors = r.random() < 0.04
        marks = [self.note_mark() if authors and r.random() < 0.75 else "" for _ in row]
        lengths = [font[0].getlength(word + mark) + tracking * len(word) for word, mark in zip(shown, marks)]
        space = font[0].getlength(" ") + 2 * tracking
        free = right - left - sum(lengths)
        if justify and len(row) > 1:
            space = min(max(0.6 * space, free / (len(row) - 1)), 3.2 * space, 0.8 * (font[1] + font[2]))
        x, ink = left, r.choice([0, 0, 20, 40])
        for word, mark, length in zip(shown, marks, lengths):
            end = canvas.glyphs(word, round(x), baseline, font, ink, tracking)
            if mark:
                end = self.raised(canvas, mark, end, baseline, font, ink)
            else:
                end = round(x) + length
            x = max(x + length, end) + space
        text = " ".join(word + mark for word, mark in zip(label, marks))
        if not authors and r.random() < 0.04:
            mark = self.note_mark()
            end = self.raised(canvas, mark, end + 1, baseline, font, ink)
            text += mark
        canvas.label(text, left, baseline, end, font)

    def note_mark(self):
        mark = self.random.choice([*NOTE_MARKS, "1", "2", "3", "4", "5", "12", "(1)", "*)", "1,2", "2,3", "1,2,*", "4,11"])
        return mark if set(mark) <= self.characters else "*"

    def raised(self, canvas, mark, x, baseline, font, ink):
        """Draws a note mark above the line; returns its right end. Signs that are high anyway keep their size."""
        if mark in "*†‡¹²³":
            return canvas.glyphs(mark, round(x), baseline, font, ink)
        small = same_font(font, max(6, round(self.size * 0.62)))
        return canvas.glyphs(mark, round(x), baseline - round(font[1] * 0.42), small, ink)

    def typeset(self, word):
        """How a word is shown, and its label; both have the long s of old print if the alphabet has it."""
        if not self.old or LONG_S not in self.characters:
            return word, word
        shown = re.sub(r"s(?=[a-zà-ÿ-])", LONG_S, word)
        return shown, shown if LONG_S in CLASS_OF else word

    def running_head(self, canvas, left, right, y, font):
        """Title and page number above the text; returns where they end."""
        r = self.random
        number, title = str(r.randint(1, 900)), self.texts.phrase(4)
        title = title.upper() if len(title.upper()) == len(title) else title
        baseline = y + font[1]
        if not self.readable(title):
            title = ""
        length = font[0].getlength(title)
        if title and length < (right - left) * 0.7:
            canvas.text(title, round((left + right - length) / 2), baseline, font, 0)
        if r.random() < 0.7:
            side = left if r.random() < 0.5 else right - font[0].getlength(number)
            if not title or abs(side - (left + right - length) / 2) > font[0].getlength(number) + font[1] * 2:
                canvas.text(number, round(side), baseline, font, 0)
        return baseline + font[2]

    def heading(self, canvas, left, right, y, font):
        """A centred heading in larger letters, capitals or small capitals; returns where it ends."""
        r = self.random
        text = r.choice([lambda: self.texts.phrase(4), lambda: f"CHAPTER {r.choice(['I', 'II', 'III', 'IV', 'V', 'VI', 'IX', 'X', 'XII', 'XIV'])}.", lambda: f"{r.randint(1, 40)}.", lambda: f"§ {r.randint(1, 99)}.", lambda: f"— {r.randint(1, 400)} —"])()
        large = same_font(font, round(self.size * r.uniform(0.9, 1.9)))
        if not self.readable(text):
            return y
        baseline, kind = y + large[1], r.random()
        if baseline + large[2] > canvas.image.size[1]:
            return y
        if kind < 0.35 and len(text.upper()) == len(text) and self.readable(text.upper()):
            return self.small_capitals(canvas, text, left, right, baseline, large)
        spacing = r.uniform(0.05, 0.3) * self.size if r.random() < 0.25 else 0.0
        length = large[0].getlength(text) + spacing * (len(text) - 1)
        if length > right - left:
            return y
        canvas.text(text, round((left + right - length) / 2), baseline, large, 0, spacing)
        return baseline + large[2]

    def small_capitals(self, canvas, text, left, right, baseline, font):
        """Capitals, those for small letters lower; the label has capitals, as the shapes are."""
        small = same_font(font, max(7, round(font[1] * 1.05)))
        parts = re.findall(r"[^\W\d_]+|.", text)
        pieces = []
        for part in parts:
            if part[0].isupper() or not part[0].isalpha():
                pieces.append((part[0], font))
                if part[1:]:
                    pieces.append((part[1:].upper(), small))
            else:
                pieces.append((part.upper(), small))
        length = sum(f[0].getlength(t) for t, f in pieces)
        if length > right - left:
            return baseline
        x = start = round((left + right - length) / 2)
        for part, part_font in pieces:
            x = canvas.glyphs(part, round(x), baseline, part_font, 0)
        canvas.label(text.upper(), start, baseline, x, font)
        return baseline + font[2]

    def drop_capital(self, canvas, words, left, y, font, pitch):
        """Draws the first letter over two or three lines and takes it from `words`; (left side, number) of the lines beside it."""
        lines = self.random.choice([2, 3])
        letter = words[0][0].upper()
        large = same_font(font, round(self.size * ((lines - 1) * pitch + font[1]) / max(1, font[1])))
        baseline = y + font[1] + (lines - 1) * pitch
        if letter not in self.characters or baseline + large[2] > canvas.image.size[1]:
            return left + self.indent, 0
        end = canvas.text(letter, left, baseline, large, 0)
        words[0] = words[0][1:]
        if not words[0]:
            del words[0]
        return round(end + 0.95 * (font[1] + font[2])) if self.random.random() < 0.3 else round(end + max(3, self.size * 0.3)), lines

    def rule_and_notes(self, canvas, left, right, y, names):
        """A short rule and notes in small letters; returns where they end."""
        r = self.random
        size = max(8, round(self.size * r.uniform(0.65, 0.85)))
        text = self.texts.paragraph()
        chosen = self.renderer.font_for(text + "-", size=size, names=names)
        if chosen is None:
            return y
        body_characters = self.characters
        font, self.characters = chosen
        canvas.draw.line((left, y + 4, left + (right - left) * r.uniform(0.15, 1), y + 4), fill=0)
        mark = self.note_mark() + " "
        y = self.paragraph(canvas, mark + text, left, right, y + 10, font, font[1] + font[2] + r.randint(0, 3))
        self.characters = body_characters
        return y
