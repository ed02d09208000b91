"""Whatever goes wrong is an exception that says what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import imagetotext
import numpy as np
import pytest
from conftest import IMAGES, drawn
from PIL import Image

PROGRAM = Path(imagetotext.__file__).parent / "bin" / "imagetotext"


@pytest.mark.parametrize("sandbox", [True, False])
def test_bad_files(tmp_path: Path, hello: Path, sandbox: bool) -> None:
    def error(source: Any, kind: type[Exception], **options: Any) -> str:
        with pytest.raises(kind) as caught:
            imagetotext.read(source, sandbox=sandbox, **options)
        assert type(caught.value) is kind and isinstance(caught.value, imagetotext.Error)
        return str(caught.value)

    assert error("none.png", imagetotext.FileError).startswith("none.png: there is no such file; ")
    assert "directory" in error(tmp_path, imagetotext.FileError)
    assert "not an ordinary file" in error("/dev/null", imagetotext.FileError)
    assert "empty" in error(b"", imagetotext.PictureError)
    assert "not a picture" in error(b"a letter to a friend", imagetotext.PictureError)
    cut = error(hello.read_bytes()[:400], imagetotext.PictureError)
    assert "damaged" in cut and "letter" not in cut
    locked = IMAGES / "pdf" / "aes-256.pdf"
    assert "give it as password=" in error(locked, imagetotext.PasswordError)
    assert "correct password=" in error(locked, imagetotext.PasswordError, password="wrong")
    assert "too many pixels" in error(
        np.broadcast_to(np.uint8(0), (20_000, 20_000, 3)), imagetotext.LimitError
    )
    assert "too large" in error(
        np.broadcast_to(np.uint8(0), (600 << 20,)), imagetotext.LimitError
    )


def test_sentences_are_those_of_the_command_line(hello: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.png"
    cut.write_bytes(hello.read_bytes()[:400])
    for path in [Path("none.png"), cut]:
        with pytest.raises(imagetotext.Error) as caught:
            imagetotext.read(path)
        output = subprocess.run([PROGRAM, path], capture_output=True, text=True)
        assert output.stderr == f"imagetotext: {caught.value}.\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (np.zeros((4, 4), dtype=np.float32), "uint8 values, not 'f'"),
        (np.zeros((4, 4), dtype=bool), "uint8 values"),
        (np.zeros((4, 4, 2), dtype=np.uint8), r"not \[4, 4, 2\]"),
        (np.zeros((1, 4, 4, 3), dtype=np.uint8), r"\(height, width\)"),
        (np.zeros((0, 4), dtype=np.uint8), "at least one pixel"),
        (Image.new("I;16", (4, 4)), "more than 8 bits"),
        (Image.new("F", (4, 4)), "more than 8 bits"),
    ],
)
def test_arrays_that_are_no_pictures(source: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        imagetotext.read(source)


def test_bad_arguments(hello: Path) -> None:
    bad: list[dict[str, Any]] = [
        {"script": "klingon"},
        {"pdf_text": "no"},
        {"rotate": 45},
        {"pages": "0"},
        {"pages": -1},
        {"password": "x" * 1000},
    ]
    for options in bad:
        with pytest.raises(ValueError):
            imagetotext.read(hello, **options)
    for source in (None, 3, object()):
        with pytest.raises(TypeError, match="a picture is a path"):
            imagetotext.read(source)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="at least 1"):
        imagetotext.Reader(threads=0)


def test_a_page_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "two.tif"
    pages = [drawn("The first page"), drawn("The second page")]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.warns(imagetotext.UnreadPageWarning, match="page 2 was not read") as warned:
        document = imagetotext.read(path)
    assert warned[0].filename == __file__
    assert "first" in document.text
    assert isinstance(document.pages[1].error, imagetotext.PictureError)


def test_a_reader_that_is_closed_says_so(hello: Path) -> None:
    with imagetotext.Reader() as reader:
        assert "Hello" in reader.read(hello).text
    with pytest.raises(ValueError, match="closed"):
        reader.read(hello)
