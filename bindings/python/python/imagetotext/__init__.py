"""Reads the text out of pictures and PDF files, on this computer and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Literal, Protocol, TypeAlias

from . import _native
from ._errors import (
    Error,
    FileError,
    InternalError,
    LimitError,
    PasswordError,
    PictureError,
    UnreadPageWarning,
    WorkerError,
)
from ._native import Block, Cell, Code, Line, Page, Table, Word, __version__

__all__ = [
    "Block",
    "Cell",
    "Code",
    "Document",
    "Error",
    "FileError",
    "InternalError",
    "Line",
    "LimitError",
    "Page",
    "PasswordError",
    "PictureError",
    "Reader",
    "Table",
    "UnreadPageWarning",
    "Word",
    "WorkerError",
    "__version__",
    "read",
    "read_pdf",
]

Script: TypeAlias = Literal["auto", "latin", "alphabets", "cjk"]
PdfText: TypeAlias = Literal["auto", "embedded", "ocr"]
Lines: TypeAlias = Literal["keep", "paragraphs", "one"]
Pages: TypeAlias = str | int | Iterable[int]


class PillowImage(Protocol):
    """An image of Pillow, or something like it."""

    @property
    def size(self) -> tuple[int, int]: ...
    @property
    def mode(self) -> str: ...
    def convert(self, mode: Any) -> Any: ...
    def tobytes(self) -> bytes: ...


class Array(Protocol):
    """An array of numpy, or something like it: (height, width), with 3 or 4 channels or none, uint8."""

    @property
    def __array_interface__(self) -> dict[str, Any]: ...


Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | Array | PillowImage"


class Document(_native.Document):
    """What was read: pages of blocks, and their exports."""

    __slots__ = ()

    def to_text(self, *, lines: Lines = "keep") -> str:
        """Plain text; `lines` says what becomes of line ends."""
        return self.render_text("text", lines)

    def to_markdown(self, *, lines: Lines = "keep") -> str:
        """Headings, paragraphs, lists, tables and code as Markdown."""
        return self.render_text("markdown", lines)

    def to_html(self, *, lines: Lines = "keep") -> str:
        """The same as HTML."""
        return self.render_text("html", lines)

    def to_json(self) -> str:
        """All that is known: blocks, lines, words, places, confidences."""
        return self.render_text("json", "keep")

    def to_jsonl(self) -> str:
        """The same in one line, with the name of the file."""
        return self.render_text("jsonl", "keep")

    def to_csv(self) -> str:
        """The tables and the rows between them, guarded against formulas."""
        return self.render_text("csv", "keep")

    def to_tsv(self) -> str:
        """A table of words."""
        return self.render_text("tsv", "keep")

    def to_hocr(self) -> str:
        """HTML that lies over the picture."""
        return self.render_text("hocr", "keep")

    def to_alto(self) -> str:
        """ALTO 4.4 for libraries and archives."""
        return self.render_text("alto", "keep")

    def to_page(self) -> str:
        """PAGE XML 2019-07-15: regions, lines and words for libraries and archives."""
        return self.render_text("page", "keep")

    def to_docx(self, *, lines: Lines = "keep") -> bytes:
        """A document of Word."""
        return self.render_bytes("docx", lines)

    def to_odt(self, *, lines: Lines = "keep") -> bytes:
        """An OpenDocument text."""
        return self.render_bytes("odt", lines)

    def to_xlsx(self) -> bytes:
        """A workbook of Excel."""
        return self.render_bytes("xlsx", "keep")

    def to_epub(self, *, lines: Lines = "keep") -> bytes:
        """A book."""
        return self.render_bytes("epub", lines)


class Reader:
    """Keeps processes, or models, ready for many files. Threads may share it.

    `processes` is how many files are read at the same time at most, `threads` how many cores each may use; both are
    as many as there are cores by default.

    With `sandbox=False` pictures are read in this process. It saves a process and a few milliseconds, and this is
    lost: a picture that attacks a decoder attacks your program, with your files and your network; a decoder that
    crashes or takes too much memory ends your program; and no limit of time holds.
    """

    def __init__(
        self, *, sandbox: bool = True, threads: int | None = None, processes: int | None = None
    ) -> None:
        self._native = _native.Reader(sandbox=sandbox, threads=threads, processes=processes)

    def read(
        self,
        source: Source,
        *,
        script: Script = "auto",
        pdf_text: PdfText = "auto",
        rotate: int = 0,
        pages: Pages | None = None,
        password: str | None = None,
        codes: bool = True,
        running_heads: bool = True,
    ) -> Document:
        """As `imagetotext.read` does."""
        keywords = _keywords(script, pdf_text, rotate, pages, password, codes)
        return Document(self._native.read(source, keywords, running_heads))

    def read_pdf(
        self,
        source: Source,
        *,
        pages: Pages | None = None,
        password: str | None = None,
        script: Script = "auto",
        pdf_text: PdfText = "auto",
        rotate: int = 0,
        codes: bool = True,
        running_heads: bool = True,
    ) -> Iterator[Page]:
        """As `imagetotext.read_pdf` does."""
        keywords = _keywords(script, pdf_text, rotate, pages, password, codes)
        return self._native.pages(source, keywords, running_heads)

    def close(self) -> None:
        """Ends the processes that wait."""
        self._native.close()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _keywords(
    script: str, pdf_text: str, rotate: int, pages: Pages | None, password: str | None, codes: bool
) -> dict[str, Any]:
    return {
        "script": script,
        "pdf_text": pdf_text,
        "rotate": rotate,
        "pages": pages,
        "password": password,
        "codes": codes,
    }


_readers: dict[bool, Reader] = {}


def _reader(sandbox: bool) -> Reader:
    return _readers.get(sandbox) or _readers.setdefault(sandbox, Reader(sandbox=sandbox))


def read(
    source: Source,
    *,
    script: Script = "auto",
    pdf_text: PdfText = "auto",
    rotate: int = 0,
    pages: Pages | None = None,
    password: str | None = None,
    codes: bool = True,
    running_heads: bool = True,
    sandbox: bool = True,
) -> Document:
    """Reads a picture or all pages of a file.

    `source` is a path, the bytes of a file, an image of Pillow or an array of numpy (uint8; grey, RGB or RGBA).
    `rotate` turns it clockwise before it is read, by a multiple of 90 degrees. `pages` are those to read: 3, [3, 4]
    or "3-7,12". `codes=False` leaves out QR codes and barcodes, `running_heads=False` running titles and page
    numbers. `sandbox=False` reads in this process; `Reader` says what is lost then.

    A page that cannot be read has an `error`, and `UnreadPageWarning` says so; if no page can be, that error is raised.
    """
    return _reader(sandbox).read(
        source,
        script=script,
        pdf_text=pdf_text,
        rotate=rotate,
        pages=pages,
        password=password,
        codes=codes,
        running_heads=running_heads,
    )


def read_pdf(
    source: Source,
    *,
    pages: Pages | None = None,
    password: str | None = None,
    script: Script = "auto",
    pdf_text: PdfText = "auto",
    rotate: int = 0,
    codes: bool = True,
    running_heads: bool = True,
    sandbox: bool = True,
) -> Iterator[Page]:
    """Reads the pages of a PDF, or of another file, one by one, with the memory of a few pages.

    A page that cannot be read has an `error`. An error of the whole file is raised.
    """
    return _reader(sandbox).read_pdf(
        source,
        pages=pages,
        password=password,
        script=script,
        pdf_text=pdf_text,
        rotate=rotate,
        codes=codes,
        running_heads=running_heads,
    )
