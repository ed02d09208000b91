from typing import Any, final

__version__: str

Corners = tuple[
    tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]
]
Bounds = tuple[float, float, float, float]

class Document:
    """All pages of a file that were read together, or some pages of `read_pdf`."""

    def __new__(cls, pages: list[Page] | Document) -> Document: ...
    @property
    def pages(self) -> list[Page]: ...
    @property
    def blocks(self) -> list[Block]:
        """Those of all pages, in reading order."""
    @property
    def text(self) -> str: ...
    def render_text(self, format: str, lines: str) -> str: ...
    def render_bytes(self, format: str, lines: str) -> bytes: ...

@final
class Page:
    """One page. Positions are in pixels of the upright picture, from its top left corner."""

    @property
    def number(self) -> int:
        """In its file, from 1."""
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def resolution(self) -> tuple[float, float] | None:
        """Pixels an inch, across and down, if the file says so."""
    @property
    def blocks(self) -> list[Block]: ...
    @property
    def codes(self) -> list[Code]: ...
    @property
    def text(self) -> str: ...
    @property
    def unread_script(self) -> str | None:
        """The script of most of its lines, if it cannot be read yet."""
    @property
    def attachments(self) -> list[str]:
        """Names of files that are attached to the page, or to the file if it is the first page that was read."""
    @property
    def error(self) -> Exception | None:
        """Why it was not read."""

@final
class Block:
    """Lines that belong together."""

    @property
    def kind(self) -> str:
        """paragraph, heading, list_item, table, code, caption, running_head, running_foot or figure."""
    @property
    def level(self) -> int | None:
        """Of a heading: 1 (the highest) to 6."""
    @property
    def depth(self) -> int | None:
        """Of an item of a list: 0 for the outermost."""
    @property
    def is_numbered(self) -> bool:
        """Whether it is an item of a list with numbers."""
    @property
    def table(self) -> Table | None: ...
    @property
    def lines(self) -> list[Line]: ...
    @property
    def text(self) -> str: ...

@final
class Line:
    @property
    def words(self) -> list[Word]: ...
    @property
    def text(self) -> str: ...
    @property
    def confidence(self) -> float:
        """0 to 1: the mean of its words."""
    @property
    def quad(self) -> Corners:
        """Top left, top right, bottom right and bottom left of the text."""
    @property
    def bounds(self) -> Bounds:
        """Left, top, right, bottom."""

@final
class Word:
    @property
    def text(self) -> str: ...
    @property
    def confidence(self) -> float:
        """Probability, 0 to 1, that it is right."""
    @property
    def quad(self) -> Corners: ...
    @property
    def bounds(self) -> Bounds: ...

@final
class Table:
    @property
    def rows(self) -> int: ...
    @property
    def columns(self) -> int: ...
    @property
    def header_rows(self) -> int: ...
    @property
    def cells(self) -> list[Cell]:
        """Those that hold text, row by row."""

@final
class Cell:
    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def row_span(self) -> int: ...
    @property
    def column_span(self) -> int: ...
    @property
    def lines(self) -> list[Line]: ...
    @property
    def text(self) -> str: ...

@final
class Code:
    @property
    def kind(self) -> str:
        """The name of its standard: QR code, EAN-13."""
    @property
    def text(self) -> str: ...
    @property
    def quad(self) -> Corners: ...
    @property
    def bounds(self) -> Bounds: ...

@final
class PageIterator:
    def __iter__(self) -> PageIterator: ...
    def __next__(self) -> Page: ...

@final
class Reader:
    def __new__(
        cls, *, sandbox: bool = True, threads: int | None = None, processes: int | None = None
    ) -> Reader: ...
    def read(self, source: Any, keywords: dict[str, Any], running_heads: bool) -> Document: ...
    def pages(
        self, source: Any, keywords: dict[str, Any], running_heads: bool
    ) -> PageIterator: ...
    def close(self) -> None: ...
