"""The news-date resolver."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import TimeMention
from pipeline.records import Granularity
from pipeline.text.times import agrees, dateline_date, times

WEDNESDAY = datetime.datetime(2031, 10, 22, 9, 30, tzinfo=datetime.UTC)
"""The day of publication of most sentences here, a Wednesday."""


def on(year: int, month: int, day: int) -> datetime.datetime:
    """Midnight UTC of a day."""
    return datetime.datetime(year, month, day, tzinfo=datetime.UTC)


def only(text: str, published: datetime.datetime | None = WEDNESDAY) -> TimeMention:
    """The one time expression of a text."""
    found = times(text, published)
    assert len(found) == 1, found
    return found[0]


DAYS = [
    ("The mayor spoke on Monday.", "Monday", "2031-10-20"),
    ("The mayor spoke Wednesday.", "Wednesday", "2031-10-22"),
    ("The mayor spoke late Thursday.", "late Thursday", "2031-10-16"),
    ("The mayor said Tuesday night that it will rain.", "Tuesday night", "2031-10-21"),
    ("The council will vote on Friday.", "Friday", "2031-10-24"),
    ("On Friday the committee meets again.", "Friday", "2031-10-24"),
    ("The pier is expected to open Saturday.", "Saturday", "2031-10-25"),
    ("The hearing will be held on Thursday.", "Thursday", "2031-10-23"),
    ("On Friday, Mr. Okafor will speak.", "Friday", "2031-10-24"),
    ("Ms. Varga was to leave on Friday.", "Friday", "2031-10-24"),
    ("Pickers threatened to strike on Friday.", "Friday", "2031-10-24"),
    ("The marchers were still chanting at dawn on Friday.", "Friday", "2031-10-17"),
    ("He is the elected mayor, and he spoke on Friday.", "Friday", "2031-10-17"),
    ("It burned down last Tuesday.", "last Tuesday", "2031-10-21"),
    ("It burned down last Wednesday.", "last Wednesday", "2031-10-15"),
    ("They return next Friday.", "next Friday", "2031-10-24"),
    ("They left on Monday of last week.", "Monday of last week", "2031-10-13"),
    ("Rain fell today.", "today", "2031-10-22"),
    ("Rain fell yesterday morning.", "yesterday morning", "2031-10-21"),
    ("Rain comes tomorrow.", "tomorrow", "2031-10-23"),
    ("Rain fell last night.", "last night", "2031-10-21"),
    ("Rain fell the day before yesterday.", "the day before yesterday", "2031-10-20"),
    ("It opened two days ago.", "two days ago", "2031-10-20"),
    ("It opened on March 3, 2029.", "March 3, 2029", "2029-03-03"),
    ("It opened on 3 March 2029.", "3 March 2029", "2029-03-03"),
    ("It opened on Sept. 9, 2029.", "Sept. 9, 2029", "2029-09-09"),
    ("It opened on the 9th of September 2029.", "9th of September 2029", "2029-09-09"),
    ("It opened on 2029-09-09.", "2029-09-09", "2029-09-09"),
    ("It opened on 9/23/2029.", "9/23/2029", "2029-09-23"),
    ("It opened on Oct. 3.", "Oct. 3", "2031-10-03"),
    ("It opened on Nov. 30.", "Nov. 30", "2030-11-30"),
    ("It will open on Jan. 8.", "Jan. 8", "2032-01-08"),
    ("the Nov. 4 ballot", "Nov. 4", "2031-11-04"),
    ("It opened last Thursday, Oct. 9.", "last Thursday, Oct. 9", "2031-10-09"),
    ("It opened on Thursday, Oct. 9.", "Thursday, Oct. 9", "2031-10-09"),
]


@pytest.mark.parametrize(("text", "printed", "date"), DAYS)
def test_a_day_is_resolved(text: str, printed: str, date: str) -> None:
    """Weekdays, day words and dates are resolved against the day of publication and the verb near them."""
    found = only(text).ref

    assert (found.text, found.from_, found.to, found.granularity) == (printed, date, date, Granularity.DAY)


INTERVALS = [
    ("this week", "2031-10-20", "2031-10-26", Granularity.WEEK),
    ("last week", "2031-10-13", "2031-10-19", Granularity.WEEK),
    ("last weekend", "2031-10-18", "2031-10-19", Granularity.WEEK),
    ("last month", "2031-09-01", "2031-09-30", Granularity.MONTH),
    ("next month", "2031-11-01", "2031-11-30", Granularity.MONTH),
    ("earlier this month", "2031-10-01", "2031-10-22", Granularity.MONTH),
    ("last year", "2030-01-01", "2030-12-31", Granularity.YEAR),
    ("earlier this year", "2031-01-01", "2031-10-22", Granularity.YEAR),
    ("later this year", "2031-10-22", "2031-12-31", Granularity.YEAR),
    ("late last year", "2030-09-01", "2030-12-31", Granularity.YEAR),
    ("two weeks ago", "2031-10-06", "2031-10-12", Granularity.WEEK),
    ("three months ago", "2031-07-01", "2031-07-31", Granularity.MONTH),
    ("twenty-five years ago", "2006-01-01", "2006-12-31", Granularity.YEAR),
    ("last quarter", "2031-07-01", "2031-09-30", Granularity.QUARTER),
    ("next spring", "2032-03-01", "2032-05-31", Granularity.SEASON),
    ("last summer", "2031-06-01", "2031-08-31", Granularity.SEASON),
    ("summer 2029", "2029-06-01", "2029-08-31", Granularity.SEASON),
    ("June 2029", "2029-06-01", "2029-06-30", Granularity.MONTH),
    ("early October 2030", "2030-10-01", "2030-10-10", Granularity.MONTH),
    ("early to mid-October", "2031-10-01", "2031-10-20", Granularity.MONTH),
    ("February 2028", "2028-02-01", "2028-02-29", Granularity.MONTH),
    ("the third quarter of 2030", "2030-07-01", "2030-09-30", Granularity.QUARTER),
    ("Q3 2030", "2030-07-01", "2030-09-30", Granularity.QUARTER),
    ("the early 1950s", "1950-01-01", "1953-12-31", Granularity.DECADE),
    ("the 1990s", "1990-01-01", "1999-12-31", Granularity.DECADE),
    ("between 2019 and 2021", "2019-01-01", "2021-12-31", Granularity.YEAR),
    ("the 2019-20 season", "2019-01-01", "2020-12-31", Granularity.YEAR),
    ("in 2022", "2022-01-01", "2022-12-31", Granularity.YEAR),
    ("mid-2022", "2022-05-01", "2022-08-31", Granularity.YEAR),
    ("the 19th century", "1801-01-01", "1900-12-31", Granularity.CENTURY),
    ("March 3-5, 2029", "2029-03-03", "2029-03-05", Granularity.DAY),
    ("March 30 to April 2, 2029", "2029-03-30", "2029-04-02", Granularity.DAY),
]


@pytest.mark.parametrize(("text", "first", "last", "granularity"), INTERVALS)
def test_an_interval_is_resolved(text: str, first: str, last: str, granularity: Granularity) -> None:
    """Weeks, months, seasons, years and parts of them have a first and a last day."""
    found = only(text).ref

    assert (found.from_, found.to, found.granularity) == (first, last, granularity)


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("The bridge closed on Monday.", on(2032, 1, 2), "2031-12-29"),
        ("The bridge will close on Monday.", on(2031, 12, 31), "2032-01-05"),
        ("The bridge closed yesterday.", on(2032, 3, 1), "2032-02-29"),
        ("The bridge closed on Dec. 30.", on(2032, 1, 2), "2031-12-30"),
        ("The bridge will close on Jan. 3.", on(2031, 12, 30), "2032-01-03"),
        ("The bridge closed on Feb. 29.", on(2032, 3, 4), "2032-02-29"),
        ("The bridge closed last night.", on(2032, 1, 1), "2031-12-31"),
    ],
)
def test_years_end_and_leap(text: str, published: datetime.datetime, date: str) -> None:
    """Days are counted across the ends of years and through leap days."""
    assert only(text, published).ref.from_ == date


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The pact was signed in June.", "2031-06-01"),
        ("The pact was signed in December.", "2030-12-01"),
        ("The pact will be signed in June.", "2032-06-01"),
        ("The pact was signed in October.", "2031-10-01"),
        ("In June, Gov. Holt signed the pact.", "2031-06-01"),
        ("She may sign the pact in June.", "2032-06-01"),
        ("She may have signed the pact in June.", "2031-06-01"),
        ("She warned of a looming strike in June.", "2032-06-01"),
        ("The summit in June divides them.", None),
    ],
)
def test_a_bare_month_takes_the_year_its_verb_tells(text: str, first: str | None) -> None:
    """A month without a year stays open where no verb says whether it is behind or ahead."""
    assert only(text).ref.from_ == first


@pytest.mark.parametrize(
    "text",
    [
        "on 3/4/2029",
        "on Feb. 30, 2029",
        "over a year ago",
        "in the past five years",
        "over the past year",
        "in the third quarter",
        "fiscal 2030",
        "a tribute to the dead of Sept. 11",
        "every Monday",
        "at 6 a.m.",
        "in the 5th century B.C.",
    ],
)
def test_what_cannot_be_known_stays_open(text: str) -> None:
    """An ambiguous, impossible, rolling or recurring time has a text and no days."""
    found = only(text).ref

    assert (found.from_, found.to) == (None, None)


@pytest.mark.parametrize(
    "text", ["on Monday", "yesterday", "last week", "in June", "on March 3", "two weeks ago", "'08", "next spring"]
)
def test_without_publication_nothing_relative_is_resolved(text: str) -> None:
    """Where the day of publication is not known, relative times stay open."""
    found = only(text, None).ref

    assert (found.from_, found.to) == (None, None)


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("on Monday", ("year", "month", "day")),
        ("It opened on March 3.", ("year",)),
        ("It opened in June.", ("year",)),
        ("March 3, 2029", ()),
        ("in 2022", ()),
        ("last week", ("year", "month", "day")),
        ("last year", ("year",)),
        ("last month", ("year", "month")),
    ],
)
def test_inferred_parts_are_those_not_printed(text: str, inferred: tuple[str, ...]) -> None:
    """A reference lists the parts of its date that the article does not print."""
    assert only(text).ref.inferred == inferred


@pytest.mark.parametrize(
    "text",
    [
        "The storm may reach them.",
        "They march home and fall silent for a second.",
        "April Dunmore and June Okafor objected.",
        "She told the Sunday Times of Velmora.",
        "Shares of Tuesday's Child Inc. fell.",
        "He sat. They spring up.",
        "about 2000 troops and a 1950-foot mast",
        "Super Tuesday and Black Friday",
        "USA Today",
        "CBS This Morning",
    ],
)
def test_names_and_other_words_are_no_times(text: str) -> None:
    """Calendar words that are names, verbs or counts are left out."""
    assert [m.ref.text for m in times(text, WEDNESDAY) if m.ref.from_] == []


@pytest.mark.parametrize("text", ["6 a.m. on Monday", "Monday at 6 a.m.", "Monday, 6:00 am"])
def test_a_clock_time_takes_the_day_beside_it(text: str) -> None:
    """A clock time is its own mention, on the day that stands next to it."""
    found = times(f"It sank {text}.", WEDNESDAY)

    assert {m.ref.granularity for m in found} == {Granularity.TIME, Granularity.DAY}
    assert {m.ref.from_ for m in found} == {"2031-10-20"}


DATELINES = [
    ("- The Marsh Herald - Wednesday, October 22, 2031\n\nIt rained.", on(2031, 10, 22)),
    ("Flood nears\nHARROW BAY, March 3, 2031 (CP) — It rained.", on(2031, 3, 3)),
    ("HARROW BAY, Velm., March 3, 2031 -- It rained.", on(2031, 3, 3)),
    ("Flood nears\n\nPublished: 3 March 2031 14:05\n\nIt rained.", on(2031, 3, 3)),
    ("Updated March 5, 2031\nPublished March 3, 2031\nIt rained.", on(2031, 3, 3)),
    ("Flood nears\nUpdated 2031-03-05\nIt rained.", on(2031, 3, 5)),
    ("Flood nears\nBy Ana Ruiz\nMarch 3, 2031 at 2:05 p.m. EST\nIt rained.", on(2031, 3, 3)),
    ("The dam that opened on March 3, 2031 has failed.", None),
    ("HARROW BAY, March 3 (CP) — It rained.", None),
    ("a\nb\nc\nd\ne\nMarch 3, 2031", None),
    ("Published 3/4/2031", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "date"), DATELINES)
def test_a_dateline_needs_a_full_date_in_its_place(text: str, date: datetime.datetime | None) -> None:
    """Only a full date in the first lines, in a labelled line, a date line or a dateline, is the publication's."""
    assert dateline_date(text) == date


