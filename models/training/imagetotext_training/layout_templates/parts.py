"""What pages of every family are made of: style, texts, paragraphs, lists, tables, figures."""

import html

SANS = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Roboto", "Open Sans", "Inter", "Lato", "Carlito", "FreeSans", "sans-serif"]
SERIF = ["DejaVu Serif", "Liberation Serif", "Noto Serif", "EB Garamond", "Tinos", "Linux Libertine O", "TeX Gyre Pagella", "FreeSerif", "serif"]
MONO = ["DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "Fira Code", "Inconsolata", "monospace"]
FIGURE_NAMES = ["Figure", "Figure", "Fig.", "Fig.", "Table", "Abbildung", "Abb.", "Figura", "Tabelle", "Photo:"]


class Parts:
    """Pieces of a page, with the texts of a `TextGenerator`."""

    def __init__(self, texts):
        self.texts, self.random = texts, texts.random

    def chance(self, share):
        return self.random.random() < share

    def start(self):
        """Draws the style of a page."""
        r = self.random
        self.dark = self.chance(0.12)
        self.base = r.choice([10, 11, 12, 12, 13, 13, 14, 15, 16])
        self.leading = r.uniform(1.08, 1.6)
        self.body_family = r.choice(SERIF if self.chance(0.5) else SANS)
        self.head_family = r.choice([self.body_family, r.choice(SANS), r.choice(SERIF)])
        self.align = r.choice(["left", "left", "justify", "justify"])
        self.indent = r.choice([0, 0, 0, 1, 1.5, 2])
        self.gap = r.uniform(0.4, 1.1) if self.indent == 0 or self.chance(0.2) else 0
        self.rule = f"{r.choice([1, 1, 2])}px {r.choice(['solid', 'solid', 'dashed', 'dotted'])} rgb({','.join([str(r.choice([0, 60, 120, 190, 215]))] * 3)})"
        self.width = r.choice([640, 760, 860, 960])

    def document(self, body):
        r = self.random
        ground, ink = (r.randint(15, 45), r.randint(200, 245)) if self.dark else (r.choice([255, 255, r.randint(235, 255)]), r.randint(0, 60))
        hyphens = "auto" if self.align == "justify" and self.chance(0.7) else "manual"
        return f"""<!doctype html><html lang=en><meta charset=utf-8><style>
*{{box-sizing:border-box}} html{{background:rgb({ground},{ground},{ground})}}
body{{margin:{r.randint(8, 50)}px {r.randint(10, 60)}px;color:rgb({ink},{ink},{ink});font:{self.base}px/{self.leading:.2f} '{self.body_family}';width:{self.width}px}}
p{{margin:0 0 {self.gap:.2f}em;text-align:{self.align};text-indent:{self.indent}em;hyphens:{hyphens}}}
h1,h2,h3{{font-family:'{self.head_family}';font-weight:{r.choice([400, 600, 700, 900])};line-height:1.15;margin:{r.uniform(0.3, 1):.2f}em 0 {r.uniform(0.1, 0.6):.2f}em;break-after:avoid}}
h1{{font-size:{r.uniform(1.6, 3):.2f}em}} h2{{font-size:{r.uniform(1.15, 1.6):.2f}em}} h3{{font-size:{r.uniform(1, 1.2):.2f}em}}
table{{border-collapse:collapse}} pre{{font-family:'{r.choice(MONO)}';font-size:.9em;margin:.4em 0}}
.fig{{background:repeating-linear-gradient({r.randint(0, 90)}deg,hsl({r.randint(0, 359)},60%,60%) 0 9px,hsl({r.randint(0, 359)},60%,45%) 9px 21px)}}
</style><body>{body}"""

    # ---- texts ----

    def text(self, words):
        """About so many words of running text."""
        out = []
        language = self.random.choice(["en", "en", "documents", self.texts.language("latin")])
        while len(out) < words:
            out += self.random.choice(self.texts.texts[language]).split()
        return html.escape(" ".join(out[: max(1, words)]))

    def sentence(self, low, high):
        words = self.text(self.random.randint(low, high)).rstrip(",;:-(")
        return words[:1].upper() + words[1:] + "."

    def title(self, low=1, high=7):
        words = self.text(self.random.randint(low, high)).strip(".,;:-()[]")
        words = words[:1].upper() + words[1:]
        return words.upper() if self.chance(0.12) else words.title() if self.chance(0.2) else words

    def name(self):
        return f"{html.escape(self.texts.word().capitalize())} {html.escape(self.texts.word().capitalize())}"

    def label(self):
        return html.escape(" ".join(self.texts.word() for _ in range(self.random.choice([1, 1, 1, 2, 2, 3]))).capitalize())

    def amount(self):
        return html.escape(self.texts.amount())

    def value(self):
        t = self.texts
        return html.escape(self.random.choice([t.amount, t.date, t.identifier, lambda: t.phrase(3, "en"), lambda: t.phrase(2, "en"), lambda: str(t.number(10**5))])())

    def panel(self, padding=8):
        """The style of a box around blocks: a line, a background, or both, with square or round corners."""
        r = self.random
        tone = 255 if self.dark else r.choice([0, 0, 90])
        ground = f"background:rgb({tone},{tone},{tone},{r.uniform(0.05, 0.2):.2f})"
        line = f"border:{self.rule}"
        return f"{r.choice([line, line, ground, ground, line + ';' + ground])};border-radius:{r.choice([0, 0, 3, 6, 10])}px;padding:{padding + r.randint(-3, 8)}px"

    # ---- blocks ----

    def block(self, kind, inner, style="", tag="div"):
        return f"<{tag} data-k={kind} style=\"{style}\">{inner}</{tag}>"

    def paragraph(self, low=20, high=110, drop=False):
        words = self.sentence(low, high)
        if drop:
            words = f"<span style='float:left;font-size:{self.random.uniform(2.4, 3.6):.1f}em;line-height:.85;padding-right:.08em;text-indent:0'>{words[0]}</span>{words[1:]}"
        return self.block("paragraph", words, "text-indent:0" if drop else "", "p")

    def heading(self, level=2, low=1, high=7, style=""):
        number = f"{self.random.randint(1, 9)}{self.random.choice(['', '.', '.1', '.2'])} " if self.chance(0.2) else ""
        return self.block("heading", number + self.title(low, high), style, f"h{level}")

    def figure(self, width="100%", caption=0.7):
        r = self.random
        name = r.choice(FIGURE_NAMES)
        number = "" if name.endswith(":") else f" {r.choice(['', '', 'S', '2.'])}{r.randint(1, 20)}{r.choice([':', '.', ':', '.', ''])}"
        words = f"{name}{number} {self.sentence(3, 18)}"
        style = f"font-size:{r.uniform(0.75, 0.95):.2f}em;text-align:{r.choice(['left', 'center'])};margin:3px 0 8px;{r.choice(['', 'font-style:italic'])}"
        text = self.block("caption", words, style) if self.chance(caption) else ""
        picture = f"<div class=fig style='height:{r.randint(40, 190)}px;margin:4px 0'></div>"
        return f"<div style='width:{width};break-inside:avoid'>{text + picture if self.chance(0.15) else picture + text}</div>"

    def items(self, count, low=2, high=25, depth=0):
        r = self.random
        marker = r.choice(["•", "–", "▪", "◦", "*", "-", "1.", "1)"])
        gap, lead = r.uniform(0, 0.5), r.uniform(1.1, 2.2)
        out = []
        for number in range(1, count + 1):
            sign = marker.replace("1", str(number))
            out.append(self.block("item", f"<div data-r style='display:flex'><span style='flex:none;width:{lead:.1f}em'>{sign}</span><span>{self.sentence(low, high) if self.chance(0.6) else self.title(low, high)}</span></div>", f"margin:0 0 {gap:.2f}em {depth * 2}em;text-align:{self.align if self.chance(.3) else 'left'}"))
            if depth < 2 and self.chance(0.12):
                out.append(self.items(r.randint(1, 3), low, high, depth + 1))
        return "".join(out)

    def quote(self):
        r = self.random
        border = f"border-top:{self.rule};border-bottom:{self.rule};" if self.chance(0.6) else ""
        return self.block("paragraph", self.sentence(8, 28), f"font-size:{r.uniform(1.2, 1.6):.2f}em;text-align:center;{border}margin:1em .6em;padding:.4em 0;break-inside:avoid;font-family:'{self.head_family}'")

    def table(self, columns=None, rows=None, width=None, size=1.0, dense=False):
        """A table of text, amounts and numbers, ruled in one of the usual ways."""
        r = self.random
        columns, rows = columns or r.choice([2, 3, 3, 4, 4, 5, 6, 7, 8]), rows or r.randint(2, 18)
        long = r.randint(2, 10) if self.chance(0.35) else 0
        kinds = [r.choice(["text", "label"])] + [r.choice(["amount", "number", "number", "text", "label", "date", "mark"]) for _ in range(columns - 1)]
        style = r.choice(["grid", "grid", "rows", "rows", "head", "none", "none", "zebra", "booktabs", "upright"])
        pad = f"{r.randint(0, 6)}px {r.randint(4, 22 if not dense else 9)}px"
        align = ["left"] + ["right" if kind in ("amount", "number") and self.chance(0.75) else r.choice(["left", "left", "center"]) for kind in kinds[1:]]
        vertical = r.choice(["top", "top", "middle", "bottom"])
        empty = r.choice([0, 0, 0.08, 0.25])

        def cell(kind):
            if self.chance(empty):
                return ""
            if kind == "text":
                return self.text(r.randint(1, 3 + long * 2)) if long else self.title(1, 4)
            if kind == "label":
                return self.label()
            if kind == "amount":
                return self.amount()
            if kind == "number":
                return r.choice([str(r.randint(0, 10 ** r.randint(1, 6))), f"{r.random() * 100:.1f}", f"{r.random() * 100:.1f}%", f"{r.randint(0, 10**6):,}"])
            return html.escape(self.texts.date()) if kind == "date" else r.choice(["x", "–", "✓", "Yes", "No", "A", "n/a"])

        def row(cells, tag, index):
            ground = f"background:rgb(128,128,128,{0.15 if index % 2 else 0})" if style == "zebra" else ""
            line = {"grid": f"border:{self.rule}", "upright": f"border-left:{self.rule};border-right:{self.rule}", "rows": f"border-bottom:{self.rule}", "head": f"border-bottom:{self.rule}" if tag == "th" else "", "booktabs": f"border-bottom:{self.rule};border-top:{self.rule}" if tag == "th" else ""}.get(style, "")
            return f"<tr data-r style='{ground}'>" + "".join(f"<{tag} data-c style='padding:{pad};text-align:{align[i]};vertical-align:{vertical};{line};{'white-space:nowrap' if not long else ''}'>{text}</{tag}>" for i, text in enumerate(cells)) + "</tr>"

        body = [row([self.label() if i or self.chance(0.8) else "" for i in range(columns)], "th", 0)] if self.chance(0.75) else []
        for index in range(rows):
            body.append(row([cell(kind) for kind in kinds], "td", index + 1))
        if self.chance(0.2):
            body.append(row([r.choice(["Total", "Sum", "All"])] + ["" if kind in ("text", "label", "mark", "date") else cell(kind) for kind in kinds[1:]], "td", 0))
        width = width or r.choice(["auto", "auto", "60%", "100%", "100%"])
        return self.block("table", "".join(body), f"width:{width};font-size:{size * r.uniform(0.8, 1.05):.2f}em;margin:.5em {r.choice(['0', 'auto'])}", "table")

    def listing(self, style=""):
        """Program code, sometimes with a number before each line."""
        lines = self.texts.code().split("\n")
        if not self.chance(0.45):
            return self.block("code", html.escape("\n".join(lines)), style, "pre")
        first, gap, dim = self.random.choice([1, 1, self.random.randint(1, 900)]), self.random.uniform(0.6, 3), self.random.choice(["", "opacity:.5"])
        rows = "".join(f"<div data-r style='display:flex'><span style='flex:none;width:3em;text-align:right;margin-right:{gap:.1f}em;{dim}'>{number}</span><span style='white-space:pre'>{html.escape(line)}</span></div>" for number, line in enumerate(lines, first))
        return self.block("code", rows, style, "pre")

    def statistics(self, columns=None, rows=None):
        """A table of numbers as almanacs have it: leaders after the labels, groups, heads over several columns."""
        r = self.random
        groups = r.choice([1, 1, 2, 3])
        columns = columns or r.randint(2, 9) // groups * groups or groups
        upright = self.rule if self.chance(0.6) else "0"
        leader = r.choice([". ", ".", "", "·"])
        width = r.randint(25, 45)
        decimals = r.choice([0, 0, 1, 1, 2])
        number = lambda: r.choice(["–", "(X)", "n/a", "0"]) if self.chance(0.06) else f"{r.random() * 10 ** r.randint(1, 5):,.{decimals}f}"
        pad = f"padding:{r.choice([0, 0, 1, 2, 4])}px {r.randint(2, 9)}px"
        align = r.choice(["right", "right", "right", "center", "left"])
        side = lambda index: f"border-left:{upright}" if index % (columns // groups) == 0 or upright != "0" and self.full else ""
        self.full = self.chance(0.5)
        head = [f"<tr data-r><td data-c style='{pad}'>{self.label() if self.chance(0.7) else ''}</td>" + "".join(f"<td data-c colspan={columns // groups} style='text-align:center;border-bottom:{self.rule};{side(0)};{pad}'>{self.label()}</td>" for _ in range(groups)) + "</tr>"] if groups > 1 else []
        head.append("<tr data-r><td data-c></td>" + "".join(f"<td data-c style='text-align:{align};vertical-align:bottom;{side(i)};{pad}'>{self.label() if self.chance(0.7) else r.randint(1950, 2030)}</td>" for i in range(columns)) + "</tr>")
        body = []
        for _ in range(rows or r.randint(4, 26)):
            kind = r.random()
            deep = r.choice([0, 0, 1, 1, 2])
            bold = "font-weight:bold;" if kind < 0.12 else ""
            if kind > 0.94:
                body.append(f"<tr data-r><td data-c style='font-weight:bold;{pad}'>{self.label()}</td>{f'<td style=&quot;{side(0)}&quot;></td>' * columns}</tr>".replace("&quot;", '"'))
                continue
            dots = f"<span style='flex:1;overflow:hidden;white-space:nowrap;height:1.2em;margin-left:3px'>{leader * 120}</span>" if leader else ""
            label = f"<div style='display:flex;align-items:flex-end'><span style='max-width:85%'>{self.title(1, 4) if self.chance(0.9) else self.title(6, 9)}</span>{dots}</div>"
            cells = "".join(f"<td data-c style='text-align:{align};vertical-align:bottom;{side(i)};{pad}'>{number()}</td>" for i in range(columns))
            body.append(f"<tr data-r style='{bold}'><td data-c style='width:{width}%;padding-left:{deep}em'>{label}</td>{cells}</tr>")
        lines = f"border-top:{self.rule};border-bottom:{self.rule};" if self.chance(0.7) else ""
        return self.block("table", f"<tbody style='border-top:{self.rule}'>{''.join(head)}</tbody>" + "".join(body), f"width:100%;line-height:{r.uniform(1.05, 1.4):.2f};font-size:{r.uniform(0.75, 1):.2f}em;{lines}", "table")

    def flow(self, words, figures=0.25, lists=0.12, headings=0.3, drop=0.0, quotes=0.0, tables=0.0):
        """Headings, paragraphs and what is between them, about so many words."""
        out, r = [], self.random
        if self.chance(headings):
            out.append(self.heading(r.choice([2, 3])))
        first = True
        while words > 0:
            count = min(words, r.choice([25, 40, 60, 90, 140]))
            out.append(self.paragraph(max(3, count // 2), max(6, count), first and self.chance(drop)))
            words, first = words - count, False
            if self.chance(figures):
                out.append(self.figure())
            if self.chance(quotes):
                out.append(self.quote())
            if self.chance(tables):
                out.append(self.table(r.choice([2, 3, 4]), r.randint(2, 7), "100%", 0.85, True))
            if self.chance(0.05):
                title = self.block("heading", self.title(1, 4), "text-align:center;margin:4px 0") if self.chance(0.5) else ""
                frame = self.random.choice(["background:rgb(140,140,60,.3)", f"border:{self.rule}", ""])
                out.append(f"<div style='{frame};padding:6px;margin:10px 0;overflow:hidden;font-size:.8em'>{title}{self.listing()}</div>")
            if self.chance(lists):
                out.append(self.items(r.randint(2, 5), 2, 14))
            if self.chance(headings) and words > 0:
                out.append(self.heading(r.choice([2, 3])))
        return "".join(out)

    def columns(self, count, inner, height=None):
        """`inner` in columns of equal width, balanced or filled up to `height` pixels."""
        r = self.random
        gap = r.choice([10, 12, 14, 16, 18, 20, 24, 30, 44])
        rule = f"column-rule:{self.rule};" if self.chance(0.35) else ""
        fill = f"column-fill:auto;height:{height}px;overflow:hidden;" if height else ""
        return f"<div style='columns:{count};column-gap:{gap}px;{rule}{fill}'>{inner}</div>"

    def side_by_side(self, parts, widths=None, gap=None):
        """Elements of their own beside each other."""
        gap = gap or self.random.choice([12, 16, 20, 26, 40])
        widths = widths or ["1fr"] * len(parts)
        return f"<div style='display:grid;grid-template-columns:{' '.join(f'minmax(0,{w})' for w in widths)};column-gap:{gap}px;align-items:start'>{''.join(f'<div>{part}</div>' for part in parts)}</div>"

    def page_number(self):
        n = self.random.randint(1, 400)
        return self.random.choice([str(n), str(n), f"Page {n}", f"Page {n} of {n + 9}", f"– {n} –", f"{n} / {n + 12}", f"[{n}]"])

    def footnote(self, number):
        """A note at the foot of a page, mostly with a number or mark, or what journals print there on a first page."""
        r = self.random
        mark = r.choice([str(number)] * 4 + [f"{number}.", f"({number})", f"<sup>{number}</sup>", "*", "*", "†", "‡", "§"])
        date = lambda: html.escape(self.texts.date())
        address = lambda: f"{html.escape(self.texts.word())}@{html.escape(self.texts.word())}.{r.choice(['org', 'edu', 'com', 'de'])}"
        note = r.choice([lambda: self.sentence(5, 30)] * 3 + [
            lambda: f"{r.choice(['Corresponding author', 'Contact', 'E-mail', 'Correspondence'])}: {address()}",
            lambda: f"{r.choice(['Received', 'Submitted', 'Manuscript received'])} {date()}; {r.choice(['accepted', 'revised', 'published'])} {date()}.",
            lambda: f"{r.choice(['Supported by', 'Funded by', 'Present address:', 'See', 'Cf.', 'Ibid.,'])} {self.title(2, 9)}, p. {r.randint(1, 400)}.",
        ])()  # fmt: skip
        bare = note[0].isupper() and self.chance(0.15)
        return self.block("footnote", note if bare else f"{mark} {note}", f"font-size:{r.uniform(0.72, 0.9):.2f}em")

    def notes(self, number):
        """Up to so many footnotes, sometimes below a line."""
        r = self.random
        notes = "".join(self.footnote(n) for n in range(1, r.randint(0, number) + 1))
        line = f"<div style='width:{r.choice(['100%', '30%', '120px'])};border-top:{self.rule};margin:{r.randint(4, 20)}px 0 3px'></div>" if self.chance(0.5) else ""
        return line + notes if notes else ""

    def running(self, kind):
        """A running head or foot: a title, a page number, or both, side by side or alone."""
        r = self.random
        parts = r.choice([[self.page_number()], [self.title(1, 6)], [self.page_number(), self.title(1, 6)], [self.title(1, 5), self.page_number()], [self.title(1, 3), self.title(1, 3), self.title(1, 3)]])
        line = f"border-{'bottom' if kind == 'head' else 'top'}:{self.rule};" if self.chance(0.4) else ""
        where = "space-between" if len(parts) > 1 else r.choice(["center", "flex-start", "flex-end"])
        return self.block(kind, "".join(f"<span>{part}</span>" for part in parts), f"display:flex;justify-content:{where};font-size:{r.uniform(0.7, 1):.2f}em;{line}margin:{r.randint(6, 26)}px 0;{r.choice(['', 'font-weight:bold', f'font-family:{SANS[1]}'])}").replace("<div data-k", "<div data-r data-k", 1)

    def framed(self, inner):
        """With a running head or foot, or both, or neither."""
        head = self.running("head") if self.chance(0.5) else ""
        return head + inner + (self.running("foot") if self.chance(0.6) else "")
