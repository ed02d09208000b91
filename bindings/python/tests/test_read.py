"""What can be read, and what comes out."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import imagetotext
import numpy as np
import pytest
from conftest import IMAGES, drawn
from PIL import Image


@pytest.mark.parametrize("sandbox", [True, False])
def test_every_source_gives_the_same_text(hello: Path, sandbox: bool) -> None:
    with Image.open(hello) as image:
        image.load()
    rgb = image.convert("RGB")
    sources: list[imagetotext.Source] = [
        hello,
        str(hello),
        hello.read_bytes(),
        bytearray(hello.read_bytes()),
        memoryview(hello.read_bytes()),
        image,
        rgb,
        rgb.convert("P"),
        np.asarray(rgb),
        np.asarray(rgb.convert("RGBA")),
        np.asarray(rgb)[:, ::-1][:, ::-1],
        np.asfortranarray(np.asarray(rgb)),
    ]
    texts = {imagetotext.read(source, sandbox=sandbox).text for source in sources}
    assert len(texts) == 1
    assert "Hello" in texts.pop()
    assert "Hello" in imagetotext.read(np.asarray(rgb.convert("L")), sandbox=sandbox).text


def test_a_document_has_blocks_lines_words_places_and_confidences(hello: Path) -> None:
    document = imagetotext.read(hello)
    (page,) = document.pages
    assert (page.number, page.error, page.unread_script) == (1, None, None)
    words = [word for block in document.blocks for line in block.lines for word in line.words]
    assert " ".join(word.text for word in words) == " ".join(document.text.split())
    for word in words:
        left, top, right, bottom = word.bounds
        assert 0 <= left < right <= page.width and 0 <= top < bottom <= page.height
        assert 0.5 < word.confidence <= 1 and len(word.quad) == 4
    assert {block.kind for block in document.blocks} <= {"paragraph", "heading", "running_head"}


def test_a_page_has_the_resolution_that_its_file_states(hello: Path) -> None:
    (page,) = imagetotext.read(IMAGES / "formats" / "resolution.png").pages
    assert page.resolution == pytest.approx((300, 300), abs=0.1)
    assert imagetotext.read(hello).pages[0].resolution is None
    assert page.attachments == []


def test_codes_are_read_or_left_out() -> None:
    path = next((IMAGES / "codes").glob("*.png"))
    assert imagetotext.read(path).pages[0].codes[0].text
    assert not imagetotext.read(path, codes=False).pages[0].codes


def test_every_export_is_what_it_says(hello: Path) -> None:
    document = imagetotext.read(hello)
    assert document.to_text() == document.text == str(document)
    assert "Hello" in document.to_markdown() and "<html" in document.to_html()
    assert json.loads(document.to_json())["pages"]
    assert json.loads(document.to_jsonl())["file"] == str(hello)
    assert "Hello" in document.to_csv() and "\t" in document.to_tsv()
    assert "ocr_page" in document.to_hocr() and "<alto" in document.to_alto()
    assert "<PcGts" in document.to_page()
    for package in [
        document.to_docx(),
        document.to_odt(),
        document.to_xlsx(),
        document.to_epub(),
    ]:
        assert zipfile.ZipFile(BytesIO(package)).testzip() is None
    assert document.to_text(lines="one").count("\n") == 1


def test_exports_are_those_of_the_command_line(hello: Path) -> None:
    program = Path(imagetotext.__file__).parent / "bin" / "imagetotext"
    document = imagetotext.read(hello)
    for format, export in [("json", document.to_json()), ("hocr", document.to_hocr())]:
        output = subprocess.run(
            [program, "--format", format, hello], check=True, capture_output=True, text=True
        )
        assert output.stdout == export


def test_logs_and_tracebacks_have_no_text(hello: Path) -> None:
    document = imagetotext.read(hello)
    line = document.blocks[0].lines[0]
    for thing in [document, *document.pages, *document.blocks, line, *line.words]:
        assert "Hello" not in repr(thing)


def test_documents_and_pages_travel_between_processes(hello: Path) -> None:
    document = imagetotext.read(hello)
    copy = pickle.loads(pickle.dumps(document))
    assert type(copy) is imagetotext.Document
    assert copy == document and copy.to_hocr() == document.to_hocr()
    page = pickle.loads(pickle.dumps(document.pages[0]))
    assert page == document.pages[0]
    with pytest.raises(ValueError, match="no page"):
        imagetotext.Page._from_bytes(b"\xff", None)  # type: ignore[attr-defined]


@pytest.mark.parametrize("sandbox", [True, False])
def test_pages_of_a_pdf_come_one_by_one(pdf: Path, sandbox: bool) -> None:
    pages = imagetotext.read_pdf(pdf, sandbox=sandbox)
    assert "page 1" in next(pages).text
    assert [page.number for page in pages] == [2, 3]
    assert list(pages) == []
    chosen: list[tuple[imagetotext.Pages, list[int]]] = [
        ("2-", [2, 3]),
        (3, [3]),
        ([1, 3], [1, 3]),
    ]
    for wanted, numbers in chosen:
        read = list(imagetotext.read_pdf(pdf, pages=wanted, sandbox=sandbox))
        assert [page.number for page in read] == numbers
    joined = imagetotext.Document(list(imagetotext.read_pdf(pdf, sandbox=sandbox)))
    assert joined.text == imagetotext.read(pdf, sandbox=sandbox).text
    with pytest.raises(imagetotext.PictureError, match="none of these pages; correct pages="):
        next(imagetotext.read_pdf(pdf, pages=9, sandbox=sandbox))


def test_a_picture_is_rotated_before_it_is_read() -> None:
    turned = drawn("Rotated text").transpose(Image.Transpose.ROTATE_90)
    page = imagetotext.read(turned, rotate=90).pages[0]
    assert (page.width, page.height) == (480, 80) and "Rotated" in page.text


def test_modules_of_python_are_not_needed(hello: Path) -> None:
    script = (
        "import sys, imagetotext; imagetotext.read(sys.argv[1]);"
        "assert not {'numpy', 'PIL'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, hello], check=True)
