"""Recall by kind of fact: heavy ones, attributed ones, hedged ones; says where an engine is weak."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from .fixtures import Fact
from .results import CaseResult

SLICES: Final[tuple[tuple[str, Callable[[Fact], bool]], ...]] = (
    ("weight 3", lambda fact: fact.weight == 3),
    ("weight 2", lambda fact: fact.weight == 2),
    ("weight 1", lambda fact: fact.weight == 1),
    ("article's own voice", lambda fact: fact.speaker in (None, "narrator")),
    ("attributed", lambda fact: fact.speaker not in (None, "narrator")),
    ("carried by another", lambda fact: fact.via is not None),
    ("hedged or conditional", lambda fact: bool(fact.hedges)),
    ("denied", lambda fact: fact.denied),
    ("with a figure", lambda fact: bool(fact.figures)),
    ("with a date", lambda fact: bool(fact.dates)),
    ("quoted", lambda fact: bool(fact.quotes)),
)


@dataclass(frozen=True, slots=True)
class Slice:
    """One kind of fact: how many there are, the share that is right, the share that is found at all."""

    name: str
    n: int
    right: float
    found: float


def slices(cases: Sequence[CaseResult]) -> tuple[Slice, ...]:
    """Every slice that has facts, over all repeats; facts of failed repeats are missing, not left out."""
    out = []
    for name, belongs in SLICES:
        n = right = found = 0
        for case in cases:
            wanted = {id_ for id_, fact in case.case.fixture.must_have.items() if belongs(fact)} if case.case else set()
            for result in case.results:
                n += len(wanted)
                facts = [f for f in result.scored.facts if f.id in wanted] if result.scored else []
                right += sum(fact.status == "right" for fact in facts)
                found += sum(fact.status != "missing" for fact in facts)
        if n:
            out.append(Slice(name, n, right / n, found / n))
    return tuple(out)