AGREEMENTS = [
    ("on October 20, 2031", "on Monday", True),
    ("on Monday", "on Monday", True),
    ("in October 2031", "on Monday", True),
    ("in 2031", "on Oct. 3", True),
    ("last week", "It sank on Oct. 15.", True),
    ("October 3", "Oct. 3, 2031", True),
    ("at 6:00 am", "at 6 a.m.", True),
    ("two years ago", "in 2029", True),
    ("on October 21, 2031", "on Monday", False),
    ("on October 3, 2031", "It sank in October.", False),
    ("in September 2031", "on Oct. 3", False),
    ("at 7 a.m.", "at 6 a.m.", False),
    ("at 6 p.m.", "at 6 a.m.", False),
    ("early October", "early to mid-October", False),
    ("in 2030", "in 2031", False),
]


@pytest.mark.parametrize(("said", "printed", "carried"), AGREEMENTS)
def test_a_time_agrees_when_the_printed_one_lies_within(said: str, printed: str, carried: bool) -> None:
    """The same or a wider time is carried, a narrower or other one is not."""
    assert agrees(only(said), times(printed, WEDNESDAY)) is carried


def test_without_evidence_no_time_agrees() -> None:
    """A time that nothing prints is not carried."""
    assert not agrees(only("on Monday"), ())


