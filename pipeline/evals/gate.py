"""The gate: absolute floors (A), a ratchet for deterministic engines (B), paired tests for the others (C, D)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from .. import UsageError
from .baseline import Baseline, baseline_of, ratcheted
from .compare import LEVEL, MARGIN, bootstrap_means, holm, one_sided_loss
from .metrics import COMPARED
from .results import Result, RunResult

DETERMINISTIC: Final = frozenset({"offline", "replay"})
ABSOLUTE: Final = (("traps_fatal", 0.0), ("grounding", 1.0), ("quotes", 1.0), ("boilerplate", 0.0))
"""Gate A: per case, for every engine."""

OFTEN: Final = 0.8
RARELY: Final = 0.2
"""Gate D: right in at least four of five baseline repeats, in at most one of five now."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One reason why the gate is shut: which gate, absolute or regression, where, and what."""

    gate: Literal["A", "B", "C", "D"]
    kind: Literal["absolute", "regression"]
    where: str
    what: str

    def line(self) -> str:
        """The breach as printed."""
        return f"gate {self.gate} ({self.kind}) {self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate says: the breaches, and notes that break nothing."""

    breaches: tuple[Breach, ...]
    notes: tuple[str, ...] = ()


def judge(run: RunResult, baseline: Baseline) -> Judgement:
    """Hold a run against its floors; raises `UsageError` where the two cannot be compared."""
    _comparable(run, baseline)
    breaches = list(absolute(run))
    new = sorted(c.id for c in run.cases if c.case is not None and c.id not in baseline.cases)
    notes = [f"{id_}: not in the baseline yet; bless it" for id_ in new]
    if run.about.engine in DETERMINISTIC:
        breaches += _ratchet(run, baseline)
    else:
        breaches += [*_paired(run, baseline), *_items(run, baseline)]
    return Judgement(tuple(breaches), tuple(notes))


def absolute(run: RunResult) -> Iterator[Breach]:
    """Gate A: what no engine may do on any case; a failed case fails here, with its reason."""
    for case in run.cases:
        for result in case.results:
            where = f"{case.id}" + (f" (repeat {result.row.repeat})" if len(case.results) > 1 else "")
            if result.row.failure is not None:
                yield Breach("A", "absolute", where, f"failed: {result.row.failure['message']}")
                continue
            for name, floor in ABSOLUTE:
                value = result.figures.get(name)
                if value is not None and value != floor:
                    yield Breach(
                        "A", "absolute", where, f"{name} is {value:.3g}, must be {floor:g}; {_reason(result, name)}"
                    )


def _reason(result: Result, name: str) -> str:
    scored = result.scored
    if scored is None:
        return "see the digest"
    if name == "traps_fatal":
        return "; ".join(f"{t.trap} at {t.where}: {t.text!r}" for t in scored.traps if t.severity == "fatal")
    if name == "grounding":
        return "; ".join(f"{c.id} {c.text!r}" for c in scored.claims if not c.grounded)
    if name == "quotes":
        return "; ".join(f"{where}: {text!r}" for where, text in scored.inexact)
    return "; ".join(f"{where}: {text!r}" for where, text in scored.footers)


def _comparable(run: RunResult, baseline: Baseline) -> None:
    about = run.about
    if about.engine != baseline.engine:
        raise UsageError(
            f"the run is of engine {about.engine!r}, the baseline of {baseline.engine!r}; give its own --baseline"
        )
    if about.model != baseline.model:
        raise UsageError(f"the run is of model {about.model!r}, the baseline of {baseline.model!r}; use `eval compare`")
    for case in run.cases:
        pinned = baseline.cases.get(case.id)
        if pinned is not None and case.case is not None and pinned.fixture != case.case.fixture_hash:
            raise UsageError(
                f"fixture {case.id!r} has changed since the baseline; look at `eval score`, then `eval bless`"
            )


def _ratchet(run: RunResult, baseline: Baseline) -> Iterator[Breach]:
    """Gate B: a fact that was right has to stay right; evidence, coverage and traps may not get worse."""
    now = baseline_of(run).cases
    for case in run.cases:
        before, after = baseline.cases.get(case.id), now.get(case.id)
        if before is None or after is None:
            continue
        why = {f.id: f"{f.status}: {f.why}" for r in case.results if r.scored for f in r.scored.facts}
        for id_, share in before.facts.items():
            if after.facts.get(id_, 0.0) < share:
                yield Breach("B", "regression", f"{case.id} {id_}", f"was right, is now {why.get(id_, 'not scored')}")
        for line in ratcheted(before, after):
            yield Breach("B", "regression", case.id, line)


def _paired(run: RunResult, baseline: Baseline) -> Iterator[Breach]:
    """Gate C: the mean loss over articles is beyond the margin: one-sided bootstrap test, Holm's correction."""
    tested = []
    for name in COMPARED:
        d = []
        for case in run.cases:
            old = baseline.cases[case.id].figures.get(name) if case.id in baseline.cases else None
            new = case.figures.get(name)
            if old is not None and new is not None:
                d.append(new - old)
        if len(d) > 1:
            tested.append((name, d, one_sided_loss(bootstrap_means(d))))
    for (name, d, _), p in zip(tested, holm([p for _, _, p in tested]), strict=True):
        if p <= LEVEL:
            mean = sum(d) / len(d)
            yield Breach(
                "C",
                "regression",
                f"{len(d)} articles",
                f"{name} lost {-mean:.3f} on average, beyond {MARGIN:g} (p {p:.3g})",
            )


def _items(run: RunResult, baseline: Baseline) -> Iterator[Breach]:
    """Gate D: a heavy fact that was nearly always right and is nearly always wrong now fails alone."""
    for case in run.cases:
        before = baseline.cases.get(case.id)
        if before is None or case.case is None:
            continue
        facts = case.facts
        for id_, fact in case.case.fixture.must_have.items():
            was, now = before.facts.get(id_), facts.get(id_, 0.0)
            if fact.weight == 3 and was is not None and was >= OFTEN and now <= RARELY:
                yield Breach(
                    "D",
                    "regression",
                    f"{case.id} {id_}",
                    f"right in {was:.0%} of repeats, now in {now:.0%}: {fact.fact}",
                )
