"""Windows on a screen as HTML, for screenshots, in layouts and colours that training does not have."""

import re
from html import escape

SANS = ("Cantarell", "Cabin", "Karla", "Play", "Tuffy", "Liberation Sans Narrow")
SERIF = ("Vollkorn", "Gentium", "Caladea", "URW Bookman")
MONO = ("Hack", "mononoki")

# (background, panel, text, faint text, accent): after paper, sea, solarised light, rose, and high contrast.
LIGHT = (("#f4efe4", "#fffaf0", "#2b2118", "#6f6252", "#8a3b12"), ("#e9f2f4", "#ffffff", "#0f2a33", "#4a6a75", "#00708a"), ("#fdf6e3", "#eee8d5", "#3b4f57", "#6b7c82", "#b0451c"), ("#fff0f3", "#ffe3ea", "#3d0f1d", "#7d4a5a", "#b3124a"), ("#ffffff", "#f2f2f2", "#000000", "#444444", "#0030c0"))
DARK = (("#002b36", "#073642", "#b9c6c6", "#839496", "#d7a520"), ("#1b1433", "#2a2050", "#e6defa", "#a79bcc", "#ff9d6e"), ("#10201a", "#183028", "#d5ece0", "#85a898", "#7ee0a8"), ("#24201c", "#332d27", "#f0e4d2", "#b09f88", "#f2b04e"), ("#000000", "#151515", "#ffffff", "#aaaaaa", "#ffd000"))


