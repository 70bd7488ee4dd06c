"""Sets figures of several sources for the same thing side by side; none of them is chosen or merged."""

from collections.abc import Sequence

from ..reading import Reading
from ..records import Bound, Claim, Conflict, Quantity, Side
from ..text.words import content


def conflicts(claims: Sequence[Claim], reading: Reading) -> tuple[Conflict, ...]:
    """The sets of comparable figures that do not agree, in article order of their first side.

    Figures are comparable when they have the same unit and count the same head noun ("homes", "damaged homes"), and
    the printed modifiers do not tell them apart. A set is a conflict when at least two sources give figures that
    differ in value or bound. One claim per distinct figure and source; the first that says it stands for it.
    """
    groups: dict[tuple[str, str | None], list[Side]] = {}
    names: dict[tuple[str, str | None], str] = {}
    for claim in claims:
        for quantity in claim.quantities:
            head = _head(quantity)
            if head is None or (quantity.bound is Bound.VAGUE and quantity.value is None):
                continue
            key = (head, quantity.unit)
            names.setdefault(key, quantity.counts or head)
            side = Side(claim=claim.id, quantity=quantity, source=_source_of(claim, quantity, reading))
            if not any(_same(side, other) for other in groups.setdefault(key, [])):
                groups[key].append(side)
    found = [Conflict(what=names[key], sides=tuple(sides)) for key, sides in groups.items() if _disagree(sides)]
    return tuple(sorted(found, key=lambda c: c.sides[0].quantity.start))


def _head(quantity: Quantity) -> str | None:
    words = content(quantity.counts or "")
    return words[-1] if words else None


def _source_of(claim: Claim, quantity: Quantity, reading: Reading) -> str | None:
    """Whose figure it is: the claim's source, or the speaker of the narrower saying the figure stands in."""
    inner = [
        s
        for s in reading.sayings
        if s.speaker and any(span.start <= quantity.start and quantity.end <= span.end for span in s.content)
    ]
    if claim.attribution.source is None and inner:
        return min(inner, key=lambda s: sum(span.end - span.start for span in s.content)).speaker
    return claim.attribution.source


def _same(one: Side, other: Side) -> bool:
    return (one.source, _figure(one.quantity)) == (other.source, _figure(other.quantity))


def _figure(quantity: Quantity) -> tuple[float | None, float | None, Bound]:
    return quantity.value, quantity.high, quantity.bound


def _disagree(sides: Sequence[Side]) -> bool:
    return len({s.source for s in sides}) > 1 and len({_figure(s.quantity) for s in sides}) > 1
