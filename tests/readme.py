"""The README's printed output, made by the commands it names: `python tests/readme.py` writes it anew."""

import contextlib
import io
import os
import re
import sys
from pathlib import Path

from pipeline.cli import run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

BLOCK = re.compile(
    r"<!-- output: wirebrief (?P<args>[^|\n]+?)(?: \| (?P<lines>\d+))? -->\n```\n(?P<shown>.*?)```\n", re.DOTALL
)
"""A command, the number of its output's lines that are shown (all where there is none), and what is shown."""


def printed(match: re.Match[str]) -> str:
    """What the command of a block prints today, shortened as the block asks."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = run([*match["args"].split(), "--no-cache"])
    assert code == 0, match["args"]
    lines = out.getvalue().rstrip("\n").splitlines()
    kept = lines[: int(match["lines"])] if match["lines"] else lines
    return "\n".join(kept).rstrip() + "\n"


def rewritten(text: str) -> str:
    """The README with every block's output made anew."""
    return BLOCK.sub(lambda m: m[0].replace(f"```\n{m['shown']}```", f"```\n{printed(m)}```"), text)


if __name__ == "__main__":
    os.chdir(ROOT)
    README.write_text(rewritten(README.read_text("utf-8")), "utf-8")
    sys.stdout.write("README.md is as the commands print\n")
