"""Whether a figure that is said is carried by a figure that is printed."""

import math
import re
from typing import NamedTuple

from ...records import Bound, Quantity

ROUNDING = 0.05
"""How far a rounded figure may be from the printed one: the worst error of rounding to two significant digits."""

ROUNDING_ONE_WAY = 0.1
"""The same for "more than" and "fewer than", which round down and up: 1,099 is more than 1,000."""

_FACTORS = {"fraction": ("percent", 100.0), "cent": ("USD", 0.01), "decade": ("year", 10.0), "century": ("year", 100.0)}
_SAME_UNITS = frozenset(
    map(
        frozenset,
        (
            ("GBP", "pound"),
            ("degree", "celsius"),
            ("degree", "fahrenheit"),
            ("rupee", "INR"),
            ("peso", "MXN"),
            ("franc", "CHF"),
            ("percentage_points", "point"),
        ),
    )
)
_VAGUE_SIZES = {
    "few": (2.0, 20.0, 1.0),
    "dozens": (20.0, 200.0, 12.0),
    "hundreds": (200.0, 2e3, 1e2),
    "thousands": (2e3, 1e6, 1e3),
    "millions": (2e6, 1e9, 1e6),
    "billions": (2e9, 1e12, 1e9),
    "trillions": (2e12, 1e15, 1e12),
}
"""Smallest and largest figure that a vague word is said of, and what it multiplies by ("tens of thousands")."""

_VAGUE_WORDS = {
    "several": "few", "few": "few", "handful": "few", "couple": "few", "many": "few", "tens": "dozens",
    "scores": "dozens",
} | {form: name for name in _VAGUE_SIZES for form in (name, name.removesuffix("s"))}  # fmt: skip
_VAGUE = re.compile(rf"\b(?:{'|'.join(_VAGUE_WORDS)})\b", re.IGNORECASE | re.ASCII)


class _Plain(NamedTuple):
    """A quantity in the base unit of its kind: halves in percent, decades in years."""

    value: float
    high: float | None
    unit: str | None


def agrees(said: Quantity, printed: Quantity) -> str | None:
    """None when `said` is carried by `printed`, else what breaks first: "number", "unit" or "bound".

    Values are equal, or `said` is a rounding that says so: with about, a printed exact or about figure rounded to a
    coarser place and at most 5 % off; with more than (fewer than), an exact figure rounded down (up), at most 10 % off.
    A bound is never dropped, added or changed otherwise, but an end of a printed range may be said alone with
    its bound ("up to 15" for "10 to 15"). A vague word is carried by one, or by a figure, that is within its size.
    A unit may be absent on one side only where that side counts nothing ("rose to 4" for "4 percent").
    """
    if said.value is None or printed.value is None:
        return _vague_fault(said, printed)
    ours, theirs = _plain(said, said.value), _plain(printed, printed.value)
    equal = _equal(ours, theirs)
    rounded = not equal and _is_rounding(said.bound, ours, printed.bound, theirs)
    end = not equal and not rounded and _is_end(said.bound, ours, printed.bound, theirs)
    if not (equal or rounded or end):
        return "number"
    if not _units_fit(said, printed, ours.unit, theirs.unit):
        return "unit"
    if equal and said.bound is not printed.bound and not (said.bound is Bound.ABOUT and printed.bound is Bound.EXACT):
        return "bound"
    return None


def _plain(quantity: Quantity, value: float) -> _Plain:
    unit, factor = _FACTORS.get(quantity.unit or "", (quantity.unit, 1.0))
    return _Plain(value * factor, None if quantity.high is None else quantity.high * factor, unit)


def _close(left: float, right: float) -> bool:
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)


def _equal(ours: _Plain, theirs: _Plain) -> bool:
    if ours.high is None or theirs.high is None:
        return ours.high is theirs.high and _close(ours.value, theirs.value)
    straight = _close(ours.value, theirs.value) and _close(ours.high, theirs.high)
    turned = ours.unit == "score" and _close(ours.value, theirs.high) and _close(ours.high, theirs.value)
    return straight or turned


def _is_rounding(said: Bound, ours: _Plain, printed: Bound, theirs: _Plain) -> bool:
    if ours.high is not None or theirs.high is not None or ours.value * theirs.value <= 0:
        return False
    off = abs(ours.value - theirs.value) / abs(theirs.value)
    if off > (ROUNDING if said is Bound.ABOUT else ROUNDING_ONE_WAY):
        return False
    if said is Bound.ABOUT:
        share = ours.unit == "percent"  # "about a third" of 34.1 percent is no decimal rounding
        return printed in (Bound.EXACT, Bound.ABOUT) and (share or _is_coarser(ours.value, theirs.value))
    if printed is not Bound.EXACT or not _is_coarser(ours.value, theirs.value, nearest=False):
        return False
    return (said is Bound.MORE_THAN and ours.value < theirs.value) or (
        said is Bound.FEWER_THAN and ours.value > theirs.value
    )


def _is_coarser(said: float, printed: float, *, nearest: bool = True) -> bool:
    """Whether `said` is `printed` rounded at the last place of `said`, to the nearest or to either side."""
    place = 10.0 ** math.floor(math.log10(abs(said)) + 1e-9)
    while place > 1e-6 and not _close(round(said / place) * place, said):
        place /= 10
    distance = abs(said - printed)
    return distance <= place * (0.5 + 1e-9) if nearest else distance < place


def _is_end(said: Bound, ours: _Plain, printed: Bound, theirs: _Plain) -> bool:
    if ours.high is not None or theirs.high is None or theirs.unit == "score" or printed is not Bound.EXACT:
        return False
    return (said is Bound.UP_TO and _close(ours.value, theirs.high)) or (
        said is Bound.AT_LEAST and _close(ours.value, theirs.value)
    )


def _units_fit(said: Quantity, printed: Quantity, ours: str | None, theirs: str | None) -> bool:
    if ours == theirs or frozenset((ours, theirs)) in _SAME_UNITS:
        return True
    if ours is None:
        return said.counts is None
    return theirs is None and printed.counts is None


def _vague_fault(said: Quantity, printed: Quantity) -> str | None:
    if said.value is not None:
        return "number"
    size = _size(said.text)
    if printed.value is None:
        theirs = _size(printed.text)
        inside = size[0] <= theirs[0] and theirs[1] <= size[1]
    else:
        inside = size[0] <= printed.value <= size[1]
    if not inside:
        return "number"
    if not _units_fit(said, printed, said.unit, printed.unit):
        return "unit"
    return "bound" if printed.bound in (Bound.UP_TO, Bound.FEWER_THAN) else None


def _size(text: str) -> tuple[float, float]:
    """The smallest and the largest figure that a vague number is said of."""
    words = [_VAGUE_SIZES[_VAGUE_WORDS[word.lower()]] for word in _VAGUE.findall(text)]
    if not words:
        return (0.0, 0.0)
    scale = math.prod(size[2] for size in words[1:])
    return (words[0][0] * scale, words[0][1] * scale)
