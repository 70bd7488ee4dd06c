"""When an article was published, from the ways in which rows and pages write it."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}(:?\d{2}.*)?)?")

_SPACED_ZONE: Final = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")


def moment(text: str) -> datetime | None:
    """The moment an ISO 8601 or RFC 2822 date names, with its time zone; None for anything else.

    A date alone is midnight UTC, and so is the time of a date without a zone read as UTC.
    """
    text = _SPACED_ZONE.sub("", text.strip())
    try:
        found = datetime.fromisoformat(text) if _ISO.fullmatch(text) else parsedate_to_datetime(text)
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found.astimezone(UTC)  # a year 1 east of Greenwich has no UTC
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found
