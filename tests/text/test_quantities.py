"""The number grammar and the agreement of figures."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Bound, Quantity
from pipeline.text.quantities import agrees, quantities


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


BOUNDS = [
    ("at least 340 homes burned", "at least 340", 340, Bound.AT_LEAST),
    ("no fewer than 12 boats sank", "no fewer than 12", 12, Bound.AT_LEAST),
    ("not less than 40 litres leaked", "not less than 40 litres", 40, Bound.AT_LEAST),
    ("a minimum of 30 ferries", "a minimum of 30", 30, Bound.AT_LEAST),
    ("upwards of 500 miners", "upwards of 500", 500, Bound.AT_LEAST),
    ("50 or more wagons", "50 or more", 50, Bound.AT_LEAST),
    ("a 30-plus crew", "30-plus", 30, Bound.AT_LEAST),
    ("20,000+ signatures", "20,000+", 20000, Bound.AT_LEAST),
    ("for 90 days or more", "90 days or more", 90, Bound.AT_LEAST),
    ("as many as 4,100 goats", "as many as 4,100", 4100, Bound.UP_TO),
    ("as much as $3 million", "as much as $3 million", 3e6, Bound.UP_TO),
    ("up to 2,200 pupils", "up to 2,200", 2200, Bound.UP_TO),
    ("no more than six tents", "no more than six", 6, Bound.UP_TO),
    ("at most 80 tickets", "at most 80", 80, Bound.UP_TO),
    ("200 or fewer members", "200 or fewer", 200, Bound.UP_TO),
    ("more than 7,500 nurses", "more than 7,500", 7500, Bound.MORE_THAN),
    ("over 900 crates", "over 900", 900, Bound.MORE_THAN),
    ("well over 900 crates", "well over 900", 900, Bound.MORE_THAN),
    ("losses exceeding 60 million euros", "exceeding 60 million euros", 6e7, Bound.MORE_THAN),
    ("prices above $70", "above $70", 70, Bound.MORE_THAN),
    ("north of 400 riders", "north of 400", 400, Bound.MORE_THAN),
    ("fewer than 18 lanterns", "fewer than 18", 18, Bound.FEWER_THAN),
    ("less than 2 percent", "less than 2 percent", 2, Bound.FEWER_THAN),
    ("under 300 votes", "under 300", 300, Bound.FEWER_THAN),
    ("below 5 degrees Celsius", "below 5 degrees Celsius", 5, Bound.FEWER_THAN),
    ("nearly 640 sheep", "nearly 640", 640, Bound.ABOUT),
    ("almost half of the harvest", "almost half", 0.5, Bound.ABOUT),
    ("close to 75 pumps", "close to 75", 75, Bound.ABOUT),
    ("about 1,500 dockers", "about 1,500", 1500, Bound.ABOUT),
    ("around twenty canoes", "around twenty", 20, Bound.ABOUT),
    ("some 2,700 dockers", "some 2,700", 2700, Bound.ABOUT),
    ("roughly 11 tonnes", "roughly 11 tonnes", 11, Bound.ABOUT),
    ("an estimated 44,000 salmon", "an estimated 44,000", 44000, Bound.ABOUT),
    ("a hundred or so pickets", "a hundred or so", 100, Bound.ABOUT),
    ("60-odd cyclists", "60-odd", 60, Bound.ABOUT),
    ("at least some 300 cyclists", "at least some 300", 300, Bound.AT_LEAST),
    ("a film about two brothers", "two", 2, Bound.EXACT),
    ("There are about four million canoes.", "about four million", 4e6, Bound.ABOUT),
    ("the two lanterns", "two", 2, Bound.EXACT),
    ("Mira Holt's 12 goats", "12", 12, Bound.EXACT),
    ("16 cyclists", "16", 16, Bound.EXACT),
]


@pytest.mark.parametrize(("text", "printed", "value", "bound"), BOUNDS)
def test_a_bound_belongs_to_its_number(text: str, printed: str, value: float, bound: Bound) -> None:
    """The words that make a number a limit or an estimate are part of its text and decide its bound."""
    found = only(text)

    assert (found.text, found.bound) == (printed, bound)
    assert found.value == pytest.approx(value)


UNITS = [
    ("a $4.2 million grant", "$4.2 million", 4.2e6, "USD"),
    ("US$90 each", "US$90", 90, "USD"),
    ("A$15 million", "A$15 million", 15e6, "AUD"),
    ("£3m repairs", "£3m", 3e6, "GBP"),
    ("€1.2bn in loans", "€1.2bn", 1.2e9, "EUR"),
    ("4.2 million euros", "4.2 million euros", 4.2e6, "EUR"),
    ("50 cents a litre", "50 cents", 50, "cent"),
    ("a trillion dollars", "a trillion dollars", 1e12, "USD"),
    ("3.5 percent", "3.5 percent", 3.5, "percent"),
    ("3.5 per cent", "3.5 per cent", 3.5, "percent"),
    ("17%", "17%", 17, "percent"),
    ("two percentage points", "two percentage points", 2, "percentage_points"),
    ("25 basis points", "25 basis points", 25, "basis_point"),
    ("a 40-mile-long canal", "40-mile-long", 40, "mile"),
    ("a 40-mile canal", "40-mile", 40, "mile"),
    ("45 km/h winds", "45 km/h", 45, "km_per_hour"),
    ("70 miles per hour", "70 miles per hour", 70, "mph"),
    ("9km of pipe", "9km", 9, "km"),
    ("80 square miles", "80 square miles", 80, "square_mile"),
    ("−12°C", "−12°C", -12, "celsius"),
    ("minus 30 degrees", "minus 30 degrees", -30, "degree"),
    ("a magnitude 6.1 quake", "magnitude 6.1", 6.1, "magnitude"),
    ("a three-day visit", "three-day", 3, "day"),
    ("a 24-year-old welder", "24-year-old", 24, "year"),
    ("aged 34", "aged 34", 34, "year"),
    ("those aged over 21", "aged over 21", 21, "year"),
    ("at age 71", "age 71", 71, "year"),
    ("18 months old", "18 months old", 18, "month"),
    ("one-third of the fleet", "one-third", 1 / 3, "fraction"),
    ("half of the fleet", "half", 0.5, "fraction"),
    ("one in five farms", "one in five", 0.2, "fraction"),
    ("about one of every nine farms", "about one of every nine", 1 / 9, "fraction"),
    ("four out of 10 farms", "four out of 10", 0.4, "fraction"),
    ("four-and-a-half years", "four-and-a-half years", 4.5, "year"),
    ("tens of millions of dollars", "tens of millions of dollars", None, "USD"),
    ("a sixfold rise of 6-fold", "6-fold", 6, "times"),
    ("plus or minus 3.4 percentage points", "3.4 percentage points", 3.4, "percentage_points"),
]


@pytest.mark.parametrize(("text", "printed", "value", "unit"), UNITS)
def test_a_unit_belongs_to_its_number(text: str, printed: str, value: float | None, unit: str) -> None:
    """Unit words and signs are part of the text, and each unit has one name."""
    found = only(text)

    assert (found.text, found.unit) == (printed, unit)
    assert found.value == (value if value is None else pytest.approx(value))


def test_an_age_between_commas_is_in_years() -> None:
    """The number behind a person's name is an age."""
    found = only("Ilse Varga, 34, ran the depot.")

    assert (found.text, found.value, found.unit) == ("34", 34, "year")


