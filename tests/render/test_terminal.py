"""The terminal's form."""

import re

import pytest

from pipeline import render
from pipeline.records import Digest, Failure

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def _bare(text: str) -> str:
    return COLOUR.sub("", text)


def test_a_wide_terminal_gets_a_table(digest: Digest) -> None:
    """From 100 columns on, claims stand in a table with speaker, certainty, figures and place beside them."""
    text = _bare(render.render([digest], "text", color=True, width=120))

    assert re.search(r"# +claim and evidence +said by +certainty +figures, dates, place", text)
    assert re.search(r" 5 +As many as 400 homes could have been .* Tomas Quill +possible +≤ 400 homes", text)


def test_a_narrow_terminal_gets_lines(digest: Digest) -> None:
    """Below, each claim has its facts on a line under it."""
    text = _bare(render.render([digest], "text", color=True, width=80))

    assert "    Tomas Quill (Mayor) · possible · ≤ 400 homes · sentence 4" in text


@pytest.mark.parametrize("width", [40, 80, 99, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int, digest: Digest, empty: Digest, failure: Failure) -> None:
    """Every line fits, so that the terminal does not wrap it again."""
    text = _bare(render.render([digest, empty, failure], "text", color=True, width=width))

    assert max(map(len, text.splitlines())) <= width


def test_all_that_the_plain_form_says_is_there(digest: Digest) -> None:
    """Conflicts, findings, drops, coverage and origin stand in the terminal's form as well."""
    text = _bare(render.render([digest], "text", color=True, width=120))

    assert re.search(r"≥ 150 +≤ 400 +~90 *\n.*\n +Ilse Brandt \[3\] +Tomas Quill \[5\] +Halden Mutual \[7\]", text)
    assert "error    bound, line 2: expected at least 150; found 150" in text
    assert "Dropped (4)  1 quote not found, 1 not news, 1 unsupported, 1 truncated" in text
    assert "coverage: 10 of 11 news sentences are carried by a claim; not 12" in text
    assert "repaired" in text


def test_a_denial_is_red(digest: Digest) -> None:
    """What a source denies cannot be overlooked."""
    text = render.render([digest], "text", color=True, width=80)

    assert "\x1b[1;31mdenied (certain)\x1b[0m" in text


@pytest.mark.parametrize("width", [80, 120])
def test_only_our_own_colours_reach_the_terminal(width: int, hostile: Digest) -> None:
    """Beside the colour codes we write, no control character is left, nor is mark-up of ours taken from an article."""
    text = _bare(render.render([hostile], "text", color=True, width=width))

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "**b**" in text


def test_claims_alone(digest: Digest) -> None:
    """The table of claims shows what is kept, under its old numbers."""
    text = _bare(render.claims_table([digest], "text", keep=lambda claim: claim.weight == 3, color=True, width=120))

    assert "Claims (3 of 12)" in text
    assert re.findall(r"^ +(\d+)  \w", text, re.MULTILINE) == ["1", "3", "5"]


def test_an_empty_digest_is_truthful(empty: Digest) -> None:
    """Where nothing stood its checks the terminal says so."""
    text = _bare(render.render([empty], "text", color=True))

    assert "No summary: no line stood its checks." in text
    assert "no claim stood its checks" in text
    assert text.endswith("offline: rules and statistics, no model was asked\n")
