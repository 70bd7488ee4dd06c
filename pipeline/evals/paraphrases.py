"""The other side of mutation: changes that keep what is said, of which the scorer may call next to none wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from .control import perfect
from .fixtures import Fixture
from .loading import Case
from .match import Gold
from .operators import number_of
from .output import Output, Said
from .score import score
from .table import Table

_BOUNDS: Final = (
    ("as many as", "up to"),
    ("up to", "as many as"),
    ("at least", "no fewer than"),
    ("no fewer than", "at least"),
    ("more than", "over"),
    ("about", "around"),
    ("some", "about"),
    ("around", "roughly"),
    ("roughly", "about"),
)
_HEDGES: Final = (("could", "may"), ("may", "might"), ("might", "could"), ("probably", "most likely"))
_SPELLED: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Kept:
    """One good paraphrase: which rule made it of which fact, and what the scorer found wrong in it."""

    case: str
    rule: str
    fact: str
    text: str
    findings: tuple[str, ...]


def run_paraphrases(case: Case, *, share: float = 1.0) -> tuple[Kept, ...]:
    """Good paraphrases of a case with the findings they got (there should be none); the first `share` of a fact's."""
    table = Table.of(case.fixture, case.text)
    control = perfect(case.fixture, case.text)
    found = []
    for i, gold in enumerate(table.facts):
        made = list(_paraphrases(control.claims[i], gold, case.fixture))
        for rule, said in made[: max(1, round(len(made) * share))]:
            claims = (*control.claims[:i], said, *control.claims[i + 1 :])
            output = Output(case.text, claims, control.lines, control.conflicts)
            noticed = score(output, case.fixture, table).noticed
            found.append(
                Kept(case.id, rule, gold.id, said.text, tuple(f"{n.check}: {n.expected} / {n.found}" for n in noticed))
            )
    return tuple(found)


def _paraphrases(said: Said, gold: Gold, fixture: Fixture) -> Iterator[tuple[str, Said]]:
    for text in gold.fact.say:
        yield "say", replace(said, text=text)
    for rule, text in _reworded(said.text, gold, fixture):
        if text != said.text:
            yield rule, replace(said, text=text)
    yield from _refielded(said, gold, fixture)


def _reworded(text: str, gold: Gold, fixture: Fixture) -> Iterator[tuple[str, str]]:
    fact = gold.fact
    for id_ in fact.figures if not re.search('[“"]', text) else ():
        yield from _refigured(text, number_of(fixture.figures[id_]))
    for old, new in _HEDGES:
        if fact.hedges and not re.search('[“"]', text):
            yield "hedge_synonym", re.sub(rf"\b{old}\b", new, text, count=1)
    if "%" in text:
        yield "percent_word", text.replace("%", " percent")
    for id_ in fact.dates:
        day = fixture.dates[id_]
        weekday = re.search(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!, [A-Z])", day.words)
        if weekday and day.day is not None and text.count(weekday.group()) == 1:
            yield "date_resolved", text.replace(weekday.group(), _printed(day.day))
            yield "date_iso", text.replace(weekday.group(), day.day.isoformat())
            yield "date_both", text.replace(weekday.group(), f"{weekday.group()}, {_printed(day.day)}")
    entity = fixture.entities.get(fact.speaker or "")
    if entity is not None and entity.type == "person" and len(entity.name.split()) > 1:
        last = entity.name.split()[-1]
        shared = sum(e.name.split()[-1] == last for e in fixture.entities.values()) > 1
        if not shared and not entity.name.split()[0].endswith(("ō", "ē")):
            yield "last_name", text.replace(entity.name, last)
    fronted = re.fullmatch(r"(.*), ([A-Z][^,]*) said\.", text)
    if fronted and "“" not in text:
        yield "according_to", f"According to {fronted.group(2)}, {fronted.group(1)}."


def _refigured(text: str, number: str | None) -> Iterator[tuple[str, str]]:
    if number is None:
        return
    for old, new in _BOUNDS:
        yield (
            "bound_synonym",
            re.sub(rf"(?<!no )(?<!not )\b{old} {re.escape(number)}\b(?!%| percent)", f"{new} {number}", text, count=1),
        )
    if number.isdigit() and 2 <= int(number) <= 12:
        yield "spelled_out", re.sub(rf"(?<![\d.,$€£]){number}(?![\d.,%])\b", _SPELLED[int(number) - 2], text, count=1)
    if number.lower() in _SPELLED:
        yield "in_digits", re.sub(rf"\b{number}\b", str(_SPELLED.index(number.lower()) + 2), text, count=1)
    if re.fullmatch(r"\d+", number):
        yield (
            "in_full",
            re.sub(rf"(?<!to )(?<!and )\b{number} million\b(?! to| and)", f"{int(number):,},000,000", text, count=1),
        )


def _refielded(said: Said, gold: Gold, fixture: Fixture) -> Iterator[tuple[str, Said]]:
    entity = fixture.entities.get(gold.fact.speaker or "")
    if entity is not None:
        if entity.role:
            yield "role_and_name", replace(said, source=f"{entity.role[0]} {entity.name}")
            yield "role_beside", replace(said, role=entity.role[0])
        if entity.of is not None:
            yield "house_for_person", replace(said, source=fixture.entities[entity.of].name)
        yield from (("alias", replace(said, source=alias)) for alias in entity.aliases)
    neighbour = {"probable": "possible", "possible": "probable", "uncommitted": "possible"}.get(gold.fact.certainty)
    if neighbour:
        yield "certainty_near", replace(said, certainty=neighbour)


def _printed(day: date) -> str:
    return f"{day:%B} {day.day}"
