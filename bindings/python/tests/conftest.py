"""Pictures for the tests: those of the repository, and drawn ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

IMAGES = Path(__file__).parents[3] / "tests" / "images"


def drawn(text: str, size: tuple[int, int] = (480, 80)) -> Image.Image:
    """A white picture with a line of text."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).text((20, 20), text, fill="black", font=ImageFont.load_default(32))
    return image


@pytest.fixture
def hello() -> Path:
    return IMAGES / "hello.png"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Three scanned pages."""
    pages = [drawn(f"This is page {number}", (800, 600)) for number in (1, 2, 3)]
    path = tmp_path / "scan.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path