RANGES = [
    ("10 to 15 tents", "10 to 15", 10, 15, None),
    ("between 5 and 7 boats", "between 5 and 7", 5, 7, None),
    ("20-30 farmers", "20-30", 20, 30, None),
    ("20–30 farmers", "20–30", 20, 30, None),
    ("five or six barges", "five or six", 5, 6, None),
    ("$5 to $7 million", "$5 to $7 million", 5e6, 7e6, "USD"),
    ("3 to 4 percent", "3 to 4 percent", 3, 4, "percent"),
    ("a 10- to 15-year term", "10- to 15-year", 10, 15, "year"),
    ("won 3-1 at home", "3-1", 3, 1, "score"),
    ("a 5-4 ruling", "5-4", 5, 4, "score"),
]


@pytest.mark.parametrize(("text", "printed", "value", "high", "unit"), RANGES)
def test_a_range_is_one_quantity(text: str, printed: str, value: float, high: float, unit: str | None) -> None:
    """Two ends that belong together are one quantity with `high`; a score keeps its order."""
    found = only(text)

    assert (found.text, found.value, found.high, found.unit) == (printed, value, high, unit)


def test_a_change_is_two_quantities() -> None:
    """The two ends of "from ... to" are claimed apart."""
    found = quantities("The rate rose from 3.5% to 4% in a month.")

    assert [(q.text, q.value, q.high) for q in found] == [("3.5%", 3.5, None), ("4%", 4, None)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("up to 4,000 Velmoran marsh troops could arrive", "Velmoran marsh troops"),
        ("at least 150 homes were lost", "homes"),
        ("three people died", "people"),
        ("12 of the city's ferries", "city's ferries"),
        ("one volunteer was hurt", "volunteer"),
        ("hundreds of pickers walked out", "pickers"),
        ("6 percent of registered voters", "registered voters"),
        ("a 90-mile canal across the plain", "canal"),
        ("a three-judge panel", "judge"),
        ("roughly 300 U.S. and Velmoran guards", "U.S. and Velmoran guards"),
        ("one guard and two cooks", "cooks"),
        ("three-quarters of the U.S. fleet", "U.S. fleet"),
        ("the toll rose to 40 on", None),
    ],
)
def test_what_is_counted_is_the_noun_phrase(text: str, counts: str | None) -> None:
    """`counts` is the short noun phrase a number counts or describes."""
    assert quantities(text)[-1].counts == counts


