"""One file → one row, whatever happens: for Ray, Spark, Dask and loops."""

from __future__ import annotations

import imagetotext

_reader: imagetotext.Reader | None = None


def read_one(path: str) -> dict[str, str | None]:
    """The text of a file, or why it was not read. Keeps one process with one thread for each process that calls it."""
    global _reader
    _reader = _reader or imagetotext.Reader(processes=1, threads=1)
    try:
        return {"path": path, "text": _reader.read(path).text, "error": None}
    except imagetotext.Error as error:
        return {"path": path, "text": None, "error": str(error)}
