"""Checks of values: figures with bound and unit, dates, quotations; each against the fixture and the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from .entities import Book
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
"""Bounds that no editor tells apart: "more than 85 million" and "at least 85 million"; "almost" is about, from below."""

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


def figure_faults(text: str, fact: Fact, fixture: Fixture, article: Article, *, in_claim: bool) -> Iterator[Fault]:
    """Figures of the fact that are missing or wrong in the text, and figures of the text that the article lacks."""
    seen = figures(text)
    expected = [fixture.figures[id_] for id_ in fact.figures if id_ in fixture.figures]
    strange = [s for s in seen if is_invented(s, article)]
    unmet = []
    for figure in expected:
        if not figure.value:
            continue
        hits = [s for s in seen if s.value is not None and same_value(s.value, figure.value[0])]
        high = [s for s in seen if s.value is not None and same_value(s.value, figure.value[-1])]
        if hits and high:
            yield from _bound(figure, hits)
            yield from _unit(text, figure, high if len(figure.value) > 1 else hits, in_claim=in_claim)
        else:
            unmet.append(figure)
    for figure in unmet:
        wrong = strange or [s for s in seen if _rivals(s, figure, expected, text, fixture)]
        if wrong or in_claim:
            yield "figure", repr(figure.words), repr(wrong[0].text) if wrong else "none"
    if strange and not unmet:
        yield "figure", "a figure of the article", repr(strange[0].text)


def is_invented(seen: Seen, article: Article) -> bool:
    """Whether the article has no such number."""
    if seen.value is None or seen.weak or article.has_number(seen.value):
        return False
    return not (seen.value <= SMALL and not re.search(r"\d", seen.text))


def _rivals(seen: Seen, figure: Figure, expected: list[Figure], text: str, fixture: Fixture) -> bool:
    """A number of the article that stands where another belongs: it counts the same, and its owner is not named."""
    if seen.weak or seen.value is None or any(same_value(seen.value, v) for f in expected for v in f.value):
        return False
    if seen.value in {v for id_ in figure.confusable for v in fixture.figures[id_].value}:
        owners = {
            f.speaker
            for f in fixture.must_have.values()
            for id_ in f.figures
            if seen.value in fixture.figures[id_].value
        }
        book = Book.of(fixture)
        return not any(owner and book.mentioned(text, owner) for owner in owners)
    return False


def _bound(figure: Figure, hits: list[Seen]) -> Iterator[Fault]:
    if figure.bound == "vague" or any(s.bound == figure.bound or (figure.bound, s.bound) in SAME_BOUND for s in hits):
        return
    yield "bound", f"{figure.bound} ({figure.words!r})", f"{hits[0].bound} ({hits[0].text!r})"


def _unit(text: str, figure: Figure, hits: list[Seen], *, in_claim: bool) -> Iterator[Fault]:
    if figure.unit is None:
        return
    wanted = stem(figure.unit.lower())
    for hit in hits:
        near = fold(text[hit.start : hit.end + 40]).text
        if (
            (hit.unit is not None and stem(hit.unit) == wanted)
            or has_group(near, figure.unit)
            or _sign(near, figure.unit)
        ):
            return
    other = next((h.unit for h in hits if h.unit in UNITS), None)
    if other is not None:
        yield "unit", figure.unit, other
    elif in_claim and has_group(figure.words, figure.unit):
        yield "unit", figure.unit, "none"


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
    """Dates of the fact that are missing or wrong in the text, and dates that no day of the article fits."""
    seen = dates(text)
    wanted = [fixture.dates[id_] for id_ in fact.dates if id_ in fixture.dates]
    said = [day for id_, a in fixture.attributions.items() if id_ == fact.speaker for day in a.days]
    aside = [interval(fixture.dates[id_]) for id_ in said if id_ in fixture.dates]
    for day in wanted:
        if any(s.agrees(*interval(day)) for s in seen) or find_all(text, day.words):
            continue
        others = [s for s in seen if not any(s.agrees(*i) for i in aside)]
        if others or in_claim:
            yield "date", _shown(day), repr(others[0].text) if others else "none"
            return
    for strange in seen:
        if is_strange(strange, article):
            yield "date", "a date of the article", repr(strange.text)
            return


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
            yield "quote", "the words of the article", repr(quote.text)
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
