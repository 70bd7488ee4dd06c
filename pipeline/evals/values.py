"""Checks of values: figures with bound and unit, dates, quotations; each against the fixture and the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from .fixtures import Date, Fact, Figure, Fixture, Slot
from .readers.dates import Day, dates
from .readers.figures import Seen, figures, same_value
from .readers.quotations import quotations
from .readers.words import has_group, stem
from .seeds import find_all, fold

Fault = tuple[Slot, str, str]
"""A slot, what was expected, what was found."""

SAME_BOUND: Final = frozenset(
    {
        ("at_least", "more_than"),
        ("more_than", "at_least"),
        ("about", "nearly"),
        ("fewer_than", "nearly"),
    }
)
"""Bounds no editor tells apart: "more than 85 million", "at least 85 million"; "almost" is about, from below."""

SMALL: Final = 10
"""Spelled numbers up to ten may count what the article lists ("three sources"): they are not called invented."""


@dataclass(frozen=True)
class Article:
    """What values of the article a claim may use: its numbers, its days, its words."""

    text: str
    numbers: tuple[float, ...]
    days: tuple[tuple[date, date], ...]
    exhaustive: bool

    @classmethod
    def of(cls, text: str, fixture: Fixture) -> "Article":
        """The values of an article and of its fixture."""
        numbers = [figure.value for figure in figures(text) if figure.value is not None]
        numbers += [value for figure in fixture.figures.values() for value in figure.value]
        numbers += [float(part) for day in dates(text) for part in (day.day, day.year) if part is not None]
        days = [interval(day) for day in fixture.dates.values()]
        if fixture.article.published:
            days.append((fixture.article.published, fixture.article.published))
        return cls(text, tuple(dict.fromkeys(numbers)), tuple(days), fixture.article.exhaustive)

    def has_number(self, value: float) -> bool:
        """Whether the article has the number, in digits or in words."""
        return any(same_value(value, known) for known in self.numbers)


def interval(day: Date) -> tuple[date, date]:
    """The first and the last day a date means."""
    if day.day is not None:
        return day.day, day.day
    assert day.from_ is not None
    assert day.to is not None
    return day.from_, day.to


def means(seen: Day, day: Date) -> bool:
    """Whether a printed date fits; of "November 17 to 23" only the first day and the last do."""
    first, last = interval(day)
    printed = any(part.day is not None for part in dates(day.words))
    if printed and first != last and seen.day is not None:
        return seen.agrees(first, first) or seen.agrees(last, last)
    return seen.agrees(first, last)


def figure_faults(
    text: str, fact: Fact, fixture: Fixture, article: Article, *, in_claim: bool, beside: Sequence[str] = ()
) -> Iterator[Fault]:
    """Figures of the fact that are missing or wrong in the text, and figures of the text that the article lacks.

    In prose a figure may be left out; but where another number stands that neither the fact's evidence nor `beside`
    (the evidence of what else the sentence cites) explains, it stands in the missing one's place.
    """
    seen = figures(text)
    strange = [s for s in seen if is_invented(s, article)]
    unmet: list[Figure] = []
    free = [s for s in seen if s.value is not None]
    for figure in (fixture.figures[id_] for id_ in fact.figures if id_ in fixture.figures):
        if not figure.value:
            continue
        hits = [[s for s in seen if s.value is not None and same_value(s.value, v)] for v in figure.value]
        if all(hits) and _taken(figure, free):
            yield from _bound(figure, hits[0])
            yield from _unit(text, figure, hits, in_claim=in_claim)
        else:
            unmet.append(figure)
    if unmet:
        wrong = strange or _unexplained(seen, (*fact.evidence, *beside))
        wrong = wrong or _confused(seen, unmet, fact, fixture, beside) or _doubled(free, fact, fixture)
        for figure in unmet:
            if wrong or in_claim:
                yield "figure", repr(figure.words), repr(wrong[0].text) if wrong else "none"
    elif strange:
        yield "figure", "a figure of the article", repr(strange[0].text)


def _taken(figure: Figure, free: list[Seen]) -> bool:
    """Take the figure's numbers out of those still free: two facts' equal numbers need two places."""
    left = list(free)
    for value in figure.value:
        held = next((s for s in left if s.value is not None and same_value(s.value, value)), None)
        if held is None:
            return False
        left.remove(held)
    free[:] = left
    return True


def _doubled(free: Sequence[Seen], fact: Fact, fixture: Fixture) -> list[Seen]:
    """A number of the fact that stands once too often, in the place of another ("4-4" for "4-2")."""
    own = {v for id_ in fact.figures for v in fixture.figures[id_].value}
    return [s for s in free if s.value in own and not s.weak]


def _confused(
    seen: Sequence[Seen], unmet: Sequence[Figure], fact: Fact, fixture: Fixture, beside: Sequence[str]
) -> list[Seen]:
    """A number the fixture calls confusable with a missing one, which nothing else in the sentence explains."""
    rivals = {v for figure in unmet for id_ in figure.confusable for v in fixture.figures[id_].value}
    own = {v for id_ in fact.figures for v in fixture.figures[id_].value}
    other = [piece for piece in beside if not any(piece in own_ or own_ in piece for own_ in fact.evidence)]
    explained = {s.value for piece in other for s in figures(piece)}
    return [s for s in seen if s.value in rivals and s.value not in own and s.value not in explained]


def _unexplained(seen: Sequence[Seen], evidence: Sequence[str]) -> list[Seen]:
    """The numbers that the evidence has not, or has less often; a passage inside another counts once."""
    pieces = [piece for piece in dict.fromkeys(evidence) if not any(piece != p and piece in p for p in evidence)]
    left = [s.value for piece in pieces for s in figures(piece) if s.value is not None]
    found = []
    for s in seen:
        if s.weak or s.value is None:
            continue
        held = next((value for value in left if same_value(value, s.value)), None)
        if held is None:
            found.append(s)
        else:
            left.remove(held)
    return found


def is_invented(seen: Seen, article: Article) -> bool:
    """Whether the article has no such number."""
    if seen.value is None or seen.weak or article.has_number(seen.value):
        return False
    return not (seen.value <= SMALL and not re.search(r"\d", seen.text))


def _bound(figure: Figure, hits: list[Seen]) -> Iterator[Fault]:
    if figure.bound == "vague" or any(s.bound == figure.bound or (figure.bound, s.bound) in SAME_BOUND for s in hits):
        return
    yield "bound", f"{figure.bound} ({figure.words!r})", f"{hits[0].bound} ({hits[0].text!r})"


def _unit(text: str, figure: Figure, hits: Sequence[Sequence[Seen]], *, in_claim: bool) -> Iterator[Fault]:
    """The unit behind the number (behind the last one of a range); a wrong one behind any of them counts."""
    if figure.unit is None:
        return
    other = [h for numbers in hits for h in numbers if h.unit in UNITS and not _is_unit(text, h, figure.unit)]
    if len(other) == sum(map(len, hits)) or (len(hits) > 1 and other):
        yield "unit", figure.unit, other[0].unit or "none"
    elif (
        in_claim and has_group(figure.words, figure.unit) and not any(_is_unit(text, h, figure.unit) for h in hits[-1])
    ):
        yield "unit", figure.unit, "none"


def _is_unit(text: str, hit: Seen, unit: str) -> bool:
    after = [s.start for s in figures(text) if s.start >= hit.end]
    near = fold(text[hit.start : min([hit.end + 40, *after])]).text
    return (hit.unit is not None and stem(hit.unit) == stem(unit.lower())) or has_group(near, unit) or _sign(near, unit)


UNITS: Final = frozenset(
    [
        *("dollars", "euros", "pounds", "yen", "francs", "crowns", "marks", "florins", "rubles", "percent", "points"),
        *("metres", "meters", "feet", "miles", "kilometres", "kilometers", "inches", "tonnes", "tons", "kilograms"),
        *("centimetres", "centimeters", "degrees", "hectares", "acres", "litres", "liters", "gallons", "watts"),
        *("years", "months", "weeks", "days", "hours", "minutes", "seconds"),
    ]
)
"""Words that are a unit where they stand behind a number; another word there ("homes") is what is counted."""


def _sign(near: str, unit: str) -> bool:
    signs = {"percent": "%", "dollars": "$", "euros": "€", "pounds": "£"}
    return signs.get(unit.lower(), "\0") in near or (unit.lower() == "percent" and "per cent" in near.lower())


def date_faults(text: str, fact: Fact, fixture: Fixture, article: Article, *, in_claim: bool) -> Iterator[Fault]:
    """Dates of the fact that are missing or wrong in the text, and dates that no day of the article fits.

    A fact's `dates` have to be said; a date that only its evidence has may be left out, but not be another.
    """
    seen = dates(text)
    wanted = [fixture.dates[id_] for id_ in fact.dates if id_ in fixture.dates]
    said = fixture.attributions[fact.speaker].days if fact.speaker in fixture.attributions else ()
    aside = [interval(fixture.dates[id_]) for id_ in said if id_ in fixture.dates]
    for day in wanted:
        if any(means(s, day) for s in seen) or find_all(text, day.words):
            continue
        others = [s for s in seen if not any(_is_day(s) and s.agrees(*i) for i in aside)]
        if others or in_claim:
            yield "date", _shown(day), repr(others[0].text) if others else "none"
            return
    own = [d for d in fixture.dates.values() if any(find_all(piece, d.words) for piece in fact.evidence)]
    if own and not wanted and seen and not any(means(s, d) for s in seen for d in own):
        spare = [*aside, *[(day, day) for day in [fixture.article.published] if day]]
        if strange := [s for s in seen if not any(_is_day(s) and s.agrees(*i) for i in spare)]:
            yield "date", _shown(own[0]), repr(strange[0].text)
            return
    for odd in seen:
        if is_strange(odd, article):
            yield "date", "a date of the article", repr(odd.text)
            return


def _is_day(seen: Day) -> bool:
    """Whether a date names a day: a bare year or month agrees with too many to be someone's day of speaking."""
    return seen.weekday is not None or seen.day is not None


