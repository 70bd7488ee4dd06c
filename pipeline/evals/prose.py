"""The summary against the facts: which sentence carries which fact, clause by clause, and what is wrong in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .match import CUT, Fit, Gold, overlap, worded
from .output import Passage, Place, Printed
from .readers.clauses import clauses
from .readers.dates import dates
from .readers.figures import figures
from .slots import Broken, Desk, prose_faults, value_faults
from .table import REMEMBERED, Table
from .values import is_invented, is_strange, quote_faults

HALF: Final = 0.5
"""A clause carries a fact where it has half of its key groups; below, it only shares a sentence with it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One fact in one sentence: the clause that says it best, and how well."""

    fact: int
    text: str
    fit: Fit
    main: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """One summary sentence: the facts it carries, and per fact what is wrong ("" where it is no fact's own)."""

    facts: tuple[str, ...]
    broken: tuple[tuple[str, Broken], ...]


@lru_cache(maxsize=REMEMBERED)
def judged_line(line: Printed, cited: tuple[tuple[Passage, ...], ...], table: Table) -> Judged:
    """What a summary sentence carries and gets wrong; `cited` is the evidence of each claim it cites."""
    found = _carried(line, [[(p.start, p.end) for p in pieces] for pieces in cited], table.facts)
    quotes = [piece.quote for pieces in cited for piece in pieces]
    broken = _line_faults(line, found, quotes, table)
    return Judged(tuple(table.facts[c.fact].id for c in found), (*broken, *_own_faults(line, broken, table.desk)))


def _carried(line: Printed, evidence: Sequence[Sequence[Place]], facts: Sequence[Gold]) -> tuple[Carried, ...]:
    """The facts a sentence carries; `main` where the clause says this fact above all others."""
    best: dict[int, Carried] = {}
    for clause in (*clauses(line.text), None):
        text = line.text if clause is None else clause.text
        fits = {j: _fit(text, evidence, gold) for j, gold in enumerate(facts)}
        held = {j: f for j, f in fits.items() if f.k >= HALF and f.s >= CUT}
        top = max(held, key=lambda j: (held[j].s, -j), default=None)
        for j, f in held.items():
            main = clause is not None and j == top and (f.k == 1 or f.t >= HALF)
            known = best.get(j)
            if known is None or (main, f.s) > (known.main, known.fit.s):
                best[j] = Carried(j, text, f, main)
    return tuple(best[j] for j in sorted(best))


def _line_faults(
    line: Printed, found: Sequence[Carried], cited: Sequence[str], table: Table
) -> list[tuple[str, Broken]]:
    """Per fact: every slot of the sentence's main facts, the bounds and units of the others."""
    facts, desk = table.facts, table.desk
    beside = [*cited, *(piece for item in found for piece in facts[item.fact].fact.evidence if not item.main)]
    broken: list[tuple[str, Broken]] = []
    for item in found:
        fact = facts[item.fact].fact
        faults: tuple[Broken, ...] = ()
        if item.main:
            faults = prose_faults(item.text, line.text, fact, desk, beside=beside)
        elif item.fit.k == 1:
            faults = value_faults(item.text, fact, desk)
        broken += [(facts[item.fact].id, fault) for fault in faults]
    return broken


def _own_faults(line: Printed, known: Sequence[tuple[str, Broken]], desk: Desk) -> list[tuple[str, Broken]]:
    """What a sentence says that the article does not, whatever fact it carries."""
    slots = {fault.slot for _, fault in known}
    found: list[Broken] = []
    if "figure" not in slots:
        strange = [f.text for f in figures(line.text) if is_invented(f, desk.article)]
        found += [Broken("figure", "a figure of the article", repr(text)) for text in strange]
    if "date" not in slots:
        odd = [d.text for d in dates(line.text) if is_strange(d, desk.article)]
        found += [Broken("date", "a date of the article", repr(text)) for text in odd]
    if "quote" not in slots:
        found += [Broken(*fault) for fault in quote_faults(line.text, desk.article)]
    return [("", fault) for fault in found]


def coverage(lines: Sequence[Judged], facts: Sequence[Gold]) -> Mapping[str, bool]:
    """The facts that the summary carries: True where some sentence carries it with nothing wrong."""
    covered: dict[str, bool] = {}
    for line in lines:
        wrong = {id_ for id_, _ in line.broken}
        for id_ in line.facts:
            covered[id_] = covered.get(id_, False) or id_ not in wrong
    return covered


def _fit(text: str, evidence: Sequence[Sequence[Place]], gold: Gold) -> Fit:
    return worded(text, max((overlap(places, gold.places) for places in evidence), default=0.0), gold)
