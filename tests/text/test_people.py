"""Truths about the people behind pronouns."""

import pytest

from pipeline.records import Sentence
from pipeline.text.names import names, people


def _referent(pronoun: str, *texts: str) -> str | None:
    """The full name behind the last `pronoun` of an article with one sentence a paragraph."""
    sentences, start = [], 0
    for i, piece in enumerate(texts):
        sentences.append(Sentence(index=i, paragraph=i, start=start, end=start + len(piece)))
        start += len(piece) + 2
    text = "\n\n".join(texts)
    found = people.referent(names(text, sentences), text, text.rindex(f"{pronoun} "), pronoun, sentences)
    return found.full if found else None


@pytest.mark.parametrize(
    ("pronoun", "texts", "expected"),
    [
        ("He", ("Warden Olle Strand shut the quay.", "He left."), "Olle Strand"),
        ("he", ("Warden Olle Strand said he left.",), "Olle Strand"),
        ("She", ("Mr. Strand met Mrs. Illic.", "She left."), "Illic"),
        ("She", ("Spokeswoman Rada Illic met warden Olle Strand.", "She left."), "Rada Illic"),
        ("He", ("Warden Olle Strand wrote to Captain Piet Aalbers.", "He left."), "Olle Strand"),
        ("he", ("“It leaks,” Mr. Strand said.", "“Mr. Aalbers knows it,” he said."), "Strand"),
        ("He", ("Mayor Piet Aalbers called the vote a turning point for Mr. Strand.", "“He will win.”"), "Strand"),
        ("he", ("“I fear [Mr. Strand] may drown,” he told the crew.", "“Now he sails.”"), "Strand"),
        ("He", ("Later he told Senator Piet Aalbers to leave.", "He sails."), None),
        ("He", ("Warden Olle Strand spoke.", "It rained.", "It snowed.", "He left."), None),
        ("He", ("Warden Rory Quill and Captain Piet Aalbers met.", "He left."), None),
        ("He", ("Mrs. Illic spoke.", "He left."), None),
        ("They", ("Warden Olle Strand spoke.", "They left."), None),
        ("He", ("The quay was shut.", "He left."), None),
    ],
)
def test_a_pronoun_goes_to_the_clear_person_or_to_nobody(
    pronoun: str, texts: tuple[str, ...], expected: str | None
) -> None:
    """Nearest, subject, and of the right gender; silence where that leaves two or none."""
    assert _referent(pronoun, *texts) == expected


def test_a_pronoun_before_any_sentence_refers_to_nobody() -> None:
    """An article without sentences has no antecedents."""
    assert people.referent((), "He left.", 0, "He", ()) is None


@pytest.mark.parametrize(
    ("text", "position", "inside"),
    [
        ("He said “it leaks” today.", 12, True),
        ("He said “it leaks” today.", 20, False),
        ('"It leaks," he said.', 12, False),
    ],
)
def test_a_position_is_inside_a_quotation_or_not(text: str, position: int, inside: bool) -> None:
    """Curly and straight marks open and close quotations."""
    sentences = [Sentence(index=0, paragraph=0, start=0, end=len(text))]

    assert people.in_quotation(text, sentences, position) is inside
