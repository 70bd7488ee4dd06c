"""Numbers: each one a statement says must be printed in its evidence, with its bound and its unit."""

from collections.abc import Iterator, Sequence

from ...reading import Fault
from ...records import Quantity
from ..quantities import agrees
from ..words import tokens
from .scope import error, warning

_DEGREE = {None: 0, "bound": 1, "unit": 2, "number": 3}
_COUNTED = {"both": 2.0, "pair": 2.0, "couple": 2.0, "twice": 2.0, "twins": 2.0, "trio": 3.0, "half": 0.5}
"""Words that count without being numbers: "both men" carries "two men"."""


def figures(
    said: Sequence[Quantity], printed: Sequence[Quantity], words: str, before: Sequence[Quantity] = ()
) -> Iterator[Fault]:
    """The faults of the numbers of a statement; `words` is the text the printed ones come from.

    `before` are figures of the sentences before: one that is said beside all printed ones says whom "all of them"
    means, and is a warning; one that is said instead of a printed one is an error.
    """
    counted = {_COUNTED[w.text.lower()] for w in tokens(words) if w.text.lower() in _COUNTED}
    digits = {w.text for w in tokens(words) if w.text[0].isdigit()}
    for quantity in said:
        if _idle(quantity) or quantity.value in counted:
            continue
        worst, nearest = _nearest(quantity, printed)
        if worst == "number" and quantity.text in digits:
            continue  # part of a name, a label or a time of day, and printed as such
        if worst == "number":
            expected = "; ".join(repr(q.text) for q in printed) or "no number"
            added = any(agrees(quantity, q) is None for q in before) and _all_said(printed, said)
            make = warning if added else error
            yield make("number", expected, repr(quantity.text), printed)
        elif nearest is not None and worst == "unit":
            yield error("number", repr(nearest.text), f"{quantity.text!r} (another unit)", (nearest,))
        elif nearest is not None and worst == "bound":
            yield error("bound", _told(nearest), _told(quantity), (nearest,))


def _nearest(said: Quantity, printed: Sequence[Quantity]) -> tuple[str | None, Quantity | None]:
    verdicts = [(agrees(said, other), other) for other in printed]
    return min(verdicts, key=lambda v: _DEGREE[v[0]], default=("number", None))


def _all_said(printed: Sequence[Quantity], said: Sequence[Quantity]) -> bool:
    return all(any(agrees(ours, theirs) is None for ours in said) for theirs in printed)


def _idle(said: Quantity) -> bool:
    """A "one" is more often a pronoun than a figure, and "several" names no number."""
    return said.value is None or (said.value == 1 and said.unit is None and not any(c.isdigit() for c in said.text))


def _told(quantity: Quantity) -> str:
    return f"{quantity.text!r} ({quantity.bound.value.replace('_', ' ')})"
