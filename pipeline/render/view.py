"""A stored digest as plain attributes, read with the standard library alone.

Importing pydantic costs more than everything else a cached run does, and a stored digest was checked when it was made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeGuard, cast

if TYPE_CHECKING:
    from ..records import Digest, Failure


class View(SimpleNamespace):
    """The attributes of one record; the view of a digest keeps the JSON it was read from in `stored`."""

    stored: str


def view(text: str) -> Digest:
    """The digest of stored JSON as an attribute view, its evidence checked again against the article's text.

    Raises `ValueError` when the text is not JSON, lacks a part of a digest, or a quote is not what its offsets cut.
    """
    found = json.loads(text, object_hook=_attributes)
    try:
        _check_evidence(found)
        provenance = found.provenance
        for name in ("prompts", "versions", "options"):
            setattr(provenance, name, vars(getattr(provenance, name)))
    except (AttributeError, TypeError) as err:
        raise ValueError(f"stored JSON is not a digest: {err}") from err
    found.stored = text
    return cast("Digest", found)


def is_digest(item: Digest | Failure) -> TypeGuard[Digest]:
    """Whether the item is a digest; told by its attributes, so that a view will do."""
    return hasattr(item, "claims")


def each(
    items: Iterable[Digest | Failure], digest: Callable[[Digest], str], failure: Callable[[Failure], str]
) -> list[str]:
    """What `digest` makes of every digest and `failure` of every failure, in the order of the items."""
    return [digest(item) if is_digest(item) else failure(cast("Failure", item)) for item in items]


def _attributes(pairs: dict[str, Any]) -> View:
    # `from` is a word of the language; only a time expression has it beside a granularity
    if "from" in pairs and "granularity" in pairs:
        return View(**{"from_" if key == "from" else key: value for key, value in pairs.items()})
    return View(**pairs)


def _check_evidence(digest: Any) -> None:
    text = digest.article.text
    for claim in digest.claims:
        if not claim.evidence:
            raise ValueError(f"claim {claim.id!r} has no evidence")
        for piece in claim.evidence:
            if not piece.quote or piece.start < 0 or text[piece.start : piece.end] != piece.quote:
                raise ValueError(f"claim {claim.id!r}: evidence {piece.start}..{piece.end} does not cut to its quote")
