"""The summary against the facts: which sentence carries which fact, clause by clause, and what is wrong in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .match import CUT, Fit, Gold, overlap, worded
from .output import Output, Printed
from .readers.clauses import clauses
from .slots import Broken, Desk, prose_faults, value_faults

HALF: Final = 0.5
"""A clause carries a fact where it has half of its key groups; below, it only shares a sentence with it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One fact in one sentence: the clause that says it best, and how well."""

    fact: int
    text: str
    fit: Fit
    main: bool


def carried(line: Printed, output: Output, facts: Sequence[Gold]) -> tuple[Carried, ...]:
    """The facts a summary sentence carries; `main` where the clause says this fact above all others."""
    cited = {claim.id: claim for claim in output.claims}
    evidence = [cited[id_].places for id_ in line.claims if id_ in cited]
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


def line_faults(
    line: Printed, found: Sequence[Carried], facts: Sequence[Gold], desk: Desk, cited: Sequence[str]
) -> list[tuple[str, Broken]]:
    """What is wrong in a summary sentence, per fact: every slot of its main facts, the figures of the others.

    `cited` is the evidence of the claims that the sentence cites.
    """
    beside = [*cited, *(piece for item in found for piece in facts[item.fact].fact.evidence if not item.main)]
    broken: list[tuple[str, Broken]] = []
    for item in found:
        fact = facts[item.fact].fact
        if item.main:
            faults = prose_faults(item.text, line.text, fact, desk, beside=beside)
        elif item.fit.k == 1:
            faults = value_faults(item.text, fact, desk)
        else:
            faults = ()
        broken += [(facts[item.fact].id, fault) for fault in faults]
    return broken


def coverage(
    carried_by: Sequence[Sequence[Carried]], faults: Sequence[Sequence[tuple[str, Broken]]], facts: Sequence[Gold]
) -> Mapping[str, bool]:
    """The facts that the summary carries, line by line: True where some sentence carries it with nothing wrong."""
    covered: dict[str, bool] = {}
    for found, broken in zip(carried_by, faults, strict=True):
        wrong = {id_ for id_, _ in broken}
        for item in found:
            id_ = facts[item.fact].id
            covered[id_] = covered.get(id_, False) or id_ not in wrong
    return covered


def _fit(text: str, evidence: Sequence[tuple[tuple[int, int], ...]], gold: Gold) -> Fit:
    return worded(text, max((overlap(places, gold.places) for places in evidence), default=0.0), gold)
