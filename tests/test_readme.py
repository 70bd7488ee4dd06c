"""What the README prints is what the program prints, and its example runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from readme import BLOCK, README, ROOT, printed

TEXT = README.read_text("utf-8")


@pytest.mark.parametrize("block", list(BLOCK.finditer(TEXT)), ids=lambda block: block["args"])
def test_printed_output_is_the_real_output(block: re.Match[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`python tests/readme.py` writes it anew after a change."""
    monkeypatch.chdir(ROOT)

    assert block["shown"] == printed(block)


def test_the_python_example_runs(tmp_path: Path) -> None:
    """As it stands, in a program of its own."""
    (code,) = re.findall(r"<!-- example -->\n```python\n(.*?)```", TEXT, re.DOTALL)

    made = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert made.stdout.count(" claims, ") == 2
    assert made.stderr == ""


def test_the_readme_opens_with_the_two_commands() -> None:
    """What it is in two sentences, then the commands, in the first 20 lines."""
    head = TEXT.splitlines()[:20]

    assert any(line.startswith("make run") for line in head)
    assert any(line.startswith("make test") for line in head)
