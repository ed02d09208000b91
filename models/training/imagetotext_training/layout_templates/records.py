"""Invoices, forms, receipts, tables: what is read across."""

import html

from .parts import MONO, Parts


class Records(Parts):
    def pairs(self, count, width=None, colon=None):
        """Labels with their values to the right, one pair below the other."""
        r = self.random
        colon = colon if colon is not None else r.choice([":", ":", ""])
        bold = r.choice(["font-weight:bold", "", "color:rgb(110,110,110)"])
        width = width or r.randint(80, 220)
        space = r.uniform(0, 0.9)
        align = r.choice(["left", "left", "right"])
        line = r.choice(["", "", f"border-bottom:{self.rule}"])
        end = r.choice(["", "", "margin-left:auto"])
        rows = "".join(f"<div data-r style='display:flex;gap:10px;margin-bottom:{space:.2f}em;{line}'><span style='flex:none;width:{width}px;{bold};text-align:{align}'>{self.label()}{colon}</span><span style='{end}'>{self.value() if self.chance(0.93) else ''}</span></div>" for _ in range(count))
        return self.block("table", rows)

    def above(self, columns, rows=1):
        """Values below their labels, several side by side."""
        r = self.random
        out = []
        for _ in range(rows):
            for make, style in ((lambda: self.label() + r.choice(["", ":"]), f"font-size:{r.uniform(0.7, 1):.2f}em;{r.choice(['font-weight:bold', ''])}"), (self.value, "margin-bottom:6px")):
                out.append(f"<div data-r style='display:grid;grid-template-columns:repeat({columns},1fr);column-gap:16px;{style}'>{''.join(f'<span data-c>{make()}</span>' for _ in range(columns))}</div>")
        return self.block("table", "".join(out), "margin:10px 0")

    def totals(self):
        r = self.random
        rows = "".join(f"<div data-r style='display:flex;justify-content:space-between'><span>{self.label()}</span><span>{self.amount()}</span></div>" for _ in range(r.randint(1, 4)))
        return self.block("table", rows, f"width:{r.randint(30, 50)}%;margin:8px 0 8px auto;{r.choice(['', 'border-top:' + self.rule])}")

    def invoice(self):
        r = self.random
        head = self.heading(1, 1, 3) if self.chance(0.8) else ""
        company = self.address(align=r.choice(["left", "right"]))
        meta = r.choice([lambda: self.pairs(r.randint(2, 6), r.randint(90, 150)), lambda: self.above(r.choice([3, 4]), r.choice([1, 1, 2]))])
        top = r.choice([lambda: head + self.side_by_side([self.address(), company]) + meta(), lambda: self.side_by_side([head + self.address(), self.pairs(r.randint(2, 6), 110)]), lambda: company + head + self.side_by_side([self.heading(3) + self.address(), self.heading(3) + self.address()]) + meta(), lambda: head + company + self.address() + meta()])()
        table = self.table(r.randint(3, 7), r.randint(1, 9), "100%")
        foot = self.paragraph(5, 30) if self.chance(0.6) else ""
        if self.chance(0.3):
            foot += self.side_by_side([self.block("paragraph", "".join(f"<div>{self.title(1, 3)}</div>" for _ in range(3)), "font-size:.75em") for _ in range(3)])
        return self.framed(top + "<div style='height:12px'></div>" + table + self.totals() + foot)

    def field_row(self):
        """One row of a form: a label with its field, two of them, boxes to tick, or a sentence."""
        r = self.random
        line = f"border-bottom:{self.rule}"
        box = r.choice([line, line, f"border:{self.rule};padding:1px 6px", ""])
        field = lambda: f"<span style='flex:none'>{self.label()}{r.choice([':', ':', ''])}</span><span style='flex:{r.choice([1, 1, 2])};{box};min-height:1.3em'>{self.value() if self.chance(0.75) else ''}</span>"
        kind = r.random()
        if kind < 0.4:
            return self.block("table", f"<div data-r style='display:flex;gap:8px;margin:5px 0'>{field()}</div>")
        if kind < 0.62:
            return self.block("table", f"<div data-r style='display:flex;gap:10px;margin:5px 0'>{field()}{field()}{field() if self.chance(0.3) else ''}</div>")
        if kind < 0.74:
            ticks = "".join(f"<span style='white-space:nowrap'><input type=checkbox {r.choice(['', 'checked'])}> {self.label()}</span>" for _ in range(r.randint(2, 4)))
            return self.block("table", f"<div data-r style='display:flex;gap:{r.choice([10, 24, 40])}px;margin:5px 0'>{f'<span>{self.label()}</span>' if self.chance(0.5) else ''}{ticks}</div>")
        if kind < 0.84:
            comb = "".join(f"<span style='border:{self.rule};width:1.5em;text-align:center'>{r.choice('0123456789ABCDEFG')}</span>" for _ in range(r.randint(4, 10)))
            return self.block("table", f"<div data-r style='display:flex;margin:5px 0'><span style='margin-right:12px'>{self.label()}:</span>{comb}</div>")
        if kind < 0.93:
            return self.above(r.choice([2, 2, 3, 4]))
        return self.block("paragraph", self.sentence(5, 40), "font-size:.9em;margin:4px 0")

    def form(self):
        r = self.random
        parts = [self.heading(1, 2, 8, f"text-align:{r.choice(['left', 'center'])}"), self.paragraph(8, 50) if self.chance(0.5) else ""]
        for _ in range(r.randint(1, 4)):
            parts.append(self.heading(3, 1, 5, r.choice(["", "background:rgb(128,128,128,.25);padding:2px 6px"])))
            if self.chance(0.35):
                parts.append(self.pairs(r.randint(3, 8)))
            else:
                parts.append("".join(self.field_row() for _ in range(r.randint(2, 7))))
        if self.chance(0.2):
            parts.append(self.side_by_side([self.heading(3) + self.pairs(r.randint(3, 6), 90), self.heading(3) + self.pairs(r.randint(3, 6), 90)], gap=40))
        sign = f"<div data-r style='display:flex;gap:60px;margin-top:26px'>{''.join(f'<span style=&quot;flex:1;border-top:1px solid&quot;>{self.label()}</span>' for _ in range(2))}</div>".replace("&quot;", '"')
        parts.append(self.block("table", sign) if self.chance(0.4) else "")
        return self.framed("".join(parts))

    def table_page(self):
        r = self.random
        caption = self.block("caption", f"Table {r.randint(1, 20)}{r.choice(['.', ':'])} {self.sentence(3, 16)}", "margin:8px 0;" + r.choice(["", "text-align:center"])) if self.chance(0.6) else ""
        before = self.flow(r.randint(20, 90), 0, 0.1, 0.5) if self.chance(0.5) else ""
        after = self.flow(r.randint(20, 90), 0, 0, 0.2) if self.chance(0.4) else ""
        table = self.statistics() if self.chance(0.35) else self.table(width=r.choice(["auto", "100%", "100%", "70%"]))
        second = self.heading(3) + self.table() if self.chance(0.25) else ""
        if self.chance(0.2):  # text columns below
            after = self.columns(r.choice([2, 3]), self.flow(r.randint(120, 300), 0, 0.05, 0.2))
        return self.framed(before + (table + caption if self.chance(0.2) else caption + table) + second + after)

    def bare_table(self):
        """A table of texts and a few numbers alone, without ruling lines, whose columns are mostly close together."""
        r = self.random
        texts = [self.label, self.name, lambda: self.title(1, 4), lambda: self.text(r.randint(2, 6))]
        if self.chance(0.25):  # cells of several lines
            texts = [*texts, lambda: self.sentence(3, 16)]
        kinds = [r.choice(texts)] + [r.choice([*texts, self.amount, lambda: html.escape(self.texts.date())]) for _ in range(r.choice([1, 1, 2, 2, 3]))]
        gap = r.uniform(0.8, 2.2) if self.chance(0.6) else r.uniform(2, 24 / len(kinds))
        pad = f"{r.uniform(0, 0.4):.2f}em {gap:.2f}em {r.uniform(0, 0.4):.2f}em 0"
        rows = [[kind() for kind in kinds] for _ in range(r.choice([3, 4, 5, r.randint(3, 18)]))]
        if self.chance(0.3):
            rows.insert(0, [self.label() for _ in kinds])
        cells = lambda row: "".join(f"<td data-c style='padding:{pad};vertical-align:top;max-width:{r.randint(14, 24)}em'>{cell}</td>" for cell in row)
        body = "".join(f"<tr data-r>{cells(row)}</tr>" for row in rows)
        head = self.heading(r.choice([1, 2]), 1, 4) if self.chance(0.4) else ""
        return head + self.block("table", body, "", "table")

    def receipt(self):
        r = self.random
        self.width, centre = r.choice([220, 260, 320, 380]), "text-align:center"
        if self.chance(0.5):
            self.body_family, self.leading = r.choice(MONO), r.uniform(1.05, 1.3)
        top = self.block("paragraph", "".join(f"<div>{self.title(1, 4)}</div>" for _ in range(r.randint(2, 5))), centre)
        meta = self.pairs(r.randint(0, 4), r.randint(70, 120)) if self.chance(0.6) else ""
        gap = r.choice([4, 14, 14, 24])
        row = lambda *cells: f"<div data-r style='display:flex;justify-content:space-between;gap:{gap}px'>{''.join(f'<span data-c>{cell}</span>' for cell in cells)}</div>"
        count = r.choice([0.0, 0.4, 1.0])

        def item():
            if self.chance(count):
                number = f"{r.randint(1, 9)}{r.choice([' x', 'x', ''])}"
                name = row(f"{number} {self.title(1, 3)}", self.amount()) if self.chance(0.5) else row(number, self.title(1, 3), self.amount())
            else:
                name = row(self.title(1, 4), self.amount())
            more = row(f"&nbsp;&nbsp;{r.randint(1, 12)} x {self.amount()}") if self.chance(count / 2) else ""
            return more + name if self.chance(0.2) else name + more

        items = self.block("table", "".join(item() for _ in range(r.randint(2, 12))))
        line = self.block("paragraph", r.choice("-=*_.") * (self.width // 9), "white-space:nowrap;overflow:hidden")
        frame = "" if self.chance(0.4) else f"border-top:{self.rule};border-bottom:{self.rule};"
        items = (items if frame else line + items + line)
        totals = self.block("table", "".join(row(self.title(1, 3), self.amount()) for _ in range(r.randint(1, 4))), r.choice(["font-weight:bold", "", "font-size:1.3em"]))
        tax = self.block("table", row(*(self.label() for _ in range(4))) + row(f"{r.randint(5, 25)}%", *(self.amount() for _ in range(3))), "font-size:.8em") if self.chance(0.3) else ""
        return top + meta + f"<div style='{frame}margin:6px 0'>{items}</div>" + totals + tax + self.block("paragraph", "".join(f"<div>{self.title(2, 6)}</div>" for _ in range(r.randint(1, 3))), centre)
