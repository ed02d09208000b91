#!/usr/bin/env python3
"""Draws the pictures of the end-to-end tests. All texts are written for this project.

Needs the Debian packages `chromium` and `fonts-dejavu-core`, and Pillow. Run it only to add or change a picture,
because another version of the browser draws other pixels; arguments name the pictures to draw.
"""

import html
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image

HERE = pathlib.Path(__file__).parent
BODY = "margin:0;background:#fff;color:#202124;font:16px/26px 'DejaVu Sans'"

FOX = "The quick brown fox jumps over the lazy dog.<br>Seven wizards mix a potion at dawn."
MARKUP = html.escape("Write <script>alert(1)</script> or <b>bold</b> and javascript:void(0) here.")

MAIL = [
    ("Miriam Castle", "Photographs of the old mill", "The scans are done, 48 in all, and the best are on the table."),
    ("Harbour office", "Berth 17 from Monday", "Your berth is free again; please moor before 18:30."),
    ("Tobias Lind", "Re: spare parts", "Two of the bolts (M8, 40 mm) were missing from the box."),
    ("Town library", "Three books are due", "Due on 12 December: Tides, The Long Winter, A Field of Rye."),
    ("Anna Weber", "Dinner on Friday?", "We could cook together, or try the new place at the corner."),
    ("Workshop", "Invoice 2041", "Total 386.40, payable within 14 days. Thank you very much."),
    ("Choir", "Rehearsal moved", "We meet on Thursday at 19:15, second floor, room 204."),
    ("Piet Janssen", "Notes of the meeting", "Attached: decisions, open questions, and who does what."),
    ("Weather station", "Warning for the coast", "Gusts of up to 90 km/h are expected during the night."),
    ("Lena Moreau", "Your drawing", "It arrived safely and hangs in the hall. Everybody asks."),
]
LETTER = [
    "Dear Miriam,",
    "thank you for the careful work. The mill was built in 1784 and stood empty for forty years, so every"
    " photograph of its inside is worth a great deal to us. I have sorted the prints by room and numbered them"
    " from 1 to 48; numbers 12 and 31 are too dark to print.",
    "Could you scan these two once more, a little brighter, before the end of the month? The printer needs all"
    " files by the 28th. The captions follow tomorrow: please check the names, above all those of the families"
    " who lived there between the wars.",
    "The exhibition opens on 6 March at eleven o'clock. There will be coffee, cake, and a short talk about the"
    " water wheel by somebody who has seen it turn. Bring whoever likes old machines.",
    "With kind regards,",
    "Jonas",
]


def screenshot() -> str:
    rows = "".join(
        f"<div style='padding:7px 16px;border-bottom:1px solid #e3e5e8'><b>{sender}</b><br>{subject}<br>"
        f"<span style='color:#5f6368'>{line}</span></div>"
        for sender, subject, line in MAIL
    )
    letter = "".join(f"<p style='margin:0 0 14px'>{paragraph}</p>" for paragraph in LETTER)
    folders = "".join(f"<div>{name}</div>" for name in ["Inbox 10", "Starred", "Sent", "Drafts 2", "Archive", "Bin"])
    return (
        "<div style='display:flex;height:800px;font:13px/19px \"DejaVu Sans\"'>"
        f"<div style='width:150px;background:#263042;color:#e8ecf3;padding:20px;line-height:34px'>{folders}</div>"
        f"<div style='width:440px;border-right:1px solid #d5d8dc'>{rows}</div>"
        f"<div style='flex:1;padding:26px;font-size:15px;line-height:24px'>"
        f"<h1 style='font-size:22px;margin:0 0 20px'>Photographs of the old mill</h1>{letter}</div></div>"
    )


def long_page() -> str:
    """A page in portrait format with more lines than the window has room for."""
    lines = [f"{number}. {line}" for number, (_, _, line) in enumerate(MAIL * 6, start=1)]
    return f"<div style='padding:40px;font-size:17px'>{'<br>'.join(lines)}</div>"


def prices() -> str:
    """A table with ruling lines, and a cell that a spreadsheet would compute."""
    rows = [
        ("Item", "Count", "Price", "Total"),
        ("Kettle", "3", "24.95", "74.85"),
        ("Wool blanket", "12", "49.50", "594.00"),
        ("Pencil", "264", "-0.20", "-52.80"),
        ("Discount", "1", "=2+3", "5"),
    ]
    cell = "border:1px solid #202124;padding:8px 28px;text-align:left"
    body = "".join(
        "<tr>" + "".join(f"<td style='{cell}'>{text}</td>" for text in row) + "</tr>" for row in rows
    )
    return f"<table style='border-collapse:collapse;margin:30px;font-size:20px'>{body}</table>"


PAGES = ["The first page of the letter.<br>It ends here.", "The second page begins.<br>Nobody turned it."]

PICTURES = {
    "blank": ("", 320, 200),
    "long-page": (long_page(), 760, 1640),
    "markup": (f"<div style='padding:20px'>{MARKUP}</div>", 720, 80),
    "on-its-side": (
        f"<div style='padding:20px;width:440px;transform:rotate(-90deg) translate(-480px);transform-origin:0 0'>{FOX}</div>",
        100,
        480,
    ),
    "prices": (prices(), 700, 320),
    "screenshot": (screenshot(), 1280, 800),
}


def draw(path: pathlib.Path, body: str, width: int, height: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(f"<meta charset=utf-8><body style=\"{BODY}\">{body}", encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"]
        out = [f"--screenshot={path}", f"--window-size={width},{height}", f"--user-data-dir={folder}/profile"]
        subprocess.run(["chromium", *flags, *out, page.as_uri()], check=True, stderr=subprocess.DEVNULL)


def draw_pages() -> None:
    """A TIFF of two pages."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{number}.png" for number in range(len(PAGES))]
        for path, body in zip(paths, PAGES):
            draw(path, f"<div style='padding:30px;font-size:20px'>{body}</div>", 480, 140)
        first, *others = [Image.open(path).convert("L") for path in paths]
        first.save(HERE / "pages.tif", save_all=True, append_images=others, compression="tiff_lzw")


for name in sys.argv[1:] or [*PICTURES, "pages"]:
    if name == "pages":
        draw_pages()
    else:
        draw(HERE / f"{name}.png", *PICTURES[name])
