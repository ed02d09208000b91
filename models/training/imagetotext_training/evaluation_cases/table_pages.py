"""Pages with tables whose structure is known: `python -m imagetotext_training.evaluation_cases.table_pages --out runs/tables`.

Writes GROUP-NUMBER.png and the same name with .html, the true tables, as `cargo xtask bench --tables` reads them. The
groups: `ruled` lines around all cells, `halfruled` lines between some rows, `unruled` none, `spans` cells of several
rows and columns, `empty` cells, `lines` cells of several lines. The same seed, fonts, texts and Chromium give the same
pictures.
"""

import argparse
import dataclasses
import pathlib
import random
from html import escape

import cv2

from . import texts
from .screenshots import browser, capture
from .texts import Texts
from .window_pages import SANS, SERIF

GROUPS = ("ruled", "halfruled", "unruled", "spans", "empty", "lines")

LANGUAGES = ("en", "de", "fr", "es", "pl", "cs", "da")
"""Languages with products and streets."""

EMPTY = 0.3
"""The part of the cells, but for the first column, that is empty in `empty`."""


@dataclasses.dataclass
class Cell:
    """The lines of a cell, how many rows and columns it takes, and whether it is aligned to the right."""

    lines: list[str]
    rows: int = 1
    columns: int = 1
    right: bool = False

    def html(self, style=""):
        spans = "".join(f" {name}={value}" for name, value in (("rowspan", self.rows), ("colspan", self.columns)) if value > 1)
        return f"<td{spans}{style}>{'<br>'.join(map(escape, self.lines))}</td>"


