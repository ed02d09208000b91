"""Paper documents as HTML: books, letters, invoices. They are rendered in a large size and damaged afterwards."""

from html import escape

from .window_pages import SANS, SERIF


class PaperPages:
    """Black-on-white pages in one language."""

    def __init__(self, texts, language):
        self.texts, self.random, self.language = texts, texts.random, language
        self.serif, self.sans = self.random.choice(SERIF), self.random.choice(SANS)

    def page(self, body, px, family=None):
        """A whole document with `px` pixels of font size."""
        return f"""<!doctype html><meta charset=utf-8><style>html{{background:#fff;color:#111;font:{px}px/1.36 '{family or self.serif}'}}
body{{margin:3.2em 3.6em}} p{{margin:0;text-indent:1.4em;text-align:justify}} td,th{{padding:.3em 1.2em .3em 0;text-align:left}} .r{{text-align:right}}</style><body>{body}"""

    def book(self):
        """A running head, paragraphs, a page number."""
        body = "".join(f"<p>{escape(self.texts.paragraph(self.language))}</p>" for _ in range(self.random.randint(3, 5)))
        return f"<div style='text-align:center;font-size:.85em;margin-bottom:1.4em'>{escape(self.texts.sentence(self.language, 4))}</div>{body}<div style='text-align:center;margin-top:1.4em'>{self.random.randint(3, 480)}</div>"

    def letter(self):
        t = self.texts
        head = f"<div>{escape(t.name())}<br>{escape(t.street(self.language))}<br>{t.digits(5)} {escape(t.place())}</div><div class=r style='margin:1em 0'>{escape(t.place())}, {t.date(self.language)}</div>"
        body = "".join(f"<p style='text-indent:0;margin-bottom:.8em'>{escape(t.paragraph(self.language, 80, 330))}</p>" for _ in range(2))
        return f"{head}<div style='margin:1em 0'><b>{escape(t.sentence(self.language, 6))}</b></div>{body}<div>{escape(t.name())}</div>"

    def invoice(self):
        t, r = self.texts, self.random
        rows = "".join(f"<tr><td>{index}</td><td>{escape(t.product(self.language))}</td><td class=r>{r.randint(1, 12)}</td><td class=r>{t.money(self.language)}</td><td class=r>{t.money(self.language, 3000)}</td></tr>" for index in range(1, r.randint(4, 9)))
        head = f"<div style='display:flex;justify-content:space-between'><div>{escape(t.name())}<br>{escape(t.street(self.language))}<br>{t.digits(5)} {escape(t.place())}</div><div class=r>No. {t.code_number(7)}<br>{t.date(self.language)}</div></div>"
        return f"{head}<h2>{escape(t.sentence(self.language, 3))}</h2><table style='width:100%;border-collapse:collapse'><tr style='border-bottom:2px solid'><th>#</th><th>Item</th><th class=r>Qty</th><th class=r>Price</th><th class=r>Sum</th></tr>{rows}</table><div class=r style='margin-top:1em'><b>Total {t.money(self.language, 9000)}</b></div><p style='text-indent:0;margin-top:1.2em'>{escape(t.paragraph(self.language, 80, 200))}</p>"
