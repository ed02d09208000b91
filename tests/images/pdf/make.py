#!/usr/bin/env python3
"""Generates the PDF files of tests/fuzz-smoke and of the tests of passwords and of right-to-left text. Run this only to change them.

    python3 -m venv venv && venv/bin/pip install pillow pikepdf
    cd tests/images/pdf && ../../../venv/bin/python make.py
"""

import io
import pathlib
import subprocess
import tempfile

import pikepdf
from PIL import Image
from pikepdf import Dictionary, Encryption, Name, ObjectStreamMode, Pdf


def with_text(size, content):
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=size)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)), XObject=Dictionary())
    page.Contents = pdf.make_stream(content)
    return pdf, page


def image(pdf, data, size, filter, parameters=None, **entries):
    stream = pdf.make_stream(data)
    entries = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 8, **entries}
    stream.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1], **entries
    )
    stream.write(data, filter=filter, decode_parms=parameters)
    return stream


def encrypted():
    pdf, _ = with_text((300, 80), b"BT /F1 18 Tf 20 30 Td (Only for your eyes) Tj ET")
    pdf.save("plain.pdf", deterministic_id=True)
    for name, revision, aes in (("rc4.pdf", 3, False), ("aes-128.pdf", 4, True), ("aes-256.pdf", 6, True)):
        keys = Encryption(user="sesame", owner="owner", R=revision, aes=aes, metadata=aes)
        pdf.save(name, encryption=keys)
        if aes:
            keys = Encryption(user="", owner="owner", R=revision, aes=aes, metadata=aes)
            pdf.save(f"owner-{name}", encryption=keys)


def compressed():
    """Objects in compressed streams, two pages, a turned one."""
    pdf, page = with_text((300, 120), b"BT /F1 12 Tf 20 80 Td (Objects in streams) Tj ET")
    second, other = with_text((120, 300), b"BT /F1 12 Tf 20 80 Td (Turned) Tj ET")
    other.Rotate = 90
    pdf.pages.append(second.pages[0])
    pdf.save("compressed.pdf", object_stream_mode=ObjectStreamMode.generate, compress_streams=True)


def scans():
    """One picture in each of the encodings of scanners."""
    hello = Image.open("../hello.png").convert("L")
    bits = hello.convert("1", dither=Image.Dither.NONE)

    def saved(picture, format, **options):
        file = io.BytesIO()
        picture.save(file, format, **options)
        return file.getvalue()

    tiff = Image.open(io.BytesIO(saved(bits, "TIFF", compression="group4")))
    (offset,), (length,) = tiff.tag_v2[273], tiff.tag_v2[279]
    fax = saved(bits, "TIFF", compression="group4")[offset : offset + length]
    black = tiff.tag_v2.get(262) == 0
    for name, data, filter, entries in (
        ("jpeg", saved(hello, "JPEG"), Name.DCTDecode, {}),
        ("jpeg2000", saved(hello, "JPEG2000"), Name.JPXDecode, {}),
        (
            "fax",
            fax,
            Name.CCITTFaxDecode,
            {
                "BitsPerComponent": 1,
                "parameters": Dictionary(
                    K=-1, Columns=hello.width, Rows=hello.height, BlackIs1=not black
                ),
            },
        ),
    ):
        pdf, page = with_text((hello.width // 2, hello.height // 2), b"")
        page.Resources.XObject.Im0 = image(pdf, data, hello.size, filter, **entries)
        content = f"q {hello.width // 2} 0 0 {hello.height // 2} 0 0 cm /Im0 Do Q".encode()
        page.Contents = pdf.make_stream(content)
        pdf.save(f"{name}.pdf", deterministic_id=True)



RIGHT_TO_LEFT = """<!doctype html>
<html lang="he"><head><meta charset="utf-8"><title></title>
<style>body { font: 18px "DejaVu Sans" } [dir="rtl"] { direction: rtl; text-align: right }</style></head><body>
<p>The word שלום means peace.</p>
<p dir="rtl">שלום עולם, זה מבחן (ראשון) של 123 מילים.</p>
<p dir="rtl">הקובץ report.pdf נשלח בשנת 2024 אל Microsoft Office היום.</p>
<p dir="rtl">مرحبا بالعالم، هذا اختبار (أول) من 123 كلمة.</p>
<p dir="rtl">الملف report.pdf أرسل في 2024 إلى المكتب.</p>
</body></html>
"""


def right_to_left():
    """Hebrew and Arabic, printed by Chromium 156 and LibreOffice 7.4, which leaves the first paragraph out."""
    with tempfile.TemporaryDirectory() as directory:
        page = pathlib.Path(directory) / "right-to-left.html"
        page.write_text(RIGHT_TO_LEFT)
        chromium = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer"]
        subprocess.run([*chromium, "--print-to-pdf=right-to-left-chromium.pdf", page], check=True)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", directory, page], check=True)
        page.with_suffix(".pdf").rename("right-to-left-libreoffice.pdf")


encrypted()
compressed()
scans()
right_to_left()
