"""Which claim means which fact: s = 0.5 E + 0.3 K + 0.2 T, an optimal assignment above a cut."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .assign import assign
from .fixtures import Fact, Fixture
from .output import Place, Said
from .readers.words import has_group, missing_groups, stems, token_f1
from .seeds import find_whole

E_WEIGHT: Final = 0.5
K_WEIGHT: Final = 0.3
T_WEIGHT: Final = 0.2
CUT: Final = 0.45
"""Weights and cut as designed: evidence and topic outweigh wording, and wording alone (0.2) never makes a match."""

ON_TOPIC: Final = 0.5
"""A pair needs a key group, or half of the fact's words: evidence alone would join any two claims of one sentence."""


FEW: Final = 5
"""With up to five keys and no common evidence one absent key is decisive (0.3 x 0.8 + 0.2 = 0.44, below the cut)."""

BESIDE: Final = 0.5
"""E from which a claim that hits a veto (it speaks of the neighbouring fact) may still say this one as well."""

HEAVY: Final = 0.05
"""A claim that says two facts of one sentence is counted for the heavier: a step of weight outdoes a few words of T."""


SOUND: Final = 0.08
"""A claim that says two facts whole is counted for the one it says rightly: it has only one speaker field."""


@dataclass(frozen=True, slots=True, eq=False)
class Gold:
    """A fact with its places in the text the output refers to, and the stems of its wordings; equal only to itself."""

    id: str
    fact: Fact
    places: tuple[Place, ...]
    wordings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a claim means a fact: evidence, keys, tokens, the key groups the claim lacks, the veto it hits."""

    e: float
    k: float
    t: float
    missing: tuple[str, ...] = ()
    veto: str | None = None

    @property
    def s(self) -> float:
        """The weighted sum."""
        return E_WEIGHT * self.e + K_WEIGHT * self.k + T_WEIGHT * self.t

    @property
    def matches(self) -> bool:
        """Whether the pair may be joined."""
        return self.s >= CUT and (self.k > 0 or self.t >= ON_TOPIC)

    def why(self) -> str:
        """The figures, for a report."""
        lacks = f", without {' and '.join(repr(group) for group in self.missing)}" if self.missing else ""
        vetoed = f", vetoed by {self.veto!r}" if self.veto is not None else ""
        return f"s {self.s:.2f} (E {self.e:.2f}, K {self.k:.2f}, T {self.t:.2f}){lacks}{vetoed}"

    @property
    def whole(self) -> bool:
        """Whether a claim with this evidence says the whole topic, a veto aside: it may say another fact besides."""
        return not self.missing and (self.matches if self.veto is None else self.e >= BESIDE)


def golds(fixture: Fixture, text: str) -> tuple[Gold, ...]:
    """The facts of a fixture, located in a text; evidence that the text does not hold has no place."""
    return tuple(
        Gold(
            id_,
            fact,
            tuple(place for piece in fact.evidence for place in find_whole(text, piece)[:1]),
            tuple(tuple(stems(wording)) for wording in (fact.fact, *fact.say)),
        )
        for id_, fact in fixture.must_have.items()
    )


def overlap(claim: Sequence[Place], gold: Sequence[Place]) -> float:
    """E: common characters over the shorter side, less where the claim's evidence is over three times the gold's."""
    size, wanted = sum(b - a for a, b in claim), sum(b - a for a, b in gold)
    if not size or not wanted:
        return 0.0
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in claim for c, d in gold)
    return min(1.0, common / min(size, wanted)) * min(1.0, 3 * wanted / size)


def fit(text: str, places: Sequence[Place], gold: Gold) -> Fit:
    """How well a text with its evidence means a fact."""
    return worded(text, overlap(places, gold.places), gold)


def worded(text: str, e: float, gold: Gold) -> Fit:
    """The fit of a text whose evidence is known; the words of a pair far from any match are not compared."""
    keys = gold.fact.keys
    if e == 0 and len(keys) <= FEW and (absent := next((g for g in keys if not has_group(text, g)), None)) is not None:
        return Fit(0.0, 0.0, 0.0, (absent,))
    k, missing, veto = _topic(text, gold)
    return Fit(e, k, _wording(text, gold), missing, veto)


@lru_cache(maxsize=100_000)
def _topic(text: str, gold: Gold) -> tuple[float, tuple[str, ...], str | None]:
    missing = missing_groups(text, gold.fact.keys)
    veto = next((word for word in gold.fact.veto if has_group(text, word)), None)
    return 0.0 if veto is not None else 1 - len(missing) / len(gold.fact.keys), missing, veto


@lru_cache(maxsize=100_000)
def _wording(text: str, gold: Gold) -> float:
    said = stems(text)
    return max(token_f1(said, wording) for wording in gold.wordings)


@dataclass(frozen=True, slots=True)
class Matching:
    """Claim index to fact index, and the fit of every pair that was looked at."""

    pairs: dict[int, int]
    fits: dict[tuple[int, int], Fit]

    def best(self, claim: int) -> tuple[int, Fit] | None:
        """The fact that a claim fits best among those it may be joined with, taken or not."""
        options = [(f.s, -j, j, f) for (i, j), f in self.fits.items() if i == claim and f.matches]
        return (max(options)[2], max(options)[3]) if options else None


def match(claims: Sequence[Said], facts: Sequence[Gold], clean: Callable[[Said, Gold], bool]) -> Matching:
    """Join claims and facts one to one so that the sum of s (and a little for weight and soundness) is largest.

    `clean` says whether a claim has nothing wrong as a saying of a fact; asked only where a claim has a choice.
    """
    fits = {(i, j): fit(c.text, c.places, g) for i, c in enumerate(claims) for j, g in enumerate(facts)}
    scores = {(i, j): f.s + HEAVY * (facts[j].fact.weight - 1) for (i, j), f in fits.items() if f.matches}
    choices = Counter(i for (i, _), f in fits.items() if f.matches and f.k == 1)
    for i, j in scores:
        if choices[i] > 1 and fits[i, j].k == 1 and clean(claims[i], facts[j]):
            scores[i, j] += SOUND
    return Matching(assign(scores), fits)