@pytest.mark.parametrize(
    "text",
    [
        "on March 3 and April 9, 2031",
        "in 2024, and since the 1990s",
        "at 6 a.m. on Oct. 23",
        "the third week of the 21st century",
        "the 4th floor",
        "Call 555-0142 or 212-555-0187 now.",
        "see https://example.org/2/345 or mail a12@example.org",
        "a Boeing 737 left Route 66 for Terminal",
        "our No. 4 seed, a G7 envoy and COVID-19",
        "Section 230 and Article 5",
        "the Level 3 lab",
        "No one came one day, and one of them knew.",
        "a two-way radio",
        "Air Force One landed",
        "phase two of the works",
        "14 Elm Street",
        "a 401(k) plan",
        "the 5G mast",
        "two years ago",
        "on 9/11",
        "the class of '98",
        "the 80's sound",
        "as one writes, one must read",
        "season four of the saga",
        "the second half of the year",
        "17\nGuard dogs sleep",
        "1. Guard dogs sleep",
        "four-hundredths of a second",
        "promoted to League One",
    ],
)
def test_dates_names_and_pronouns_are_no_quantities(text: str) -> None:
    """Dates, clock times, ordinals, telephone numbers, addresses, names and the pronoun "one" are left out."""
    assert quantities(text) == ()


def test_offsets_refer_to_the_whole_text() -> None:
    """A part of a text is read with offsets into the whole."""
    text = "Of 12 mills, at least 9 closed and 3 burned."

    found = quantities(text, 12, 34)

    assert [(q.text, text[q.start : q.end]) for q in found] == [("at least 9", "at least 9")]


def test_a_number_too_long_to_hold_is_left_out() -> None:
    """Thousands of digits are no quantity and never infinite."""
    assert quantities("It is " + "7" * 5000 + " and " + "million " * 400) != ()
    assert all(q.value is None or math.isfinite(q.value) for q in quantities("7" * 5000 + " million" * 400))


