"""`wirebrief eval`: score digests against fixtures written by hand, compare, and guard a floor."""

from pathlib import Path

import click

FIXTURES = Path("evals/fixtures")


@click.group("eval")
def command() -> None:
    """Score digests against fixtures that people wrote, name every fault, and guard a floor."""


def fixture_flags(function):  # type: ignore[no-untyped-def]
    """Which fixtures."""
    for option in (
        click.option("--filter", "wanted", default="", metavar="TEXT", help="Only fixtures whose id contains TEXT."),
        click.option("--root", type=click.Path(path_type=Path), default=Path(), help="Where the seeds' paths start."),
        click.option("--fixtures", type=click.Path(path_type=Path), default=FIXTURES, show_default=True),
    ):
        function = option(function)
    return function


@command.command("lint")
@fixture_flags
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a fixture instead.")
def lint(fixtures: Path, root: Path, wanted: str, schema: bool) -> int:
    """Check that every fixture stands on its article and can fail."""
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
    click.echo(f"{len(cases)} fixtures, {len(problems)} problems", err=True)
    return 2 if problems else 0
