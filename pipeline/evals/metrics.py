"""The figures of one scored output, and of a run: means with their n, failed cases counted as 0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final, Literal

from .fixtures import Fixture
from .notes import FITS
from .output import Output
from .readers.clauses import sentences
from .readers.quotations import quotations
from .readers.words import words
from .verdicts import FactScore, Scored

Figures = Mapping[str, float | None]
"""Figure by name; None where the fixture or the output has nothing to measure."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure: its name, which way is better, what it means; `quality` figures are 0 for a failed case."""

    name: str
    better: Literal["up", "down", "none"]
    about: str
    quality: bool = True
    compared: bool = False


METRICS: Final = (
    Metric("recall", "up", "weight of the facts that a claim says with nothing wrong", compared=True),
    Metric("recall_lenient", "up", "weight of the facts that a claim says at all"),
    Metric(
        "precision", "up", "share of claims with nothing wrong: right, incomplete, or extra and clean", compared=True
    ),
    Metric("f1", "up", "harmonic mean of recall and precision", compared=True),
    Metric("grounding", "up", "share of claims whose evidence is the article's, and news", compared=True),
    Metric("evidence_fit", "up", "share of found facts whose evidence is the right passage", compared=True),
    Metric("attribution", "up", "share of found facts with the right speaker and carrier", compared=True),
    Metric("hedges", "up", "share of found hedged facts that keep their hedge", compared=True),
    Metric("polarity", "up", "share of found facts neither negated nor widened", compared=True),
    Metric("figures", "up", "share of found facts with figures that have value, bound and unit right", compared=True),
    Metric("dates", "up", "share of found dated facts with the right date", compared=True),
    Metric("quotes", "up", "share of quotations that are verbatim", compared=True),
    Metric("coverage", "up", "share of the facts the summary must cover that it says rightly", compared=True),
    Metric("lead", "up", "whether headline or brief says one of the leading facts"),
    Metric("length", "up", "whether the summary's length in words is as wanted"),
    Metric("conflicts", "up", "share of the conflicts that stand side by side", compared=True),
    Metric("contradictions", "down", "share of claims and summary sentences that say something wrong", quality=False),
    Metric("over_hedging", "down", "share of found plain facts that got a hedge", quality=False),
    Metric("traps_fatal", "down", "fatal traps sprung", quality=False),
    Metric("traps", "down", "traps sprung", quality=False),
    Metric("boilerplate", "down", "claims and sentences with boilerplate", quality=False),
    Metric("redundancy", "down", "share of claims that say a fact again", quality=False),
    Metric("claims", "none", "number of claims", quality=False),
    Metric("compression", "none", "words of the summary over words of the article", quality=False),
    Metric("copy_rate", "none", "share of the summary's five-word runs that the article has", quality=False),
    Metric("sentence_words", "none", "words of a summary sentence", quality=False),
    Metric("uncovered", "none", "sentences of the article that no claim touches", quality=False),
    Metric("findings", "none", "findings the digest itself reports", quality=False),
    Metric("calls", "none", "calls to the engine", quality=False),
    Metric("tokens", "none", "tokens in and out", quality=False),
    Metric("cost", "none", "cost in dollars", quality=False),
    Metric("seconds", "none", "seconds when first made", quality=False),
)
"""Every figure, in the order of a report."""

COMPARED: Final = tuple(metric.name for metric in METRICS if metric.compared)
UNTIMED: Final = tuple(metric.name for metric in METRICS if metric.name != "seconds")
"""What a baseline may hold: everything that is the same in every run."""

CONTRARY: Final = frozenset(
    {"speaker", "via", "figure", "bound", "unit", "hedge", "polarity", "date", "quote", "scope"}
)
"""Slots whose breach says something the article does not."""


def figures_of(scored: Scored, output: Output, fixture: Fixture) -> dict[str, float | None]:
    """Every figure of one output."""
    total = sum(fact.weight for fact in scored.facts)
    right = sum(fact.weight for fact in scored.facts if fact.status == "right")
    found = sum(fact.weight for fact in scored.facts if fact.status != "missing")
    recall = right / total if total else 0.0
    good = sum(claim.verdict.split(":")[0] in ("right", "partial", "extra", "split") for claim in scored.claims)
    precision = good / len(scored.claims) if scored.claims else 0.0
    return {
        "recall": recall,
        "recall_lenient": found / total if total else 0.0,
        "precision": precision,
        "f1": 2 * recall * precision / (recall + precision) if recall + precision else 0.0,
        "grounding": _mean([claim.grounded for claim in scored.claims]) or 0.0,
        **_slot_figures(scored, fixture),
        "quotes": 1 - len(scored.inexact) / scored.quoted if scored.quoted else None,
        **_summary_figures(scored, output, fixture),
        "conflicts": len(scored.conflicts) / len(fixture.conflicts) if fixture.conflicts else None,
        "contradictions": _contradictions(scored),
        "traps_fatal": float(sum(trap.severity == "fatal" for trap in scored.traps)),
        "traps": float(len(scored.traps)),
        "boilerplate": float(len(scored.footers)),
        "redundancy": _mean([claim.verdict == "duplicate" for claim in scored.claims]),
        **free_figures(output),
    }


