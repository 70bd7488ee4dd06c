"""What kind of data some bytes are, judged by their beginning."""

import json
import re
from pathlib import PurePath
from typing import Final, Literal

from .raw import Form

Kind = Form | Literal["rows", "json"]
"""How a whole file is written: one article, rows line by line, or one JSON value that holds rows."""

SUFFIXES: Final[dict[str, Kind]] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "rows",
    ".ndjson": "rows",
}
"""The files a folder is searched for."""

HEAD: Final = 8192
"""Bytes that are looked at to judge a file."""

BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before UTF-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte order marks and what they stand for."""

_MAGIC: Final = (
    (b"%PDF-", "a PDF file", "save its text and give that"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it or save it as text"),
    (b"PK\x05\x06", "a ZIP archive", "unpack it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "save it as text"),
    (b"{\\rtf", "an RTF document", "save it as text"),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
    (b"BZh", "a bzip2 file", "unpack it"),
    (b"\xfd7zXZ\x00", "an xz file", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "give the article's text"),
    (b"\xff\xd8\xff", "a JPEG image", "give the article's text"),
    (b"GIF87a", "a GIF image", "give the article's text"),
    (b"GIF89a", "a GIF image", "give the article's text"),
    (b"II*\x00", "a TIFF image", "give the article's text"),
    (b"MM\x00*", "a TIFF image", "give the article's text"),
    (b"OggS\x00", "an Ogg recording", "give its transcript"),
    (b"fLaC\x00", "a FLAC recording", "give its transcript"),
    (b"\x7fELF", "a program", "give an article"),
    (b"SQLite format 3\x00", "an SQLite database", "export its rows as JSONL"),
)
_MAGIC_AT: Final = (
    (0, b"RIFF", 8, (b"WEBP", b"WAVE", b"AVI "), "a media file"),
    (4, b"ftyp", 4, (b"ftyp",), "a video or an HEIC image"),
    (257, b"ustar", 257, (b"ustar",), "a tar archive"),
)

# Bytes of C0 controls that no text has: all but tab, line feed, vertical tab, form feed, return, and escape.
_CONTROLS: Final = bytes(code for code in (*range(0x20), 0x7F) if code not in (*b"\t\n\v\f\r\x1b",))
_MAX_CONTROLS: Final = 0.01
"""Share of control bytes that a damaged text may have; compressed data has about a tenth."""

_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|article|main|section|header|div|p|h1|script|style)\b[^>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_HEADING: Final = re.compile(r"\s*#{1,6} +\S")


def kind_of(name: str, head: bytes) -> Kind:
    """The kind that a file's name says, or where it says none, the kind its first bytes look like."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".json":
        return "json"
    return SUFFIXES.get(suffix) or looks_like(head)


def looks_like(head: bytes) -> Kind:
    """The kind of bytes that came without a name: rows, a JSON value, HTML, Markdown, else plain text."""
    text = _glimpse(head)
    if _HTML.match(text):
        return "html"
    if _HEADING.match(text):
        return "markdown"
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.lstrip().startswith(("{", "[")):
        return _kind_of_json(first, whole="\n" not in text.strip() and len(head) < HEAD)
    return "plain"


def binary_kind(head: bytes) -> tuple[str, str] | None:
    """What binary data is and what to do about it ("a PDF file", "save its text and give that"); None for text."""
    for magic, kind, advice in _MAGIC:
        if head.startswith(magic):
            return kind, advice
    for at, magic, where, words, kind in _MAGIC_AT:
        if head[at : at + len(magic)] == magic and head[where : where + len(words[0])] in words:
            return kind, "give the article's text"
    if bom(head):
        return None
    if b"\0" in head:
        return "binary data (it has NUL bytes)", "give a text file; UTF-16 needs its byte order mark"
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MAX_CONTROLS * len(head):
        return "binary data (it has control characters)", "give a text file"
    return None


def bom(head: bytes) -> tuple[bytes, str] | None:
    """The byte order mark that the bytes begin with and its encoding, or None."""
    return next(((mark, name) for mark, name in BOMS if head.startswith(mark)), None)


def _kind_of_json(line: str, *, whole: bool) -> Kind:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        # A row longer than what is in sight, a broken row, or a value spread over lines. "[Editor's note]" is neither.
        if re.match(r'\s*\{\s*"', line):
            return "rows"
        return "json" if re.match(r"\s*(?:\{|\[)\s*(?:\{|$)", line) else "plain"
    if isinstance(value, dict):
        return "rows"
    return "json" if isinstance(value, list) and whole and all(isinstance(item, dict) for item in value) else "plain"


def _glimpse(head: bytes) -> str:
    mark = bom(head)
    if mark:
        return head[len(mark[0]) :].decode(mark[1], "ignore")
    return head.decode("utf-8", "ignore")
