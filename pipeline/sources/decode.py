"""Bytes become text, to the letter, or a reason why not."""

import logging
import re
from typing import Final, NoReturn

from ..errors import ArticleError
from .kinds import binary_kind, bom

_log = logging.getLogger(__name__)

_DECLARED: Final = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})"""
    rb"""|<meta[^>]{0,400}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 4096
"""Bytes of a page that are searched for its declared encoding; the HTML standard asks for 1024, pages do not obey."""

_LEGACY: Final = re.compile(
    r"windows-?(?:125\d|874|31j)|cp125\d|iso-?8859-?\d{1,2}|koi8-?[ru]|mac(?:intosh|roman)|shift[-_]?jis|sjis|euc-?(?:jp|kr)"
    r"|gb(?:2312|k|18030)|big5(?:-?hkscs)?|tis-?620"
)
"""Encodings that a page may declare and that turn bytes into text; Python's codecs can do other things, too."""

_LATIN1: Final = re.compile(r"iso-?8859-?1|latin-?1|us-ascii|ascii|cp1252|windows-?1252|l1")
"""Labels that the HTML standard reads as Windows-1252."""

_MAX_HIGH: Final = 0.25
"""Most non-ASCII bytes that Windows-1252 text can have: French and Czech stay below a tenth, Russian is at eight."""


def decode(data: bytes, ref: str, *, html: bool = False) -> str:
    """The text of the bytes, without their byte order mark and with nothing else changed.

    A byte order mark decides; then, for HTML, what the page declares; then strict UTF-8; then Windows-1252 where the
    bytes can be that. UTF-8 with a few damaged bytes keeps them as U+FFFD, with a warning. Binary data and unknown
    encodings raise `ArticleError`.
    """
    _refuse_binary(data, ref)
    mark = bom(data)
    if mark:
        return _with_mark(data, *mark, ref)
    try:
        return data.decode("utf-8")  # no legacy text of some length is valid UTF-8 by chance, whatever it declares
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if html else None
    if declared:
        return data.decode(declared, "replace")
    return _legacy(data, ref)


def _refuse_binary(data: bytes, ref: str) -> None:
    found = binary_kind(data)
    if found:
        kind, advice = found
        raise ArticleError(f"{ref!r} is {kind}, not text; {advice}", stage="read", cause="binary", advice=advice)


def _with_mark(data: bytes, mark: bytes, encoding: str, ref: str) -> str:
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as err:
        _refuse_encoding(ref, f"it begins as {encoding.upper()} and breaks at byte {err.start + len(mark)}")


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not match:
        return None
    label = (match[1] or match[2]).decode("ascii").lower()
    if _LATIN1.fullmatch(label):
        return "cp1252" if not set(data) & _UNDEFINED else "latin-1"
    if not _LEGACY.fullmatch(label):
        return None
    try:
        "".encode(label)
    except LookupError:
        return None
    return label


def _legacy(data: bytes, ref: str) -> str:
    """Text that is not UTF-8 and says nothing about itself."""
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if broken * 10 <= sum(char > "\x7f" for char in repaired):  # at least nine of ten characters are whole UTF-8
        _log.warning("%s: %d damaged places in UTF-8 are read as U+FFFD", ref, broken)
        return repaired
    high = sum(byte > 0x7F for byte in data)
    if set(data) & _UNDEFINED or high > _MAX_HIGH * len(data):
        _refuse_encoding(ref, "it is neither UTF-8 nor Windows-1252")
    return data.decode("cp1252")


_UNDEFINED: Final = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""Bytes that Windows-1252 does not have."""


def _refuse_encoding(ref: str, reason: str) -> NoReturn:
    advice = "save it as UTF-8"
    raise ArticleError(
        f"the encoding of {ref!r} is not known: {reason}; {advice}", stage="read", cause="bad_encoding", advice=advice
    )
