"""Papers, magazines, newspapers: columns and what interrupts them."""

from .parts import Parts


class Periodicals(Parts):
    margin_notes = 0.3
    """Share of the papers with notes in the margin."""

    def paper(self):
        r = self.random
        centre = f"text-align:{r.choice(['left', 'center', 'center'])}"
        top = [self.heading(1, 4, 14, centre)] if self.chance(0.7) else []
        if top:
            top.append(self.block("paragraph", ", ".join(self.name() for _ in range(r.randint(1, 9))), centre))
            for _ in range(r.choice([0, 1, 1, 2])):
                top.append(self.block("paragraph", self.title(3, 12), centre + ";font-size:.9em"))
        abstract = self.heading(3, 1, 1) + self.paragraph(40, 120)
        count = r.choice([1, 2, 2, 2, 2, 3])
        words = r.randint(250, 700)
        tall = r.choice([None, None, r.randint(300, 800)])
        wide_abstract = top and self.chance(0.4)
        inner = ("" if wide_abstract or not top else abstract) + self.flow(words, 0.15, 0.06, 0.3, 0, 0.03, 0.06)
        body = self.columns(count, inner, tall)
        if self.chance(0.25):  # a figure or table over all columns, then columns again
            wide = self.figure() if self.chance(0.5) else self.table(width="100%")
            body += f"<div style='margin:12px 0'>{wide}</div>" + self.columns(count, self.flow(r.randint(120, 300), 0.1))
        elif count > 1 and self.chance(0.25):  # columns of their own with a footnote at the foot of one
            foot = self.block("footnote", f"{r.randint(1, 9)} {self.sentence(6, 40)}", f"font-size:.8em;margin-top:14px;{r.choice(['', 'border-top:' + self.rule])}")
            parts = [self.flow(r.randint(100, 220), 0.1) for _ in range(count)]
            at = r.randrange(count)
            parts[at] += foot
            body = self.side_by_side(parts)
        if self.chance(self.margin_notes):
            notes = "".join(self.block("paragraph", self.sentence(4, 25), "font-size:.75em;margin:0 0 1em") for _ in range(r.randint(1, 6)))
            kind, wide = r.choice(["first", "left", "right"]), f"{r.choice([2, 3, 4])}fr"
            if kind == "first":  # they begin with the text, and are read before it
                body = self.side_by_side([notes, body], ["1fr", wide])
            else:  # they are beside a text that has begun above them, and are read after it
                if kind == "left" and self.chance(0.5):  # beside the title too
                    top, body = [], "".join(top) + (abstract if wide_abstract else "") + body
                    wide_abstract = False
                notes = f"<div style='padding-top:{r.randint(40, 420)}px'>{notes}</div>" if kind == "left" else notes
                body = self.side_by_side([body, notes], [wide, "1fr"])
                if kind == "left":
                    body = f"<div style='direction:rtl'>{body}</div>".replace("<div><", "<div style='direction:ltr'><", 2)
        if wide_abstract:
            body = f"<div style='margin:0 {r.choice([0, 40, 80])}px 14px'>{abstract}</div>" + body
        return self.framed("".join(top) + body + self.notes(2))

    def magazine(self):
        r = self.random
        count = r.choice([2, 2, 3, 3, 4])
        head = self.heading(1, 2, 8) + (self.block("paragraph", self.sentence(8, 22), f"font-size:1.25em;margin-bottom:1em") if self.chance(0.5) else "")
        byline = self.block("paragraph", self.name()) if self.chance(0.4) else ""
        kind = r.random()
        if kind < 0.5:
            body = self.columns(count, self.flow(r.randint(250, 600), 0.25, 0.05, 0.2, 0.5, 0.2, 0.05), r.choice([None, r.randint(350, 800)]))
        elif kind < 0.75:  # columns of unequal width, each a text of its own
            widths = [f"{r.choice([1, 1.3, 1.6, 2, 2.5])}fr" for _ in range(count)]
            body = self.side_by_side([self.flow(r.randint(60, 220), 0.3, 0.1, 0.5, 0.3, 0.1) for _ in range(count)], widths)
        else:  # a picture or box that the text runs round
            side = r.choice(["left", "right"])
            box = self.figure(f"{r.randint(25, 50)}%").replace("style='", f"style='float:{side};margin:0 12px 4px 12px;", 1) if self.chance(0.7) else f"<div style='float:{side};width:40%;margin:0 14px 6px;padding:8px;border:{self.rule};background:rgb(128,128,128,.12)'>{self.flow(40, 0, 0.3, 1)}</div>"
            body = self.paragraph(20, 60, self.chance(0.4)) + box + self.flow(r.randint(150, 350), 0, 0, 0.2)
        if self.chance(0.25):
            body += f"<div style='margin-top:12px;padding:10px;background:rgb(128,128,128,.15)'>{self.heading(3)}{self.columns(r.choice([1, 2]), self.flow(r.randint(40, 120), 0, 0.3, 0))}</div>"
        return self.framed(head + byline + body)

    def stories(self):
        """Short texts of their own side by side, mostly with gutters hardly wider than the blanks of justified lines."""
        r = self.random
        count = r.choice([2, 2, 2, 3])
        self.width = int(count * self.base * r.uniform(11, 22))
        head = self.heading(r.choice([1, 2]), 1, 4) if self.chance(0.5) else ""
        gap = round(self.base * (r.uniform(0.8, 1.6) if self.chance(0.7) else r.uniform(1.6, 9)))
        longest = r.choice([25, 60, 130])
        title = lambda: self.heading(3, 1, 3) if titled else ""
        titled = self.chance(0.3)
        parts = [title() + self.flow(r.randint(7, longest), 0, 0, 0) for _ in range(count)]
        body = self.side_by_side(parts, gap=gap) if self.chance(0.6) else f"<div style='columns:{count};column-gap:{gap}px'>{''.join(parts)}</div>"
        return f"<div style='overflow-wrap:anywhere'>{head}{body}</div>"

    def newspaper(self):
        r = self.random
        self.width = r.choice([860, 960, 1060])
        self.base = r.choice([10, 11, 12, 13])
        top = self.block("heading", self.title(1, 3), "text-align:center;font-size:3.4em", "h1") if self.chance(0.5) else ""
        if top and self.chance(0.7):
            top += f"<div data-r style='display:flex;justify-content:space-between;border-top:{self.rule};border-bottom:{self.rule};font-size:.85em'>{''.join(self.block('head', t, '', 'span') for t in (self.title(2, 4), self.texts.date(), self.title(1, 2)))}</div>"
        stories = []
        for _ in range(r.randint(1, 3)):
            count = r.choice([2, 3, 3, 4, 5])
            head = self.heading(r.choice([1, 2]), 3, 10, f"text-align:{r.choice(['left', 'center'])}")
            story = head + self.columns(count, self.flow(r.randint(110, 380), 0.12, 0.02, 0.1, 0.2, 0.05))
            stories.append(f"<div style='margin:10px 0;{r.choice(['', 'border-bottom:' + self.rule])}'>{story}</div>")
        if self.chance(0.5):  # an article beside several others, or advertisements
            side = "".join(f"<div style='border:{self.rule};padding:8px;margin-bottom:10px;text-align:center'>{self.heading(3)}{''.join(self.block('paragraph', self.title(2, 8)) for _ in range(r.randint(1, 5)))}</div>" for _ in range(r.randint(1, 4)))
            stories[-1] = self.side_by_side([stories[-1], side], [f"{r.choice([2, 3, 4])}fr", "1fr"])
        return self.framed(top + "".join(stories))
