"""Double quotation marks and what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import Quotation
from pipeline.records import Span
from pipeline.text.segment.layout import paragraphs
from pipeline.text.segment.quotations import marks, quotations


def quoted(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text."""
    parts = paragraphs(text)
    return quotations(text, parts, [marks(text, part) for part in parts])


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“It broke,” she said.", ["It broke,"]),
        ('"It broke," she said. "We fixed it."', ["It broke,", "We fixed it."]),
        ("''It broke,'' she said. ''We fixed it.''", ["It broke,", "We fixed it."]),
        ("``It broke,'' she said.", ["It broke,"]),
        ("''He said 'no,''' she said.", ["He said 'no,'"]),
        ("„Es brach“, sagte sie.", ["Es brach"]),
        ("« C’est fini », dit-elle.", [" C’est fini "]),
        ("»Es brach«, sagte sie.", ["Es brach"]),
        ("“It broke,“ she said.", ["It broke,"]),
        ("”It broke,” she said.", ["It broke,"]),
        ("The “spill” and the “leak” differ.", ["spill", "leak"]),
        ('The 12" pipe burst.', []),
        ('The 12" pipe, "the old one," burst.', ["the old one,"]),
        ("“He told me “never” twice,” she said.", ["He told me “never” twice,"]),
        ("“It broke. “We fixed it,” she said.", ["We fixed it,"]),
        ("She went ’tin-hatting’ in the ’90s.", []),
        ("“She went ’rag-picking’ early,” he said.", ["She went ’rag-picking’ early,"]),
        ('("It broke," she said.)', ["It broke,"]),
        ('It was "" and “ ”.', []),
        ("It broke,” she said.", []),
    ],
)
def test_a_quotation_is_what_stands_between_its_marks(text: str, inner: list[str]) -> None:
    """Curly, straight, doubled, wrongly turned and foreign marks are paired; inches and apostrophes are left alone."""
    found = quoted(text)

    assert [quotation.inner.cut(text) for quotation in found] == inner


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_open_at_its_end() -> None:
    """Every part but the last lacks a closing mark and is open."""
    text = "“It broke,” she said. “We were lucky.\n\n“We fixed it.\n\n“We sailed,” she said."

    found = quoted(text)

    assert [(q.inner.cut(text), q.open_end, q.paragraph) for q in found] == [
        ("It broke,", False, 0),
        ("We were lucky.", True, 0),
        ("We fixed it.", True, 1),
        ("We sailed,", False, 2),
    ]


def test_a_mark_that_nothing_closes_is_no_quotation() -> None:
    """Where the next paragraph does not open again, a lost closing mark gives no quotation."""
    found = quoted("“It broke, she said.\n\nThe crew went home.")

    assert found == ()


@given(st.text(alphabet="Ab1 .,\"“”„«»'`()\n", max_size=80))
def test_quotations_lie_in_order_inside_their_paragraphs(text: str) -> None:
    """What is inside lies between the marks, and no two quotations overlap."""
    parts = paragraphs(text)

    found = quotations(text, parts, [marks(text, part) for part in parts])

    at = 0
    for quotation in found:
        part = parts[quotation.paragraph]
        assert at <= quotation.start
        assert part.start <= quotation.start < quotation.inner.start < quotation.inner.end <= quotation.end <= part.end
        at = quotation.end


def test_a_hundred_thousand_marks_are_read() -> None:
    """Marks without words make no quotation."""
    text = '"' * 100_000

    assert quoted(text) == ()
    assert len(marks(text, Span(start=0, end=len(text)))) <= len(text)
