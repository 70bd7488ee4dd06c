"""The guard's own benchmark: faithful sentences pass, and every false one is named by its fault.

`guard_bench.jsonl` holds articles, claims and lines of our own invention. Rows "before-…" were written before the
rules, rows "after-…" after them and before they were first scored, rows "blind-…" after the rules were tuned.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import Fault, Reading
from pipeline.records import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Kind,
    Match,
    Modality,
    Polarity,
    Severity,
    claim_id,
)
from pipeline.text import align, guard
from pipeline.text.read import read

Row = dict[str, Any]

ROWS: list[Row] = [json.loads(r) for r in (Path(__file__).parent / "guard_bench.jsonl").read_text("utf-8").splitlines()]
FALSE = [row for row in ROWS if row["expected"]]
FAITHFUL = [row for row in ROWS if not row["expected"]]
MOST_FALSE_ALARMS = 0.03


@lru_cache(maxsize=16)
def reading(text: str, published: str) -> Reading:
    """The reading of a row's article."""
    return read(Article.of(text, published=published))


def evidence(page: Reading, quotes: list[str]) -> tuple[Evidence, ...]:
    """The first occurrence of each quote."""
    text = page.article.text
    spans = [span for quote in quotes for span in align.find(text, quote)[0].spans]
    return tuple(
        Evidence(
            start=span.start,
            end=span.end,
            quote=span.cut(text),
            match=Match.EXACT,
            sentences=tuple(s.index for s in page.sentences if s.start < span.end and span.start < s.end),
        )
        for span in spans
    )


def claim(page: Reading, row: Row) -> Claim:
    """A claim of a line's row, as the stages make it."""
    pieces = evidence(page, row["quotes"])
    quoted = any(p.start < q.end and q.start < p.end for p in pieces for q in page.quotations)
    kind = Kind.NARRATOR if row["source"] is None else Kind.DIRECT if quoted else Kind.INDIRECT
    return Claim(
        id=claim_id(row["claim"], pieces),
        text=row["claim"],
        literal=" … ".join(p.quote for p in pieces),
        evidence=pieces,
        attribution=Attribution(source=row["source"], kind=kind),
        modality=Modality(
            certainty=Certainty(row["certainty"]),
            polarity=Polarity.DENIED if row["denied"] else Polarity.AFFIRMED,
        ),
    )


def faults(row: Row) -> tuple[Fault, ...]:
    """What the guard finds in a row."""
    page = reading(row["text"], row["published"])
    if row["kind"] == "line":
        return guard.check_line(row["line"], [claim(page, c) for c in row["claims"]], page)
    return guard.check_claim(
        row["claim"],
        evidence(page, row["quotes"]),
        page,
        source=row["source"],
        certainty=Certainty(row["certainty"]),
        denied=row["denied"],
    )


@pytest.mark.parametrize("row", FALSE, ids=lambda row: row["id"])
def test_a_false_sentence_is_named_by_its_fault(row: Row) -> None:
    """Each false row ends with the check that it breaks, as an error or a warning."""
    named = {fault.check for fault in faults(row) if fault.severity is not Severity.NOTE}

    assert set(row["expected"]) <= named


def test_faithful_sentences_pass() -> None:
    """At most three in a hundred faithful rows end with an error."""
    alarms = [row["id"] for row in FAITHFUL if any(f.severity is Severity.ERROR for f in faults(row))]

    assert len(alarms) <= MOST_FALSE_ALARMS * len(FAITHFUL), alarms


def test_half_of_the_rows_are_faithful() -> None:
    """The benchmark punishes false alarms as much as misses."""
    assert len(ROWS) >= 120
    assert 0.4 <= len(FAITHFUL) / len(ROWS) <= 0.6
    assert len({row["id"] for row in ROWS}) == len(ROWS)
