"""The records of a scored output: a verdict for every fact, claim and summary sentence, each with its reason."""

from dataclasses import dataclass
from typing import Literal

from .slots import Broken

Status = Literal["right", "wrong", "partial", "merged", "missing"]
"""`partial`: what is said is right, a figure or date is left out; `merged`: a claim that is counted for another fact
says this one too. Lenient recall has both, strict has neither."""


@dataclass(frozen=True, slots=True)
class FactScore:
    """What became of one fact: by which claim, which slots are broken, how well its evidence fits, and why.

    `covered` says that the summary carries it, `covered_right` that nothing is wrong there.
    """

    id: str
    weight: int
    status: Status
    why: str
    claim: str | None = None
    broken: tuple[Broken, ...] = ()
    evidence: float = 0.0
    covered: bool = False
    covered_right: bool = False


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """A claim's verdict: right, partial:…, wrong:…, extra, duplicate, split, unsupported, ungrounded or trap:…."""

    id: str
    text: str
    verdict: str
    why: str
    fact: str | None = None
    broken: tuple[Broken, ...] = ()
    grounded: bool = True


@dataclass(frozen=True, slots=True)
class LineScore:
    """The verdict on one summary sentence: the facts it carries, and per fact what is wrong ("" for no fact's own)."""

    place: str
    text: str
    verdict: str
    facts: tuple[str, ...] = ()
    broken: tuple[tuple[str, Broken], ...] = ()


@dataclass(frozen=True, slots=True)
class Sprung:
    """One trap that fired: which, how bad, where, and on which words."""

    trap: str
    severity: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """One finding as an editor reads it: where, what is wrong, expected, found, and the article's passage."""

    where: str
    check: str
    expected: str
    found: str
    passage: str = ""
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """One output, scored; `footers` are (where, text), `inexact` quotations (where, text) of `quoted` in all."""

    facts: tuple[FactScore, ...]
    claims: tuple[ClaimScore, ...]
    lines: tuple[LineScore, ...]
    traps: tuple[Sprung, ...] = ()
    footers: tuple[tuple[str, str], ...] = ()
    inexact: tuple[tuple[str, str], ...] = ()
    quoted: int = 0
    invented: int = 0
    conflicts: tuple[str, ...] = ()
    noticed: tuple[Noticed, ...] = ()
