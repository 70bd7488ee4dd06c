"""Raw bytes become an article whose text is what was written."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleError
from pipeline.records import Article, text_hash
from pipeline.sources import Form, Raw, parse
from pipeline.sources.decode import decode


def attempt(raw: Raw) -> Article | ArticleError:
    """The article, or the error that says why there is none."""
    try:
        return parse(raw)
    except ArticleError as err:
        return err


@given(st.binary(max_size=200), st.sampled_from(["plain", "markdown"]))
@settings(deadline=None)
def test_any_bytes_are_an_article_to_the_letter_or_one_line(data: bytes, form: Form) -> None:
    """What can be decoded is kept as it is; all else is one of our errors."""
    found = attempt(Raw("a.txt", data, form))

    if isinstance(found, Article):
        assert found.text == decode(data, "a.txt")
    else:
        assert str(found).isprintable()
        assert found.advice


@given(st.text(st.characters(blacklist_categories=[]), max_size=100))
@settings(deadline=None)
def test_any_text_of_a_row_is_kept_to_the_letter_or_refused(text: str) -> None:
    """JSON can write half a surrogate pair, which is no text."""
    found = attempt(Raw("r.jsonl:1", json.dumps({"text": text}).encode(), "row"))

    if isinstance(found, Article):
        assert found.text == text
    else:
        assert found.cause in ("empty", "bad_encoding")


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_as_a_page_are_an_article_or_one_line(data: bytes) -> None:
    """A page cannot make the reader fail in any other way."""
    found = attempt(Raw("a.html", b"<html><p>" + data, "html"))

    assert isinstance(found, Article) or str(found).isprintable()


def test_crlf_and_spaces_are_kept() -> None:
    """Offsets refer to the text as it was given."""
    data = b"A ferry sank.\r\n\r\n  It rained. \xc2\xa0\r\n"

    assert parse(Raw("a.txt", data, "plain")).text == "A ferry sank.\r\n\r\n  It rained. \u00a0\r\n"


def test_an_article_of_five_megabytes_is_read() -> None:
    """A long article is an article."""
    data = b"The ferry sank off the point, the coast guard said on Monday.\n" * 85_000

    assert len(parse(Raw("a.txt", data, "plain")).text) == len(data) > 5_000_000


def test_the_id_comes_from_the_text_where_nobody_gives_one() -> None:
    """The same text has the same id under any name."""
    first, second = (parse(Raw(ref, b"A ferry sank.", "plain")) for ref in ("a.txt", "b.txt"))

    assert first.id == second.id == text_hash("A ferry sank.")[:12]


def test_a_markdown_heading_is_the_title_and_stays_in_the_text() -> None:
    """The first heading of the first rank counts, wherever it stands."""
    text = "*Velmora*\n\n#  Ferry sinks ##\n\nIt sank.\n\n# Later\n"

    article = parse(Raw("a.md", text.encode(), "markdown"))

    assert (article.title, article.text) == ("Ferry sinks", text)


def test_plain_text_has_no_title() -> None:
    """A line that looks like one is left to the layout."""
    assert parse(Raw("a.txt", b"# Ferry sinks\n\nIt sank.", "plain")).title is None


def test_the_caller_goes_before_the_row_and_the_row_before_the_page() -> None:
    """Who stands nearer to the user is believed."""
    head = "<title>Page</title><meta name=author content=Page><meta property=og:title content=Page>"
    story = "<p>A ferry sank off Tarn Point on Monday, the coast guard said, and nobody was hurt.</p>"
    html = f"<html lang=de><head>{head}</head><body><article>{story}</article>"
    row = {"html": html, "byline": "Row", "title": "Row", "id": "row"}
    raw = Raw("r.jsonl:1", json.dumps(row).encode(), "row", (("id", "caller"), ("title", "Caller")))

    article = parse(raw)

    assert (article.id, article.title, article.byline, article.language) == ("caller", "Caller", "Row", "de")


def test_a_printed_date_is_used_where_nobody_says_when() -> None:
    """The dateline says when an article is from, unless the caller does."""
    text = "VELMORA, May 4, 2031 (Nordia Press) - A ferry sank on Sunday, the coast guard said."

    printed = parse(Raw("a.txt", text.encode(), "plain"))
    said = parse(Raw("a.txt", text.encode(), "plain", (("published", "2031-05-05"),)))

    assert printed.published is not None
    assert printed.published.date().isoformat() == "2031-05-04"
    assert said.published == datetime(2031, 5, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (Raw("a.txt", b"", "plain"), "empty"),
        (Raw("a.txt", b" \n\xc2\xa0\n", "plain"), "empty"),
        (Raw("a.txt", b"\xef\xbb\xbf", "plain"), "empty"),
        (Raw("r:1", b'{"text": " "}', "row"), "empty"),
        (Raw("r:1", b'{"text": "\\ud800"}', "row"), "bad_encoding"),
        (Raw("r:1", b'{"text": "A", "title": "\\udfff"}', "row"), "bad_encoding"),
        (Raw("a.txt", b"A ferry sank.", "plain", (("published", "soon"),)), "bad_date"),
        (Raw("a.html", b"", "html"), "bad_page"),
    ],
)
def test_what_is_no_article_is_a_typed_error(raw: Raw, cause: str) -> None:
    """Each cause is a word that a program can read, each message a line for a person."""
    with pytest.raises(ArticleError) as caught:
        parse(raw)

    assert (caught.value.stage, caught.value.cause) == ("read", cause)
    assert repr(raw.ref) in str(caught.value)
