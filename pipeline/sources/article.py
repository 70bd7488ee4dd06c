"""Raw bytes become an `Article`: decoded, and described by the caller first, then by themselves."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from ..errors import ArticleError
from ..records import Article
from ..text.times import dateline_date
from .dates import moment
from .decode import decode
from .raw import ABOUT, Raw
from .row import read_row

_HEADING: Final = re.compile(r"^[ ]{0,3}#[ \t]+(.+?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)
"""A Markdown heading of the first rank."""


def parse(raw: Raw) -> Article:
    """The article in `raw`; plain text, Markdown and the text of a row are kept to the letter.

    What the caller says goes before what a row says, and that before what a page or a printed dateline says. Raises
    `ArticleError` where there is no article in the bytes, or `about` has a date that is none.
    """
    given = {key: value for key, value in raw.about if key in ABOUT and value}
    if raw.form == "row":
        row = read_row(raw.data, raw.ref)
        text, said = _read(row.content, row.form, raw.ref)
        given = dict(row.about) | given
    else:
        text, said = _read(decode(raw.data, raw.ref, html=raw.form == "html"), raw.form, raw.ref)
    if not text.strip():
        raise _refusal(raw.ref, "empty", "is empty", "give an article")
    return _article(text, dict(said) | {key: value for key, value in given.items() if value}, raw.ref)


def _read(content: str, form: str, ref: str) -> tuple[str, Mapping[str, str]]:
    """The article's text and what it says about itself."""
    if form == "html":
        from .page import read_page  # trafilatura costs a fifth of a second that plain text need not pay

        page = read_page(content, ref)
        return page.text, page.about
    if form == "markdown":
        heading = _HEADING.search(content)
        return content, {"title": heading[1]} if heading else {}
    return content, {}


def _article(text: str, about: Mapping[str, str], ref: str) -> Article:
    for value in (text, *about.values()):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as err:
            raise _refusal(ref, "bad_encoding", "has half of a surrogate pair", "repair its encoding") from err
    return Article.of(
        text,
        id=about.get("id"),
        published=_published(text, about.get("published"), ref),
        **{key: value for key, value in about.items() if key not in ("id", "published")},
    )


def _published(text: str, said: str | None, ref: str) -> datetime | None:
    if said is None:
        return dateline_date(text)
    found = moment(said)
    if found is None:
        raise _refusal(ref, "bad_date", f"is said to be published at {said[:60]!r}", "write 2031-05-04T09:30:00Z")
    return found


def _refusal(ref: str, cause: str, reason: str, advice: str) -> ArticleError:
    return ArticleError(f"article {ref!r} {reason}; {advice}", stage="read", cause=cause, advice=advice)
