"""`wirebrief eval`: score digests against fixtures written by hand, compare runs, and guard a floor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..settings import ENGINES
from .output import write

if TYPE_CHECKING:
    from ..evals.baseline import Baseline
    from ..evals.gate import Judgement
    from ..evals.loading import Case
    from ..evals.results import RunResult
    from ..evals.stored import Row

F = TypeVar("F", bound=Callable[..., Any])

FIXTURES = Path("evals/fixtures")
RUNS = Path("evals/runs")
BASELINES = Path("evals/baselines")
FILE = click.Path(path_type=Path)

MOST_EQUIVALENT = 0.10
MOST_FALSE_ALARMS = 0.03
"""What mutation allows: a tenth of equivalent mutants, three findings on a hundred good paraphrases."""


@click.group("eval")
def command() -> None:
    """Score digests against fixtures that people wrote, name every fault, and guard a floor.

    \b
    Examples:
      wirebrief eval lint                          do the fixtures stand on their articles, and can they fail?
      wirebrief eval run --engine offline          digest every seed, score it
      wirebrief eval report evals/runs/offline --format html -o report.html
      wirebrief eval run --model small --model large    two models, compared with an honest answer
      wirebrief eval gate --engine offline         exit 0, or 1 with the reason

    \b
    Exit codes: 0 pass; 1 a gate failed (or a mutant survived); 2 not comparable, or a bad fixture;
    3 no case could be run.
    """


def fixture_flags(function: F) -> F:
    """Which fixtures."""
    for option in (
        click.option(
            "--filter", "wanted", default="", metavar="TEXT,...", help="Only cases whose id contains one of the texts."
        ),
        click.option("--root", type=FILE, default=Path(), help="Where the seeds' paths start  [default: here]"),
        click.option("--fixtures", type=FILE, default=FIXTURES, show_default=True),
    ):
        function = option(function)
    return function


def run_flags(function: F) -> F:
    """Which engine, how often, and where its rows are kept."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Ask again instead of reading the evals' cache."),
        click.option(
            "--at-once", type=click.IntRange(1, 64), default=4, show_default=True, help="Cases under way at once."
        ),
        click.option("--repeat", "repeats", type=click.IntRange(1, 100), default=1, show_default=True),
        click.option("--recordings", metavar="DIR", help="Recorded replies for --engine replay."),
        click.option("--prompts", metavar="DIR", help="A folder of prompts that overrides the shipped ones."),
        click.option("--base-url", metavar="URL", help="The endpoint's address."),
        click.option("--engine", type=click.Choice(ENGINES), default="offline", show_default=True),
        click.option("--runs", type=FILE, default=RUNS, show_default=True, help="Where runs are kept."),
    ):
        function = option(function)
    return function


@command.command("lint")
@fixture_flags
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a fixture instead.")
def lint(fixtures: Path, root: Path, wanted: str, schema: bool) -> int:
    """Check that every fixture stands on its article and can fail; each problem names its entry and the remedy."""
    from ..evals.checks import lint_case
    from ..evals.loading import load_all
    from ..evals.schema import fixture_schema

    if schema:
        click.echo(fixture_schema(), nl=False)
        return 0
    cases = load_all(fixtures, root, wanted)
    problems = [problem for case in cases for problem in lint_case(case)]
    for problem in problems:
        click.echo(problem.line())
    facts = sum(len(case.fixture.must_have) for case in cases)
    click.echo(f"{len(cases)} fixtures, {facts} facts, {len(problems)} problems", err=True)
    return 2 if problems else 0


