"""HTML templates of windows of programs, magazines, forms, contents pages, timetables, phones and emoji chats."""

import html

EMOJI = "😀😂🙂😉😍😢👍👎🙏👏🎉❤🔥✨🚗🏠🍕🍰☕⚽🎵📷📅📎✏🔒🔔💡⏰🌍☀🌧⚠✅❌❓❗➕➡⬅⬆⬇💬📞✉🗑⚙🔍"
OTHER_WORDS = "سلام|كتاب|مرحبا|العربية|שלום|עברית|ספר|สวัสดี|ภาษาไทย|नमस्ते|हिन्दी|भारत|გამარჯობა|ქართული|Հայերեն|বাংলা|தமிழ்|తెలుగు|中文|日本語|한국어|漢字|こんにちは|안녕|ខ្មែរ|မြန်မာ|አማርኛ|සිංහල|ລາວ|ਪੰਜਾਬੀ".split("|")
ARROWS = "▸▾▹▿▶▼❯❮›»⋮⋯≡☰✕✖✚⟳⟲⌄⌃⏷⏵⊞⊟◧◨"


class HtmlWindows:
    """Bodies of pages, with the texts, colours and parts of an `HtmlTemplates`."""

    def __init__(self, templates):
        self.templates, self.texts, self.random = templates, templates.texts, templates.random

    def kinds(self):
        return [self.program, self.program, self.settings, self.magazine, self.contents, self.paper_form, self.timetable, self.phone, self.emoji_chat, self.other_scripts, self.calculator, self.files, self.book]

    def short(self):
        return html.escape(self.texts.short())

    def phrase(self, most=4):
        return html.escape(self.texts.phrase(most))

    def glyph(self):
        """An icon: a drawing, or a sign of a symbol font."""
        return self.templates.icon() if self.random.random() < 0.85 else f"<span class=dim>{self.random.choice(ARROWS)}</span>"

    def twisty(self):
        """The arrow of a tree row, drawn."""
        shape = self.random.choice(["M7 4l10 8-10 8z", "M4 7h16l-8 10z", "M4 4h16v16H4zM8 12h8", "M4 4h16v16H4zM8 12h8M12 8v8"])
        return f"<svg viewBox='0 0 24 24' style='width:.9em' fill={self.random.choice(['none', 'currentColor'])} stroke=currentColor stroke-width=2><path d='{shape}'/></svg>"

    def entry(self, text):
        """A field with an arrow or a spinner. Real inputs would not do: their text is not in the document."""
        arrow = "<svg viewBox='0 0 24 24' style='width:.8em' fill=currentColor><path d='{}'/></svg>".format(self.random.choice(["M2 7h20L12 19z", "M12 2l7 8H5zM12 22l7-8H5z"]))
        return f"<span style='border:1px solid {self.templates.line()};border-radius:{self.random.choice([0, 3])}px;padding:1px 3px 1px 6px;white-space:nowrap'>{text} {arrow}</span>"

    def menu_bar(self):
        return f"<div class=row style='gap:{self.random.randint(8, 20)}px'>{''.join(f'<span>{html.escape(self.texts.word().capitalize())}</span>' for _ in range(self.random.randint(4, 9)))}</div>"

    def tool_bar(self):
        r = self.random
        return f"<div class=row style='gap:{r.randint(3, 14)}px;border-bottom:1px solid {self.templates.line()};padding:4px'>{''.join(self.glyph() for _ in range(r.randint(5, 16)))}<span class=box style='padding:2px 8px'>{self.glyph()} {self.phrase(2)}…</span></div>"

    def tree(self):
        r, rows = self.random, []
        for _ in range(r.randint(5, 14)):
            chosen = f"background:{self.templates.accent(strong=True)};color:#fff" if r.random() < 0.12 else ""
            rows.append(f"<div style='white-space:nowrap;padding:2px 4px 2px {r.choice([4, 4, 20, 36])}px;{chosen}'>{self.twisty()} {self.glyph()} {self.phrase(3)}</div>")
        return "".join(rows)

    def program(self):
        """Title bar, menus, tools, a tree, a table with stripes, a status line."""
        r, t = self.random, self.templates
        columns = r.randint(2, 5)
        head = "".join(f"<th style='border-right:1px solid {t.line()};white-space:nowrap;font-weight:{r.choice([400, 700])}'>{self.phrase(2)}{r.choice(['', ' ▾', ' ▴'])}</th>" for _ in range(columns))
        cell = lambda: r.choice([lambda: self.phrase(3), lambda: html.escape(self.texts.date()), lambda: html.escape(self.texts.amount()), lambda: "••••••", lambda: f"{self.glyph()} {self.phrase(2)}", lambda: html.escape(self.texts.identifier()[:18]) + "…", lambda: f"{r.randint(1, 999)} kB"])()
        rows = "".join(f"<tr style='background:{t.tint() if i % 2 else 'transparent'}'>" + "".join(f"<td style='white-space:nowrap;padding:{r.choice([1, 3])}px 16px 2px 4px'>{cell()}</td>" for _ in range(columns)) + "</tr>" for i in range(r.randint(5, 16)))
        tree = f"<div style='flex:none;border-right:1px solid {t.line()}'>{self.tree()}</div>" if r.random() < 0.7 else ""
        return f"<div class=row style='background:{t.accent(strong=True)};color:#fff;padding:4px 8px;justify-content:space-between'><b>{self.phrase(3)} – {self.phrase(1)}</b><span>— □ ✕</span></div>{self.menu_bar()}{self.tool_bar()}<div style='display:flex;gap:10px'>{tree}<table><tr>{head}</tr>{rows}</table></div><div class='small dim'>{self.short()} | {self.short()}</div>"

    def settings(self):
        """Tabs, group boxes, check boxes, spin buttons, sliders and buttons."""
        r, t = self.random, self.templates
        control = lambda: r.choice(
            [
                lambda: f"<label style='display:block;margin-left:{r.choice([0, 18])}px'><input type={r.choice(['checkbox', 'radio'])}{r.choice(['', ' checked'])}> {self.phrase(6)}</label>",
                lambda: f"<div class=row style='gap:8px'>{self.phrase(3)}: {self.entry(str(r.randint(0, 9999)))} {r.choice(['px', 'MiB', 'min', '%', 's'])}</div>",
                lambda: f"<div class=row style='gap:8px'>{self.phrase(3)} {self.entry(self.phrase(3))}</div>",
                lambda: f"<div class=row style='gap:8px'>{self.phrase(2)} <input type=range value={r.randint(0, 100)}> {r.randint(0, 100)}%</div>",
                lambda: f"<div class=row style='gap:8px'>{self.phrase(2)} <span style='border:1px solid {t.line()};padding:1px 60px 1px 4px'>{self.short()}</span></div>",
            ]
        )()
        groups = "".join(f"<fieldset style='border:1px solid {t.line()};margin:6px 0'><legend>{self.phrase(3)}</legend>{''.join(control() for _ in range(r.randint(2, 5)))}</fieldset>" for _ in range(r.randint(1, 4)))
        tabs = "".join(f"<span style='border:1px solid {t.line()};padding:3px 10px;border-bottom:{r.choice([0, 1])}px'>{self.phrase(2)}</span>" for _ in range(r.randint(2, 5)))
        side = "".join(f"<div style='text-align:center;padding:8px'>{self.glyph()}<div class=small>{self.phrase(2)}</div></div>" for _ in range(r.randint(3, 7)))
        return f"<div style='display:flex;gap:14px'><div style='flex:none'>{side}</div><div><h3>{self.phrase(3)}</h3><div style='display:flex'>{tabs}</div>{groups}<div class=row style='justify-content:flex-end'><button class=primary>OK</button><button>{self.phrase(1)}</button></div></div></div>"

    def magazine(self):
        """A headline, a drop capital, justified columns, a pull quote, a caption."""
        r, t = self.random, self.templates
        body = "".join(f"<p style='text-align:justify;hyphens:auto;text-indent:{r.choice([0, 1])}em;margin:0'>{t.prose()}</p>" for _ in range(r.randint(2, 5)))
        first = self.texts.paragraph()
        if first[0].isalpha():
            body = f"<p style='text-align:justify;margin:0'><span style='font-size:{r.uniform(2.4, 3.2):.1f}em;float:left;line-height:.85;padding-right:4px'>{html.escape(first[0])}</span>{html.escape(first[1:])}</p>{body}"
        quote = f"<div style='font-size:1.5em;border-top:3px solid;border-bottom:1px solid;margin:8px 0'>“{self.phrase(6)}”</div>" if r.random() < 0.5 else ""
        picture = t.picture() + f"<div class=small><i>{self.phrase(6)}</i></div>" if r.random() < 0.5 else ""
        return f"<div class=small style='letter-spacing:.2em'>{self.phrase(2).upper()}</div><h1 style='font-size:{r.uniform(2, 4):.1f}em'>{self.phrase(5)}</h1><div lang={r.choice(['en', 'de'])} style='columns:{r.choice([2, 2, 3])};column-gap:{r.randint(16, 30)}px'>{body}{quote}{picture}{body[: len(body) // 2].rsplit('<p', 1)[0]}</div>"

    def contents(self):
        """A contents page or a price list with leaders; the dots are text."""
        r, rows = self.random, []
        dot = r.choice([".", ".", ".", ". ", "…", "_", "·"])
        end = r.choice([lambda: str(r.randint(1, 500)), lambda: html.escape(self.texts.amount()), lambda: r.choice("i ii iv v vii x xii xv".split())])
        for number in range(1, r.randint(5, 18)):
            title = f"{number}. {self.phrase(6)}" if r.random() < 0.5 else self.phrase(6)
            dots = (dot * r.randint(20, 120)).strip()
            rows.append(f"<div style='display:flex;margin-left:{r.choice([0, 0, 20])}px'><span style='white-space:nowrap'>{title}&nbsp;</span><span class=leader>{dots}</span><span style='white-space:nowrap'>&nbsp;{end()}</span></div>")
        # Dots that do not fit are cut off: only whole ones may be seen, so the page removes the others.
        cut = "<script>for(const s of document.querySelectorAll('.leader')){const room=s.parentElement.clientWidth-[...s.parentElement.children].reduce((w,c)=>w+(c==s?0:c.getBoundingClientRect().width),0);s.style.whiteSpace='nowrap';while(s.textContent.length>3&&s.getBoundingClientRect().width>room)s.textContent=s.textContent.slice(0,-1).trimEnd();s.style.marginLeft='auto'}</script>"
        return f"<div style='max-width:{r.randint(300, 700)}px'><h2 style='text-align:center'>{self.phrase(2)}</h2>{''.join(rows)}</div>{cut}"

    def paper_form(self):
        """Lines to fill in, check boxes as signs, small print, boxes with numbers and labels."""
        r, t = self.random, self.templates
        field = lambda: r.choice(
            [
                lambda: f"<div style='border:1px solid;padding:1px 4px;flex:1'><div style='font-size:.6em'>{r.randint(1, 30)}{r.choice(['', 'a', 'b'])}. {self.phrase(4)}</div><div>{self.short()}</div></div>",
                lambda: f"<div style='flex:1'>{self.phrase(2)} <span style='border-bottom:1px solid;padding:0 20px 0 6px'>{self.short()}</span></div>",
                lambda: f"<div style='flex:1'>{r.choice('☐☑☒')} {self.phrase(3)} {r.choice('☐☑☒')} {self.phrase(2)}</div>",
                lambda: f"<div style='flex:1'><input type=checkbox{r.choice(['', ' checked'])}> {self.phrase(3)}</div>",
                lambda: f"<div style='flex:1'>{self.phrase(2)}: {'_' * r.randint(8, 30)}</div>",
            ]
        )()
        rows = "".join(f"<div style='display:flex;gap:{r.choice([0, 12])}px;margin:{r.choice([0, 5])}px 0'>{''.join(field() for _ in range(r.randint(1, 3)))}</div>" for _ in range(r.randint(4, 12)))
        return f"<h3 style='text-align:center'>{self.phrase(5)}</h3><p style='font-size:.7em'>{t.prose(rich=False)}</p>{rows}<p class=small><u>{self.phrase(6)}</u></p>"

    def timetable(self):
        """A ruled table with lone dashes, times, note marks and cells that span columns."""
        r, t = self.random, self.templates
        columns = r.randint(4, 9)
        cell = lambda: r.choice([lambda: r.choice("–—-"), lambda: f"{r.randint(0, 23)}:{r.randint(0, 59):02d}", lambda: f"{r.uniform(0, 99):.1f}", lambda: f"{r.randint(1, 999)}<sup>{r.choice('abc12*')}</sup>", lambda: f"{r.randint(1, 99)}%", lambda: "N/A", lambda: r.choice("●○✓✗×"), lambda: f"{r.uniform(0, 9):.2f} ± {r.uniform(0, 1):.2f}", lambda: f"−{r.randint(1, 99)}"])()
        align = r.choice(["center", "right", "left"])
        border = r.choice([f"border:1px solid {t.line()}", "border:1px solid", f"border-bottom:1px solid {t.line()}"])
        rows = "".join(f"<tr><td style='{border};white-space:nowrap'>{self.phrase(2)}</td>{''.join(f'<td style={chr(34)}{border};text-align:{align};padding:{r.randint(0, 4)}px 12px;white-space:nowrap{chr(34)}>{cell()}</td>' for _ in range(columns))}</tr>" for _ in range(r.randint(4, 16)))
        return f"<b>{self.phrase(5)}</b><table><tr><td></td><th colspan={columns} style='{border}'>{self.phrase(3)}</th></tr>{rows}</table><div style='font-size:.7em'><sup>a</sup> {self.phrase(6)}</div>"

    def phone(self):
        """A phone: status line, title, rows with icons and values, a bar at the bottom."""
        r, t = self.random, self.templates
        rows = "".join(f"<div class=row style='padding:10px;border-bottom:1px solid {t.line()};gap:12px'>{self.glyph()}<div><div>{self.phrase(4)}</div><div class='small dim'>{self.phrase(6)}</div></div><span style='margin-left:auto' class=dim>{r.choice(['›', '⌄', str(r.randint(1, 99)), '●'])}</span></div>" for _ in range(r.randint(4, 9)))
        bar = "".join(f"<div style='text-align:center;flex:1'>{self.glyph()}<div style='font-size:.65em'>{html.escape(self.texts.word())}</div></div>" for _ in range(4))
        return f"<div style='width:{r.randint(280, 380)}px'><div class='row small' style='justify-content:space-between'><b>{r.randint(0, 23)}:{r.randint(0, 59):02d}</b><span>{r.randint(1, 100)} %</span></div><h2>{self.phrase(3)}</h2>{rows}<div style='display:flex'>{bar}</div></div>"

    def emoji_chat(self):
        """Messages with emoji within and after the text."""
        r, rows = self.random, []
        for _ in range(r.randint(4, 9)):
            words = self.texts.phrase(6).split()
            for _ in range(r.randint(0, 3)):
                words.insert(r.randint(0, len(words)), r.choice(EMOJI) + r.choice(["", "", r.choice(EMOJI)]))
            rows.append(f"<div style='display:flex;justify-content:{r.choice(['flex-start', 'flex-end'])};margin:6px'><div class=box><div>{html.escape(' '.join(words))}</div><div class='small dim'>{r.randint(0, 23)}:{r.randint(0, 59):02d} {r.choice(['', '✓', '✓✓'])}</div></div></div>")
        return "".join(rows)

    def other_scripts(self):
        """Latin text with words of scripts that the program does not read."""
        r = self.random
        rows = []
        for _ in range(r.randint(4, 12)):
            words = self.texts.phrase(4).split()
            for _ in range(r.randint(1, 2)):
                words.insert(r.randint(0, len(words)), r.choice(OTHER_WORDS))
            rows.append(f"<p>{html.escape(' '.join(words))}</p>")
        return f"<h2>{self.phrase(3)}</h2>{''.join(rows)}"

    def calculator(self):
        """Keys in a grid, with a large number above."""
        r = self.random
        keys = "7 8 9 ÷ 4 5 6 × 1 2 3 − 0 . = + AC ± % √ ( ) M+ MR π x² ln sin cos tan".split()
        buttons = "".join(f"<button style='font-size:{r.uniform(0.9, 1.5):.1f}em'>{html.escape(k)}</button>" for k in r.sample(keys, r.randint(12, 28)))
        return f"<div style='width:{r.randint(200, 420)}px'><div style='font-size:2.4em;text-align:right'>{html.escape(str(round(r.uniform(-9999, 99999), r.randint(0, 5))))}</div><div style='display:grid;grid-template-columns:repeat({r.choice([4, 4, 5])},1fr);gap:{r.randint(2, 8)}px'>{buttons}</div></div>"

    def files(self):
        """A grid of icons with names below, as on a desktop."""
        r = self.random
        items = "".join(f"<div style='width:{r.randint(80, 130)}px;text-align:center;overflow-wrap:anywhere'><div style='font-size:2.5em;line-height:1'>{self.glyph()}</div><span class=small>{html.escape(self.texts.word())}{r.choice(['.txt', '.pdf', '.png', '_v2.doc', '', ''])}</span></div>" for _ in range(r.randint(6, 20)))
        return f"{self.tool_bar()}<div style='display:flex;flex-wrap:wrap;gap:10px'>{items}</div>"

    def book(self):
        """A page of a book with hyphens at line ends and notes."""
        r, t = self.random, self.templates
        body = "".join(f"<p style='text-indent:1.5em;margin:0'>{t.prose()}</p>" for _ in range(r.randint(2, 6)))
        notes = "".join(f"<div style='font-size:.75em'><sup>{i}</sup> {self.phrase(6)}</div>" for i in range(1, r.randint(1, 4)))
        return f"<div lang={r.choice(['en', 'de'])} style='text-align:justify;hyphens:auto;max-width:{r.randint(260, 560)}px;font-family:{r.choice(['Tinos', 'C059', 'EB Garamond', 'P052', 'Linux Libertine O', 'Old Standard TT', 'TeX Gyre Schola'])!r},serif'><div style='text-align:center'>{self.phrase(3).upper()}</div>{body}<hr style='width:30%;margin-left:0'>{notes}</div>"
