"""`wirebrief SOURCE...`: digests on standard output."""

import webbrowser
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import click

from .digesting import Tally, done_of, report_failure, settings_of, work_of
from .flags import engine_flags, output_flags
from .output import on_terminal, width, write


@click.command("summarize")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path())
@engine_flags
@output_flags()
@click.option("--open", "show", is_flag=True, help="Open the page in a browser (with --format html).")
def command(sources: tuple[str, ...], form: str, output: str | None, show: bool, **flags: Any) -> int:
    """Digest articles: a summary whose lines cite claims, and claims with their evidence.

    \b
    Examples:
      wirebrief summarize story.html
      wirebrief summarize --format html -o story-page.html story.html
      wirebrief summarize --format jsonl 'news/**/*.txt' > digests.jsonl
    """
    if show and form != "html":
        raise click.UsageError("--open shows a page; add --format html")
    from ..render import render
    from ..render.view import view

    settings = settings_of(flags)
    tally, bad, items = Tally(), False, []
    with work_of(settings) as work:
        for done in done_of(sources, work, flags["published"]):
            tally.add(done)
            item = done.failure or view(done.digest or "")
            bad = bad or not_good(item)
            if done.failure is not None:
                report_failure(done.failure)
            if form == "jsonl" and output is None:
                click.echo(render([item], "jsonl"), nl=False)
            else:
                items.append(item)
    if form != "jsonl" or output is not None:
        if show and output is None:
            output = str(Path(mkdtemp(prefix="wirebrief-")) / "digest.html")
        write(render(items, form, color=on_terminal(output), width=width()), output)
    if show and output is not None:
        webbrowser.open(Path(output).absolute().as_uri())
    if not flags["quiet"]:
        click.echo(tally.line(work.engine.engine), err=True)
    return 1 if tally.failures or (flags["strict"] and bad) else 0


def not_good(item: Any) -> bool:
    """What `--strict` does not let pass: a failure, no claim at all, a failed question, an error finding."""
    if not hasattr(item, "claims") or not item.claims:
        return True
    failed = any(d.draft is None and d.cause != "abstained" for d in item.dropped)
    return failed or any(f.severity == "error" for f in item.findings)
