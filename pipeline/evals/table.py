"""A fixture laid out beside one text, and every judgement on a single claim or sentence, remembered.

Outputs that differ in one claim share all other judgements: mutation would score each of them hundreds of times.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .fixtures import Fixture
from .match import Gold, golds
from .output import Printed, Said
from .seeds import find_all, fold
from .slots import Broken, Desk, claim_faults
from .traps import fires
from .verdicts import Sprung

REMEMBERED: Final = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A fixture beside one text: made once, used for every output on that text; equal only to itself."""

    desk: Desk
    facts: tuple[Gold, ...]

    @classmethod
    def of(cls, fixture: Fixture, text: str) -> "Table":
        """The table of a fixture and the text its outputs refer to."""
        return cls(Desk.of(fixture, text), golds(fixture, text))


@lru_cache(maxsize=REMEMBERED)
def faults_of(said: Said, gold: Gold, table: Table) -> tuple[Broken, ...]:
    """What is wrong with a claim as a saying of a fact."""
    return claim_faults(said, gold.fact, table.desk)


@lru_cache(maxsize=REMEMBERED)
def is_grounded(said: Said, table: Table) -> bool:
    """Whether every piece of evidence cuts back to its words, and none is boilerplate."""
    text = table.desk.article.text
    if not said.evidence or any(text[p.start : p.end] != p.quote for p in said.evidence):
        return False
    footers = (f.text for f in table.desk.fixture.boilerplate if not f.text.startswith("/"))
    places = [place for footer in footers for place in find_all(text, footer)]
    return not any(start < d and c < end for start, end in said.places for c, d in places)


@lru_cache(maxsize=REMEMBERED)
def claim_traps(said: Said, table: Table) -> tuple[Sprung, ...]:
    """The traps a claim springs; its speaker and its denial count as said."""
    aside = f"{said.role or ''} {said.source or ''} {'denied' if said.denied else ''}"
    return _traps(said.id, said.text, aside, table)


@lru_cache(maxsize=REMEMBERED)
def line_traps(line: Printed, table: Table) -> tuple[Sprung, ...]:
    """The traps a summary sentence springs."""
    return _traps(line.place, line.text, "", table)


def _traps(where: str, text: str, aside: str, table: Table) -> tuple[Sprung, ...]:
    found = ((id_, trap, fires(trap, text, aside)) for id_, trap in table.desk.fixture.must_not_say.items())
    return tuple(Sprung(id_, trap.severity, where, hit) for id_, trap, hit in found if hit is not None)


@lru_cache(maxsize=REMEMBERED)
def claim_footers(said: Said, table: Table) -> tuple[str, ...]:
    """The boilerplate a claim has, in its words or its evidence."""
    return _footers((said.text, *(piece.quote for piece in said.evidence)), table)


@lru_cache(maxsize=REMEMBERED)
def line_footers(line: Printed, table: Table) -> tuple[str, ...]:
    """The boilerplate a summary sentence has."""
    return _footers((line.text,), table)


def _footers(texts: Iterable[str], table: Table) -> tuple[str, ...]:
    listed = list(texts)
    return tuple(f.text for f in table.desk.fixture.boilerplate if any(holds_footer(text, f.text) for text in listed))


MOST_OF_IT: Final = 4
"""Words from which a part of a footer is that footer ("Read our comment policy")."""


def holds_footer(text: str, footer: str) -> bool:
    """Whether a text has a footer, or is a part of it."""
    if footer.startswith("/"):
        return re.search(footer[1:-1], fold(text).text) is not None
    return bool(find_all(text, footer)) or (
        len(text.split()) >= MOST_OF_IT and bool(find_all(footer, text.rstrip(".")))
    )
