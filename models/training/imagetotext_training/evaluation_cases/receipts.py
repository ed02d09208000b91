"""Receipts of thermal and dot-matrix printers, in fonts that training does not have."""

import json

import cv2
import numpy
from PIL import Image, ImageDraw, ImageFont

# Labels by language; the products are those of `texts.PRODUCTS`.
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
"""Characters in a line."""


def receipt_lines(texts, language):
    """The lines of a receipt, `COLUMNS` characters wide."""
    r, (shop, register, subtotal, tax, total, card, change, closing) = texts.random, WORDS[language]
    item = lambda: (texts.product(language), texts.money(language, 60))
    spread = lambda left, right: f"{left}{right:>{max(1, COLUMNS - len(left))}}"
    lines = [shop.center(COLUMNS), texts.street(language).center(COLUMNS), f"{texts.digits(5)} {texts.place()}".center(COLUMNS), "", register.format(r.randint(1, 9), r.randint(10, 99)), spread(texts.date(language), texts.time()), "-" * COLUMNS]
    for _ in range(r.randint(3, 8)):
        name, price = item()
        lines.append(spread(f"{texts.digits(4)} {name}", f"{price} {r.choice('AB')}"))
        if r.random() < 0.3:
            lines.append(f"   {r.randint(2, 9)} x {texts.money(language, 20)}")
    lines += ["-" * COLUMNS, spread(subtotal, texts.money(language, 200)), spread(tax, texts.money(language, 40)), spread(total, texts.money(language, 200)), spread(card, texts.money(language, 200)), spread(change, texts.money(language, 9)), "", f"No. {texts.code_number(10)}", closing.center(COLUMNS)]
    return [line.upper() for line in lines] if r.random() < 0.3 else lines


def dot_matrix_font():
    """The font of a dot-matrix printer, 12 dots high; training has other sizes of its family, not this one."""
    return ImageFont.truetype(X11 + "6x12.pcf.gz", 12, layout_engine=ImageFont.Layout.BASIC)


def thermal_font(random, language, fonts="runs/fonts.json"):
    """The font of a thermal printer, 16 to 24 dots high: Sony's, which have Latin-1 only, or a held-out one without antialiasing."""
    if language in ("pl", "cs") or random.random() < 0.3:
        with open(fonts, encoding="utf-8") as file:
            path = min(font["file"] for font in json.load(file) if font["held_out"] and font["file"].endswith("Hack-Regular.ttf"))
        return ImageFont.truetype(path, 20, layout_engine=ImageFont.Layout.BASIC)
    name, size = random.choice([("8x16", 16), ("12x24", 24)])
    return ImageFont.truetype(f"{X11}{name}.pcf.gz", size, layout_engine=ImageFont.Layout.BASIC)


def typeset(lines, font):
    """(grid of dots, bool `[rows, columns]`, text)."""
    cell, pitch = int(font.getlength("0")), round(font.size * 1.25)
    grid = Image.new("L", (cell * (COLUMNS + 4), pitch * (len(lines) + 3)), 0)
    canvas = ImageDraw.Draw(grid)
    canvas.fontmode = "1"
    for number, row in enumerate(lines):
        for column, character in enumerate(row):
            canvas.text((cell * (column + 2), pitch * (number + 1.5)), character, font=font, fill=255, anchor="ls")
    text = "\n".join(row.strip() for row in lines if row.strip("- "))
    return numpy.asarray(grid) > 127, text


def print_thermal(grid, pixels, rng):
    """A thermal print with `pixels` per dot: grey-brown, paler where the print head is worn or the paper is old."""
    heat = rng.uniform(0.65, 1, grid.shape[1])
    heat[rng.random(grid.shape[1]) < 0.01] = 0.1
    heat = cv2.blur(heat[None].astype(numpy.float32), (7, 1)) * numpy.linspace(1, rng.uniform(0.45, 1), grid.shape[0], dtype=numpy.float32)[:, None]
    return render_ink(cv2.GaussianBlur(grid * heat, (0, 0), 0.35), pixels, (62, 60, 70), (246, 244, 240))


def print_dot_matrix(grid, pixels, rng):
    """A dot-matrix print with `pixels` per dot: round dots from a ribbon with too little ink in places."""
    oversampling = 6
    y, x = numpy.mgrid[0:oversampling, 0:oversampling] - (oversampling - 1) / 2
    dot = numpy.clip(rng.uniform(2.4, 3.4) - numpy.hypot(x, y), 0, 1)
    ribbon = cv2.resize(rng.uniform(0.4, 1, (6, 2)).astype(numpy.float32), grid.shape[::-1])
    missed = rng.random(grid.shape) < 0.03
    dots = numpy.kron(grid * ribbon * ~missed, dot)
    return render_ink(dots, pixels / oversampling, (50, 44, 88), (250, 249, 246))


def render_ink(ink, pixels, ink_colour, paper_colour):
    """An RGB picture of `ink`, 0 to 1, with `pixels` per cell."""
    size = (round(ink.shape[1] * pixels), round(ink.shape[0] * pixels))
    ink = cv2.resize(ink.astype(numpy.float32), size, interpolation=cv2.INTER_AREA if pixels < 1 else cv2.INTER_LINEAR)[..., None]
    return (numpy.array(paper_colour) * (1 - ink) + numpy.array(ink_colour) * ink).clip(0, 255).astype(numpy.uint8)
