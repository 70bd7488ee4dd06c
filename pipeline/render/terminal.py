"""Digests for a terminal: the plain form's words with colour, and a table where there is room for one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from . import wording
from .plain import LONGEST_DOUBT, about, facts, fit, row, title, wrap
from .view import each
from .visible import inline, shorten

if TYPE_CHECKING:
    from ..records import Claim, Digest, Failure, Line, Modality

_TABLE_WIDTH = 100  # columns; below, four narrow cells are harder to read than lines
_WIDEST = 140
_SPEAKER, _SURE, _FIGURES = 23, 11, 23
_SURE_STYLES = {"certain": "green", "probable": "cyan", "possible": "yellow", "uncommitted": "magenta"}
_SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


def digests(items: Sequence[Digest | Failure], *, width: int = 100) -> str:
    """Every digest and failure with ANSI colours, a rule between two."""
    return _printed(items, lambda digest: Group(*_digest(digest, _room(width))), _room(width))


def claims(items: Sequence[Digest | Failure], keep: Callable[[Claim], bool] | None, *, width: int = 100) -> str:
    """The claims that are kept, under the headline of their article, with ANSI colours."""
    room = _room(width)
    return _printed(items, lambda digest: Group(_title(digest), Text(), *_claims(digest, keep, room)), room)


def _room(width: int) -> int:
    return min(width, _WIDEST) if width >= _TABLE_WIDTH else fit(width)


def _printed(items: Sequence[Digest | Failure], digest: Callable[[Digest], RenderableType], width: int) -> str:
    def shown(part: RenderableType) -> str:
        # an empty environment: what the terminal is like is the caller's to say
        console = Console(
            file=io.StringIO(),
            force_terminal=True,
            color_system="standard",
            width=width,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )
        with console.capture() as captured:
            console.print(part)
        return captured.get()

    parts = each(items, lambda one: shown(digest(one)), lambda one: shown(_failure(one)))
    return f"\n{shown(Rule(style='dim'))}\n".join(parts)


def _digest(digest: Digest, width: int) -> Iterator[RenderableType]:
    yield from _head(digest)
    yield from _claims(digest, None, width)
    yield from _conflicts(digest)
    yield from _findings(digest)
    yield from _dropped(digest, width)
    yield Text()
    yield Text(f"coverage: {wording.coverage(digest)}", "dim")
    yield Text("\n".join(row(wording.origin(digest.provenance), width)), "dim")


def _title(digest: Digest) -> Text:
    return Text(title(digest), "bold")


def _head(digest: Digest) -> Iterator[RenderableType]:
    yield _title(digest)
    yield from (Text(line, "dim") for line in about(digest))
    yield Text()
    summary = digest.summary
    if summary is None:
        yield Text("No summary: no line stood its checks.\n", "yellow")
        return
    numbered = wording.numbers(digest)
    if (brief := wording.brief(digest)) is not None:
        yield from (_cited(brief, numbered), Text())
    grid = _grid()
    for index, line in enumerate(summary.lines, start=1):
        grid.add_row(Text(f"{index}.", "bold cyan"), _cited(line, numbered))
    if summary.lines:
        yield from (grid, Text())


def _cited(line: Line, numbered: dict[str, int]) -> Text:
    return Text.assemble(inline(line.text), " ", (wording.citations(line, numbered), "cyan"))


def _grid() -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", width=3, no_wrap=True)
    grid.add_column(ratio=1)
    return grid


def _heading(name: str, after: str = "") -> Text:
    return Text.assemble((name, "bold"), (f"  {after}" if after else "", "dim"))


def _claims(digest: Digest, keep: Callable[[Claim], bool] | None, width: int) -> Iterator[RenderableType]:
    if not digest.claims:
        yield _heading("Claims", "no claim stood its checks")
        return
    shown = [(n, claim) for n, claim in enumerate(digest.claims, start=1) if keep is None or keep(claim)]
    many = f"{len(shown)}" if len(shown) == len(digest.claims) else f"{len(shown)} of {len(digest.claims)}"
    yield _heading(f"Claims ({many})", wording.legend(quantity for _, claim in shown for quantity in claim.quantities))
    if shown:
        yield _table(shown, width) if width >= _TABLE_WIDTH else _blocks(shown, width)


def _table(shown: Sequence[tuple[int, Claim]], width: int) -> Table:
    across = width - 3 - _SPEAKER - _SURE - _FIGURES - 7  # the number, the cells beside, and the gaps
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim", border_style="dim")
    table.add_column("#", justify="right", width=3)
    table.add_column("claim and evidence", width=across)
    table.add_column("said by", width=_SPEAKER)
    table.add_column("certainty", width=_SURE)
    table.add_column("figures, dates, place", width=_FIGURES)
    for number, claim in shown:
        if table.row_count:
            table.add_row()
        by = claim.attribution
        who = Text(wording.speaker_name(by), "dim" if by.kind == "narrator" else "")
        behind = "\n".join(wording.about_speaker(by))
        amounts = [wording.figure(quantity) for quantity in claim.quantities]
        below = [*map(wording.when, claim.dates), wording.place(claim.evidence)]
        if claim.outcome == "repaired":
            below.append("repaired")
        table.add_row(
            Text(str(number), "bold cyan"),
            Group(Text(inline(claim.text)), _evidence(claim, across)),
            Group(who, Text(behind, "dim")) if behind else who,
            Text(wording.certainty(claim.modality), _style(claim.modality)),
            Group(*map(Text, amounts), *(Text(part, "dim") for part in below)),
        )
    return table


def _blocks(shown: Sequence[tuple[int, Claim]], width: int) -> Table:
    grid = _grid()
    for number, claim in shown:
        parts = facts(claim)
        line = Text("\n".join(row(parts, width - 4)))
        start = len(parts[0]) + 3  # behind the speaker and the dot; a line feed stands for one space
        line.stylize(_style(claim.modality), start, start + len(parts[1]))
        grid.add_row("", "")
        grid.add_row(Text(str(number), "bold cyan"), Text(inline(claim.text)))
        grid.add_row("", line)
        grid.add_row("", Text("│ " + shorten(wording.quote(claim), width - 6), "dim italic"))
    return grid


def _evidence(claim: Claim, width: int) -> Text:
    two_lines = shorten(wording.quote(claim), 2 * width - 10)  # 10: what breaking at words loses
    return Text("\n".join(wrap(two_lines, width, "│ ", "│ ")), "dim italic")


def _style(modality: Modality) -> str:
    return "bold red" if modality.polarity == "denied" else _SURE_STYLES[modality.certainty]


def _conflicts(digest: Digest) -> Iterator[RenderableType]:
    if not digest.conflicts:
        return
    numbered = wording.numbers(digest)
    yield from (Text(), _heading(f"Conflicts ({len(digest.conflicts)})"))
    for conflict in digest.conflicts:
        sides = Table(box=box.SIMPLE_HEAD, pad_edge=False, border_style="dim", title_justify="left")
        for side in conflict.sides:
            sides.add_column(Text(wording.figure(side.quantity, counted=False), "bold yellow"), min_width=12)
        sides.add_row(
            *(
                Text.assemble(wording.side_name(side, digest), (f" [{numbered[side.claim]}]", "cyan"))
                for side in conflict.sides
            )
        )
        yield Padding(Group(Text(), Text(inline(conflict.what), "italic"), sides), (0, 0, 0, 2))


def _findings(digest: Digest) -> Iterator[RenderableType]:
    if not digest.findings:
        return
    numbered = wording.numbers(digest)
    yield from (Text(), _heading(f"Findings ({len(digest.findings)})"), Text())
    grid = Table.grid(padding=(0, 2, 0, 0))
    for finding in wording.by_severity(digest.findings):
        what = f"{inline(finding.check)}, {wording.target(finding, numbered)}: "
        doubt = wording.doubt(finding, LONGEST_DOUBT)
        grid.add_row(Text(f"  {finding.severity}", _SEVERITY_STYLES[finding.severity]), Text(what + doubt))
    yield grid


def _dropped(digest: Digest, width: int) -> Iterator[RenderableType]:
    if not digest.dropped:
        return
    yield from (Text(), _heading(f"Dropped ({len(digest.dropped)})", wording.causes(digest.dropped)), Text())
    for one in digest.dropped:
        detail = f" ({inline(one.detail)})" if one.detail else ""
        line = shorten(f"  {wording.cause(one)}: {wording.dropped_text(one)}{detail}", width)
        yield Text(line, "dim")


def _failure(failure: Failure) -> RenderableType:
    where = f"{inline(failure.article_id)}, {inline(failure.stage)}: {wording.words(failure.cause)}"
    return Group(
        Text.assemble(("Failed", "bold red"), f": {where}"),
        Padding(Group(Text(inline(failure.message)), Text(inline(failure.advice), "cyan")), (0, 0, 0, 2)),
    )
