"""Writes results: data to standard output or whole to a file, never half."""

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

import click

from ..errors import OutputError


def on_terminal(output: str | None) -> bool:
    """Whether the result is shown on a terminal that wants colour."""
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Columns of the terminal, at most 120 (longer lines are hard to read); for a pipe or a file always 100."""
    return min(120, shutil.get_terminal_size((100, 24)).columns) if sys.stdout.isatty() else 100


def write(text: str, output: str | None) -> None:
    """The text to standard output, or to a file that appears whole or not at all."""
    if output is None or output == "-":
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_file(Path(output), text)


def write_file(path: Path, text: str) -> None:
    """Write a file through a temporary neighbour, so that a full disk or a kill leaves the old one."""
    path, temporary = path.resolve(), ""
    try:
        if path.exists() and not path.is_file():
            path.write_text(
                text if text.endswith("\n") else text + "\n", "utf-8"
            )  # a device or a pipe stays what it is
            return
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            temporary = file.name
            file.write(text if text.endswith("\n") else text + "\n")
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as err:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise OutputError(f"output {str(path)!r} cannot be written ({err.strerror}); give another -o") from err


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
