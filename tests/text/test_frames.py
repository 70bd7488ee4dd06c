"""Frames: printed sentences as tokens, each quotation one of them."""

import pytest

from pipeline.records import Role, Sentence
from pipeline.text.attribution.frames import LONGEST, frames
from pipeline.text.segment import segment


def test_a_quotation_is_one_token() -> None:
    """However many sentences a quotation holds, its frame holds it once."""
    text = "“It rained. It snowed. It froze,” Ilse Maran said."

    (frame,) = frames(text, *segment(text))

    assert [token.text for token in frame.tokens][:2] == ["“It rained. It snowed. It froze,”", "Ilse"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mr. Maran left at noon.", "Mr."),
        ("The fleet lost 3,000 boats.", "3,000"),
        ("Nobody saw O’Dell’s boat.", "O’Dell’s"),
    ],
)
def test_a_word_keeps_its_marks(text: str, word: str) -> None:
    """Abbreviations, figures and genitives are one word each."""
    (frame,) = frames(text, *segment(text))

    assert word in [token.text for token in frame.tokens]


def test_boilerplate_has_no_frame() -> None:
    """Only body and headline are read for attributions."""
    text = "She said no."

    assert frames(text, [Sentence(start=0, end=len(text), index=0, paragraph=0, role=Role.CREDIT)], []) == ()


def test_an_endless_sentence_is_cut() -> None:
    """A run of words without an end becomes frames of bounded length, so that rules stay linear."""
    text = "said " * (3 * LONGEST)

    made = frames(text, [Sentence(start=0, end=len(text), index=0, paragraph=0)], [])

    assert [len(frame.tokens) for frame in made] == [LONGEST] * 3
