"""Digests as JSON: one object or an array, or one row a line; the letters are those of the records' own JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from .view import View, is_digest

if TYPE_CHECKING:
    from ..records import Claim, Digest, Failure

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s"{}\[\],:]+')
_STEP = "  "


def array(items: Sequence[Digest | Failure]) -> str:
    """One object for one item, an array otherwise, indented by two spaces."""
    texts = [_stored(item) for item in items]
    whole = texts[0] if len(texts) == 1 else f"[{','.join(texts)}]"
    return indented(whole) + "\n"


def rows(items: Sequence[Digest | Failure]) -> str:
    """One object a line."""
    return "".join(_stored(item) + "\n" for item in items)


def claim_array(items: Sequence[Digest | Failure], keep: Callable[[Claim], bool] | None) -> str:
    """The claims that are kept, in one array, indented by two spaces."""
    return indented(f"[{','.join(_claims(items, keep))}]") + "\n"


def claim_rows(items: Sequence[Digest | Failure], keep: Callable[[Claim], bool] | None) -> str:
    """The claims that are kept, one a line."""
    return "".join(row + "\n" for row in _claims(items, keep))


def indented(text: str) -> str:
    """JSON laid out with two spaces a level, its numbers and strings to the letter as they were.

    The standard library would write `1e-05` where the records write `0.00001`; this reads no number at all.
    """
    parts: list[str] = []
    depth = 0
    opened = False
    for piece in _PIECE.findall(text):
        if piece in "}]":
            depth -= 1
            parts.append(piece if opened else "\n" + _STEP * depth + piece)
            opened = False
            continue
        if opened:
            parts.append("\n" + _STEP * depth)
        opened = piece in "{["
        depth += opened
        if piece == ",":
            piece += "\n" + _STEP * depth
        parts.append(": " if piece == ":" else piece)
    return "".join(parts)


def _stored(item: Digest | Failure) -> str:
    if not isinstance(item, View):
        return item.model_dump_json(by_alias=True)
    return item.stored if "\n" not in item.stored else "".join(_PIECE.findall(item.stored))


def _claims(items: Sequence[Digest | Failure], keep: Callable[[Claim], bool] | None) -> Iterator[str]:
    for item in items:
        if not is_digest(item):
            continue
        # through the standard library both ways, so that a cached run prints the bytes of the first one
        printed = json.loads(_stored(item))["claims"]
        for number, (claim, fields) in enumerate(zip(item.claims, printed, strict=True), start=1):
            if keep is None or keep(claim):
                row = {"article": item.article.id, "number": number, **fields}
                yield json.dumps(row, ensure_ascii=False, separators=(",", ":"))
