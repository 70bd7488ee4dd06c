"""Digests as JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import render
from pipeline.records import Digest, Failure
from pipeline.render.jsonl import indented
from pipeline.render.view import view


def test_one_digest_is_one_object_in_the_records_own_json(digest: Digest) -> None:
    """The JSON of one source is what the record itself writes, indented by two spaces."""
    printed = render.render([digest], "json")

    assert printed == digest.model_dump_json(by_alias=True, indent=2) + "\n"
    assert Digest.model_validate_json(printed) == digest


def test_a_view_writes_the_bytes_of_its_record(digest: Digest) -> None:
    """Figures such as 0.00001 keep the letters they were stored with, on one line and on many."""
    stored = view(digest.model_dump_json(by_alias=True))

    assert render.render([stored], "jsonl") == digest.model_dump_json(by_alias=True) + "\n"
    assert render.render([stored], "json") == digest.model_dump_json(by_alias=True, indent=2) + "\n"


def test_a_view_of_indented_json_is_one_line_again(digest: Digest) -> None:
    """However a digest was stored, its row is one line."""
    stored = view(digest.model_dump_json(by_alias=True, indent=2))

    assert render.render([stored], "jsonl") == digest.model_dump_json(by_alias=True) + "\n"


def test_several_items_are_an_array(digest: Digest, failure: Failure) -> None:
    """Two sources make an array in their order, failures among them."""
    rows = json.loads(render.render([failure, digest], "json"))

    assert [row.get("article_id", "digest") for row in rows] == ["cookie-wall", "digest"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_rows_are_one_line_each(count: int, digest: Digest) -> None:
    """JSON Lines has a line for every item, also for none and for one."""
    lines = render.render([digest] * count, "jsonl").splitlines()

    assert [json.loads(line)["article"]["id"] for line in lines] == ["sarn-dam"] * count


def test_no_source_is_an_empty_array() -> None:
    """JSON of nothing is still JSON."""
    assert json.loads(render.render([], "json")) == []


def test_claim_rows_say_article_and_number(digest: Digest, empty: Digest, failure: Failure) -> None:
    """Claims that are kept stand alone with their article and the number they have in its digest."""
    rows = render.claims_table([digest, empty, failure], "jsonl", keep=lambda claim: bool(claim.quantities))

    kept = [json.loads(row) for row in rows.splitlines()]
    assert [row["number"] for row in kept] == [1, 3, 5, 7, 9, 10, 11, 12]
    assert {row["article"] for row in kept} == {"sarn-dam"}
    assert kept[0]["dates"][0]["from"] == "2024-05-14"


def test_claim_array_has_the_rows(digest: Digest) -> None:
    """The array of claims holds what the rows hold."""
    array = json.loads(render.claims_table([digest], "json"))

    assert array == [json.loads(row) for row in render.claims_table([digest], "jsonl").splitlines()]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=12,
    )
)
def test_indenting_is_the_standard_librarys(value: object) -> None:
    """Laying out compact JSON gives what the standard library lays out."""
    compact = json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    assert indented(compact) == json.dumps(value, indent=2, ensure_ascii=False)
