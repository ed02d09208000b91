"""HTML templates of the windows that people take screenshots of, filled with generated texts."""

import html
import json

from .hard_texts import HardTexts
from .html_windows import HtmlWindows

SANS = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Roboto", "Open Sans", "Inter", "Lato", "Arimo", "Carlito", "IBM Plex Sans", "FreeSans", "Nimbus Sans", "Montserrat", "Raleway"]
SERIF = ["DejaVu Serif", "Liberation Serif", "Noto Serif", "EB Garamond", "Tinos", "Linux Libertine O", "TeX Gyre Pagella", "Crimson", "FreeSerif", "IBM Plex Serif", "C059"]
MONO = ["DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "Fira Code", "JetBrains Mono", "Inconsolata", "Cousine", "Courier Prime", "IBM Plex Mono", "FreeMono", "Cascadia Code", "Fira Code", "JetBrains Mono"]
ICONS = ["M4 4h16v16H4z", "M12 2l9 20H3z", "M12 3a9 9 0 100 18 9 9 0 000-18z", "M3 6h18M3 12h18M3 18h18", "M5 13l4 4L19 7", "M6 6l12 12M18 6L6 18", "M12 5v14M5 12h14"]


class HtmlTemplates:
    """Fills templates with texts of a `TextGenerator`, in the families of `fonts` that are not held out."""

    def __init__(self, texts, fonts="runs/fonts.json"):
        self.texts, self.random = texts, texts.random
        with open(fonts, encoding="utf-8") as file:
            self.families = sorted({font["family"] for font in json.load(file) if not font["held_out"]})
        self.windows, self.hard = HtmlWindows(self), HardTexts(texts)

    def page(self):
        """One HTML document."""
        r = self.random
        kinds = [self.article, self.article, self.chat, self.mail, self.table, self.code, self.terminal, self.form, self.slide, self.cards, self.invoice, self.documentation, self.documentation, *self.windows.kinds()]
        self.dark = r.random() < 0.4
        background = [r.randint(0, 45)] * 3 if self.dark else [r.randint(236, 255)] * 3
        if r.random() < 0.3:
            background = [max(0, min(255, c + r.randint(-20, 20))) for c in background]
        base = r.choice([10, 11, 12, 13, 13, 14, 14, 15, 16, 16, 17, 18, 20])
        body = r.choice(kinds)()
        return f"""<!doctype html><meta charset=utf-8><style>
*{{box-sizing:border-box}}
body{{margin:{r.randint(0, 30)}px;background:rgb({background[0]},{background[1]},{background[2]});color:{self.ink()};font:{base}px/{r.uniform(1.15, 1.7):.2f} '{self.family()}';{r.choice(["", "", "", "letter-spacing:.02em;", "text-align:justify;"])}}}
code,pre,.mono{{font-family:'{r.choice(MONO)}';font-size:{r.uniform(0.85, 1.05):.2f}em}}
code{{{r.choice(["", f"background:{self.tint()};padding:1px 4px;border-radius:3px", f"color:{self.accent()}"])}}}
a{{color:{self.accent()};{r.choice(["text-decoration:none", "text-decoration:underline"])}}}
h1{{font-size:{r.uniform(1.5, 2.6):.2f}em}} h2{{font-size:{r.uniform(1.2, 1.8):.2f}em}} h3{{font-size:1.1em}}
h1,h2,h3{{font-family:'{self.family()}';font-weight:{r.choice([400, 600, 700, 900])};margin:.6em 0 .3em;line-height:1.2}}
p{{margin:0 0 {r.uniform(0.3, 1.1):.2f}em}} table{{border-collapse:collapse}} td,th{{text-align:left;padding:{r.randint(1, 8)}px {r.randint(14, 30)}px {r.randint(1, 8)}px 6px}}
.box{{background:{self.tint()};border:1px solid {self.line()};border-radius:{r.choice([0, 3, 8, 16])}px;padding:{r.randint(4, 16)}px}}
.dim{{opacity:{r.uniform(0.55, 0.9):.2f}}} .row{{display:flex;gap:{r.randint(18, 40)}px;align-items:center}} .small{{font-size:.8em}}
button,.button{{font:inherit;background:{self.tint()};color:inherit;border:1px solid {self.line()};border-radius:{r.choice([0, 4, 20])}px;padding:{r.randint(2, 8)}px {r.randint(8, 20)}px}}
.primary{{background:{self.accent(strong=True)};color:#fff;border:0}}
.li{{margin:0 0 .3em 1.4em;text-indent:-1em}} svg{{width:1.2em;height:1.2em;flex:none}}
</style>{body}"""

    # ---- colours and fonts ----

    def family(self):
        kind = self.random.random()
        return self.random.choice(SANS if kind < 0.5 else SERIF if kind < 0.72 else MONO if kind < 0.8 else self.families)

    def grey(self, low, high):
        value = self.random.randint(low, high)
        return f"rgb({value},{value},{value})"

    def ink(self):
        return self.grey(185, 255) if self.dark else self.grey(0, 70)

    def tint(self):
        return self.grey(20, 80) if self.dark else self.grey(222, 255)

    def line(self):
        return self.grey(60, 120) if self.dark else self.grey(150, 225)

    def accent(self, strong=False):
        light = self.random.randint(25, 42) if strong or not self.dark else self.random.randint(62, 82)
        return f"hsl({self.random.randint(0, 359)},{self.random.randint(40, 95)}%,{light}%)"

    # ---- texts ----

    def short(self):
        return html.escape(self.hard.text() if self.random.random() < 0.1 else self.texts.short())

    def prose(self, rich=True):
        """A paragraph, sometimes with emphasis, code, a link or a superscript."""
        words = [html.escape(word) for word in self.texts.paragraph().split()][: self.random.randint(8, 160)]
        for index in range(len(words)):
            if rich and self.random.random() < 0.05:
                tag = self.random.choice(["b", "i", "code", "code", "a", "em", "strong"])
                words[index] = f"<{tag}>{words[index]}</{tag}>"
            elif rich and self.random.random() < 0.02:
                words[index] += self.superscript()
        return " ".join(words)

    def superscript(self):
        """A superscript or subscript: references, powers and other small marks."""
        r = self.random
        number = lambda: str(r.randint(1, 40) if r.random() < 0.8 else r.randint(40, 400))
        kind = r.random()
        if kind < 0.55:
            return "".join(f"<sup><a>[{number()}]</a></sup>" for _ in range(r.choice([1, 1, 1, 2, 2, 3])))
        if kind < 0.9:
            return f"<sup>{r.choice([number(), r.choice('abcnxT*†‡®™'), f'{number()},{number()}'])}</sup>"
        return f"<sub>{r.choice('0123456789nij')}</sub>"

    def icon(self):
        return f"<svg viewBox='0 0 24 24' fill=none stroke={self.accent()!r} stroke-width=2><path d='{self.random.choice(ICONS)}'/></svg>"

    def picture(self):
        a, b = self.accent(), self.accent(strong=True)
        style = self.random.choice([f"linear-gradient({self.random.randint(0, 180)}deg,{a},{b})", f"radial-gradient({a},{b})", f"repeating-linear-gradient({self.random.randint(0, 90)}deg,{a} 0 4px,{b} 4px 9px)"])
        return f"<div style='background:{style};width:{self.random.randint(24, 300)}px;height:{self.random.randint(24, 120)}px;margin:6px 0'></div>"

    def highlight(self, text):
        """Code with some words coloured."""
        colours = [self.accent() for _ in range(4)]
        out = []
        for line in text.split("\n"):
            spans = []
            for word in line.split(" "):
                word = html.escape(word)
                spans.append(f"<span style='color:{self.random.choice(colours)}'>{word}</span>" if word and self.random.random() < 0.4 else word)
            out.append(" ".join(spans))
        return out

    # ---- kinds of pages ----

    def article(self):
        r = self.random
        parts = [f"<h1>{self.short()}</h1>"] if r.random() < 0.6 else []
        for _ in range(r.randint(2, 7)):
            parts.append(r.choice([lambda: f"<p>{self.prose()}</p>"] * 4 + [lambda: f"<h2>{self.short()}</h2>", lambda: "".join(f"<div class=li>{r.choice(['•', '–', '▪', '1.', '◦'])} {self.prose()[:90].rsplit('<', 1)[0]}</div>" for _ in range(3)), self.picture, lambda: f"<div class=box><p>{self.prose()}</p></div>"])())
        columns = r.choice([1, 1, 1, 1, 2, 2, 3])
        return f"<div style='columns:{columns};column-gap:{r.randint(22, 50)}px'>{''.join(parts)}</div>"

    def documentation(self):
        r = self.random
        parts = [f"<h2>{self.short()}</h2>"]
        for _ in range(r.randint(3, 7)):
            kind = r.random()
            if kind < 0.45:
                parts.append(f"<p>{self.prose()}</p>")
            elif kind < 0.75:
                parts.append(f"<pre class=box>{chr(10).join(self.highlight(self.texts.code()))}</pre>")
            elif kind < 0.85:
                parts.append("".join(f"<div><code>{html.escape(self.texts.identifier())}</code> {self.short()}</div>" for _ in range(r.randint(2, 6))))
            else:
                parts.append(f"<h3>{r.randint(1, 9)}.{r.randint(1, 20)}. {self.short()}</h3>")
        side = f"<div style='width:180px;flex:none' class=small>{''.join(f'<p><a>{self.short()}</a></p>' for _ in range(r.randint(4, 14)))}</div>" if r.random() < 0.3 else ""
        return f"<div style='display:flex;gap:40px'>{side}<div style='min-width:0'>{''.join(parts)}</div></div>"

    def chat(self):
        r = self.random
        rows = []
        for _ in range(r.randint(4, 10)):
            side = r.choice(["flex-start", "flex-end"])
            rows.append(f"<div style='display:flex;justify-content:{side};margin:8px'><div class='{r.choice(['box', 'button primary'])}' style='max-width:70%'><b class=small>{self.short()}</b><div>{self.prose()[:200].rsplit('<', 1)[0]}</div><div class='small dim'>{html.escape(self.texts.date())}</div></div></div>")
        return "".join(rows)

    def mail(self):
        rows = "".join(f"<div class=row style='border-bottom:1px solid {self.line()};padding:6px'>{self.icon()}<b style='width:150px;flex:none;white-space:nowrap'>{html.escape(self.texts.phrase(2))}</b><span style='white-space:nowrap'>{html.escape(self.texts.phrase(6))}</span><span class='dim small' style='white-space:nowrap'>{html.escape(self.texts.date())}</span></div>" for _ in range(self.random.randint(6, 16)))
        return f"<div class=row>{''.join(f'<span>{self.short()}</span>' for _ in range(5))}</div>{rows}"

    def table(self):
        r = self.random
        columns = r.randint(2, 6)
        cell = lambda: html.escape(r.choice([self.texts.amount, self.texts.date, lambda: str(self.texts.number(10**6)), lambda: self.texts.phrase(2), self.texts.short])())
        border = r.choice(["", f"border:1px solid {self.line()}", f"border-bottom:1px solid {self.line()}"])
        rows = "".join("<tr>" + "".join(f"<td style='{border};white-space:nowrap'>{cell()}</td>" for _ in range(columns)) + "</tr>" for _ in range(r.randint(5, 18)))
        return f"<h3>{self.short()}</h3><table>{rows}</table>"

    def code(self):
        code = lambda: self.texts.code() if self.random.random() < 0.6 else "\n".join(self.random.choice([self.hard.operators, self.hard.identifier, self.hard.escapes])() for _ in range(self.random.randint(4, 12)))
        lines = self.highlight("\n".join(code() for _ in range(self.random.randint(1, 3))))
        if self.random.random() < 0.5:
            lines = [f"<span class=dim>{n:4d}</span>   {line}" for n, line in enumerate(lines, self.random.randint(1, 400))]
        return f"<div class=row>{''.join(f'<span>{self.short()}</span>' for _ in range(3))}</div><pre>{chr(10).join(lines)}</pre>"

    def terminal(self):
        lines = []
        for _ in range(self.random.randint(8, 26)):
            text = self.random.choice([self.texts.identifier, self.texts.short, lambda: "$ " + self.texts.phrase(), lambda: f"{self.texts.date()} {self.texts.identifier()} {self.texts.number()}", lambda: "-rw-r--r-- 1 root root " + f"{self.texts.number(10**6)} {self.texts.identifier()}"])()
            lines.append(html.escape(text))
        return f"<pre>{chr(10).join(lines)}</pre>"

    def form(self):
        r = self.random
        field = lambda: r.choice(
            [
                lambda: f"<div class=box>{self.short()}</div>",
                lambda: f"<label><input type=checkbox{r.choice(['', ' checked'])}> {self.short()}</label>",
                lambda: f"<span>{self.short()}</span>",
            ]
        )()
        rows = "".join(f"<div style='display:flex;margin:6px 0;gap:30px'><div style='width:170px;flex:none'>{html.escape(self.texts.phrase(2))}</div>{field()}</div>" for _ in range(r.randint(3, 12)))
        buttons = "".join(f"<button class={r.choice(['primary', 'x'])}>{self.short()}</button>" for _ in range(r.randint(1, 3)))
        return f"<h2>{self.short()}</h2><p class='small dim'>{self.prose()[:160].rsplit('<', 1)[0]}</p>{rows}<div class=row>{buttons}</div>"

    def slide(self):
        points = "".join(f"<div class=li style='font-size:1.6em'>• {html.escape(self.texts.phrase(6))}</div>" for _ in range(self.random.randint(1, 5)))
        return f"<div style='padding:30px;text-align:{self.random.choice(['left', 'center'])}'><h1 style='font-size:3em'>{html.escape(self.texts.phrase(4))}</h1>{points}{self.picture()}</div>"

    def cards(self):
        cards = "".join(f"<div class=box style='width:200px'>{self.picture()}<b>{html.escape(self.texts.phrase(3))}</b><div class=small>{self.prose()[:100].rsplit('<', 1)[0]}</div><div>{html.escape(self.texts.amount())}</div><button>{html.escape(self.random.choice(['Buy', 'Add to cart', 'Open…', 'More', self.texts.word()]))}</button></div>" for _ in range(self.random.randint(2, 8)))
        return f"<div class=row>{''.join(f'<span>{self.short()}</span>' for _ in range(4))}</div><div style='display:flex;flex-wrap:wrap;gap:20px;margin-top:10px'>{cards}</div>"

    def invoice(self):
        rows = "".join(f"<tr><td>{self.random.randint(1, 40)}</td><td>{html.escape(self.texts.phrase(4))}</td><td style='text-align:right'>{html.escape(self.texts.amount())}</td><td style='text-align:right'>{html.escape(self.texts.amount())}</td></tr>" for _ in range(self.random.randint(3, 12)))
        address = "<br>".join(self.short() for _ in range(4))
        return f"<div style='display:flex;justify-content:space-between;gap:60px'><div>{address}</div><div style='text-align:right'>{html.escape(self.texts.date())}<br>{html.escape(self.texts.identifier())}</div></div><h1>{self.short()}</h1><table style='width:100%'>{rows}</table><p class=small>{self.prose()}</p>"
