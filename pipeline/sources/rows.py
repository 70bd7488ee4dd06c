"""Files of rows: articles as JSON objects, one a line or in one array, told apart and not yet read."""

import codecs
import io
import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from ..errors import ArticleError
from .decode import decode
from .kinds import bom
from .raw import MAX_BYTES, Raw, Unreadable

ADVICE: Final = 'a row is a JSON object with "text" or "html", and as known "id", "url", "title", "published"'
"""What to do about a row that cannot be read."""


def each_row(stream: io.BufferedReader, ref: str) -> Iterator[Raw | Unreadable]:
    """The rows of a JSONL stream, unread, as `ref:LINE`; only one line is in memory at a time."""
    lines = _utf8(stream)
    number = 0
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        whole = line.endswith(b"\n") or len(line) <= MAX_BYTES
        if not whole:
            _skip_line(lines)
            yield too_large(f"{ref}:{number}")
        elif line.strip():
            yield Raw(f"{ref}:{number}", line.strip(b" \t\r\n"), "row")


def each_item(data: bytes, ref: str) -> Iterator[Raw | Unreadable]:
    """The rows of a JSON object, or of an array of objects as `ref:NUMBER`, counted from 1."""
    try:
        value = json.loads(decode(data, ref))
    except ArticleError as err:
        yield Unreadable(ref, err.cause, str(err), err.advice)
        return
    except (ValueError, RecursionError) as err:
        yield Unreadable(ref, "bad_row", f"{ref!r} is not JSON ({reason(err)}); {ADVICE}", ADVICE)
        return
    if isinstance(value, list):
        if not value:
            yield empty(ref)
        for number, item in enumerate(value, 1):
            yield Raw(f"{ref}:{number}", json.dumps(item).encode("ascii"), "row")
    else:
        yield Raw(ref, json.dumps(value).encode("ascii"), "row")


def too_large(ref: str) -> Unreadable:
    """The refusal of an article above the size that one article can have."""
    advice = "split it, or give its articles as JSONL rows"
    return Unreadable(ref, "too_large", f"{ref!r} is larger than {MAX_BYTES // 1_000_000} MB; {advice}", advice)


def empty(ref: str) -> Unreadable:
    """The refusal of an input without an article."""
    return Unreadable(ref, "empty", f"{ref!r} is empty; give an article", "give an article")


def reason(err: Exception) -> str:
    """Why some bytes are not JSON, in a few words."""
    if isinstance(err, json.JSONDecodeError):
        return f"{err.msg} at column {err.colno}" if err.lineno == 1 else f"{err.msg} at line {err.lineno}"
    return "nested too deep" if isinstance(err, RecursionError) else str(err)


def _utf8(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream without its byte order mark, as UTF-8."""
    mark = bom(stream.peek(4)[:4])
    if mark is None:
        return stream
    stream.read(len(mark[0]))
    return stream if mark[1] == "utf-8" else io.BufferedReader(_Recoded(stream, mark[1]))


class _Recoded(io.RawIOBase):
    """A stream in another encoding, read as UTF-8; damaged places become U+FFFD."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            chunk = self._stream.read(io.DEFAULT_BUFFER_SIZE)
            self._left = self._decoder.decode(chunk, final=not chunk).encode("utf-8", "replace")
            if not chunk:
                break
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def _skip_line(lines: BinaryIO) -> None:
    while (rest := lines.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass
