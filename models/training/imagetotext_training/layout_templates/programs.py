"""Windows of programs and sites: menus, toolbars, trees, dialogs, cards."""

import html

from .records import Records

ACTIONS = "OK Cancel Apply Save Close Open Next Back Help Reset Import Export Delete Add Edit Search Print Finish Yes No".split()
MENUS = "File Edit View Insert Format Tools Window Help Database Entries Groups Go Bookmarks History Table Layout".split()


class Programs(Records):
    def bar(self, texts, gap=None, style=""):
        """Texts of a menu, toolbar or row of tabs: one line that is read across."""
        gap = gap or self.random.choice([10, 14, 20, 28])
        return self.block("paragraph", f"<div data-r style='display:flex;gap:{gap}px;white-space:nowrap;overflow:hidden;{style}'>{''.join(f'<span>{text}</span>' for text in texts)}</div>")

    def menu(self):
        return self.bar(self.random.sample(MENUS, self.random.randint(4, 8)), style="padding:3px 6px")

    def tabs(self):
        cells = "".join(f"<span style='border:{self.rule};border-bottom:0;padding:3px 12px'>{self.label()}</span>" for _ in range(self.random.randint(2, 6)))
        return self.block("paragraph", f"<div data-r style='display:flex;white-space:nowrap;overflow:hidden'>{cells}</div>", f"border-bottom:{self.rule};margin:6px 0")

    def buttons(self):
        r = self.random
        cells = "".join(f"<span style='border:{self.rule};border-radius:4px;padding:3px 14px'>{text}</span>" for text in r.sample(ACTIONS, r.randint(1, 4)))
        return self.block("paragraph", f"<div data-r style='display:flex;gap:10px;justify-content:{r.choice(['flex-end', 'flex-start', 'center', 'space-between'])}'>{cells}</div>", "margin:10px 0")

    def tree(self, count):
        """Entries of a tree or a list of pages, each an item of its own on one column."""
        r = self.random
        mark = r.choice(["", "", "▸ ", "– ", "+ "])
        space = r.choice([0, 0, r.uniform(0, 0.8)])
        icon = "<span class=fig style='display:inline-block;width:1em;height:1em;margin-right:6px'></span>" if self.chance(0.4) else ""
        rows = "".join(f"<div style='padding-left:{r.choice([0, 0, 1, 1, 2])}em;margin-bottom:{space:.2f}em;white-space:nowrap;overflow:hidden'>{icon}{mark}{self.label()}</div>" for _ in range(count))
        return self.block("paragraph", rows)

    def icons(self, count):
        """Pages of settings: an icon over each name, far apart."""
        r = self.random
        space = r.randint(4, 40)
        picture = "<div class=fig style='width:2.2em;height:2.2em;margin:0 auto 4px'></div>"
        rows = "".join(self.block("paragraph", f"{picture}{self.label()}", f"text-align:center;margin-bottom:{space}px") for _ in range(count))
        return f"<div style='border:{r.choice(['0', self.rule])};padding:4px'>{rows}</div>"

    def group(self, count):
        """Options under a name, in a frame of their own."""
        inner = self.options(count)
        name = self.block("heading", self.label(), "font-weight:bold;margin-bottom:4px")
        frame = f"{self.panel()};margin-bottom:12px" if self.chance(0.7) else "margin-bottom:12px"
        return f"{name}<div style='{frame}'>{inner}</div>"

    def option(self):
        r = self.random
        kind = r.random()
        if kind < 0.3:
            return self.block("paragraph", f"<input type={r.choice(['checkbox', 'radio'])}> {self.title(2, 9)}", f"margin:{r.randint(1, 8)}px 0")
        if kind < 0.75:
            field = r.choice([f"border:{self.rule};padding:1px 8px;flex:{r.choice([0, 1])};white-space:nowrap", "margin-left:auto;white-space:nowrap"])
            extra = f"<span style='border:{self.rule};padding:1px 8px'>{r.choice(ACTIONS)}</span>" if self.chance(0.25) else ""
            return self.block("table", f"<div data-r style='display:flex;gap:10px;margin:6px 0'><span style='flex:none;width:{r.randint(110, 190)}px;text-align:{self.option_align}'>{self.label()}{self.option_colon}</span><span style='{field}'>{self.value()}</span>{extra}</div>")
        if kind < 0.9:
            return self.block("heading", self.label(), "font-weight:bold;margin:8px 0 2px")
        return self.block("paragraph", self.sentence(5, 20), "font-size:.85em;margin:2px 0")

    def options(self, count):
        self.option_align, self.option_colon = self.random.choice(["left", "right"]), self.random.choice(["", ":"])
        return "".join(self.option() for _ in range(count))

    def dialog(self):
        r = self.random
        self.width = r.choice([480, 560, 680, 760])
        top = self.block("heading", self.title(1, 5), f"text-align:{r.choice(['left', 'center'])};background:rgb(128,128,128,.25);padding:5px 8px")
        main = (self.tabs() if self.chance(0.4) else "") + ("".join(self.group(r.randint(1, 4)) for _ in range(r.randint(1, 3))) if self.chance(0.4) else self.options(r.randint(3, 12)))
        if self.chance(0.3):
            main = f"<div style='border:{self.rule};padding:8px'>{main}</div>"
        if self.chance(0.5):
            line = f"border-right:{self.rule}" if self.chance(0.5) else ""
            pane = self.icons(r.randint(2, 6)) if self.chance(0.5) else self.tree(r.randint(3, 10))
            main = self.side_by_side([f"<div style='{line}'>{pane}</div>", main], ["1fr", f"{r.choice([2, 3, 4, 5])}fr"])
        return top + (self.menu() if self.chance(0.3) else "") + main + self.buttons()

    def window(self):
        r = self.random
        self.width, self.base = r.choice([860, 960, 1100]), r.choice([11, 12, 13, 14])
        top = (self.block("paragraph", self.title(1, 5), "text-align:center;background:rgb(128,128,128,.2)") if self.chance(0.6) else "") + self.menu()
        if self.chance(0.6):
            top += self.bar([self.label() for _ in range(r.randint(3, 8))], style=f"border-bottom:{self.rule};padding:4px 6px")
        table = lambda: self.table(r.randint(3, 6), r.randint(4, 14), "100%", 1, True)
        main = r.choice([table, lambda: table() + self.tabs() + self.options(r.randint(3, 6)), lambda: self.flow(r.randint(60, 200), 0.1), self.listing])()
        pane = "".join(f"<div style='border:{r.choice(['0', self.rule])};padding:4px;margin-bottom:8px'>{self.block('heading', self.label(), 'font-weight:bold') if self.chance(0.4) else ''}{self.tree(r.randint(4, 12))}</div>" for _ in range(r.choice([1, 1, 2])))
        parts, widths = [pane, main], ["1fr", f"{r.choice([3, 4, 5])}fr"]
        if self.chance(0.25):
            parts.append(self.heading(3) + self.pairs(r.randint(3, 8), 70))
            widths.append("1.6fr")
        foot = self.bar([self.title(1, 4) for _ in range(r.randint(1, 3))], 60, f"border-top:{self.rule};font-size:.9em") if self.chance(0.5) else ""
        return top + self.side_by_side(parts, widths) + foot

    def card(self, style):
        r = self.random
        return f"<div style='{style}'>{self.figure('100%', 0) if self.chance(0.4) else ''}{self.heading(3, 1, 4)}{self.block('paragraph', self.sentence(4, 20)) if self.chance(0.7) else ''}{self.block('paragraph', self.amount()) if self.chance(0.6) else ''}</div>"

    def rows_of(self, card, most):
        """Rows of cards of equal height, read one card after the other."""
        r = self.random
        gaps, count = [r.choice([4, 8, 12, 16, 20, 30]) for _ in range(2)], r.choice([2, 3, 3, 4])
        cards = "".join(card() for _ in range(count * r.randint(1, most) - self.chance(0.15)))
        return f"<div style='display:grid;grid-template-columns:repeat({count},minmax(0,1fr));gap:{gaps[0]}px {gaps[1]}px;margin-bottom:14px'>{cards}</div>"

    def cards(self):
        style = self.panel() if self.chance(0.8) else "padding:8px"
        return (self.bar([self.label() for _ in range(self.random.randint(3, 6))]) if self.chance(0.5) else "") + self.heading(1) + self.rows_of(lambda: self.card(style), 3)

    def figures_card(self, style):
        """A drawing of `card` with a label, a large number and a note, in this or another order."""
        r = self.random

        def card():
            label = self.block("paragraph", self.label(), self.small)
            number = self.block("paragraph", self.amount() if self.chance(0.8) else self.label(), f"font-size:{self.large:.2f}em")
            note = self.block("paragraph", self.title(1, 4) if self.chance(0.5) else self.text(r.randint(3, 12)), r.choice([self.small, ""])) if self.chance(0.8) else ""
            return f"<div style='{style}'>{number + label + note if self.turned else label + number + note}</div>"

        return card

    def dashboard(self):
        r = self.random
        self.dark = self.dark or self.chance(0.3)
        self.small, self.large, self.turned = f"font-size:{r.uniform(0.75, 1):.2f}em;opacity:{r.choice([1, 0.7])}", r.uniform(1.2, 2.6), self.chance(0.25)
        cards = self.rows_of(self.figures_card(self.panel(12)), 3)
        after = r.choice([lambda: self.table(r.randint(3, 6), r.randint(3, 9), "100%"), lambda: self.paragraph(10, 60), lambda: self.rows_of(lambda: self.card(self.panel()), 1), lambda: ""])()
        return self.heading(1, 1, 4) + cards + after

    def website(self):
        r = self.random
        self.width = r.choice([860, 960, 1060])
        links = [self.label() for _ in range(r.randint(3, 7))]
        top = f"<div data-r style='display:flex;align-items:baseline;gap:40px'>{self.block('paragraph', self.title(1, 2), 'font-size:1.5em')}{self.bar(links)}</div>" if self.chance(0.7) else ""
        nav = self.tree(r.randint(5, 16))
        main = self.heading(1, 2, 8) + self.flow(r.randint(100, 320), 0.15, 0.2, 0.4, 0, 0, 0.1)
        rail = self.heading(3) + "".join(self.block("paragraph", self.title(3, 10), "margin-bottom:8px;font-size:.9em") for _ in range(r.randint(2, 7)))
        parts = r.choice([([nav, main], ["1fr", "3.5fr"]), ([main, rail], ["3fr", "1fr"]), ([nav, main, rail], ["1fr", "3fr", "1fr"])])
        foot = self.side_by_side([self.heading(3, 1, 2) + "".join(self.block("paragraph", self.label()) for _ in range(r.randint(2, 5))) for _ in range(r.choice([3, 4]))]) if self.chance(0.35) else ""
        return top + self.side_by_side(*parts, gap=r.choice([20, 30, 44])) + foot

    def messages(self):
        """A list of messages or files, one row each: name, subject, date."""
        r = self.random
        self.width = r.choice([640, 860, 960])
        last = r.choice([lambda: html.escape(self.texts.date()), lambda: f"{r.randint(0, 23)}:{r.randint(0, 59):02}", lambda: f"{r.randint(1, 900)} KB"])
        pad, line = r.randint(0, 8), r.choice(["", f"border-bottom:{self.rule}"])
        rows = "".join(f"<div data-r style='display:flex;gap:16px;padding:{pad}px 4px;{line};white-space:nowrap'><span style='width:22%;flex:none;overflow:hidden'>{self.name() if self.chance(0.7) else self.label()}</span><span style='flex:1;overflow:hidden'>{self.title(2, 9)}</span><span style='flex:none'>{last()}</span></div>" for _ in range(r.randint(3, 16)))
        top = self.menu() + self.bar([self.label() for _ in range(r.randint(3, 6))]) if self.chance(0.5) else ""
        main = self.block("table", rows)
        return top + (self.side_by_side([self.tree(r.randint(4, 10)), main], ["1fr", "4fr"]) if self.chance(0.3) else main)

    def pager(self):
        """A text with links to the pages before and after it, each over the title of its page."""
        r = self.random
        tile = lambda name: self.block("paragraph", f"<div style='{r.choice(['', 'font-weight:bold', 'font-size:.85em'])}'>{name}</div><div>{self.title(2, 4)}</div>", f"text-align:{r.choice(['left', 'center'])}")
        names = r.choice([["Back", "Next"], ["Previous", "Up", "Next"], ["Prev", "Home", "Next"]])
        tiles = f"<div style='display:flex;justify-content:space-between;margin:16px 0'>{''.join(tile(name) for name in names)}</div>"
        return self.heading(1, 2, 6) + self.flow(r.randint(40, 160), 0, 0.2, 0.3) + tiles
