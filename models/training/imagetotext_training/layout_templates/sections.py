"""Pages that change their form from top to foot: sections with columns of their own, recipes, menus."""

from .parts import Parts


class Sections(Parts):
    def sections(self):
        """Headings over the whole width, each with a text below it in a number of columns of its own."""
        r = self.random
        where = f"text-align:{r.choice(['left', 'left', 'left', 'center'])}"
        level, longest = r.choice([2, 2, 3]), r.choice([20, 60, 140])
        parts = [self.heading(1, 1, 6, where)] if self.chance(0.6) else []
        if self.chance(0.3):
            parts.append(self.paragraph(10, 60))
        for _ in range(r.randint(2, 5)):
            count = r.choice([1, 2, 2, 2, 3, 3, 4])
            text = self.flow(count * r.randint(8, longest), 0.03, 0.06, 0.08)
            body = self.side_by_side([self.flow(r.randint(8, longest), 0, 0, 0.1) for _ in range(count)]) if self.chance(0.3) else self.columns(count, text)
            line = f"border-{r.choice(['top', 'bottom'])}:{self.rule}" if self.chance(0.15) else ""
            parts.append(self.heading(level, 1, 7, f"{where};{line}") + body)
        return self.framed("".join(parts))

    def ingredient(self):
        r = self.random
        number = r.choice([str(r.randint(1, 12)), str(r.randint(1, 40) * 25), "½", "¼", "1 ½", ""])
        unit = r.choice(["", "g", "ml", "kg", "l", "tsp", "tbsp", "EL", "cups", "oz"]) if number else ""
        return " ".join(part for part in (number, unit, self.text(r.randint(1, 4)).strip(".,;:-()")) if part)

    def recipe(self):
        """A list of short entries beside steps that are as far apart, or not; each under its heading."""
        r = self.random
        facts = self.block("paragraph", f" {r.choice('·|•')} ".join(self.title(1, 2) + f" {r.randint(1, 90)}" for _ in range(r.randint(1, 4))), "margin:.6em 0") if self.chance(0.5) else ""
        count, space = r.randint(3, 12), r.choice([0, 0, 0.2, 0.5])
        if self.chance(0.6):
            entries = "".join(self.block("paragraph", self.ingredient(), f"margin-bottom:{space}em") for _ in range(count))
        else:
            entries = "".join(self.block("item", f"<div data-r style='display:flex'><span style='flex:none;width:1.3em'>•</span><span>{self.ingredient()}</span></div>", f"margin-bottom:{space}em") for _ in range(count))
        steps = self.items(r.randint(2, 8), 3, r.choice([9, 14, 30])) if self.chance(0.6) else "".join(self.paragraph(5, 30) for _ in range(r.randint(2, 6)))
        titled = self.chance(0.8)
        title = lambda: self.heading(r.choice([2, 3]), 1, 2) if titled else ""
        widths = ["1fr", f"{r.uniform(1.2, 3.2):.2f}fr"]
        body = self.side_by_side([title() + entries, title() + steps], widths)
        top = self.heading(1, 1, 5, f"text-align:{r.choice(['left', 'center'])}") if self.chance(0.8) else ""
        return self.framed(top + facts + body)

    def price_list(self):
        """Names with prices, and in small print below each name what it is, as on menus."""
        r = self.random
        self.width = r.choice([380, 480, 560, 680])
        dots = r.choice(["", "", f"border-bottom:1px dotted;height:.75em", "words"])
        fill = f"<span style='flex:1;overflow:hidden;white-space:nowrap;margin:0 4px'>{'. ' * 200}</span>" if dots == "words" else f"<span style='flex:1;margin:0 5px;{dots}'></span>"
        small = f"font-size:{r.uniform(0.7, 0.95):.2f}em;{r.choice(['', 'font-style:italic'])};opacity:{r.uniform(0.6, 1):.2f}"
        space, bold = r.choice([0, 0, 0.4, 0.8]), r.choice(["", "", "font-weight:bold"])
        described = r.choice([0.5, 1, 1])

        def entry():
            first = f"<div data-r style='display:flex'><span data-c style='{bold}'>{self.title(1, 4)}</span>{fill}<span data-c>{self.amount()}</span></div>"
            more = f"<div data-r style='{small};margin-bottom:{space}em;max-width:80%'><span data-c>{self.title(2, r.choice([5, 9, 16]))}</span></div>" if self.chance(described) else ""
            return first + more

        groups = []
        for _ in range(r.randint(1, 3)):
            title = self.heading(r.choice([2, 3]), 1, 2, f"text-align:{r.choice(['left', 'center'])}") if self.chance(0.8) else ""
            groups.append(title + self.block("table", "".join(entry() for _ in range(r.randint(2, 7)))))
        top = self.heading(1, 1, 4, "text-align:center") if self.chance(0.5) else ""
        if len(groups) > 1 and self.chance(0.25):
            self.width = 860
            return top + self.side_by_side(groups, gap=r.choice([30, 50, 80]))
        return top + "".join(groups)
