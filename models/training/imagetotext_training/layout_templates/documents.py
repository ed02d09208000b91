"""Books, letters, slides, lists and other documents of one column."""

import html

from .parts import Parts


class Documents(Parts):
    def plain(self):
        r = self.random
        notes = self.notes(3) if self.chance(0.4) else ""
        return self.framed(self.heading(1, 2, 8) + self.flow(r.randint(80, 450), 0.12, 0.25, 0.5, 0.1, 0.05, 0.12) + notes)

    def book(self):
        self.width = self.random.choice([420, 480, 560])
        self.align, self.indent, self.gap = "justify", 1.5, 0
        return self.running("head") + self.flow(self.random.randint(180, 400), 0.03, 0.02, 0.08, 0.1) + self.notes(3) + (self.running("foot") if self.chance(0.4) else "")

    def contents(self):
        r = self.random
        leader = r.choice([".", ". ", "·", ""])
        rows = []
        for n in range(1, r.randint(8, 26)):
            dots = f"<span style='flex:1;overflow:hidden;white-space:nowrap;margin:0 4px'>{leader * 200}</span>" if leader else "<span style='flex:1'></span>"
            number = f"<span style='width:2.4em'>{n}{r.choice(['', '.'])}</span>" if self.chance(0.5) else ""
            rows.append(f"<div data-r style='display:flex;padding-left:{r.choice([0, 0, 1.5, 3])}em'>{number}<span style='max-width:80%'>{self.title(1, 9)}</span>{dots}<span>{n * 3}</span></div>")
        inner = self.block("table", "".join(rows))
        return self.framed(self.heading(1, 1, 2) + (self.columns(2, inner) if self.chance(0.25) else inner))

    def lists(self):
        r = self.random
        parts = [self.heading(1)]
        for _ in range(r.randint(1, 4)):
            parts += [self.heading(2), self.paragraph(8, 50) if self.chance(0.6) else "", self.items(r.randint(2, 9))]
        inner = "".join(parts)
        return self.framed(self.columns(r.choice([2, 3]), inner) if self.chance(0.35) else inner)

    def code(self):
        parts = [self.heading(2)]
        for _ in range(self.random.randint(1, 3)):
            box = f"background:rgb(128,128,128,.13);padding:8px" if self.chance(0.5) else ""
            parts += [self.paragraph(8, 60), self.listing(box)]
        return self.framed("".join(parts))

    def poem(self):
        r = self.random
        verses = []
        for _ in range(r.randint(2, 5)):
            verses.append(self.block("paragraph", "".join(f"<div style='padding-left:{r.choice([0, 0, 0, 2])}em'>{self.text(r.randint(4, 8))}</div>" for _ in range(r.randint(3, 6))), "margin-bottom:1em"))
        inner = "".join(verses)
        return self.framed(self.heading(1) + (self.columns(2, inner) if self.chance(0.35) else inner))

    def slide(self):
        r = self.random
        self.width, self.base = 960, r.choice([18, 20, 24, 28])
        points = lambda: self.items(r.randint(2, 5), 2, 9)
        parts = r.choice([lambda: points(), lambda: points() + self.figure("50%"), lambda: self.side_by_side([points(), points()]), lambda: self.side_by_side([points(), self.figure()]), lambda: self.side_by_side([self.heading(3) + points() for _ in range(r.choice([2, 3]))]), lambda: self.table(r.choice([2, 3, 4]), r.randint(2, 6)), lambda: self.paragraph(10, 40)])()
        foot = self.running("foot") if self.chance(0.6) else ""
        return self.heading(1, 2, 8, f"text-align:{r.choice(['left', 'center'])}") + f"<div style='min-height:{r.randint(150, 360)}px'>{parts}</div>" + foot

    def address(self, lines=None, align="left"):
        r = self.random
        texts = [self.name(), self.title(1, 3), f"{self.label()} {r.randint(1, 200)}", f"{r.randint(10000, 99999)} {self.label()}", self.label(), html.escape(self.texts.identifier())]
        return self.block("paragraph", "".join(f"<div>{text}</div>" for text in texts[: lines or r.randint(3, 6)]), f"text-align:{align}")

    def letter(self):
        r = self.random
        date = self.block("paragraph", html.escape(self.texts.date()), f"text-align:{r.choice(['left', 'right'])};margin:1em 0")
        top = r.choice([lambda: self.side_by_side([self.address(), self.address(align=r.choice(["left", "right"]))], ["1fr", "1fr"]), lambda: self.address(align="right") + self.address(), lambda: self.address()])()
        head = self.block("head", self.title(2, 6), f"text-align:{r.choice(['left', 'center', 'right'])};border-bottom:{self.rule};font-size:1.2em") if self.chance(0.4) else ""
        subject = self.block("heading", self.title(2, 8), "font-weight:bold;margin:1.2em 0") if self.chance(0.6) else ""
        body = self.paragraph(2, 4) + "".join(self.paragraph(15, 90) for _ in range(r.randint(1, 5)))
        sign = self.block("paragraph", f"<div>{self.title(2, 3)}</div><div style='margin-top:{r.choice([0.3, 2])}em'>{self.name()}</div>", "margin-top:1em")
        foot = self.side_by_side([self.block("paragraph", "".join(f"<div>{self.title(1, 3)}</div>" for _ in range(r.randint(2, 4))), "font-size:.75em") for _ in range(r.choice([2, 3, 4]))]) if self.chance(0.3) else ""
        foot = f"<div style='margin-top:20px;border-top:{self.rule}'>{foot}</div>" if foot else ""
        return head + top + date + subject + body + sign + foot
