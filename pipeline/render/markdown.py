"""Digests as Markdown; nothing an article says becomes mark-up, HTML or a link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from . import wording
from .view import each
from .visible import inline

if TYPE_CHECKING:
    from ..records import Claim, Digest, Failure, Line

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$@])")
_AT_START = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")  # before the mark of a list, a rule, a heading
_BARE_LINK = re.compile(r"\b(https?|ftp|mailto)(:)|\b(www)(\.)", re.IGNORECASE)
_HEADER = ("#", "Claim", "Said by", "Certainty", "Figures", "Dates", "Evidence")


def digests(items: Sequence[Digest | Failure]) -> str:
    """Every digest and failure as a section of Markdown, a rule between two."""
    return "\n---\n\n".join(each(items, _digest, _failure))


def claims(items: Sequence[Digest | Failure], keep: Callable[[Claim], bool] | None) -> str:
    """The claims that are kept, a table under the headline of every article."""
    return "\n".join(each(items, lambda digest: _lines([_title(digest), "", *_claims(digest, keep)]), _failure))


def escaped(text: str) -> str:
    """The text on one line, as Markdown that renders as just this text."""
    marked = _MARKS.sub(r"\\\1", inline(text))
    marked = _BARE_LINK.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", marked)
    return _AT_START.sub(r"\1\\", marked)


def _digest(digest: Digest) -> str:
    return _lines(
        [
            *_head(digest),
            "## Claims",
            "",
            *_claims(digest, None),
            *_conflicts(digest),
            *_findings(digest),
            *_dropped(digest),
            "---",
            "",
            f"Coverage: {escaped(wording.coverage(digest))}.  ",
            " · ".join(escaped(part) for part in wording.origin(digest.provenance)),
        ]
    )


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _title(digest: Digest) -> str:
    headline = digest.summary.headline.text if digest.summary is not None else digest.article.title
    return f"# {escaped(headline or '(no title)')}"


def _head(digest: Digest) -> Iterator[str]:
    yield from (_title(digest), "")
    about = [escaped(part) for part in wording.about_article(digest)]
    if digest.article.url:
        about.append(escaped(digest.article.url))
    yield from (" · ".join(about), "")
    summary = digest.summary
    if summary is None:
        yield from ("No summary: no line stood its checks.", "")
        return
    numbered = wording.numbers(digest)
    if (brief := wording.brief(digest)) is not None:
        yield from (_cited(brief, numbered), "")
    for index, line in enumerate(summary.lines, start=1):
        yield f"{index}. {_cited(line, numbered)}"
    if summary.lines:
        yield ""


def _cited(line: Line, numbered: dict[str, int]) -> str:
    return f"{escaped(line.text)} {escaped(wording.citations(line, numbered))}"


def _claims(digest: Digest, keep: Callable[[Claim], bool] | None) -> Iterator[str]:
    if not digest.claims:
        yield from ("No claim stood its checks.", "")
        return
    yield _row(_HEADER)
    yield _row(["--:", *["---"] * (len(_HEADER) - 1)])
    for number, claim in enumerate(digest.claims, start=1):
        if keep is None or keep(claim):
            yield _row([str(number), *map(escaped, _cells(claim))])
    yield ""


def _cells(claim: Claim) -> tuple[str, ...]:
    return (
        claim.text,
        wording.speaker(claim.attribution),
        wording.certainty(claim.modality),
        "; ".join(wording.figure(quantity) for quantity in claim.quantities),
        "; ".join(wording.when(time) for time in claim.dates),
        f"{wording.place(claim.evidence)}: {wording.quote(claim)}",
    )


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _conflicts(digest: Digest) -> Iterator[str]:
    if not digest.conflicts:
        return
    numbered = wording.numbers(digest)
    yield from ("## Conflicts", "")
    for conflict in digest.conflicts:
        yield from (f"{escaped(conflict.what)}:", "")
        sides = conflict.sides
        yield _row([escaped(wording.side_name(side, digest)) for side in sides])
        yield _row(["---"] * len(sides))
        figures = [wording.figure(side.quantity, counted=False) for side in sides]
        yield _row([escaped(f"{figure} [{numbered[side.claim]}]") for figure, side in zip(figures, sides, strict=True)])
        yield ""


def _findings(digest: Digest) -> Iterator[str]:
    if not digest.findings:
        return
    numbered = wording.numbers(digest)
    yield from ("## Findings", "")
    for finding in wording.by_severity(digest.findings):
        about = f"{finding.severity}: {finding.check}, {wording.target(finding, numbered)}"
        yield f"- {escaped(f'{about}: {wording.doubt(finding)}')}"
    yield ""


def _dropped(digest: Digest) -> Iterator[str]:
    if not digest.dropped:
        return
    yield from ("## Dropped", "", f"{escaped(wording.causes(digest.dropped))}.", "")
    for one in digest.dropped:
        detail = f" ({one.detail})" if one.detail else ""
        yield f"- {escaped(f'{wording.cause(one)}: {wording.dropped_text(one)}{detail}')}"
    yield ""


def _failure(failure: Failure) -> str:
    title = f"# Failed: {escaped(failure.article_id)}"
    where = f"{escaped(wording.words(failure.stage))}: {escaped(wording.words(failure.cause))}"
    return _lines([title, "", f"{where}.", "", escaped(failure.message), "", escaped(failure.advice)])
