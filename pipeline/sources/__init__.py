"""The gate in: bytes from files, pages, rows and pipes become articles.

`find` and `check` need the standard library alone, so that a run that finds its digests in the store stays light.
"""

from typing import TYPE_CHECKING

from .find import check, find
from .raw import MAX_BYTES, Form, Raw, Unreadable

if TYPE_CHECKING:
    from ..records import Article

__all__ = ["MAX_BYTES", "Form", "Raw", "Unreadable", "check", "find", "parse"]


def parse(raw: Raw) -> "Article":
    """The article in `raw`; raises `ArticleError` where there is none."""
    from .article import parse as parse_article  # records bring pydantic, which a cached run does not need

    return parse_article(raw)