def _slot_figures(scored: Scored, fixture: Fixture) -> dict[str, float | None]:
    """Accuracy by slot over the facts that were found; 0 where a fixture has such facts and none was found."""
    facts = fixture.must_have
    found = [fact for fact in scored.facts if fact.claim is not None]

    def share(
        slots: frozenset[str], wanted: list[FactScore], of: int, extra: int = 0, *, over: bool = False
    ) -> float | None:
        if not of:
            return None
        bad = [any(b.slot in slots and b.over == over and not b.omitted for b in fact.broken) for fact in wanted]
        good = sum(bad) if over else len(bad) - sum(bad)
        return good / (len(bad) + extra) if bad else 0.0

    hedged = [fact for fact in found if facts[fact.id].hedges]
    plain = [fact for fact in found if not facts[fact.id].hedges]
    counted = [fact for fact in found if facts[fact.id].figures]
    dated = [fact for fact in found if facts[fact.id].dates]
    fits = [fact.evidence >= FITS for fact in found]
    missed = sum(any(b.slot == "figure" and not b.omitted for b in fact.broken) for fact in counted)
    return {
        "evidence_fit": _mean(fits) or 0.0,
        "attribution": share(frozenset({"speaker", "via"}), found, len(facts)),
        "hedges": share(frozenset({"hedge", "certainty"}), hedged, sum(bool(f.hedges) for f in facts.values())),
        "polarity": share(frozenset({"polarity", "scope"}), found, len(facts)),
        "figures": share(
            frozenset({"figure", "bound", "unit"}),
            counted,
            sum(bool(f.figures) for f in facts.values()),
            max(0, scored.invented - missed),
        ),
        "dates": share(frozenset({"date"}), dated, sum(bool(f.dates) for f in facts.values())),
        "over_hedging": share(frozenset({"hedge", "certainty"}), plain, len(plain), over=True),
    }


def _summary_figures(scored: Scored, output: Output, fixture: Fixture) -> dict[str, float | None]:
    wanted = fixture.summary
    right = {fact.id for fact in scored.facts if fact.covered_right}
    first = {id_ for line in scored.lines if line.place in ("headline", "brief") for id_ in line.facts}
    low, high = map(int, wanted.words.split("-"))
    size = sum(len(words(line.text)) for line in output.lines)
    return {
        "coverage": _mean([id_ in right for id_ in wanted.must_cover]),
        "lead": float(bool(first & set(wanted.lead_any))) if wanted.lead_any else None,
        "length": float(low <= size <= high),
    }


def _contradictions(scored: Scored) -> float | None:
    said = [
        claim.verdict.startswith("trap:") or any(b.slot in CONTRARY and not b.omitted for b in claim.broken)
        for claim in scored.claims
    ]
    printed = [
        line.verdict.startswith("trap:") or any(b.slot in CONTRARY for _, b in line.broken) for line in scored.lines
    ]
    return _mean([*said, *printed])


def free_figures(output: Output) -> dict[str, float | None]:
    """The figures that need no fixture."""
    printed = " ".join(line.text for line in output.lines)
    size, whole = len(words(printed)), len(words(output.text))
    counts = [len(words(sentence)) for line in output.lines for sentence in sentences(line.text)]
    spent = output.spent
    return {
        "claims": float(len(output.claims)),
        "compression": size / whole if whole and size else None,
        "copy_rate": _copied(output),
        "sentence_words": fmean(counts) if counts else None,
        "uncovered": float(output.uncovered),
        "findings": float(output.findings),
        "calls": float(spent.calls),
        "tokens": float(spent.input_tokens + spent.output_tokens),
        "cost": spent.cost,
        "seconds": spent.seconds,
    }


def unscored_figures(output: Output) -> dict[str, float | None]:
    """All that can be said of an article without a fixture: grounding, quotations, and the free figures."""
    grounded = [all(output.text[p.start : p.end] == p.quote for p in claim.evidence) for claim in output.claims]
    found: dict[str, float | None] = dict.fromkeys(metric.name for metric in METRICS)
    return found | {"grounding": _mean(grounded) or 0.0} | free_figures(output)


def failed_figures() -> dict[str, float | None]:
    """The figures of a case that failed: 0 in every quality, so that it is counted and not forgotten."""
    return {metric.name: 0.0 if metric.quality else None for metric in METRICS}


def means(cases: Sequence[Figures]) -> dict[str, tuple[float, int]]:
    """Mean and n of every figure over the cases that have it."""
    found: dict[str, tuple[float, int]] = {}
    for metric in METRICS:
        values = [value for case in cases if (value := case.get(metric.name)) is not None]
        if values:
            found[metric.name] = (fmean(values), len(values))
    return found


def _copied(output: Output) -> float | None:
    """Five-word runs of the summary outside quotations that the article has, over all of them."""
    article = [word.lower for word in words(output.text)]
    known = {tuple(article[i : i + 5]) for i in range(len(article) - 4)}
    runs = []
    for line in output.lines:
        quoted = quotations(line.text)
        said = [w.lower for w in words(line.text) if not any(q.start <= w.start < q.end for q in quoted)]
        runs += [tuple(said[i : i + 5]) in known for i in range(len(said) - 4)]
    return _mean(runs)


def _mean(flags: Sequence[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None
