"""Claims as CSV: one row a claim, UTF-8, a header, lines that end in a line feed.

A cell that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@`, one of their full-width forms,
a tab or a carriage return) gets an apostrophe in front, as spreadsheets themselves write text; whoever reads the file
with a program takes one leading apostrophe off such a cell. Hidden characters are drawn; `json` has them to the letter.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from . import wording
from .view import is_digest
from .visible import visible

if TYPE_CHECKING:
    from ..records import Claim, Digest, Failure

COLUMNS = (
    "article_id",
    "title",
    "claim_id",
    "number",
    "text",
    "source",
    "role",
    "via",
    "cue",
    "kind",
    "certainty",
    "conditional",
    "polarity",
    "quantities",
    "dates",
    "evidence_start",
    "evidence_end",
    "evidence_quote",
    "evidence_match",
    "weight",
    "outcome",
)
"""The header; the four evidence columns hold one part for every piece of evidence, joined by ` | `."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_JOINT = " | "


def csv_rows(items: Sequence[Digest | Failure], keep: Callable[[Claim], bool] | None = None) -> str:
    """The header and a row for every claim that is kept; failures have no row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for digest in filter(is_digest, items):
        for number, claim in enumerate(digest.claims, start=1):
            if keep is None or keep(claim):
                writer.writerow([guarded(cell) for cell in _cells(digest, number, claim)])
    return out.getvalue()


def guarded(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would compute it, hidden characters drawn."""
    shown = visible(cell)
    return f"'{shown}" if cell.lstrip(" ").startswith(_FORMULA) else shown


def _cells(digest: Digest, number: int, claim: Claim) -> list[str]:
    by, modality = claim.attribution, claim.modality
    return [
        digest.article.id,
        digest.article.title or "",
        claim.id,
        str(number),
        claim.text,
        by.source or "",
        by.role or "",
        by.via or "",
        by.cue or "",
        by.kind,
        modality.certainty,
        "yes" if modality.conditional else "no",
        modality.polarity,
        "; ".join(wording.figure(quantity) for quantity in claim.quantities),
        "; ".join(wording.when(time) for time in claim.dates),
        _JOINT.join(str(piece.start) for piece in claim.evidence),
        _JOINT.join(str(piece.end) for piece in claim.evidence),
        _JOINT.join(piece.quote for piece in claim.evidence),
        _JOINT.join(piece.match for piece in claim.evidence),
        str(claim.weight),
        claim.outcome,
    ]
