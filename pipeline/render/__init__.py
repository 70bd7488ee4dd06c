"""The gate out: a digest becomes text, JSON, Markdown, CSV or a page.

Every form but the page reads attributes only and imports neither pydantic nor our records, so that a stored digest
(`view.view`) is shown without paying for them; rich and jinja2 are loaded by the forms that need them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..records import Claim, Digest, Failure

FORMS = ("text", "json", "jsonl", "md", "csv", "html")
"""What `render` can write."""

TABLE_FORMS = ("text", "json", "jsonl", "md", "csv")
"""What `claims_table` can write."""


def render(items: Sequence[Digest | Failure], form: str, *, color: bool = False, width: int = 100) -> str:
    """All items in one form, ending in a line feed (empty where there is nothing to show).

    `color` asks for the terminal's form of `text`; `width` is in columns and means something to `text` only.
    CSV has rows for claims only: failures are not in it.
    """
    if form == "text":
        if color:
            from . import terminal

            return terminal.digests(items, width=width)
        from . import plain

        return plain.digests(items, width=width)
    if form in ("json", "jsonl"):
        from . import jsonl

        return jsonl.array(items) if form == "json" else jsonl.rows(items)
    if form == "md":
        from . import markdown

        return markdown.digests(items)
    if form == "csv":
        from . import table

        return table.csv_rows(items)
    if form == "html":
        from . import html

        return html.page(items)
    raise ValueError(f"form is one of {', '.join(FORMS)}, not {form!r}")


def claims_table(
    items: Sequence[Digest | Failure],
    form: str,
    *,
    keep: Callable[[Claim], bool] | None = None,
    color: bool = False,
    width: int = 100,
) -> str:
    """The claims alone, in one form of `TABLE_FORMS`; `keep` says which (all, where None), numbers do not change.

    Every claim is numbered as in its digest. `json` is one array for all items, with a claim's `article` and
    `number` in front of its fields.
    """
    if form == "text":
        if color:
            from . import terminal

            return terminal.claims(items, keep, width=width)
        from . import plain

        return plain.claims(items, keep, width=width)
    if form in ("json", "jsonl"):
        from . import jsonl

        return jsonl.claim_array(items, keep) if form == "json" else jsonl.claim_rows(items, keep)
    if form == "md":
        from . import markdown

        return markdown.claims(items, keep)
    if form == "csv":
        from . import table

        return table.csv_rows(items, keep)
    raise ValueError(f"form is one of {', '.join(TABLE_FORMS)}, not {form!r}")