class TablePages:
    """Tables of invented figures in one language."""

    def __init__(self, texts, language):
        self.texts, self.random, self.language = texts, texts.random, language

    def columns(self):
        """For each column a function that fills a cell, and whether it is aligned to the right."""
        t, r, language = self.texts, self.random, self.language
        first = r.choice([lambda: t.product(language), t.place, t.name, t.label])
        others = [
            (lambda: t.money(language, 9000), True),
            (lambda: t.money(language, 90), True),
            (lambda: str(r.randint(1, 4000)), True),
            (lambda: f"{r.uniform(0, 100):.1f} %", True),
            (lambda: f"{r.uniform(-40, 40):.2f}", True),
            (lambda: t.date(language), False),
            (lambda: t.code_number(6), False),
            (t.place, False),
            (lambda: r.choice(["yes", "no"]), False),
        ]
        return [(first, False), *r.sample(others, r.randint(2, 5))]

    def table(self, group):
        """The rows of a table, each a list of cells; the first row or two are its head."""
        columns = self.columns()
        rows = self.grouped_head(columns) if group == "spans" else [[Cell([self.texts.label()], right=right) for _, right in columns]]
        for _ in range(self.random.randint(4, 14)):
            rows.append([Cell([fill()], right=right) for fill, right in columns])
        if group == "empty":
            for cell in (cell for row in rows[1:] for cell in row[1:] if self.random.random() < EMPTY):
                cell.lines = []
        if group == "lines":
            for row in rows[1:]:
                row[0].lines = self.random.choice([self.address(), self.wrapped(), row[0].lines])
        if group == "spans" and self.random.random() < 0.6:
            rows[0][0].columns = 2
            rows[2:] = self.grouped_rows(rows[2:])
        return rows

    def grouped_head(self, columns):
        """Two rows: a cell of both rows over the first column, cells of several columns over the others."""
        top, bottom, left = [Cell([self.texts.label()], rows=2)], [], len(columns) - 1
        while left:
            width = min(left, self.random.randint(2, 3)) if left > 1 else 1
            if width == 1:
                top.append(Cell([self.texts.label()], rows=2, right=columns[-left][1]))
            else:
                top.append(Cell([self.texts.label()], columns=width))
                bottom += [Cell([str(2020 + index)], right=columns[index - left][1]) for index in range(width)]
            left -= width
        return [top, bottom]

    def grouped_rows(self, rows):
        """The rows with a column before the first, whose cells take several rows."""
        out = []
        while rows:
            size = min(len(rows), self.random.randint(2, 4))
            out += [[Cell([self.texts.place()], rows=size), *rows[0]], *rows[1:size]]
            rows = rows[size:]
        return out

    def address(self):
        t = self.texts
        return [t.name(), t.street(self.language), f"{t.digits(5)} {t.place()}"][: self.random.randint(2, 3)]

    def wrapped(self):
        words = self.texts.sentence(self.language, self.random.randint(7, 12)).split()
        return [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]

    def styled(self, rows, group):
        """The table as it is drawn."""
        r = self.random
        rule = f"{r.choice([1, 1, 2])}px solid {r.choice(['#000', '#444', '#999'])}"
        ruled = group == "ruled" or (group in ("spans", "empty", "lines") and r.random() < 0.4)
        half = group == "halfruled" or (group in ("spans", "empty", "lines") and not ruled and r.random() < 0.6)
        kind = r.choice(["head", "rows", "frame"])
        zebra = group == "unruled" and r.random() < 0.3
        head = 2 if group == "spans" else 1
        out = []
        for index, row in enumerate(rows):
            cells = []
            for cell in row:
                style = [f"border:{rule}"] if ruled else []
                if half and (kind == "rows" or index < head or (kind == "frame" and index == len(rows) - 1)):
                    style.append(f"border-bottom:{rule}")
                if half and kind == "frame" and index == 0:
                    style.append(f"border-top:{rule}")
                if cell.right:
                    style.append("text-align:right")
                if index < head:
                    style.append("font-weight:bold")
                if cell.columns > 1:
                    style.append("text-align:center")
                cells.append(cell.html(f' style="{";".join(style)}"'))
            out.append(f"<tr{' style=background:#eee' if zebra and index % 2 else ''}>{''.join(cells)}</tr>")
        return f"<table>{''.join(out)}</table>"

    def page(self, group):
        """(the page, its true table)."""
        t, r = self.texts, self.random
        rows = self.table(group)
        prose = lambda: f"<p>{escape(t.paragraph(self.language, 80, 360))}</p>" if r.random() < 0.7 else ""
        body = f"<h2>{escape(t.sentence(self.language, 4))}</h2>{prose()}{self.styled(rows, group)}{prose()}"
        family = r.choice(SANS + SERIF)
        html = f"""<!doctype html><meta charset=utf-8><style>html{{background:#fff;color:#111;font:{r.choice([13, 14, 16, 18])}px/1.35 '{family}'}}
body{{margin:2em 2.4em}} table{{border-collapse:collapse;margin:1em 0}} td{{padding:{r.uniform(0.1, 0.4):.2f}em {r.uniform(0.5, 1.1):.2f}em;vertical-align:{r.choice(['top', 'top', 'middle'])};white-space:nowrap}} p{{max-width:46em}}</style><body>{body}"""
        truth = "".join(f"<tr>{''.join(cell.html() for cell in row)}</tr>\n" for row in rows)
        return html, f"<table>\n{truth}</table>\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", required=True, type=pathlib.Path)
    arguments.add_argument("--each", type=int, default=10, help="pages of each group")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    paragraphs = texts.load_paragraphs()
    with browser() as chromium:
        for group in GROUPS:
            for number in range(options.each):
                source = random.Random(f"{options.seed}/{group}/{number}")
                pages = TablePages(Texts(source, paragraphs), source.choice(LANGUAGES))
                html, truth = pages.page(group)
                pixels, _ = capture(chromium, html, source.randint(900, 1200), source.choice([1, 1, 1.5, 2]))
                path = options.out / f"{group}-{number:02}"
                cv2.imwrite(f"{path}.png", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
                path.with_suffix(".html").write_text(truth, encoding="utf-8")
            print(group, options.each, flush=True)


if __name__ == "__main__":
    main()
