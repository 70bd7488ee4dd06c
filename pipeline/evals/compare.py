"""Two runs, article by article: paired bootstrap intervals, Holm over the figures, an answer in words."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean
from typing import Final

from .. import UsageError
from .metrics import COMPARED
from .results import CaseResult, RunResult, gained_and_lost

RESAMPLES: Final = 10_000
"""Bootstrap resamples: the 95 % bounds move by less than 0.001 from seed to seed at 20 articles."""

LEVEL: Final = 0.05
MARGIN: Final = 0.01
"""A mean loss up to one point is not worth a red gate."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure, old against new, over the articles both runs have; `p` is already Holm's."""

    figure: str
    n: int
    old: float
    new: float
    mean: float
    low: float
    high: float
    p: float

    @property
    def verdict(self) -> str:
        """loss, gain, or nothing that these articles could show."""
        if self.p > LEVEL or self.n < 2:
            return "no difference shown"
        return "loss" if self.mean < 0 else "gain"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side."""

    differences: tuple[Difference, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    tokens: tuple[float, float]
    cost: tuple[float | None, float | None]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


def compare(old: RunResult, new: RunResult) -> Comparison:
    """Compare two scored runs; raises `UsageError` where they have no article in common."""
    before = {case.id: case for case in old.cases}
    after = {case.id: case for case in new.cases}
    both = sorted(before.keys() & after.keys())
    if not both:
        raise UsageError("the two runs have no case in common; run both over the same fixtures")
    pairs = [(before[id_], after[id_]) for id_ in both]
    lost, gained = [], []
    for one, two in pairs:
        more, less = gained_and_lost(one.facts, two.facts)
        gained += [f"{one.id} {fact}" for fact in more]
        lost += [f"{one.id} {fact}" for fact in less]
    return Comparison(
        differences=differences({id_: (before[id_].figures, after[id_].figures) for id_ in both}),
        lost=tuple(lost),
        gained=tuple(gained),
        tokens=(_sum([one for one, _ in pairs], "tokens") or 0.0, _sum([two for _, two in pairs], "tokens") or 0.0),
        cost=(_sum([one for one, _ in pairs], "cost"), _sum([two for _, two in pairs], "cost")),
        only_old=tuple(sorted(before.keys() - after.keys())),
        only_new=tuple(sorted(after.keys() - before.keys())),
    )


Pair = tuple[Mapping[str, float | None], Mapping[str, float | None]]
"""The figures of one article, old and new."""


def differences(articles: Mapping[str, Pair]) -> tuple[Difference, ...]:
    """Every compared figure with its paired difference, 95 % interval and Holm-adjusted two-sided p."""
    found = []
    for name in COMPARED:
        values = [
            (o, n)
            for old, new in articles.values()
            if (o := old.get(name)) is not None and (n := new.get(name)) is not None
        ]
        if values:
            d = [n - o for o, n in values]
            resampled = bootstrap_means(d)
            found.append(
                Difference(
                    name,
                    len(d),
                    fmean(o for o, _ in values),
                    fmean(n for _, n in values),
                    fmean(d),
                    quantile(resampled, LEVEL / 2),
                    quantile(resampled, 1 - LEVEL / 2),
                    two_sided(resampled),
                )
            )
    adjusted = holm([item.p for item in found])
    return tuple(
        Difference(i.figure, i.n, i.old, i.new, i.mean, i.low, i.high, p) for i, p in zip(found, adjusted, strict=True)
    )


def bootstrap_means(d: Sequence[float]) -> list[float]:
    """The sorted means of resamples of `d` with replacement; the same for the same `d`."""
    if not d or all(value == d[0] for value in d):
        return [d[0]] * RESAMPLES if d else []
    return sorted(sum(d[i] for i in pick) / len(d) for pick in _picks(len(d)))


@lru_cache(maxsize=64)
def _picks(n: int) -> tuple[tuple[int, ...], ...]:
    chance = random.Random(n)  # noqa: S311 - resampling, no secret
    return tuple(tuple(chance.choices(range(n), k=n)) for _ in range(RESAMPLES))


def quantile(ordered: Sequence[float], q: float) -> float:
    """The q-quantile of a sorted sequence, by the nearest rank."""
    return ordered[min(len(ordered) - 1, max(0, round(q * (len(ordered) - 1))))]


def two_sided(resampled: Sequence[float]) -> float:
    """Twice the smaller share of resampled means on one side of 0; never below what the resamples can show."""
    below = sum(value <= 0 for value in resampled) / len(resampled)
    above = sum(value >= 0 for value in resampled) / len(resampled)
    return min(1.0, max(2 * min(below, above), 2 / len(resampled)))


def one_sided_loss(resampled: Sequence[float], margin: float = MARGIN) -> float:
    """How often a resample loses no more than the margin: small where the loss is beyond it."""
    return max(sum(value >= -margin for value in resampled) / len(resampled), 1 / len(resampled))


def holm(p: Sequence[float]) -> list[float]:
    """Holm's step-down adjustment, in the order given."""
    order = sorted(range(len(p)), key=lambda i: p[i])
    adjusted, largest = [0.0] * len(p), 0.0
    for rank, i in enumerate(order):
        largest = max(largest, min(1.0, (len(p) - rank) * p[i]))
        adjusted[i] = largest
    return adjusted


def _sum(cases: Sequence[CaseResult], name: str) -> float | None:
    values = [case.figures[name] for case in cases if not case.failures]
    return None if any(value is None for value in values) else sum(value for value in values if value is not None)
