"""A whole text becomes sentences with roles, and quotations."""

from pathlib import Path

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Role
from pipeline.text.segment import segment
from pipeline.text.segment.layout import paragraphs

ARTICLE = """\
- The Valley Times - Wednesday, October 23, 2030

HARROW BAY, Tarsk (Coastal Press) — The old sea wall gave way at 5 a.m. Monday, and water ran into St. Anselm Road. \
At least 150 homes were lost, Mayor Falk said. Gov. Paul Oye put the number at “up to 400” in a call with the U.S. \
ambassador.

“It broke. We fixed it in 1998, and it broke again,” Lt. Gen. Ada Brandt said, according to the Northway Press. \
“What more can I say?”

Insurers see it otherwise. Harrow Mutual Inc. spoke of some 90 homes and $1.2 million. The firm's figure leaves out \
boats, J. K. Ostrander wrote in a note on Jan. 5. Nobody asked about the school.

The money question

“Who pays?” Mara Lind asked. She owns Pier No. 4. The county has not said; the state has [so far] not been asked... \
The ferry will not run before Friday, Mr. Quist said. It carried 1,200 people a day.

“We will build again.

“We always have,” Ms. Falk said.

This story was compiled in part from agency reports.

• Ana Ruiz can be reached at ana@valley.example.

Copyright © 2030 The Valley Times. See our page on reprints for permission.

Kindly review our comment rules before you post.

Click to Hide
"""

OWN_WORDS = st.sampled_from(
    [
        "Mr.",
        "Mrs.",
        "U.S.",
        "a.m.",
        "Inc.",
        "Jan.",
        "No.",
        "4",
        "$1.2",
        "million.",
        "said.",
        "said,",
        "“It",
        "broke.",
        "fixed",
        "it,”",
        "“Who",
        "knows?”",
        "she",
        "Lind",
        "...",
        "…",
        "[and]",
        "(so)",
        "?!",
        "‘no’",
        '"yes"',
        "HARROW",
        "BAY",
        "—",
        "\n\n",
        "\n",
        "\r\n",
        "#",
        "*",
        ">",
        "•",
        "By",
        "Photo:",
        "©",
        "’90s",
        "workers’",
        "»",
        "«",
        "end.",
        "The",
    ]
)


def test_an_article_is_read_from_dateline_to_footer() -> None:
    """Every line of an agency story gets its role, and the footer is no news."""
    sentences, _ = segment(ARTICLE)

    by_role = {
        role: [s.cut(ARTICLE) for s in sentences if s.role is role]
        for role in (Role.DATELINE, Role.HEADLINE, Role.CREDIT, Role.BOILERPLATE)
    }

    assert by_role == {
        Role.DATELINE: ["- The Valley Times - Wednesday, October 23, 2030", "HARROW BAY, Tarsk (Coastal Press) —"],
        Role.HEADLINE: ["The money question"],
        Role.CREDIT: ["This story was compiled in part from agency reports."],
        Role.BOILERPLATE: [
            "• Ana Ruiz can be reached at ana@valley.example.",
            "Copyright © 2030 The Valley Times.",
            "See our page on reprints for permission.",
            "Kindly review our comment rules before you post.",
            "Click to Hide",
        ],
    }


def test_quotations_of_an_article_are_found_in_order() -> None:
    """A quotation that goes on in the next paragraph has two parts, the first one open."""
    _, quotations = segment(ARTICLE)

    found = [(q.inner.cut(ARTICLE), q.open_end) for q in quotations]

    assert found == [
        ("up to 400", False),
        ("It broke. We fixed it in 1998, and it broke again,", False),
        ("What more can I say?", False),
        ("Who pays?", False),
        ("We will build again.", True),
        ("We always have,", False),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It broke, he said. Click here to read more.", Role.BOILERPLATE),
        ("It broke, he said. (Reporting by Ana Ruiz; editing by Tom Lind)", Role.CREDIT),
        ("It broke, he said. Copyright holders disagree, she said.", Role.BODY),
        ("“It broke. Join us here on Facebook!”", Role.BODY),
    ],
)
def test_a_line_for_the_reader_inside_a_paragraph_is_no_news(text: str, last: Role) -> None:
    """What extraction has glued to the last sentence is told from it."""
    sentences, _ = segment(text)

    assert [s.role for s in sentences] == [Role.BODY, last]


