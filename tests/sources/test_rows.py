"""Rows are read one at a time, and a bad one says which it is and what is wrong."""

import codecs
import io
import json
from itertools import islice
from typing import Any

import pytest

from pipeline.errors import ArticleError
from pipeline.sources.raw import MAX_BYTES, Raw, Unreadable
from pipeline.sources.row import read_row
from pipeline.sources.rows import each_item, each_row


def rows(data: bytes) -> list[Raw | Unreadable]:
    """The rows of a stream."""
    return list(each_row(io.BufferedReader(io.BytesIO(data)), "r.jsonl"))


class Endless(io.RawIOBase):
    """A stream that goes on for ever with the same row."""

    row = b'{"text": "It rained."}\n'

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with whole rows."""
        data = self.row * (len(buffer) // len(self.row))
        buffer[: len(data)] = data
        return len(data)


def test_lines_are_counted_with_the_empty_ones() -> None:
    """The number is the one an editor shows."""
    assert [row.ref for row in rows(b'{"a":1}\n\n  \r\n{"b":2}\r\n{"c":3}')] == ["r.jsonl:1", "r.jsonl:4", "r.jsonl:5"]


def test_a_stream_without_end_is_read_row_by_row() -> None:
    """Nobody waits for the last row to see the first."""
    found = list(islice(each_row(io.BufferedReader(Endless()), "r.jsonl"), 3))

    assert [row.ref for row in found] == ["r.jsonl:1", "r.jsonl:2", "r.jsonl:3"]


def test_a_row_that_is_too_large_is_left_out_and_the_next_is_read() -> None:
    """A line of many megabytes does not stop the file."""
    found = rows(b'{"text": "' + b"x" * MAX_BYTES + b'"}\n{"text": "small"}\n')

    assert [type(row) for row in found] == [Unreadable, Raw]
    assert found[1].ref == "r.jsonl:2"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_rows_may_have_a_byte_order_mark(encoding: str) -> None:
    """Spreadsheet programs write UTF-16: such rows are read, too."""
    data = '{"text": "Café"}\n{"text": "Hôtel"}\n'.encode(encoding)

    assert [json.loads(row.data) for row in rows(data) if isinstance(row, Raw)] == [{"text": "Café"}, {"text": "Hôtel"}]
    assert data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF32))


def test_a_row_keeps_its_text_to_the_letter() -> None:
    """White space, NULs and line ends are the article's own."""
    text = " “A”\r\n\u00a0b\u2028c\t \n"

    assert read_row(json.dumps({"text": text}).encode(), "r.jsonl:1").content == text


def test_a_row_says_what_it_knows() -> None:
    """Known keys are taken, an integer is an id, null is nothing, unknown keys are nobody's business."""
    row = read_row(b'{"text": "A", "id": 7, "title": null, "byline": "Ida", "score": [1]}', "r.jsonl:1")

    assert row.about == {"id": "7", "byline": "Ida"}


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b'{"html": "<p>A"}', "html"),
        (b'{"text": "A", "html": "<p>B"}', "plain"),
        (b'{"text": "", "html": "<p>B"}', "html"),
        (b'{"text": null, "html": "<p>B"}', "html"),
    ],
)
def test_text_goes_before_html(data: bytes, form: str) -> None:
    """A row with both has its article ready; the page is used where the text is empty."""
    assert read_row(data, "r.jsonl:1").form == form


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"text": "A"', "it is not JSON"),
        (b"The ferry sank.", "it is not JSON"),
        (b"[" * 100_000, "nested too deep"),
        (b'["text"]', "it is an array, not an object"),
        (b"3", "it is a number, not an object"),
        (b"null", "it is null, not an object"),
        (b"{}", 'it has neither "text" nor "html"'),
        (b'{"title": "A"}', 'it has neither "text" nor "html"'),
        (b'{"text": 5}', 'its "text" is a number, not a string'),
        (b'{"text": ["A"]}', 'its "text" is an array, not a string'),
        (b'{"html": true}', 'its "html" is true or false, not a string'),
        (b'{"text": "A", "title": {}}', 'its "title" is an object, not a string'),
        (b'{"text": "A", "id": true}', 'its "id" is true or false, not a string'),
        (b'{"text": "A", "published": 1700000000}', 'its "published" is a number, not a string'),
        (b'{"text": "A", "published": "last week"}', "its \"published\" is 'last week', not a date"),
    ],
)
def test_a_bad_row_says_which_and_what(data: bytes, reason: str) -> None:
    """One line names the row and what is wrong with it."""
    with pytest.raises(ArticleError) as caught:
        read_row(data, "r.jsonl:12")

    assert "'r.jsonl:12'" in str(caught.value)
    assert reason in str(caught.value)
    assert (caught.value.cause, "\n" in str(caught.value)) == ("bad_row", False)


@pytest.mark.parametrize(
    ("data", "refs"),
    [(b'{"text": "A"}', ["r.json"]), (b'[{"text": "A"}, {"text": "B"}, 3]', ["r.json:1", "r.json:2", "r.json:3"])],
)
def test_a_json_file_holds_one_row_or_an_array(data: bytes, refs: list[str]) -> None:
    """Both are read like rows of a JSONL file; what is no row is told when it is read."""
    found = list(each_item(data, "r.json"))

    assert [item.ref for item in found] == refs
    assert all(isinstance(item, Raw) and item.form == "row" for item in found)


@pytest.mark.parametrize(("data", "cause"), [(b"{", "bad_row"), (b"[]", "empty"), (b"\x00", "binary")])
def test_a_json_file_without_rows_is_unreadable(data: bytes, cause: str) -> None:
    """It does not end the run."""
    (found,) = each_item(data, "r.json")

    assert isinstance(found, Unreadable)
    assert found.cause == cause
