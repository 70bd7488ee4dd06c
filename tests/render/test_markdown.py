"""Digests as Markdown, read back by a Markdown parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.markdown import Markdown

from pipeline import render
from pipeline.records import Digest, Failure
from pipeline.render.markdown import escaped

QUIET = {"inline", "text", "softbreak", "hardbreak"}


def _kinds(text: str) -> set[str]:
    """The kinds of all pieces that the parser finds, inline ones too."""
    tokens = Markdown(text).parsed
    return {token.type for token in tokens} | {part.type for token in tokens for part in token.children or []}


def _words(text: str) -> str:
    """All the text that a reader would see."""
    return "".join(
        part.content for token in Markdown(text).parsed for part in token.children or [] if part.type == "text"
    )


def test_a_digest_as_markdown(digest: Digest) -> None:
    """Headline, brief, numbered lines, and a row for every claim with figures and evidence."""
    text = render.render([digest], "md")

    assert text.startswith("# Dam breach floods three villages; counts of lost homes differ\n\nCorvo News · 2024-05-14")
    assert "\n2. Ilse Brandt said 150 homes are gone. \\[3\\]\n" in text
    assert (
        "\n| 5 | As many as 400 homes could have been destroyed, Tomas Quill said. | Tomas Quill (Mayor) | possible "
        "| ≤ 400 homes |  | sentence 4: Mayor Tomas Quill said as many as 400 homes could have been destroyed. |\n"
    ) in text
    assert "| Ilse Brandt | Tomas Quill | Halden Mutual |\n| --- | --- | --- |\n| ≥ 150 \\[3\\] |" in text
    assert Markdown(text).parsed


@given(text=st.text(alphabet=st.sampled_from("<>&*_`[]()!#|~\\-+=.:/@$1 ahtpsw\n"), max_size=30))
def test_escaped_text_is_only_text(text: str) -> None:
    """Whatever an article says renders as just that: no mark-up, no HTML, no link."""
    shown = escaped(text)

    assert _kinds(shown) <= {"paragraph_open", "paragraph_close", *QUIET}
    assert _words(shown) == " ".join(text.split())


@pytest.mark.parametrize("text", ["1. not a list", "- no", "# no", "http://a.example", "www.a.example", "1) no", "a|b"])
def test_the_beginning_of_a_line_and_bare_links_are_escaped(text: str) -> None:
    """Marks that only count at the start of a line, and addresses that some readers link, are broken up."""
    shown = escaped(text)

    assert "\\" in shown
    assert _words(shown) == text


def test_an_article_adds_no_markup(hostile: Digest) -> None:
    """A digest full of HTML, links and bars parses to our own headings, lists and tables alone."""
    kinds = _kinds(render.render([hostile], "md"))

    assert not {kind for kind in kinds if "html" in kind or "link" in kind or "code" in kind or "strong" in kind}
    tokens = Markdown(render.claims_table([hostile], "md")).parsed
    assert [token.type for token in tokens].count("td_open") == 7


def test_an_empty_digest_is_truthful(empty: Digest) -> None:
    """Where nothing stood its checks the Markdown says so."""
    text = render.render([empty], "md")

    assert "No summary: no line stood its checks." in text
    assert "No claim stood its checks." in text


def test_failures_are_sections(digest: Digest, failure: Failure) -> None:
    """A failed article has its own heading, cause and advice."""
    text = render.render([digest, failure], "md")

    assert "\n---\n\n# Failed: cookie-wall\n\nread: too little prose.\n" in text


def test_claims_alone_keep_their_numbers(digest: Digest) -> None:
    """Rows that are left out do not change the numbers of the others."""
    text = render.claims_table([digest], "md", keep=lambda claim: claim.modality.polarity == "denied")

    assert [line.split(" | ")[0] for line in text.splitlines() if line.startswith("| ")] == ["| #", "| --:", "| 6"]