@command.command("run")
@fixture_flags
@run_flags
@click.option("--model", "models", multiple=True, help="The model's name; twice or more compares them.")
@click.option("--run", "name", metavar="NAME", help="Name of the run  [default: the engine's and model's]")
@click.option("--resume", is_flag=True, help="Keep the rows this run already has.")
@click.option("--failing", is_flag=True, help="Only cases that failed or have findings in the run of this name.")
@click.option(
    "--articles", multiple=True, metavar="FILE", help="Articles without fixtures: the figures that need none."
)
@click.option("-v", "--verbose", is_flag=True, help="List every finding.")
def run(
    fixtures: Path,
    root: Path,
    wanted: str,
    models: tuple[str, ...],
    name: str | None,
    resume: bool,
    failing: bool,
    articles: tuple[str, ...],
    verbose: bool,
    **flags: Any,
) -> int:
    """Digest the seeds of the fixtures with an engine, keep the rows, and score them."""
    from ..evals.compare import compare
    from ..evals.report_text import compare_text, report_text
    from ..evals.view import view

    cases = () if articles else _cases(fixtures, root, wanted)
    scored = []
    for model in models or (None,):
        title = name if name and len(models) < 2 else "-".join(filter(None, [name, flags["engine"], model]))
        folder = flags["runs"] / title.replace("/", "_")
        chosen = _failing(folder, cases) if failing else cases
        result = _run(chosen, articles, folder, flags, model=model, resume=resume or failing)
        scored.append((folder.name, result))
        click.echo(report_text(view(result), findings=verbose))
    first_name, first = scored[0]
    for other_name, other in scored[1:]:
        click.echo(compare_text(compare(first, other), first_name, other_name))
    return 0


@command.command("score")
@fixture_flags
@click.argument("folder", type=FILE, metavar="RUN")
@click.option("--quiet", "-q", is_flag=True, help="Only the tables.")
def score(folder: Path, fixtures: Path, root: Path, wanted: str, quiet: bool) -> int:
    """Score the stored digests of a run again, without asking any engine."""
    from ..evals.report_text import report_text
    from ..evals.view import view

    click.echo(report_text(view(_scored(folder, fixtures, root, wanted)), findings=not quiet), nl=False)
    return 0


@command.command("compare")
@fixture_flags
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
def compare_runs(old: Path, new: Path, fixtures: Path, root: Path, wanted: str) -> int:
    """Compare two runs article by article: differences with 95 % intervals, corrected for the number of figures."""
    from ..evals.compare import compare
    from ..evals.report_text import compare_text

    before, after = _scored(old, fixtures, root, wanted), _scored(new, fixtures, root, wanted)
    click.echo(compare_text(compare(before, after), old.name, new.name), nl=False)
    return 0


@command.command("gate")
@fixture_flags
@run_flags
@click.option("--model", help="The model's name at the endpoint.")
@click.argument("folder", type=FILE, required=False, metavar="[RUN]")
@click.option("--baseline", type=FILE, help="The baseline  [default: evals/baselines/<engine>.json]")
@click.option("--junit", type=FILE, metavar="FILE", help="Write the judgement as JUnit XML too.")
def gate(
    fixtures: Path,
    root: Path,
    wanted: str,
    folder: Path | None,
    baseline: Path | None,
    junit: Path | None,
    model: str | None,
    **flags: Any,
) -> int:
    """Hold a run against its floors; without RUN the engine is run first. Every breach says why."""
    from ..evals.report_junit import report_junit
    from ..evals.view import view

    if folder is None:
        folder = flags["runs"] / f"gate-{flags['engine']}"
        result = _run(_cases(fixtures, root, wanted), (), folder, flags, model=model, resume=False)
    else:
        result = _scored(folder, fixtures, root, wanted)
    judgement, floor = _judged(result, baseline)
    for breach in judgement.breaches:
        click.echo(breach.line())
    for note in judgement.notes:
        click.echo(f"note: {note}", err=True)
    if junit is not None:
        write(report_junit(view(result, floor, judgement)), str(junit))
    state = f"shut: {len(judgement.breaches)} breaches" if judgement.breaches else "open"
    click.echo(f"gate {state} (engine {result.about.engine}, {len(result.cases)} cases)", err=True)
    return 1 if judgement.breaches else 0


