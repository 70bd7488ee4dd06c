"""A run, scored: every row against its fixture, and the figures over repeats and cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from .. import UsageError
from .loading import Case
from .metrics import METRICS, Figures, failed_figures, figures_of, means, unscored_figures
from .output import Output, output_of
from .score import score
from .stored import About, Row, Stored
from .table import Table
from .verdicts import Scored


@dataclass(frozen=True, slots=True)
class Result:
    """One row, scored; a failed one has its reason and the figures of a failure."""

    row: Row
    figures: Figures
    output: Output | None = None
    scored: Scored | None = None


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: its fixture (None for an article without one) and the result of every repeat."""

    id: str
    case: Case | None
    results: tuple[Result, ...]

    @property
    def figures(self) -> dict[str, float | None]:
        """The mean of every figure over the repeats."""
        found: dict[str, float | None] = {}
        for metric in METRICS:
            values = [v for r in self.results if (v := r.figures.get(metric.name)) is not None]
            found[metric.name] = fmean(values) if values else None
        return found

    @property
    def failures(self) -> tuple[str, ...]:
        """Why repeats failed, one line each."""
        return tuple(r.row.failure["message"] for r in self.results if r.row.failure is not None)

    @property
    def facts(self) -> dict[str, float]:
        """Share of the repeats in which each fact was right; a failed repeat has none right."""
        if self.case is None:
            return {}
        right = dict.fromkeys(self.case.fixture.must_have, 0)
        for result in self.results:
            for fact in result.scored.facts if result.scored else ():
                right[fact.id] += fact.status == "right"
        return {id_: count / len(self.results) for id_, count in right.items()}


@dataclass(frozen=True, slots=True)
class RunResult:
    """A whole run, scored."""

    about: About
    cases: tuple[CaseResult, ...]

    @property
    def means(self) -> dict[str, tuple[float, int]]:
        """Mean and n of every figure over the cases; a failed case counts 0 in every quality."""
        return means([case.figures for case in self.cases])

    @property
    def failed(self) -> tuple[str, ...]:
        """The cases with a failed repeat."""
        return tuple(case.id for case in self.cases if case.failures)


def score_run(stored: Stored, cases: Sequence[Case]) -> RunResult:
    """Score the rows of a run against their fixtures; a row without fixture gets the figures that need none.

    Raises `UsageError` where a seed has changed since the run, or the run holds nothing to score.
    """
    known = {case.id: case for case in cases}
    rows: dict[str, list[Row]] = {}
    for row in stored.rows:
        rows.setdefault(row.case, []).append(row)
    if not rows:
        raise UsageError(f"{stored.folder} holds no row to score; run the evals, or give another --filter")
    found = [_case(id_, of, known.get(id_)) for id_, of in sorted(rows.items())]
    return RunResult(stored.about, tuple(found))


def _case(id_: str, rows: Sequence[Row], case: Case | None) -> CaseResult:
    tables: dict[str, Table] = {}
    results = []
    for row in sorted(rows, key=lambda r: r.repeat):
        if case is not None and row.seed_sha256 != case.fixture.article.sha256:
            raise UsageError(f"case {id_!r}: the run was made from another version of {case.seed}; run it again")
        results.append(_result(row, case, tables))
    return CaseResult(id_, case, tuple(results))


def _result(row: Row, case: Case | None, tables: dict[str, Table]) -> Result:
    if row.digest is None:
        return Result(row, failed_figures())
    output = output_of(row.digest)
    if case is None:
        return Result(row, unscored_figures(output), output)
    if output.text not in tables:
        tables[output.text] = Table.of(case.fixture, output.text)
    scored = score(output, case.fixture, tables[output.text])
    return Result(row, figures_of(scored, output, case.fixture), output, scored)


def gained_and_lost(old: Mapping[str, float], new: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """The facts that are right more often now, and less often."""
    both = sorted(old.keys() & new.keys())
    return [f for f in both if new[f] > old[f]], [f for f in both if new[f] < old[f]]
