#!/usr/bin/env python3
"""Generates the pictures of QR codes and barcodes. All texts are ours.

Needs `segno`, `python-barcode` and `pillow`, and Debian's `fonts-dejavu` and `zint`.
"""

import io
import pathlib
import subprocess
import tempfile

import barcode
import segno
from barcode.writer import ImageWriter
from PIL import Image, ImageDraw, ImageFont, ImageOps

HERE = pathlib.Path(__file__).parent
WHITE = 255
FONT = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 26)
LINK = "https://example.org/invoice/4711"
BARS = {
    "ean13": "4006381333931",
    "ean8": "96385074",
    "upca": "03600029145",
    "code128": "ABC-12345",
    "code39": "HELLO42",
    "itf": "1234567890",
    "codabar": "A12345B",
}


def qr(text, module=5):
    data = io.BytesIO()
    segno.make(text, micro=False).save(data, kind="png", scale=module, border=4)
    return Image.open(data).convert("L")


def bars(kind):
    data = io.BytesIO()
    options = {"dpi": 200, "module_height": 8, "quiet_zone": 4, "write_text": False}
    barcode.get_barcode_class(kind)(BARS[kind], writer=ImageWriter()).write(data, options)
    return Image.open(data).convert("L")


def zint(kind, text, scale):
    """A code without a margin."""
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        subprocess.run(["zint", "-b", kind, f"--scale={scale}", "-o", file.name, "-d", text], check=True)
        return Image.open(file.name).convert("L")


def page(width, height, parts):
    picture = Image.new("L", (width, height), WHITE)
    for part, place in parts:
        if isinstance(part, str):
            ImageDraw.Draw(picture).text(place, part, font=FONT, fill=0)
        else:
            picture.paste(part, place)
    return picture


def save(picture, name):
    # Two shades are enough, but for what was rotated.
    picture.quantize(4 if name == "askew" else 2).save(HERE / f"{name}.png", optimize=True)


letter = [
    ("Invoice 4711", (60, 60)),
    ("Please pay within thirty days, or", (60, 120)),
    ("scan the code with your telephone.", (60, 160)),
    (qr(LINK), (60, 220)),
    (bars("ean13"), (330, 240)),
    ("Thank you for your order.", (60, 440)),
]
save(page(680, 520, letter), "letter")
two = page(680, 300, [(qr(LINK), (40, 40)), (bars("ean13"), (300, 60))])
save(two.rotate(90, expand=True), "turned")
save(two.rotate(8, Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE), "askew")
save(ImageOps.invert(page(200, 200, [(qr("dark mode"), (10, 10))])), "dark")
save(page(620, 1100, [(bars(kind), (20, 20 + 150 * row)) for row, kind in enumerate(BARS)]), "bars")
others = [
    (zint("DATAMATRIX", "Parcel 12345", 2), (40, 40)),
    (zint("AZTEC", "Ticket 67", 2), (200, 40)),
    (zint("PDF417", "Boarding pass", 1.5), (40, 200)),
    ("Some text below the codes, which is none of them", (40, 330)),
]
save(page(720, 400, others), "others")
codes = [(qr(f"code number {n}", 3), (n % 15 * 110, n // 15 * 110)) for n in range(210)]
save(page(15 * 110 + 20, 14 * 110 + 20, codes), "many")
