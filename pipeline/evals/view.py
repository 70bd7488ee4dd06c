"""What every report shows, in one shape: the figures beside the baseline, the cases, the slices, the findings."""

from collections import Counter
from dataclasses import dataclass

from .baseline import Baseline
from .gate import Judgement
from .metrics import METRICS, UNTIMED, Metric
from .results import CaseResult, RunResult
from .slices import Slice, slices
from .verdicts import Noticed

HEADLINES = ("recall", "precision", "f1", "attribution", "hedges", "figures", "quotes", "coverage", "conflicts")
"""The figures of a case's row."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure over the run, beside the baseline where there is one."""

    metric: Metric
    mean: float
    n: int
    baseline: float | None

    @property
    def change(self) -> float | None:
        """Now minus baseline."""
        return None if self.baseline is None else self.mean - self.baseline


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding with the words it is about."""

    noticed: Noticed
    said: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case: its figures, why it failed, its verdicts, its findings and its confusions of speakers."""

    case: CaseResult
    figures: dict[str, float | None]
    failures: tuple[str, ...]
    verdicts: tuple[tuple[str, int], ...]
    findings: tuple[Shown, ...]
    baseline: dict[str, float | None] | None


@dataclass(frozen=True, slots=True)
class View:
    """A whole report."""

    run: RunResult
    figures: tuple[FigureRow, ...]
    cases: tuple[CaseRow, ...]
    slices: tuple[Slice, ...]
    confusions: tuple[tuple[str, str, int], ...]
    judgement: Judgement | None
    baseline: Baseline | None

    @property
    def title(self) -> str:
        """Engine and model."""
        about = self.run.about
        return about.engine + (f" · {about.model}" if about.model else "")


def view(run: RunResult, baseline: Baseline | None = None, judgement: Judgement | None = None) -> View:
    """The report's content; the first repeat's findings stand for a case."""
    means = run.means
    rows = tuple(
        FigureRow(metric, *means[metric.name], _pinned(baseline, metric.name))
        for metric in METRICS
        if metric.name in means
    )
    cases = tuple(_case(case, baseline) for case in run.cases)
    confused = Counter(
        (shown.noticed.expected, shown.noticed.found)
        for case in cases
        for shown in case.findings
        if shown.noticed.check == "speaker"
    )
    pairs = tuple(
        (expected, found, n) for (expected, found), n in sorted(confused.items(), key=lambda i: (-i[1], i[0]))
    )
    return View(run, rows, cases, slices(run.cases), pairs, judgement, baseline)


def _pinned(baseline: Baseline | None, name: str) -> float | None:
    if baseline is None or name not in baseline.figures or name not in UNTIMED:
        return None
    return baseline.figures[name][0]


def _case(case: CaseResult, baseline: Baseline | None) -> CaseRow:
    first = next((result for result in case.results if result.scored is not None), None)
    verdicts: Counter[str] = Counter()
    findings: list[Shown] = []
    if first is not None and first.scored is not None and first.output is not None:
        verdicts.update(claim.verdict.split(":")[0] for claim in first.scored.claims)
        said = {c.id: c.text for c in first.output.claims} | {line.place: line.text for line in first.output.lines}
        findings = [Shown(noticed, said.get(noticed.where, "")) for noticed in first.scored.noticed]
    pinned = baseline.cases.get(case.id) if baseline is not None else None
    return CaseRow(
        case,
        case.figures,
        case.failures,
        tuple(sorted(verdicts.items(), key=lambda item: (-item[1], item[0]))),
        tuple(findings),
        None if pinned is None else pinned.figures,
    )
