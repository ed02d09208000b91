"""Threads, forks, signals, and workers that die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import imagetotext
import pytest
from conftest import drawn

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def children() -> list[int]:
    """The processes that read for this one."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # State and parent follow the name, which may contain blanks: proc_pid_stat(5).
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            words = (process / "cmdline").read_bytes()
        except OSError:  # It has ended meanwhile.
            continue
        if parent == os.getpid() and b"--worker" in words:
            found.append(int(process.name))
    return sorted(found)


def test_pictures_are_read_in_a_sandbox(hello: Path) -> None:
    with imagetotext.Reader() as reader:
        before = set(children())
        reader.read(hello)
        (worker,) = set(children()) - before
        status = Path(f"/proc/{worker}/status").read_text()
        assert "Seccomp:\t2" in status and "NoNewPrivs:\t1" in status
    assert worker not in children()


def test_without_a_sandbox_there_is_no_process(hello: Path) -> None:
    with imagetotext.Reader(sandbox=False) as reader:
        before = children()
        reader.read(hello)
        assert children() == before


def test_many_threads_share_a_few_processes(hello: Path) -> None:
    with imagetotext.Reader(processes=2, threads=1) as reader, ThreadPoolExecutor(12) as threads:
        before = set(children())
        texts = set(threads.map(lambda _: reader.read(hello).text, range(24)))
        assert len(texts) == 1
        assert 1 <= len(set(children()) - before) <= 2


@pytest.mark.parametrize("sandbox", [True, False])
def test_other_threads_run_while_a_picture_is_read(sandbox: bool) -> None:
    picture = drawn("\n".join("Some text to be read" for _ in range(60)), (1600, 2400))
    with imagetotext.Reader(sandbox=sandbox) as reader, ThreadPoolExecutor(1) as threads:
        future = threads.submit(reader.read, picture)
        turns = 0
        while not future.done():
            turns += 1
            time.sleep(0.001)
        assert turns > 10 and "Some text" in future.result().text


def test_a_worker_that_is_killed_is_an_error_and_the_next_picture_is_read(hello: Path) -> None:
    picture = drawn("\n".join("Some text to be read" for _ in range(60)), (1600, 2400))
    with imagetotext.Reader(processes=1) as reader, ThreadPoolExecutor(1) as threads:
        before = set(children())
        reader.read(hello)
        (worker,) = set(children()) - before
        future = threads.submit(reader.read, picture)
        time.sleep(0.1)
        os.kill(worker, signal.SIGKILL)
        with pytest.raises(imagetotext.WorkerError, match="crashed; try another copy"):
            future.result()
        assert "Hello" in reader.read(hello).text


def test_of_a_pdf_only_the_page_is_lost_whose_worker_is_killed(pdf: Path) -> None:
    with imagetotext.Reader(processes=1) as reader:
        before = set(children())
        pages = reader.read_pdf(pdf)
        first = next(pages)
        for worker in set(children()) - before:
            os.kill(worker, signal.SIGKILL)
        rest = list(pages)
    numbers = [page.number for page in [first, *rest]]
    assert numbers == [1, 2, 3]
    failed = [page.error for page in rest if page.error]
    assert all(isinstance(error, imagetotext.WorkerError) for error in failed)


def text_of(path: Path) -> str:
    return imagetotext.read(path).text + imagetotext.read(path, sandbox=False).text


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_read_as_well(hello: Path, method: str) -> None:
    here = text_of(hello)
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert set(pool.map(text_of, [hello] * 4)) == {here}
    assert text_of(hello) == here


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork")
def test_a_child_leaves_the_pages_of_its_parent_alone(pdf: Path) -> None:
    pages = imagetotext.read_pdf(pdf)
    next(pages)
    child = os.fork()
    if child == 0:
        try:
            next(pages)
        except RuntimeError:
            os._exit(0)
        os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    assert [page.number for page in pages] == [2, 3]


SLOW = """
import sys, threading, imagetotext
from conftest import drawn
picture = drawn("\\n".join("Some text to be read " * 5 for _ in range(150)), (4000, 6000))
sandbox = sys.argv[1] == "True"
"""


def run(script: str, sandbox: bool) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SLOW + script, str(sandbox)],
        cwd=Path(__file__).parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("sandbox", [True, False])
def test_ctrl_c_ends_a_reading(sandbox: bool) -> None:
    script = """
print("begun", flush=True)
try:
    for _ in range(100):
        imagetotext.read(picture, sandbox=sandbox)
except KeyboardInterrupt:
    print("interrupted")
"""
    process = run(script, sandbox)
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert (output, errors, process.returncode) == ("interrupted\n", "", 0)


@pytest.mark.parametrize("sandbox", [True, False])
def test_a_program_may_end_while_a_picture_is_read(sandbox: bool) -> None:
    script = """
import time
threading.Thread(target=imagetotext.read, args=(picture,), kwargs={"sandbox": sandbox}, daemon=True).start()
time.sleep(0.3)
"""
    process = run(script, sandbox)
    output, errors = process.communicate(timeout=60)
    assert (output, errors, process.returncode) == ("", "", 0)


SLOW_PILLOW = """
import os, time
begun = threading.Event()
class Slow:
    size, mode = picture.size, picture.mode
    def convert(self, mode):
        begun.set()
        # Other threads get the lock of the interpreter again and again.
        until = time.monotonic() + 1
        while time.monotonic() < until: pass
        return picture.convert(mode)
    def tobytes(self): ...
threading.Thread(target=imagetotext.read, args=(Slow(),), kwargs={"sandbox": sandbox}, daemon=True).start()
begun.wait()
"""


@pytest.mark.parametrize("sandbox", [True, False])
def test_a_program_may_end_while_pixels_are_converted(sandbox: bool) -> None:
    process = run(SLOW_PILLOW, sandbox)
    output, errors = process.communicate(timeout=60)
    assert (output, errors, process.returncode) == ("", "", 0)


def test_a_child_that_is_forked_meanwhile_may_end() -> None:
    script = """
child = os.fork()
if child == 0:
    sys.exit()
print(os.waitpid(child, 0)[1])
"""
    process = run(SLOW_PILLOW + script, sandbox=True)
    output, errors = process.communicate(timeout=60)
    assert (output, errors, process.returncode) == ("0\n", "", 0)
