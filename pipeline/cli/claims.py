"""`wirebrief claims SOURCE...`: the claims alone, filtered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from .digesting import Tally, done_of, report_failure, settings_of, work_of
from .flags import engine_flags, output_flags
from .output import on_terminal, width, write
from .summarize import not_good

if TYPE_CHECKING:
    from ..records import Claim

CERTAINTIES = ("certain", "probable", "possible", "uncommitted")


@click.command("claims")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path())
@click.option("--speaker", metavar="WORDS", help="Only claims whose source or role has these words.")
@click.option("--certainty", type=click.Choice(CERTAINTIES), multiple=True, help="Only these; may be repeated.")
@click.option("--has-number", is_flag=True, help="Only claims with a figure.")
@engine_flags
@output_flags(("text", "json", "jsonl", "md", "csv"))
def command(
    sources: tuple[str, ...],
    speaker: str | None,
    certainty: tuple[str, ...],
    has_number: bool,
    form: str,
    output: str | None,
    **flags: Any,
) -> int:
    """List claims with speaker, certainty, figures and evidence; numbers are those of the digest.

    \b
    Examples:
      wirebrief claims --speaker minister story.txt
      wirebrief claims --certainty possible --certainty uncommitted story.txt
      wirebrief claims --has-number --format csv story.txt > figures.csv
    """
    from ..render import claims_table
    from ..render.view import view

    settings = settings_of(flags)
    keep = wanted(speaker, certainty, has_number)
    tally, items, shown = Tally(), [], 0
    with work_of(settings) as work:
        for done in done_of(sources, work, flags["published"]):
            tally.add(done)
            if done.failure is not None:
                report_failure(done.failure)
            item = done.failure or view(done.digest or "")
            shown += sum(map(keep, getattr(item, "claims", ())))
            items.append(item)
    write(claims_table(items, form, keep=keep, color=on_terminal(output), width=width()), output)
    if not flags["quiet"]:
        click.echo(f"{shown} claims shown; {tally.line(work.engine.engine)}", err=True)
    bad = not shown or any(map(not_good, items))
    return 1 if tally.failures or (flags["strict"] and bad) else 0


def wanted(speaker: str | None, certainty: tuple[str, ...], has_number: bool) -> "Callable[[Claim], bool]":
    """A test for claims: all of what was asked for."""
    words = (speaker or "").lower().split()

    def keep(claim: "Claim") -> bool:
        named = f"{claim.attribution.source or 'narrator'} {claim.attribution.role or ''}".lower()
        if not all(word in named for word in words):
            return False
        if certainty and claim.modality.certainty not in certainty:
            return False
        return bool(claim.quantities) or not has_number

    return keep
