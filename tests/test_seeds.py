"""The seeds are what their README says: clean text of the stated length with the listed traps in it."""

import datetime as dt
import re
import unicodedata
from pathlib import Path

import pytest
import trafilatura

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = sorted(p.name for p in SEEDS.iterdir() if p.suffix in {".txt", ".md", ".html"} and p.name != "README.md")
ENTRY = re.compile(
    r"^- \[(?P<file>[\w.-]+)\]\((?P=file)\), (?P<published>\d{4}-\d\d-\d\d), (?P<low>[\d,]+) to (?P<high>[\d,]+) words"
)
WEEKDAY_AND_DATE = re.compile(
    r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (?P<day>[A-Z][a-z]+ \d{1,2})(?:, (?P<year>\d{4}))?"
)
TYPED_STRAIGHT = {"final.txt", "merger.txt", "rates.txt"}


def read(name: str) -> str:
    """The seed as strict UTF-8 with its line ends kept."""
    return (SEEDS / name).read_bytes().decode("utf-8")


def prose(name: str) -> str:
    """What a reader of the seed reads: the file, or for a page its article."""
    return (trafilatura.extract(read(name), include_comments=False) or "") if name.endswith(".html") else read(name)


def entries() -> dict[str, str]:
    """The README's line for each seed, by file name."""
    lines = (SEEDS / "README.md").read_text(encoding="utf-8").splitlines()
    return {found["file"]: line for line in lines if (found := ENTRY.match(line))}


def traps() -> list[tuple[str, str]]:
    """Every (file, passage) that the README sets in code."""
    return [(name, passage) for name, line in entries().items() for passage in re.findall(r"`([^`]+)`", line)]


def test_readme_has_one_line_for_each_seed() -> None:
    """The README lists exactly the seeds that are there."""
    assert sorted(entries()) == FILES
    assert len(FILES) >= 20


@pytest.mark.parametrize("name", FILES)
def test_seed_is_clean_text(name: str) -> None:
    """A seed is composed UTF-8 with plain line feeds, no byte order mark and no control characters."""
    text = read(name)

    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert not [c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs"} and c != "\n"]


@pytest.mark.parametrize("name", FILES)
def test_seed_has_the_stated_length(name: str) -> None:
    """The words of a seed are as many as the README says."""
    stated = ENTRY.match(entries()[name])

    assert stated is not None
    low, high = (int(stated[end].replace(",", "")) for end in ("low", "high"))
    assert low <= len(prose(name).split()) <= high


@pytest.mark.parametrize(("name", "passage"), traps())
def test_listed_trap_stands_in_the_seed(name: str, passage: str) -> None:
    """What the README sets in code is in the seed to the letter."""
    assert passage in read(name)


@pytest.mark.parametrize("name", FILES)
def test_each_seed_has_traps(name: str) -> None:
    """A seed without traps would test nothing."""
    assert len([passage for file, passage in traps() if file == name]) >= 6


@pytest.mark.parametrize("name", FILES)
def test_quotes_are_straight_in_the_seeds_of_one_agency_and_curly_elsewhere(name: str) -> None:
    """Ledger Wire types straight quotation marks and no curly ones; everybody else does the reverse."""
    text = prose(name)

    assert ('"' in text, "“" in text) == ((True, False) if name in TYPED_STRAIGHT else (False, True))


@pytest.mark.parametrize("name", FILES)
def test_every_quotation_is_closed_or_goes_on(name: str) -> None:
    """A quotation is closed in its paragraph, or the next paragraph opens it again."""
    paragraphs = [p for p in prose(name).split("\n") if p.strip()]
    unclosed = [i for i, p in enumerate(paragraphs) if p.count("“") != p.count("”")]

    assert all(paragraphs[i + 1].startswith("“") for i in unclosed)


@pytest.mark.parametrize("name", FILES)
def test_weekdays_fit_their_dates(name: str) -> None:
    """A weekday printed with a date is the weekday of that date."""
    published = ENTRY.match(entries()[name])
    assert published is not None
    default_year = published["published"][:4]

    for found in WEEKDAY_AND_DATE.finditer(prose(name)):
        day = dt.datetime.strptime(f"{found['day']} {found['year'] or default_year}", "%B %d %Y").replace(tzinfo=dt.UTC)
        assert day.strftime("%A") == found["weekday"]


def test_two_seeds_are_pages_and_one_is_long() -> None:
    """There are two HTML pages with everything around their article, and a feature of more than 3,000 words."""
    pages = [name for name in FILES if name.endswith(".html")]
    long = [name for name in FILES if len(prose(name).split()) > 3_000]

    assert pages == ["clinic.html", "liveblog.html"]
    assert long == ["river.md"]
