"""The plain text of digests."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import render
from pipeline.records import Digest, Failure


def test_a_digest_as_text(digest: Digest) -> None:
    """Headline, brief, lines with claim numbers, claims with who, how sure, figures, place and quote."""
    text = render.render([digest], "text", width=100)

    assert text.startswith(
        "Dam breach floods three villages; counts of lost homes differ [1][2]\nCorvo News · 2024-05-14"
    )
    assert "\n 2. Ilse Brandt said 150 homes are gone. [3]\n" in text
    assert "CLAIMS (12)   ≥ at least, ≤ up to, > more than, < fewer than, ~ about\n" in text
    assert (
        " [5]  As many as 400 homes could have been destroyed, Tomas Quill said.\n"
        "      Tomas Quill (Mayor) · possible · ≤ 400 homes · sentence 4\n"
        "      │ Mayor Tomas Quill said as many as 400 homes could have been destroyed.\n"
    ) in text
    assert "      Tomas Quill (Mayor) · denied (certain) · sentence 5 · repaired\n" in text
    assert "(Energy Minister; via the state agency TNN) · certain, conditional ·" in text


def test_conflicting_figures_stand_side_by_side(digest: Digest) -> None:
    """A conflict lists its figures in one column, each with its source and claim."""
    text = render.render([digest], "text")

    assert (
        "CONFLICTS (1)\n\n homes lost\n"
        "   ≥ 150  Ilse Brandt [3]\n   ≤ 400  Tomas Quill [5]\n   ~90    Halden Mutual [7]\n"
    ) in text


def test_doubts_and_drops_are_shown(digest: Digest) -> None:
    """Findings stand by severity, dropped drafts with their causes, coverage and origin at the end."""
    text = render.render([digest], "text")

    assert re.findall(r"^ (error|warning|note) ", text, re.MULTILINE) == ["error", "warning", "note"]
    assert "DROPPED (4): 1 quote not found, 1 not news, 1 unsupported, 1 truncated\n" in text
    assert "\n truncated: the whole reply (the reply stops after 2,048 tokens)\n" in text
    assert "\ncoverage: 10 of 11 news sentences are carried by a claim; not 12\n" in text


def test_an_empty_digest_is_truthful(empty: Digest) -> None:
    """Where nothing stood its checks the text says so, and by whom it was made."""
    assert render.render([empty], "text") == (
        "(no title)\n"
        "article oster\n"
        "\n"
        "No summary: no line stood its checks.\n"
        "\n"
        "CLAIMS: no claim stood its checks.\n"
        "\n"
        "coverage: 0 of 1 news sentences are carried by a claim\n"
        "offline: rules and statistics, no model was asked\n"
    )


def test_a_failure_says_where_why_and_what_to_do(digest: Digest, failure: Failure) -> None:
    """A failed article stands among the digests, between rules."""
    text = render.render([digest, failure], "text", width=80)

    assert text.endswith(
        "\n"
        + "─" * 80
        + "\n\nFAILED: cookie-wall, read: too little prose\n  'cookie-wall.html' holds 12 words of prose\n"
        "  save the page after its consent form, or give its text\n"
    )


@given(width=st.integers(0, 200))
def test_no_line_is_wider_than_asked(width: int, digest: Digest, failure: Failure) -> None:
    """Every line fits the width, from 40 columns on; an address is not broken."""
    lines = render.render([digest, failure], "text", width=width).splitlines()

    assert max(len(line) for line in lines if not line.startswith("https:")) <= max(width, 40)


def test_claims_that_are_kept_keep_their_numbers(digest: Digest) -> None:
    """The table of claims counts what it shows and numbers claims as in the digest."""
    text = render.claims_table([digest], "text", keep=lambda claim: claim.attribution.source == "Tomas Quill")

    assert "CLAIMS (2 of 12)   ≤ up to\n" in text
    assert re.findall(r"^ \[(\d+)\]", text, re.MULTILINE) == ["5", "6"]


def test_nothing_is_empty_text() -> None:
    """No source gives no text."""
    assert render.render([], "text") == ""


@pytest.mark.parametrize("form", ["text", "md", "csv"])
def test_an_article_cannot_speak_to_the_terminal(form: str, hostile: Digest) -> None:
    """Escape sequences, 8-bit controls and direction overrides of an article are drawn, not sent."""
    text = render.render([hostile], form) + render.claims_table([hostile], form)

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    assert "␛" in text


def test_an_article_cannot_begin_a_line(hostile: Digest) -> None:
    """A line break inside a summary line does not become a line of ours."""
    assert "\n# Heading" not in render.render([hostile], "text")


@pytest.mark.parametrize("form", ["page", "", "html "])
def test_an_unknown_form_is_refused(form: str) -> None:
    """A form that does not exist is an error that names those that do."""
    with pytest.raises(ValueError, match="text, json, jsonl, md, csv"):
        render.render([], form)
    with pytest.raises(ValueError, match="text, json, jsonl, md, csv"):
        render.claims_table([], form)
