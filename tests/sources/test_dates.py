"""Dates of rows and pages become moments with a zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources.dates import moment

EAST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-05-04", datetime(2031, 5, 4, tzinfo=UTC)),
        ("2031-05-04T09:30:00Z", datetime(2031, 5, 4, 9, 30, tzinfo=UTC)),
        ("2031-05-04T09:30:00+02:00", datetime(2031, 5, 4, 9, 30, tzinfo=EAST)),
        ("2031-05-04T09:30:00+0200", datetime(2031, 5, 4, 9, 30, tzinfo=EAST)),
        ("2031-05-04 09:30:00 +0200", datetime(2031, 5, 4, 9, 30, tzinfo=EAST)),
        ("2031-05-04 09:30", datetime(2031, 5, 4, 9, 30, tzinfo=UTC)),
        (" 2031-05-04T09:30:00.125Z ", datetime(2031, 5, 4, 9, 30, 0, 125_000, tzinfo=UTC)),
        ("Sun, 04 May 2031 09:30:00 GMT", datetime(2031, 5, 4, 9, 30, tzinfo=UTC)),
        ("Sun, 04 May 2031 09:30:00 +0200", datetime(2031, 5, 4, 9, 30, tzinfo=EAST)),
    ],
)
def test_a_date_is_read_with_its_zone(text: str, expected: datetime) -> None:
    """ISO 8601 and RFC 2822 are read; what names no zone is UTC."""
    found = moment(text)

    assert found == expected
    assert found is not None
    assert found.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "text", ["", "yesterday", "04/05/2031", "2031-13-01", "2031-02-30", "20310504", "0001-01-01T00:00+14:00"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    """Nothing is guessed: the day and the month of 04/05 are anybody's choice."""
    assert moment(text) is None


@given(st.text(max_size=40))
def test_any_text_is_a_moment_with_a_zone_or_none(text: str) -> None:
    """No text makes the reader fail."""
    found = moment(text)

    assert found is None or found.tzinfo is not None
