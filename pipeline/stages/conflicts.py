"""Sets figures of several sources for the same thing side by side; none of them is chosen or merged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..reading import Reading, Saying
from ..records import Bound, Claim, Conflict, Quantity, Side
from ..text.comparable import Figure, comparable, figure_of
from ..text.guard.speech import is_speech
from ..text.nearby import quotation_at, sayings_near, touching

_REVISED = re.compile(
    r"(?i)\b(?:initial(?:ly)?|at first|first (?:said|put|reported|estimated|counted)|originally|previously"
    r"|earlier (?:said|put|reported|estimated|counted|figure|count|toll|estimate|number)|revised?|corrected|updated"
    r"|later (?:said|put|raised|lowered|reported|counted)|had (?:earlier|first|already|previously)"
    r"|(?:raised|lowered) (?:the|its|that|his|her) \w+|by then|has since)\b"
)
"""Words that make two figures of one source an earlier and a later one."""

_ABOUT_ITSELF = re.compile(
    r"(?i)(?:that )?(?:it|they|we|he|she|i|its|their|our|his|her)\b(?:[’'](?:s|d|ve|re))?\s(?:\w+ )?"
    r"(?!counted|count|found|find|saw|recorded|registered|estimate|confirmed|identified|treated|put|knew|know)"
)
"""How the content of a saying begins whose figure its speaker gives about itself ("said it had 40 ships")."""

_PUTS = re.compile(
    r"(?:The )?(?P<who>(?!(?:As|In|On|At|For|But|And|If|When|While|After|Before|By|With|From|To)\b)"
    r"[A-Z][\w’'&-]*(?: (?:of |the |and )?[A-Z][\w’'&-]*){0,4})[^“”\"]{0,120}\b(?:put|puts)\b"
)
"""A body that puts a number at something, where no saying has it."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure as it was given: by whom, in which claim, and whether about the giver itself."""

    figure: Figure
    side: Side
    own: bool
    revised: bool


def conflicts(claims: Sequence[Claim], reading: Reading) -> tuple[Conflict, ...]:
    """The sets of comparable figures that do not agree, in article order of their first side.

    A set is a conflict when at least two sources give figures that differ in value or bound, or when one source gives
    an earlier and a later one. Whose figure it is says the innermost statement that holds it; a figure outside of all
    is the article's own. The first claim that gives a figure stands for it; two sources that each speak of
    themselves do not disagree.
    """
    groups: list[list[_Given]] = []
    for given in _figures(claims, reading):
        group = next((g for g in groups if all(_fits(given, other) for other in g)), None)
        if group is None:
            groups.append([given])
        elif not any(_same(given.side, other.side) for other in group):
            group.append(given)
    found = [Conflict(what=_what(g), sides=tuple(one.side for one in g)) for g in groups if _disagree(g)]
    return tuple(sorted(found, key=lambda c: c.sides[0].quantity.start))


def _figures(claims: Sequence[Claim], reading: Reading) -> Iterator[_Given]:
    """Every figure that can be a side, once, in article order."""
    printed = sorted(((q, claim) for claim in claims for q in claim.quantities), key=lambda pair: pair[0].start)
    before: tuple[Figure, ...] = ()
    seen: set[int] = set()
    for quantity, claim in printed:
        if quantity.start in seen:
            continue
        seen.add(quantity.start)
        figure = figure_of(reading, quantity, before)
        if figure is None:
            continue
        before = (*before[-8:], figure)
        saying = _innermost(quantity, reading)
        source = _source(quantity, claim, saying, reading)
        text = reading.article.text
        clause = touching(reading.sentences, quantity)[0].cut(text)
        own = saying is not None and bool(_ABOUT_ITSELF.match(saying.content[0].cut(text).lstrip('“"')))
        side = Side(claim=claim.id, quantity=quantity, source=source)
        yield _Given(figure, side, own, _REVISED.search(clause) is not None)


def _fits(one: _Given, other: _Given) -> bool:
    """Whether two figures can stand in one set; two values of one source do only where one of them was revised."""
    same = one.side.source == other.side.source
    if one.own and other.own and not same:
        return False
    if same and _value(one.side.quantity) != _value(other.side.quantity) and not (one.revised or other.revised):
        return False
    return comparable(one.figure, other.figure)


def _innermost(quantity: Quantity, reading: Reading) -> Saying | None:
    """The shortest statement that holds the figure and names its speaker."""
    text = reading.article.text
    holding = [
        saying
        for saying in sayings_near(reading, quantity)
        if (saying.speaker or saying.source)
        and is_speech(saying, text)
        and any(span.start <= quantity.start and quantity.end <= span.end for span in saying.content)
    ]
    return min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def _source(quantity: Quantity, claim: Claim, saying: Saying | None, reading: Reading) -> str | None:
    """Whose figure it is; a claim's own source where the reading has no statement of it."""
    text = reading.article.text
    about = claim.attribution.source
    if saying is not None:
        printed = " ".join(span.cut(text) for span in saying.source)
        return saying.speaker or (about if about and saying.source == claim.attribution.source_spans else printed)
    if quotation_at(reading, quantity.start, quantity.end) is not None:
        return about
    sentence = touching(reading.sentences, quantity)[0]
    if puts := _PUTS.match(text, sentence.start, quantity.start):
        return puts["who"]
    spans = (*claim.attribution.source_spans, *claim.attribution.cue_spans)
    read = any(_inside(quantity, claim) and s.source[:1] == spans[:1] for s in sayings_near(reading, quantity))
    return None if read else about


def _inside(quantity: Quantity, claim: Claim) -> bool:
    return any(e.start <= quantity.start and quantity.end <= e.end for e in claim.evidence)


def _same(one: Side, other: Side) -> bool:
    return (one.source, _value(one.quantity)) == (other.source, _value(other.quantity))


def _value(quantity: Quantity) -> tuple[float | None, float | None, Bound]:
    return quantity.value, quantity.high, quantity.bound


def _disagree(group: Sequence[_Given]) -> bool:
    if len({_value(one.side.quantity) for one in group}) < 2:
        return False
    if len({one.side.source for one in group}) > 1:
        return True
    return any(one.revised for one in group)


def _what(group: Sequence[_Given]) -> str:
    """What the figures are figures of: the measure they share, or the first counted noun in print."""
    named = next((one.figure.named for one in group if one.figure.named), None)
    counted = [one.side.quantity.counts for one in group if one.side.quantity.counts]
    return named or (counted[0] if counted else group[0].side.quantity.text)
