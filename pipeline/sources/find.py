"""From what a user names (files, folders, globs, rows, `-`) to the articles it stands for, one at a time."""

import glob
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, Final

from ..errors import SourceError
from .kinds import HEAD, SUFFIXES, Kind, binary_kind, kind_of, looks_like
from .raw import MAX_BYTES, Raw, Unreadable
from .rows import each_item, each_row, empty, too_large

STDIN: Final = "-"
"""The name of the standard input."""

_GLOB: Final = frozenset("*?[")
_READABLE: Final = " ".join(SUFFIXES)


def find(specs: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Raw | Unreadable]:
    """The articles that `specs` name, in their order, unread; memory holds one at a time.

    A folder is searched with its sub-folders in sorted order, without hidden files and linked folders. What can be
    known to be wrong with a name raises `SourceError` here, before the first article; a bad item inside a folder, a
    glob or a file of rows comes as `Unreadable` in its place.
    """
    source = _peekable(stdin if stdin is not None else sys.stdin.buffer) if STDIN in specs else None
    check(specs, stdin=source)
    return _each(specs, source)


def check(specs: Sequence[str], *, stdin: BinaryIO | None = None) -> None:
    """Raise `SourceError` for the first name that is wrong, empty, binary or unreadable, without reading articles."""
    if not specs:
        raise SourceError("no source is named; give a file, a folder, a glob, or - for the standard input")
    if list(specs).count(STDIN) > 1:
        raise SourceError("'-' is named twice; the standard input can be read once")
    for spec in specs:
        if spec == STDIN:
            if isinstance(stdin, io.BufferedReader):  # any other stream would lose what is looked at
                _check_head("the standard input", stdin.peek(HEAD)[:HEAD])
        elif _is_glob(spec):
            if next(_glob(spec), None) is None:
                raise SourceError(f"no file matches {spec!r}; check the pattern, or quote it from the shell")
        else:
            _check_path(spec)


def _each(specs: Sequence[str], stdin: io.BufferedReader | None) -> Iterator[Raw | Unreadable]:
    for spec in specs:
        if spec == STDIN and stdin is not None:
            yield from _articles(stdin, STDIN, looks_like(stdin.peek(HEAD)[:HEAD]))
        elif _is_glob(spec):
            for path in sorted(_glob(spec)):
                yield from _file(path)
        elif Path(spec).is_dir():
            for path in _walk(spec):
                yield from _file(path)
        else:
            yield from _file(spec, named=True)


def _file(path: str, *, named: bool = False) -> Iterator[Raw | Unreadable]:
    """The articles of one file; a pipe is read only where the user named it."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a million times, without a Path
        if not named and not S_ISREG(mode) and not S_ISDIR(mode):
            advice = "name it by itself to read it"
            yield Unreadable(path, "not_a_file", f"{path!r} is not a regular file; {advice}", advice)
            return
        with open(path, "rb") as stream:  # noqa: PTH123
            yield from _articles(stream, path, kind_of(path, stream.peek(HEAD)[:HEAD]))
    except OSError as err:
        yield Unreadable(path, "unreadable", *_cannot_be_read(path, err))


def _articles(stream: io.BufferedReader, ref: str, kind: Kind) -> Iterator[Raw | Unreadable]:
    if kind == "rows":
        found = False
        for item in each_row(stream, ref):
            found = True
            yield item
        if not found:
            yield empty(ref)
        return
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield too_large(ref)
    elif not data.strip():
        yield empty(ref)
    elif kind == "json":
        yield from each_item(data, ref)
    else:
        yield Raw(ref, data, kind)


def _walk(folder: str) -> Iterator[str]:
    """The readable files below a folder, in sorted order; hidden ones and linked folders are left out."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError:
        yield folder  # opening it fails, too, and says why
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif Path(entry.name).suffix.lower() in SUFFIXES and not (entry.is_symlink() and entry.is_dir()):
            yield entry.path


def _glob(spec: str) -> Iterator[str]:
    # glob and not Path.glob: it takes absolute patterns, and a leading ./ stays as the user wrote it.
    return (path for path in glob.iglob(spec, recursive=True) if not os.path.isdir(path))  # noqa: PTH112, PTH207


def _is_glob(spec: str) -> bool:
    return bool(_GLOB & set(spec)) and not os.path.lexists(spec)  # a file may be called "what?.txt"


def _check_path(spec: str) -> None:
    if "://" in spec and not os.path.lexists(spec):
        raise SourceError(f"{spec!r} is an address; save the page and give its file")
    try:
        mode = os.stat(spec).st_mode  # noqa: PTH116
        if S_ISDIR(mode):
            os.listdir(spec)  # noqa: PTH208 - here only for the error of a folder that may not be read
            if next(_walk(spec), None) is None:
                raise SourceError(f"folder {spec!r} has nothing to read in it; articles end in {_READABLE}")
        elif S_ISREG(mode):
            with open(spec, "rb") as stream:  # noqa: PTH123
                _check_head(repr(spec), stream.read(HEAD))
    except (OSError, ValueError) as err:  # ValueError: a NUL in the name
        raise SourceError(_cannot_be_read(spec, err)[0]) from err


def _check_head(name: str, head: bytes) -> None:
    if not head or (len(head) < HEAD and not head.strip()):
        raise SourceError(f"{name} is empty; give an article")
    found = binary_kind(head)
    if found:
        raise SourceError(f"{name} is {found[0]}, not text; {found[1]}")


def _peekable(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[arg-type]


def _cannot_be_read(path: str, err: OSError | ValueError) -> tuple[str, str]:
    """One line about a path that cannot be read, and what to do about it."""
    if isinstance(err, FileNotFoundError):
        advice = "repair or remove the link" if os.path.islink(path) else "check the path"  # noqa: PTH114
        reason = "is a link to nothing" if os.path.islink(path) else "does not exist"  # noqa: PTH114
    elif isinstance(err, PermissionError):
        reason, advice = "may not be read", "check its permissions"
    else:
        reason, advice = f"cannot be read ({getattr(err, 'strerror', None) or err})", "check the path"
    return f"{path!r} {reason}; {advice}", advice
