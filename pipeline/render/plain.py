"""Digests as plain text, for pipes, logs and terminals without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from . import wording
from .view import each
from .visible import inline, shorten

if TYPE_CHECKING:
    from ..records import Claim, Conflict, Digest, Failure

LONGEST_DOUBT = 100
"""Characters of what a finding expected and found; a whole sentence twice would bury the others."""

_LEAST_WIDTH = 40  # below that, wrapping leaves one word a line
_NO_BREAK = "\u00a0"
_SHORT = 30  # characters; three such parts fit on a line of 100
_WIDEST = 110  # longer lines of prose are hard to read back from


def digests(items: Sequence[Digest | Failure], *, width: int = 100) -> str:
    """Every digest and failure as text, a rule between two."""
    width = fit(width)
    parts = each(items, lambda digest: _digest(digest, width), lambda one: failure(one, width))
    return f"\n{'─' * width}\n\n".join(parts)


def claims(items: Sequence[Digest | Failure], keep: Callable[[Claim], bool] | None, *, width: int = 100) -> str:
    """The claims that are kept, under the headline of their article."""
    width = fit(width)
    parts = each(items, lambda digest: _claims_alone(digest, keep, width), lambda one: failure(one, width))
    return "\n".join(parts)


def fit(width: int) -> int:
    """The width that is used where `width` columns are offered."""
    return max(_LEAST_WIDTH, min(width, _WIDEST))


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most `width` columns; `first` and `rest` stand before them."""
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_on_hyphens=False,
    )
    return lines or [first.rstrip()]


def facts(claim: Claim) -> list[str]:
    """Who, how sure, which figures and dates, where: what stands under one claim's text."""
    parts = [wording.speaker(claim.attribution), wording.certainty(claim.modality)]
    parts += [wording.figure(quantity) for quantity in claim.quantities]
    parts += [wording.when(time) for time in claim.dates]
    parts.append(wording.place(claim.evidence))
    if claim.outcome == "repaired":
        parts.append("repaired")
    return parts


def title(digest: Digest) -> str:
    """The headline with its claims, or the article's own title where there is no summary."""
    if digest.summary is not None:
        headline = digest.summary.headline
        return f"{inline(headline.text)} {wording.citations(headline, wording.numbers(digest))}"
    return inline(digest.article.title or "(no title)")


def about(digest: Digest) -> Iterator[str]:
    """The lines under the headline: where the article comes from, and its address."""
    yield " · ".join(wording.about_article(digest))
    if digest.article.url:
        yield inline(digest.article.url)


def row(parts: Sequence[str], width: int, margin: str = "") -> list[str]:
    """The parts in lines, a dot between two; a short part is not broken."""
    whole = [part.replace(" ", _NO_BREAK) if len(part) <= _SHORT else part for part in parts]
    return [line.replace(_NO_BREAK, " ") for line in wrap(" · ".join(whole), width, margin)]


def _claims_alone(digest: Digest, keep: Callable[[Claim], bool] | None, width: int) -> str:
    return "\n".join([*wrap(title(digest), width), "", *_claims(digest, keep, width)]) + "\n"


def _digest(digest: Digest, width: int) -> str:
    lines = [
        *_head(digest, width),
        *_claims(digest, None, width),
        *_conflicts(digest, width),
        *_findings(digest, width),
        *_dropped(digest, width),
        "",
        *wrap(f"coverage: {wording.coverage(digest)}", width, rest="  "),
        *row(wording.origin(digest.provenance), width),
    ]
    return "\n".join(lines) + "\n"


def _head(digest: Digest, width: int) -> Iterator[str]:
    yield from wrap(title(digest), width)
    for part in about(digest):
        yield from wrap(part, width, rest="  ")
    yield ""
    summary = digest.summary
    if summary is None:
        yield "No summary: no line stood its checks."
    else:
        numbered = wording.numbers(digest)
        if (brief := wording.brief(digest)) is not None:
            yield from wrap(f"{inline(brief.text)} {wording.citations(brief, numbered)}", width)
        if brief is not None and summary.lines:
            yield ""
        for index, line in enumerate(summary.lines, start=1):
            text = f"{inline(line.text)} {wording.citations(line, numbered)}"
            yield from wrap(text, width, f"{index:2}. ")
    yield ""


def _claims(digest: Digest, keep: Callable[[Claim], bool] | None, width: int) -> Iterator[str]:
    if not digest.claims:
        yield "CLAIMS: no claim stood its checks."
        return
    shown = [(n, claim) for n, claim in enumerate(digest.claims, start=1) if keep is None or keep(claim)]
    signs = wording.legend(quantity for _, claim in shown for quantity in claim.quantities)
    many = f"{len(shown)}" if len(shown) == len(digest.claims) else f"{len(shown)} of {len(digest.claims)}"
    yield from wrap(f"CLAIMS ({many})" + (f"   {signs}" if signs else ""), width, rest="  ")
    margin = " " * (len(str(len(digest.claims))) + 4)
    for number, claim in shown:
        yield ""
        yield from wrap(inline(claim.text), width, f" [{number}]".ljust(len(margin)))
        yield from row(facts(claim), width, margin)
        yield f"{margin}│ {shorten(wording.quote(claim), width - len(margin) - 2)}"


def _conflicts(digest: Digest, width: int) -> Iterator[str]:
    if not digest.conflicts:
        return
    yield from ("", f"CONFLICTS ({len(digest.conflicts)})")
    for conflict in digest.conflicts:
        yield ""
        yield from wrap(inline(conflict.what), width, " ")
        yield from _sides(conflict, digest, width)


def _sides(conflict: Conflict, digest: Digest, width: int) -> Iterator[str]:
    figures = [shorten(wording.figure(side.quantity, counted=False), width // 3) for side in conflict.sides]
    across = max(map(len, figures))
    numbered = wording.numbers(digest)
    for side, figure in zip(conflict.sides, figures, strict=True):
        who = wording.side_name(side, digest)
        yield from wrap(f"{who} [{numbered[side.claim]}]", width, f"   {figure.ljust(across)}  ")


def _findings(digest: Digest, width: int) -> Iterator[str]:
    if not digest.findings:
        return
    yield from ("", f"FINDINGS ({len(digest.findings)})", "")
    numbered = wording.numbers(digest)
    for finding in wording.by_severity(digest.findings):
        text = f"{inline(finding.check)}, {wording.target(finding, numbered)}: {wording.doubt(finding, LONGEST_DOUBT)}"
        yield from wrap(text, width, f" {finding.severity:7}  ")


def _dropped(digest: Digest, width: int) -> Iterator[str]:
    if not digest.dropped:
        return
    yield ""
    yield from wrap(f"DROPPED ({len(digest.dropped)}): {wording.causes(digest.dropped)}", width, rest="  ")
    yield ""
    for one in digest.dropped:
        detail = f" ({inline(one.detail)})" if one.detail else ""
        first = f" {wording.cause(one)}: "
        yield shorten(f"{first}{wording.dropped_text(one)}{detail}", width)


def failure(failure: Failure, width: int) -> str:
    """One article that became no digest: where, why, and what to do."""
    lines = [
        *wrap(f"FAILED: {inline(failure.article_id)}, {inline(failure.stage)}: {wording.words(failure.cause)}", width),
        *wrap(inline(failure.message), width, "  "),
        *wrap(inline(failure.advice), width, "  "),
    ]
    return "\n".join(lines) + "\n"