WORDS = sorted({word for row in (*DAYS, *INTERVALS) for word in row[0].split()})


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)),
    st.none() | st.datetimes(timezones=st.just(datetime.UTC)),
)
def test_times_cut_back_to_their_text(text: str, published: datetime.datetime | None) -> None:
    """In any text and on any day, times are in order, apart, cut back to their text, and end after they begin."""
    found = times(text, published)

    assert all(m.ref.text == text[m.start : m.end] for m in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(m.ref.from_ <= m.ref.to for m in found if m.ref.from_ and m.ref.to)


@given(st.text())
def test_any_first_lines_are_read(text: str) -> None:
    """Whatever a text begins with, its dateline is None or midnight UTC."""
    found = dateline_date(text)

    assert found is None or (found.hour, found.tzinfo) == (0, datetime.UTC)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("LOWMERE, May 14 (Ridge Wire) — Frost on Monday killed the blossom.", "2025-05-12"),
        ("If the dam is not drained by Friday the road will flood.", "2025-05-16"),
        ("Snow is likely on Saturday, the office said.", "2025-05-17"),
        ("The two schools stay closed until Monday.", "2025-05-19"),
        ("The pool remained shut until Monday, its warden said.", "2025-05-12"),
    ],
)
def test_the_words_of_its_own_sentence_say_where_a_weekday_lies(sentence: str, day: str) -> None:
    """A dateline's "May" is no verb; "not drained by", "is likely" and "stay closed until" look ahead."""
    start = sentence.find("— ") + 1
    published = datetime.datetime(2025, 5, 14, tzinfo=datetime.UTC)

    found = [m.ref.from_ for m in times(sentence, published, start) if m.ref.text.endswith("day")]
    assert found == [day]
