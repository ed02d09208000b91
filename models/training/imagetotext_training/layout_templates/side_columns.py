"""Pages with a column of another kind beside the text: facts of a journal, notes, boxes, key figures, panes of a window.

A column that begins with the text at its left is read before it; one that begins lower, or at its right, after it.
"""

import html

from .periodicals import Periodicals
from .programs import Programs


class SideColumns(Periodicals, Programs):
    def beside(self, main, side, widths=(2.2, 4.2), frame=""):
        """`main` with a narrow column beside it: at the left or right, level with it, lower, or at the foot."""
        r = self.random
        is_left, where = self.chance(0.65), r.choice(["level", "lower", "lower", "lower", "foot"])
        style = {"level": "", "lower": f"margin-top:{r.randint(60, 520)}px", "foot": "align-self:flex-end"}[where]
        column = f"<div style='flex:1;min-width:0;{frame};{style}'>{side}</div>"
        text = f"<div style='flex:{r.uniform(*widths):.2f};min-width:0'>{main}</div>"
        gap = r.choice([14, 18, 24, 30, 44])
        if is_left and where == "level":
            parts, direction = [column, text], "row"
        else:
            parts, direction = [text, column], "row-reverse" if is_left else "row"
        return f"<div style='display:flex;flex-direction:{direction};align-items:flex-start;column-gap:{gap}px'>{''.join(parts)}</div>"

    def facts(self, low, high):
        """Short entries with a name each: cited as, received, licence, editor."""
        r = self.random
        size, space = f"font-size:{r.uniform(0.68, 0.92):.2f}em", r.uniform(0.2, 1.4)
        kind = r.choice(["inline", "inline", "heading", "plain"])
        family = f"font-family:'{self.head_family}'" if self.chance(0.4) else ""
        out = []
        for _ in range(r.randint(low, high)):
            words = r.choice([lambda: html.escape(self.texts.date()), lambda: self.title(2, 6), lambda: self.sentence(6, 40), lambda: self.sentence(6, 40)])()
            if kind == "heading":
                out.append(self.block("heading", self.label(), f"{size};font-weight:bold;{family}"))
            name = f"<b>{self.label()}:</b> " if kind == "inline" else ""
            out.append(self.block("paragraph", name + words, f"{size};margin-bottom:{space:.2f}em;{family}"))
        badge = self.block("paragraph", self.label(), f"width:6em;text-align:center;border:{self.rule};padding:8px;margin-bottom:{r.randint(6, 90)}px;{size}") if self.chance(0.35) else ""
        line = f"border-top:{self.rule};padding-top:{r.randint(4, 20)}px" if self.chance(0.4) else ""
        return f"{badge}<div style='{line}'>{''.join(out)}</div>"

    def journal(self):
        """The first page of an article."""
        r = self.random
        self.base, self.width = r.choice([10, 11, 12, 13, 14]), r.choice([680, 760, 860])
        kicker = self.block("paragraph", self.label().upper(), "font-size:.85em") if self.chance(0.5) else ""
        authors = self.block("paragraph", ", ".join(f"{self.name()}<sup>{r.randint(1, 6)}</sup>" for _ in range(r.randint(1, 9))), f"margin:.6em 0;{r.choice(['', 'font-weight:bold'])}")
        places = "".join(self.block("paragraph", f"<sup>{n}</sup> {self.title(5, 16)}", "font-size:.85em") for n in range(1, r.choice([1, 2, 3, 5])))
        places = places if self.chance(0.6) else self.block("paragraph", self.text(r.randint(10, 60)), "font-size:.85em")
        mail = self.block("paragraph", f"* {html.escape(self.texts.identifier())}@{html.escape(self.texts.word())}.org", "font-size:.85em;margin:.8em 0") if self.chance(0.5) else ""
        title = kicker + self.heading(1, 4, 16) + authors
        parts = "".join(self.heading(3, 1, 1) + self.paragraph(15, 70) for _ in range(r.randint(2, 5))) if self.chance(0.4) else self.paragraph(60, 180)
        text = places + mail + self.heading(2, 1, 1) + parts
        if self.chance(0.4):
            text += self.paragraph(4, 12)
        if self.chance(0.5):
            text += self.heading(2) + self.flow(r.randint(60, 250), 0.05, 0.05, 0.3)
        facts = self.facts(3, 10)
        if self.chance(0.25):  # the title goes over both
            return self.framed(title + self.beside(text, facts))
        return self.framed(self.beside(title + text, facts))

    def textbook(self):
        """Notes and small figures in the margin of a text."""
        r = self.random
        notes = "".join(f"<div style='margin-top:{r.choice([8, 20, r.randint(20, 220)])}px'>{self.figure() if self.chance(0.2) else self.block('paragraph', self.sentence(4, 30), 'font-size:.8em')}</div>" for _ in range(r.randint(1, 6)))
        return self.framed(self.beside(self.heading(1, 1, 6) + self.flow(r.randint(160, 420), 0.08, 0.1, 0.3), notes, (2.5, 4.5)))

    def fact_box(self):
        """An article with a box of facts or links beside it."""
        r = self.random
        box = self.heading(3, 1, 4) + r.choice([lambda: self.items(r.randint(2, 6), 2, 12), lambda: self.flow(r.randint(25, 80), 0, 0.2, 0), lambda: "".join(self.block("paragraph", self.title(3, 10), "margin-bottom:.7em") for _ in range(r.randint(2, 7)))])()
        text = self.flow(r.randint(150, 420), 0.1, 0.05, 0.25, 0.2, 0.1)
        text = self.columns(2, text) if self.chance(0.3) else text
        frame = self.panel() if self.chance(0.7) else ""
        head = self.heading(1, 3, 9) + (self.block("paragraph", self.sentence(8, 24), "font-size:1.2em;margin-bottom:1em") if self.chance(0.5) else "")
        if self.chance(0.5):
            return self.framed(head + self.beside(text, box, (2, 3.5), frame))
        return self.framed(self.beside(head + text, box, (2, 3.5), frame))

    def key_figures(self):
        """A report with large numbers at the side, each with what it counts."""
        r = self.random
        large, under = r.uniform(1.4, 2.8), self.chance(0.7)
        out = []
        for _ in range(r.randint(2, 6)):
            number = self.block("paragraph", self.amount() if self.chance(0.6) else f"{r.randint(2, 990)}{r.choice(['', '%', ' k', ' M'])}", f"font-size:{large:.2f}em;line-height:1.1")
            label = self.block("paragraph", self.title(1, 6), "font-size:.85em")
            out.append(f"<div style='margin-bottom:{r.uniform(0.6, 2):.2f}em'>{number + label if under else label + number}</div>")
        main = self.heading(1, 2, 8) + self.flow(r.randint(120, 380), 0.1, 0.15, 0.35, 0, 0, 0.05)
        return self.framed(self.beside(main, "".join(out), (2.4, 4.2), self.panel() if self.chance(0.3) else ""))

    def tone(self, dark):
        """Colours of a background and of the text on it."""
        r = self.random
        hue, rich = r.randint(0, 359), r.choice([0, 10, 25, 60])
        light, ink = (r.randint(10, 32), r.randint(80, 98)) if dark else (r.randint(86, 97), r.randint(5, 30))
        return f"background:hsl({hue},{rich}%,{light}%);color:hsl({hue},10%,{ink}%)"

    def pane(self, width, inner, style=""):
        return f"<div style='flex:{width};min-width:0;{style}'>{inner}</div>"

    def whole_page(self, top, panes):
        """Panes from edge to edge of the picture, below a band if there is one."""
        return f"<div style='position:absolute;left:0;top:0;width:100vw;min-height:100vh;display:flex;flex-direction:column'>{top}<div style='flex:1;display:flex'>{''.join(panes)}</div></div>"

    def links(self, low, high):
        """Entries of a side bar, one below the other."""
        r = self.random
        space = r.randint(2, 18)
        count = lambda: f" {r.randint(1, 99)}" if self.chance(0.25) else ""
        chosen = r.randrange(8)
        entry = lambda n: self.block("paragraph", self.label() + count(), f"padding:{space / 2}px 8px;{'background:rgb(128,128,128,.35)' if n == chosen else ''}")
        groups = []
        for _ in range(r.choice([1, 1, 2])):
            name = self.block("heading", self.label().upper(), "font-size:.8em;opacity:.75;margin:14px 8px 4px") if self.chance(0.3) else ""
            groups.append(name + "".join(entry(n) for n in range(r.randint(low, high))))
        return "".join(groups)

    def mail(self):
        """A list of short texts, several lines each."""
        r = self.random
        line = f"border-bottom:{r.choice([self.rule, '1px solid rgb(128,128,128,.3)'])}" if self.chance(0.8) else ""
        pad, lines = r.randint(4, 14), r.choice([2, 3, 3])
        out = []
        for _ in range(r.randint(3, 11)):
            first = self.name() if self.chance(0.6) else self.label()
            if self.chance(0.25):
                first = f"<div data-r style='display:flex;justify-content:space-between'><b>{first}</b><span>{r.randint(0, 23)}:{r.randint(10, 59)}</span></div>"
            else:
                first = f"<div><b>{first}</b></div>"
            cut = "white-space:nowrap;overflow:hidden" if self.chance(0.5) else ""
            rest = "".join(f"<div style='{cut};{'opacity:.7' if n else ''}'>{self.title(1, 4) if n == 0 and lines == 3 else self.sentence(4, 11)}</div>" for n in range(lines - 1))
            out.append(self.block("paragraph", first + rest, f"padding:{pad}px 16px;{line}"))
        return "".join(out)

    def panes(self):
        """A window without a frame: a side bar, sometimes a list, and a text, each from edge to edge."""
        r = self.random
        self.width, self.base = r.choice([760, 860, 960, 1060]), r.choice([12, 13, 14, 15])
        pad = f"padding:{r.randint(8, 30)}px {r.randint(10, 30)}px"
        edge = f"border-right:1px solid rgb(128,128,128,{r.uniform(0.2, 0.7):.2f})"
        side = self.pane(f"0 0 {r.randint(120, 230)}px", self.links(3, 9), f"{self.tone(self.chance(0.6))};{pad};{edge if self.chance(0.3) else ''}")
        panes = [side]
        if self.chance(0.55):
            ground = self.tone(self.dark) if self.chance(0.3) else ""
            panes.append(self.pane(r.choice(["1", "1.4", "0 0 300px"]), self.mail(), f"{edge if self.chance(0.7) else ''};{ground}"))
        text = r.choice([lambda: self.heading(1, 2, 6) + self.flow(r.randint(40, 220), 0, 0.15, 0.1), lambda: self.heading(2) + self.options(r.randint(3, 9)), lambda: self.heading(2) + self.rows_of(lambda: self.card(self.panel()), 2), lambda: self.heading(2) + self.table(r.randint(3, 5), r.randint(3, 9), "100%")])
        panes.append(self.pane(r.choice(["1.5", "2", "2.5"]), text(), pad))
        if self.chance(0.15):
            panes.append(self.pane("0 0 180px", self.heading(3, 1, 2) + self.facts(2, 6), f"{self.tone(self.dark)};{pad}"))
        top = f"<div style='{self.tone(self.chance(0.6))};padding:8px 16px'>{self.bar([self.label() for _ in range(r.randint(2, 6))])}</div>" if self.chance(0.35) else ""
        return self.whole_page(top, panes)

    def resume(self):
        """A column on a background of its own, at the left or right edge, and a text beside it."""
        r = self.random
        pad = f"padding:{r.randint(14, 40)}px {r.randint(12, 34)}px"
        lines = lambda: "".join(self.block("paragraph", self.title(1, 5), "margin-bottom:.3em") for _ in range(r.randint(1, 4)))
        side = "".join(self.heading(3, 1, 2) + r.choice([lines, lambda: self.items(r.randint(2, 5), 1, 4), lambda: self.paragraph(5, 25)])() for _ in range(r.randint(2, 5)))
        name = self.heading(1, 2, 3) + self.block("paragraph", self.title(1, 4))
        in_side = self.chance(0.4)
        jobs = "".join(self.heading(2, 1, 3) + "".join(self.heading(3, 2, 6) + self.block("paragraph", html.escape(self.texts.date()), "font-size:.85em") + r.choice([lambda: self.items(r.randint(2, 4), 4, 16), lambda: self.paragraph(12, 50)])() for _ in range(r.randint(1, 3))) for _ in range(r.randint(1, 3)))
        column = self.pane("1", (name if in_side else "") + side, f"{self.tone(self.chance(0.6))};{pad};font-size:.9em")
        text = self.pane(f"{r.uniform(1.6, 2.6):.2f}", ("" if in_side else name) + jobs, pad)
        parts = [column, text] if self.chance(0.7) else [text, column]
        return self.whole_page("", parts)
