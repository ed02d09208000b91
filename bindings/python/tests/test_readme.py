"""The examples of README.md, run as they are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
EXAMPLES = re.findall(r"^```python\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_there_are_five() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(example: str, tmp_path: Path, hello: Path, pdf: Path) -> None:
    shutil.copy(hello, tmp_path / "hello.png")
    pdf.rename(tmp_path / "report.pdf")
    output = subprocess.run(
        [sys.executable, "-W", "error", "-c", example],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Hello" in output.stdout or "page 1" in output.stdout