def is_strange(seen: Day, article: Article) -> bool:
    """Whether no day of an exhaustive fixture fits, and the words are not the article's own."""
    if not article.exhaustive or find_all(article.text, seen.text):
        return False
    return not any(seen.agrees(*days) for days in article.days)


def _shown(day: Date) -> str:
    first, last = interval(day)
    return f"{day.words!r} ({first})" if first == last else f"{day.words!r} ({first} to {last})"


def quote_faults(text: str, article: Article) -> Iterator[Fault]:
    """Quotations of the text that do not stand in the article to the letter."""
    for quote in quotations(text):
        if not is_exact(quote.text, article.text):
            body, last = quote.text.rstrip()[:-1], quote.text.rstrip()[-1:]
            outside = last in ".,!?" and bool(body) and find_all(article.text, body)
            expected = f"{body!r} with {last!r} outside the marks" if outside else "the words of the article"
            yield "quote", expected, repr(quote.text)
            return


def is_exact(quoted: str, text: str) -> bool:
    """Whether a quotation is verbatim; its last comma or full stop may be the other where the source breaks there."""
    if find_all(text, quoted):
        return True
    body, last = quoted.rstrip()[:-1], quoted.rstrip()[-1:]
    if last not in (".", ",") or not body:
        return False
    places = find_all(text, body)
    return any(text[end : end + 1] in (".", ",", "?", "!", ";", "—", "–") for _, end in places)