@pytest.mark.parametrize("text", ["1," * 3000, "3-" * 3000, "a million " * 1500, "more than " * 1500 + "5", "$" * 5000])
def test_repetitive_text_is_read(text: str) -> None:
    """Adversarial repetition is read like anything else."""
    assert all(q.text == text[q.start : q.end] for q in quantities(text))


PRINTED = [row[0] for row in BOUNDS] + [row[0] for row in UNITS] + [row[0] for row in RANGES]
PIECES = sorted({word for text in PRINTED for word in text.split()} | set("$%-–−+½.,:/'’”\n()°ſKİé\u00a05"))


@given(st.text() | st.builds(str.join, st.sampled_from(("", " ")), st.lists(st.sampled_from(PIECES))))
def test_quantities_cut_back_to_their_text(text: str) -> None:
    """In any text quantities are in order, apart, finite, and cut back to their own text."""
    found = quantities(text)

    assert all(q.text == text[q.start : q.end] for q in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(math.isfinite(v) for q in found for v in (q.value, q.high) if v is not None)


AGREEMENTS = [
    ("3 boats", "three boats", None),
    ("$1.2bn", "$1.2 billion", None),
    ("1.2 billion dollars", "$1.2bn", None),
    ("at least 300", "at least 300", None),
    ("no fewer than 300", "at least 300", None),
    ("50 percent of farms", "half of the farms", None),
    ("two decades", "20 years", None),
    ("50 cents", "$0.50", None),
    ("about 1,500", "1,487", None),
    ("about 1,500", "some 1,500", None),
    ("about a third of farms", "34 percent of farms", None),
    ("more than 1,400", "1,487", None),
    ("fewer than 1,500", "1,487", None),
    ("up to 15", "10 to 15", None),
    ("at least 10", "10 to 15", None),
    ("hundreds of farms", "several hundred farms", None),
    ("thousands of farms", "at least 3,000 farms", None),
    ("a 34-year-old", "aged 34", None),
    ("lost 1-3", "won 3-1", None),
    ("1,500", "some 1,500", "bound"),
    ("12,000", "up to 12,000", "bound"),
    ("more than 600,000", "at least 600,000", "bound"),
    ("at least 40", "40", "bound"),
    ("thousands of farms", "up to 12,000 farms", "bound"),
    ("1,500", "1,487", "number"),
    ("about 1,000", "1,487", "number"),
    ("about 1,450", "1,487", "number"),
    ("12,000", "1,200", "number"),
    ("3,000", "thousands", "number"),
    ("thousands", "hundreds", "number"),
    ("10", "10 to 15", "number"),
    ("$1.2 million", "$1.2 billion", "number"),
    ("3 percent", "3 percentage points", "unit"),
    ("5 million euros", "$5 million", "unit"),
    ("40 miles", "40 km", "unit"),
    ("3 percent", "3 homes", "unit"),
]


@pytest.mark.parametrize(("said", "printed", "fault"), AGREEMENTS)
def test_a_figure_agrees_or_names_its_fault(said: str, printed: str, fault: str | None) -> None:
    """A said figure is carried by the printed one, or the check says whether number, unit or bound breaks."""
    assert agrees(only(said), only(printed)) == fault


@pytest.mark.parametrize("text", PRINTED)
def test_a_figure_agrees_with_itself(text: str) -> None:
    """Every figure carries itself."""
    found = quantities(text)[-1]

    assert agrees(found, found) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The vote of the council of Orm on the pier was eight to three.", [(8.0, 3.0, "score")]),
        ("The price fell from 8 to 3.", [(8.0, None, None), (3.0, None, None)]),
    ],
)
def test_a_falling_pair_is_a_score_unless_it_runs_from_one_to_the_other(
    text: str, values: list[tuple[float, float | None, str | None]]
) -> None:
    """No range falls; "from" makes two figures of it."""
    assert [(q.value, q.high, q.unit) for q in quantities(text)] == values