@command.command("bless")
@fixture_flags
@click.argument("folder", type=FILE, metavar="RUN")
@click.option("--baseline", type=FILE, help="The baseline  [default: evals/baselines/<engine>.json]")
@click.option("--allow-regression", "reason", metavar="REASON", help="Lower a floor, and say why.")
def bless(folder: Path, fixtures: Path, root: Path, wanted: str, baseline: Path | None, reason: str | None) -> int:
    """Make a run the baseline: shows what changes, and never lowers a floor without a reason."""
    from ..evals.baseline import baseline_of, changes, load_baseline, write_baseline

    result = _scored(folder, fixtures, root, wanted)
    path = baseline or BASELINES / f"{result.about.engine}.json"
    old = load_baseline(path) if path.is_file() else None
    allowed = old.allowed if old is not None else ()
    new = baseline_of(result, allowed)
    shown, worse = changes(old, new) if old is not None else ([f"{len(new.cases)} cases, new baseline"], [])
    for line in shown:
        click.echo(line)
    if worse and not reason:
        message = f"{len(worse)} floors would sink; not written. Mend it, or give --allow-regression a reason"
        click.echo(f"error: {message}", err=True)
        return 1
    if worse and reason:
        new = baseline_of(result, (*allowed, f"{reason}: {'; '.join(worse)}"))
    write_baseline(path, new)
    click.echo(f"{path} written", err=True)
    return 0


@command.command("mutate")
@fixture_flags
@click.option(
    "--share", type=click.FloatRange(0, 1), default=1.0, show_default=True, help="Share of the mutants to score."
)
@click.option("-v", "--verbose", is_flag=True, help="List the equivalent mutants too.")
def mutate(fixtures: Path, root: Path, wanted: str, share: float, verbose: bool) -> int:
    """Break perfect outputs on purpose and ask whether the scorer notices; then paraphrase them, and it must not."""
    from ..evals.control import control
    from ..evals.mutate import run_mutants
    from ..evals.paraphrases import run_paraphrases
    from ..evals.report_mutation import mutation_report

    cases = _cases(fixtures, root, wanted)
    problems = [problem for case in cases for problem in control(case)]
    for problem in problems:
        click.echo(problem.line())
    if problems:
        click.echo("the control fails: mutants would prove nothing", err=True)
        return 2
    outcomes = [outcome for case in cases for outcome in run_mutants(case, share=share)]
    kept = [item for case in cases for item in run_paraphrases(case, share=share)]
    report = mutation_report(outcomes, kept, verbose=verbose)
    click.echo(report.text, nl=False)
    sound = not report.missed and report.equivalent <= MOST_EQUIVALENT and report.false_alarms <= MOST_FALSE_ALARMS
    return 0 if sound else 1


@command.command("report")
@fixture_flags
@click.argument("folder", type=FILE, metavar="RUN")
@click.option("--format", "form", type=click.Choice(("text", "md", "html", "junit", "table")), default="text")
@click.option("--baseline", type=FILE, help="The baseline  [default: evals/baselines/<engine>.json where it exists]")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def report(
    folder: Path, fixtures: Path, root: Path, wanted: str, form: str, baseline: Path | None, output: str | None
) -> int:
    """Report on a run beside its baseline: text, Markdown, one HTML page with plots, JUnit XML, or a README's table."""
    from ..evals.report_html import report_html
    from ..evals.report_junit import report_junit
    from ..evals.report_markdown import markdown_table, report_markdown
    from ..evals.report_text import report_text
    from ..evals.view import view

    result = _scored(folder, fixtures, root, wanted)
    path = baseline or BASELINES / f"{result.about.engine}.json"
    judgement, floor = _judged(result, path) if baseline or path.is_file() else (None, None)
    shown = view(result, floor, judgement)
    forms = {
        "text": report_text,
        "md": report_markdown,
        "html": report_html,
        "junit": report_junit,
        "table": markdown_table,
    }
    write(forms[form](shown), output)
    return 0


