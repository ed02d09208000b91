"""Receipts: what a thermal head burns and what needles hammer, on faces that training does not have."""

import json

import cv2
import numpy
from PIL import Image, ImageDraw, ImageFont

# The shop's own words by language; the goods are those of `texts.THINGS`.
WORDS = {
    "en": ("Corner Store", "Till {}  Clerk {}", "Subtotal", "Tax 7.5%", "Total due", "Paid by card", "Your change", "Come back soon!"),
    "de": ("Eckladen", "Kasse {}  Bediener {}", "Zwischensumme", "MwSt 19%", "Zu zahlen", "Kartenzahlung", "Rückgeld", "Bis bald!"),
    "fr": ("Épicerie du Coin", "Caisse {}  Vendeur {}", "Sous-total", "TVA 20%", "À payer", "Carte bancaire", "Monnaie rendue", "À bientôt !"),
    "es": ("Tienda Ñandú", "Caja {}  Cajero {}", "Suma", "IVA 21%", "A pagar", "Tarjeta", "Su cambio", "¡Vuelva pronto!"),
    "pl": ("Sklep Narożny", "Kasa {}  Kasjer {}", "Suma częściowa", "PTU 23%", "Do zapłaty", "Karta płatnicza", "Reszta", "Zapraszamy ponownie!"),
    "cs": ("Krámek na rohu", "Pokladna {}  Obsluha {}", "Mezisoučet", "DPH 21%", "K úhradě", "Platba kartou", "Vráceno", "Přijďte zas!"),
    "da": ("Hjørnebutikken", "Kasse {}  Ekspedient {}", "Mellemsum", "Moms 25%", "At betale", "Dankort", "Byttepenge", "På gensyn!"),
}
LANGUAGES = tuple(WORDS)
X11 = "/usr/share/fonts/X11/misc/"
COLUMNS = 40
"""Characters in a row."""


def rows(texts, language):
    """Rows of a receipt, `COLUMNS` characters wide."""
    r, (shop, till, subtotal, tax, due, card, change, bye) = texts.random, WORDS[language]
    item = lambda: (texts.thing(language), texts.money(language, 60))
    both = lambda left, right: f"{left}{right:>{max(1, COLUMNS - len(left))}}"
    set_rows = [shop.center(COLUMNS), texts.street(language).center(COLUMNS), f"{texts.digits(5)} {texts.place()}".center(COLUMNS), "", till.format(r.randint(1, 9), r.randint(10, 99)), both(texts.day(language), texts.clock()), "-" * COLUMNS]
    for _ in range(r.randint(3, 8)):
        name, price = item()
        set_rows.append(both(f"{texts.digits(4)} {name}", f"{price} {r.choice('AB')}"))
        if r.random() < 0.3:
            set_rows.append(f"   {r.randint(2, 9)} x {texts.money(language, 20)}")
    set_rows += ["-" * COLUMNS, both(subtotal, texts.money(language, 200)), both(tax, texts.money(language, 40)), both(due, texts.money(language, 200)), both(card, texts.money(language, 200)), both(change, texts.money(language, 9)), "", f"No. {texts.key(10)}", bye.center(COLUMNS)]
    return [row.upper() for row in set_rows] if r.random() < 0.3 else set_rows


def needle_face():
    """The face of a needle printer, 12 dots high; training has others of its family, not this one."""
    return ImageFont.truetype(X11 + "6x12.pcf.gz", 12, layout_engine=ImageFont.Layout.BASIC)


def thermal_face(random, language, fonts="runs/fonts.json"):
    """A thermal printer's face, 16 to 24 dots high: Sony's, which know Latin-1 only, or a held-out one without grey."""
    if language in ("pl", "cs") or random.random() < 0.3:
        with open(fonts, encoding="utf-8") as file:
            path = min(font["file"] for font in json.load(file) if font["held_out"] and font["file"].endswith("Hack-Regular.ttf"))
        return ImageFont.truetype(path, 20, layout_engine=ImageFont.Layout.BASIC)
    name, size = random.choice([("8x16", 16), ("12x24", 24)])
    return ImageFont.truetype(f"{X11}{name}.pcf.gz", size, layout_engine=ImageFont.Layout.BASIC)


def set_on_grid(lines, face):
    """(ink bool `[rows, columns]` of dots, text)."""
    cell, pitch = int(face.getlength("0")), round(face.size * 1.25)
    grid = Image.new("L", (cell * (COLUMNS + 4), pitch * (len(lines) + 3)), 0)
    canvas = ImageDraw.Draw(grid)
    canvas.fontmode = "1"
    for number, row in enumerate(lines):
        for column, character in enumerate(row):
            canvas.text((cell * (column + 2), pitch * (number + 1.5)), character, font=face, fill=255, anchor="ls")
    text = "\n".join(row.strip() for row in lines if row.strip("- "))
    return numpy.asarray(grid) > 127, text


def burnt(grid, pixels, rng):
    """A thermal print with `pixels` to a dot: grey-brown, paler where the head is worn or the paper old."""
    heat = rng.uniform(0.65, 1, grid.shape[1])
    heat[rng.random(grid.shape[1]) < 0.01] = 0.1
    heat = cv2.blur(heat[None].astype(numpy.float32), (7, 1)) * numpy.linspace(1, rng.uniform(0.45, 1), grid.shape[0], dtype=numpy.float32)[:, None]
    return inked(cv2.GaussianBlur(grid * heat, (0, 0), 0.35), pixels, (62, 60, 70), (246, 244, 240))


def hammered(grid, pixels, rng):
    """A needle print with `pixels` to a dot: round dots from a ribbon that runs dry along the row."""
    fine = 6
    y, x = numpy.mgrid[0:fine, 0:fine] - (fine - 1) / 2
    needle = numpy.clip(rng.uniform(2.4, 3.4) - numpy.hypot(x, y), 0, 1)
    ribbon = cv2.resize(rng.uniform(0.4, 1, (6, 2)).astype(numpy.float32), grid.shape[::-1])
    missed = rng.random(grid.shape) < 0.03
    dots = numpy.kron(grid * ribbon * ~missed, needle)
    return inked(dots, pixels / fine, (50, 44, 88), (250, 249, 246))


def inked(ink, pixels, dark, paper):
    """RGB picture of `ink` 0 to 1 at `pixels` for each of its cells."""
    size = (round(ink.shape[1] * pixels), round(ink.shape[0] * pixels))
    ink = cv2.resize(ink.astype(numpy.float32), size, interpolation=cv2.INTER_AREA if pixels < 1 else cv2.INTER_LINEAR)[..., None]
    return (numpy.array(paper) * (1 - ink) + numpy.array(dark) * ink).clip(0, 255).astype(numpy.uint8)