class WindowPages:
    """Page bodies for one picture, in one language and one theme."""

    def __init__(self, texts, language, theme):
        self.texts, self.random, self.language = texts, texts.random, language
        self.background, self.panel, self.ink, self.faint, self.accent = theme
        self.sans, self.serif, self.mono = (self.random.choice(family) for family in (SANS, SERIF, MONO))

    def page(self, body, px, family=None):
        """A whole document with `px` pixels of font size."""
        return f"""<!doctype html><meta charset=utf-8><style>
html{{background:{self.background};color:{self.ink};font:{px}px/1.42 '{family or self.sans}'}} body{{margin:18px 22px}}
.p{{background:{self.panel};padding:.7em .9em;border-radius:.4em}} .f{{color:{self.faint}}} .a{{color:{self.accent}}} .m{{font-family:'{self.mono}'}}
.g{{display:grid;gap:.5em 1.6em}} .l{{border-bottom:1px solid {self.faint}66}} .r{{text-align:right}}
h1,h2{{line-height:1.15;margin:.2em 0 .5em}} p{{margin:0 0 .7em}} td,th{{padding:.25em .9em .25em .2em;text-align:left}}
</style><body>{body}"""

    def sentence(self, words=7):
        return escape(self.texts.sentence(self.language, words))

    def prose(self, longest=420):
        return escape(self.texts.paragraph(self.language, 80, longest))

    def article(self):
        quote = f"<p class=a style='font-size:1.3em;border-left:4px solid;padding-left:.8em'>{self.sentence(11)}</p>"
        head = f"<h1 style=\"font-family:'{self.serif}'\">{self.sentence(6)}</h1><p class=f>{escape(self.texts.name())}, {escape(self.texts.place())} · {self.texts.date(self.language)}</p>"
        return f"{head}<p>{self.prose()}</p><p>{self.prose()}</p>{quote}<p>{self.prose()}</p>"

    def chat(self):
        rows = []
        for _ in range(self.random.randint(5, 8)):
            own = self.random.random() < 0.4
            side = f"margin-left:auto;background:{self.accent}22" if own else ""
            rows.append(f"<div class=p style='max-width:70%;margin-bottom:.6em;{side}'><div class=f style='font-size:.82em'>{escape(self.texts.name())} {self.texts.time()}</div>{self.sentence(self.random.randint(2, 14))}</div>")
        return "".join(f"<div style='display:flex'>{row}</div>" for row in rows)

    def code(self):
        first = self.random.randint(1, 380)
        rows = "".join(f"<tr><td class='f r' style='padding-right:1.4em'>{first + number}</td><td style='white-space:pre'>{self.highlight(line)}</td></tr>" for number, line in enumerate(self.texts.code()))
        return f"<div class='p f' style='margin-bottom:.6em'>{escape(self.texts.code_number(4).lower())}_{escape(self.texts.code_number(3).lower())}.txt</div><table class=m style='border-spacing:0'>{rows}</table>"

    def highlight(self, line):
        """Comments faint, strings and numbers in the accent."""
        if line.lstrip().startswith(("#", "//", "*", "/*")):
            return f"<span class=f>{escape(line)}</span>"
        return "".join(f"<span class=a>{escape(part)}</span>" if part[:1] in "\"'" or part.isdigit() else escape(part) for part in split_literals(line))

    def terminal(self):
        r, t = self.random, self.texts
        host = f"{t.code_number(5).lower()}@{t.code_number(4).lower()}"
        rows = [f"<span class=a>{host}</span>:~$ ls -l"]
        rows += [f"-rw-r--r-- 1 {t.code_number(4).lower()} users {r.randint(0, 99999999):>9} {r.choice(['Jan', 'Mar', 'Aug', 'Oct'])} {r.randint(1, 28):>2} {t.time():>5} {t.code_number(r.randint(3, 9)).lower()}.{r.choice(['log', 'tar.xz', 'rs', 'toml', 'sqlite3'])}" for _ in range(r.randint(4, 8))]
        rows += [f"<span class=a>{host}</span>:~$ ./{t.code_number(5).lower()} --level={r.randint(0, 9)} | grep -iE 'fail|warn'"]
        rows += [f"[{t.time()}:{r.randint(0, 59):02}] {r.choice(['WARN', 'FAIL', 'info'])} {t.code_number(6).lower()}::{t.code_number(4).lower()}: {self.sentence(6)} (0x{t.code_number(6).lower()})" for _ in range(r.randint(4, 7))]
        return f"<div class=m style='white-space:pre'>{chr(10).join(rows)}</div>"

    def table(self):
        r, t = self.random, self.texts
        border = f"border:1px solid {self.faint}88"
        cells = lambda row: "".join(f"<td style='{border}' class='{'r' if index else ''}'>{escape(cell)}</td>" for index, cell in enumerate(row))
        head = "".join(f"<th style='{border};background:{self.panel}'>{letter}</th>" for letter in " ABCDE".strip())
        rows = "".join(f"<tr><td class=f style='{border}'>{number}</td>{cells([t.product(self.language), str(r.randint(1, 400)), t.money(self.language), t.date(self.language), t.code_number(5)])}</tr>" for number in range(1, r.randint(8, 15)))
        return f"<table style='border-collapse:collapse'><tr><th style='{border}'></th>{head}</tr>{rows}</table>"

    def settings(self):
        r, t = self.random, self.texts
        values = lambda: r.choice([str(r.randint(0, 65535)), f"{r.randint(1, 100)} %", "On", "Off", t.code_number(7), t.place(), f"{t.code_number(5).lower()}@example.org", "0", "1", "Auto", f"{r.randint(8, 24)} px"])
        rows = "".join(f"<div class=l style='padding:.35em 0'>{t.label()}</div><div class='l r' style='padding:.35em 0'>{escape(values())}</div>" for _ in range(r.randint(7, 13)))
        # Spaces between them, as `innerText` has none of its own between inline elements.
        buttons = " ".join(f"<span style='border:1px solid {self.accent};border-radius:.3em;padding:.25em 1em;margin-right:.8em'>{word}</span>" for word in r.sample(["Apply", "Reset", "Close", "Learn more", "Import…", "Export…"], 3))
        return f"<h2>{self.sentence(3)}</h2><div class=p><div class=g style='grid-template-columns:1fr auto'>{rows}</div></div><p style='margin-top:1em'>{buttons}</p>"

    def slide(self):
        points = "".join(f"<li style='margin-bottom:.5em'>{self.sentence(self.random.randint(4, 9))}</li>" for _ in range(self.random.randint(3, 5)))
        return f"<div style='padding:3em 4em'><h1 class=a style='font-size:2.1em'>{self.sentence(5)}</h1><ul style='font-size:1.25em'>{points}</ul><p class=f style='margin-top:3em'>{escape(self.texts.name())} · {self.random.randint(2, 60)}</p></div>"

    def cards(self):
        """A dashboard: one figure and its label on each card."""
        t = self.texts
        card = lambda: f"<div class=p><div class=f style='font-size:.85em'>{t.label()}</div><div class=a style='font-size:1.9em'>{t.money(self.language, 9000)}</div><div>{self.sentence(6)}</div></div>"
        return f"<h2>{self.sentence(4)}</h2><div class=g style='grid-template-columns:repeat(3,1fr)'>{''.join(card() for _ in range(6))}</div><p style='margin-top:1em'>{self.prose(260)}</p>"

    def listing(self):
        """Dense rows of a mailbox or a file manager."""
        t, r = self.texts, self.random
        row = lambda: f"<div style='display:flex;gap:1.6em;padding:.2em 0' class=l><span style='flex:none;width:11em'>{escape(t.name())}</span><span style='flex:1'>{self.sentence(8)}</span><span class=f>{r.randint(1, 999)} kB</span><span class=f>{t.time()}</span></div>"
        return "".join(row() for _ in range(r.randint(14, 24)))

    def mixed(self, languages):
        """The same page in several languages: names, places, prices, running text."""
        t = self.texts
        block = lambda language: f"<div class=p style='margin-bottom:.8em'><b class=a>{escape(t.place())}</b> {escape(t.name())}<div>{escape(t.paragraph(language, 80, 240))}</div><div class=f>{escape(t.product(language))}: {t.money(language)} {self.random.choice(['€', '£', '$', 'zł', 'Kč', 'kr'])}</div></div>"
        return "".join(block(language) for language in languages)


def split_literals(line):
    """`line` split before and after quoted strings and numbers, which stay in the list."""
    return re.split(r"(\"[^\"]*\"|'[^']*'|\b\d+\b)", line)