@command.command("export")
@fixture_flags
@click.argument("folder", type=FILE, metavar="RUN")
@click.option("--to", "target", type=click.Choice(("inspect",)), default="inspect", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def export(folder: Path, fixtures: Path, root: Path, wanted: str, target: str, output: str | None) -> int:
    """Write a run as a log of inspect_ai, for its viewer."""
    from ..evals.report_inspect import inspect_log

    write(inspect_log(_scored(folder, fixtures, root, wanted)), output)
    return 0


@command.command("new")
@click.argument("article", type=FILE)
@click.option("--root", type=FILE, default=Path(), help="Where the seed's path starts  [default: here]")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def new(article: Path, root: Path, output: str | None) -> int:
    """Draft a fixture for an article; lint refuses it until a person has confirmed every entry."""
    from ..errors import SourceError
    from ..evals.skeleton import skeleton

    try:
        drafted = skeleton(article, root)
    except (OSError, UnicodeDecodeError) as err:
        raise SourceError(
            f"{str(article)!r} cannot be read ({err.__class__.__name__}); give a text or HTML file"
        ) from err
    write(drafted, output)
    return 0


def _cases(fixtures: Path, root: Path, wanted: str) -> tuple[Case, ...]:
    from ..evals.loading import load_all

    return load_all(fixtures, root, wanted)


def _scored(folder: Path, fixtures: Path, root: Path, wanted: str) -> RunResult:
    from ..evals.loading import load_all
    from ..evals.results import score_run
    from ..evals.stored import read_run

    return score_run(read_run(folder, wanted), load_all(fixtures, root))


def _run(
    cases: Sequence[Case],
    articles: Sequence[str],
    folder: Path,
    flags: dict[str, Any],
    *,
    model: str | None,
    resume: bool,
) -> RunResult:
    from ..evals.results import score_run
    from ..evals.run import Job, Plan
    from ..evals.run import run as run_jobs
    from ..evals.stored import About, Stored, read_about

    jobs = [Job(case.id, case.seed, case.fixture.article.published) for case in cases] + [
        Job(Path(a).stem, Path(a)) for a in articles
    ]
    settings = {"engine": flags["engine"], "model": model}
    settings |= {name: flags[name] for name in ("base_url", "prompts", "recordings")}
    plan = Plan(
        folder=folder,
        settings={name: value for name, value in settings.items() if value is not None},
        repeats=flags["repeats"],
        at_once=flags["at_once"],
        resume=resume,
        cache=None if flags["no_cache"] else flags["runs"] / ".cache",
    )
    rows = run_jobs(jobs, plan, _progress)
    about: About = read_about(folder)
    return score_run(Stored(folder, about, rows), cases)


def _progress(done: int, total: int, row: Row) -> None:
    state = "" if row.failure is None else f" failed: {row.failure['message']}"
    click.echo(f"{done}/{total} {row.case}{state}", err=True)


def _failing(folder: Path, cases: Sequence[Case]) -> tuple[Case, ...]:
    from ..evals.results import score_run
    from ..evals.stored import read_run, row_file

    last = score_run(read_run(folder), cases)
    bad = {
        case.id
        for case in last.cases
        if case.failures or any(result.scored is not None and result.scored.noticed for result in case.results)
    }
    for id_ in bad:
        for repeat in range(1, last.about.repeats + 1):
            row_file(folder, id_, repeat).unlink(missing_ok=True)
    return tuple(case for case in cases if case.id in bad)


def _judged(result: RunResult, baseline: Path | None) -> tuple[Judgement, Baseline]:
    from ..evals.baseline import load_baseline
    from ..evals.gate import judge

    floor = load_baseline(baseline or BASELINES / f"{result.about.engine}.json")
    return judge(result, floor), floor