def test_a_line_pasted_in_front_of_a_sentence_is_cut_off() -> None:
    """The sentence behind it stays news."""
    text = "It broke, he said. Scroll down for video Ada Brandt, left, at the wall."

    sentences, _ = segment(text)

    assert [(s.cut(text), s.role) for s in sentences][1:] == [
        ("Scroll down for video", Role.BOILERPLATE),
        ("Ada Brandt, left, at the wall.", Role.BODY),
    ]


@pytest.mark.parametrize("text", ["", " \n\u00a0\r\n", "\t"])
def test_white_space_has_no_sentence(text: str) -> None:
    """Nothing in, nothing out."""
    assert segment(text) == ((), ())


def _check(text: str) -> None:
    sentences, quotations = segment(text)
    parts = paragraphs(text)
    at = 0
    for position, sentence in enumerate(sentences):
        assert sentence.index == position
        assert at <= sentence.start
        assert not text[at : sentence.start].strip()
        assert sentence.cut(text) == sentence.cut(text).strip() != ""
        part = parts[sentence.paragraph]
        assert part.start <= sentence.start < sentence.end <= part.end
        at = sentence.end
    assert not text[at:].strip()
    for quotation in quotations:
        assert quotation.start < quotation.inner.start < quotation.inner.end <= quotation.end


@given(st.text(max_size=300))
def test_any_text_is_segmented_without_loss(text: str) -> None:
    """In order, no overlap, stripped, inside its paragraph, and every character accounted for."""
    _check(text)


@given(st.lists(OWN_WORDS, max_size=60).map(" ".join))
def test_newsy_text_is_segmented_without_loss(text: str) -> None:
    """The same truths hold for text full of traps."""
    _check(text)


@given(st.lists(OWN_WORDS, max_size=30).map(" ".join))
def test_segmenting_twice_gives_the_same(text: str) -> None:
    """Nothing depends on anything but the text."""
    assert segment(text) == segment(text)


@pytest.mark.parametrize(
    "text",
    ["a. " * 30_000, "a.\n" * 20_000, "“Who?” Mara Lind " * 5_000, "By " * 20_000, "[[" * 20_000, "A.B," * 20_000],
    ids=["initials", "lines", "questions", "bylines", "brackets", "capitals"],
)
def test_huge_monotonous_texts_are_segmented_without_loss(text: str) -> None:
    """Shapes that make patterns slow obey the same truths."""
    _check(text)


SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_a_library_splitter_agrees_on_most_boundaries() -> None:
    """Outside quotations and datelines, at least 90 % of the boundaries that either side sees are seen by both.

    The library never splits inside quotation marks and knows no datelines; those boundaries are left out.
    """
    both = either = 0
    shown: list[str] = []

    for text in (ARTICLE, *(path.read_text(encoding="utf-8") for path in SEEDS)):
        ours, theirs = _boundaries(text)
        both += len(ours & theirs)
        either += len(ours | theirs)
        shown += [f"{'ours' if at in ours else 'theirs'}: {text[max(at - 40, 0) : at + 20]!r}" for at in ours ^ theirs]

    assert both >= 0.9 * either, "\n".join(shown)


def _boundaries(text: str) -> tuple[set[int], set[int]]:
    """The ends of sentences by us and by the library, without those that only we look for."""
    sentences, quotations = segment(text)
    skipped = {at for q in quotations for at in range(q.start, q.end)}
    skipped |= {s.end for s in sentences if s.role is Role.DATELINE}
    theirs: set[int] = set()
    for part in paragraphs(text):
        at = part.start
        for piece in sentencex.segment("en", part.cut(text)):
            bare = piece.strip()
            if bare:
                at = text.index(bare, at) + len(bare)
                theirs.add(at)
    return {s.end for s in sentences} - skipped, theirs - skipped
