"""Claims as CSV."""

import csv
import io

import pytest

from pipeline import render
from pipeline.records import Digest, Failure
from pipeline.render.table import COLUMNS, guarded


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_a_claim(digest: Digest, empty: Digest, failure: Failure) -> None:
    """Every claim has a row with all its columns; digests without claims and failures have none."""
    rows = _rows(render.render([digest, empty, failure], "csv"))

    assert [row["claim_id"] for row in rows] == [claim.id for claim in digest.claims]
    assert {
        key: rows[7][key] for key in ("source", "via", "certainty", "kind", "evidence_match", "evidence_start")
    } == {
        "source": "Petra Osei",
        "via": "the state agency TNN",
        "certainty": "probable",
        "kind": "indirect",
        "evidence_match": "exact | exact",
        "evidence_start": " | ".join(str(piece.start) for piece in digest.claims[7].evidence),
    }
    assert rows[8]["conditional"] == "yes"
    assert rows[9]["quantities"] == "< 20 farms; 35 farms"


def test_the_header_stands_alone_where_there_is_no_claim(empty: Digest) -> None:
    """No claim gives the header and nothing else."""
    assert render.render([empty], "csv") == ",".join(COLUMNS) + "\n"


def test_offsets_cut_to_the_quote(digest: Digest) -> None:
    """A row's evidence can be checked against the article."""
    row = _rows(render.render([digest], "csv"))[4]

    assert digest.article.text[int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence_quote"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("≥ 150 homes", "≥ 150 homes"),
        ("> 5", "> 5"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_formula_is_text(cell: str, expected: str) -> None:
    """A spreadsheet never computes what an article says."""
    assert guarded(cell) == expected


def test_a_hostile_article_starts_no_formula(hostile: Digest) -> None:
    """No cell of a hostile digest begins as a formula."""
    rows = _rows(render.render([hostile], "csv"))

    assert len(rows) == 1
    assert not [cell for cell in rows[0].values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_kept_claims_keep_their_numbers(digest: Digest) -> None:
    """A filter leaves rows out and numbers as they are."""
    rows = _rows(render.claims_table([digest], "csv", keep=lambda claim: claim.attribution.via is not None))

    assert [row["number"] for row in rows] == ["8", "9"]
