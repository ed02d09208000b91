"""The example for Ray: two actors, one of which is killed, read what one process reads."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time
from pathlib import Path

import imagetotext
import pytest
import ray

EXAMPLE = str(Path(__file__).parents[2] / "examples/ray")
sys.path[:0] = [str(Path(__file__).parents[1]), EXAMPLE]

from conftest import drawn  # noqa: E402
from read_folder import read_folder  # noqa: E402

PICTURES = 200
WORDS = "river stone light paper green window letter garden number silver".split()


def kill_an_actor(killed: list[int]) -> None:
    """Kills a process of an actor as soon as both read."""
    while len(killed) == 0:
        actors = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                command = (process / "cmdline").read_bytes()
            except OSError:
                continue
            if b"ray::" in command and b"ReadPictures" in command:
                actors.append(int(process.name))
        if len(actors) >= 2:
            time.sleep(1)
            os.kill(actors[0], signal.SIGKILL)
            killed.append(actors[0])
        time.sleep(0.05)


# Those of Ray itself.
@pytest.mark.filterwarnings("ignore")
def test_a_killed_actor_changes_nothing(tmp_path: Path) -> None:
    random.seed(7)
    for number in range(PICTURES):
        text = f"{number} " + " ".join(random.choices(WORDS, k=4))
        drawn(text, (640, 80)).save(tmp_path / f"{number:03}.png")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    files = sorted(tmp_path.iterdir())
    begun = time.monotonic()
    expected = {}
    with imagetotext.Reader(processes=1, threads=1) as reader:
        for file in files:
            try:
                expected[str(file)] = reader.read(file).text
            except imagetotext.PictureError:
                expected[str(file)] = None
    alone = time.monotonic() - begun
    os.environ["RAY_AUTH_MODE"] = "disabled"
    # The actors import the example too.
    os.environ["PYTHONPATH"] = EXAMPLE
    ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False)
    killed: list[int] = []
    killer = threading.Thread(target=kill_an_actor, args=(killed,), daemon=True)
    killer.start()
    begun = time.monotonic()
    rows = read_folder(tmp_path, 2).take_all()
    together = time.monotonic() - begun
    ray.shutdown()
    assert killed
    assert {row["path"]: row["text"] for row in rows} == expected
    assert len(rows) == PICTURES + 1
    (failure,) = [row for row in rows if row["error"]]
    assert "not a picture" in failure["error"]
    print(f"\n{PICTURES} pictures: one process {alone:.1f} s, two actors, one killed, {together:.1f} s")
