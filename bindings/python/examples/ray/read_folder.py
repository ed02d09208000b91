"""Reads all files of a folder with Ray: python read_folder.py FOLDER OUT

Each file gives a row with path, text and error. A file that cannot be read is a row with an error. When a process or a
machine dies, Ray reads again what it was reading.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

# Ray reports how it is used to its makers unless this says no. It is no network code of ours, and no picture is in it.
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")

import imagetotext  # noqa: E402
import ray  # noqa: E402
import ray.data  # noqa: E402


class ReadPictures:
    """An actor: keeps a reader for all its pictures. Ray shares the cores out, so each uses one."""

    def __init__(self) -> None:
        self.reader = imagetotext.Reader(processes=1, threads=1)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        path = row["item"]
        try:
            return {"path": path, "text": self.reader.read(path).text, "error": None}
        except imagetotext.Error as error:
            return {"path": path, "text": None, "error": str(error)}


def read_folder(folder: Path, actors: int) -> ray.data.Dataset:
    """A row for each file; nothing is read before the rows are used."""
    files = sorted(str(path) for path in folder.iterdir() if path.is_file())
    # Small blocks: a block whose process dies is read again.
    rows = ray.data.from_items(files, override_num_blocks=max(1, len(files) // 10))
    return rows.map(ReadPictures, compute=ray.data.ActorPoolStrategy(size=actors), num_cpus=1)


if __name__ == "__main__":
    ray.init()
    cores = int(ray.cluster_resources()["CPU"])
    read_folder(Path(sys.argv[1]), cores).write_json(sys.argv[2])
