"""A passage stands alone: names, dates and owners are put in where they are sure, and nowhere else."""

from datetime import UTC, datetime

import pytest

from pipeline.reading import Reading
from pipeline.records import Article, Span
from pipeline.text.read import read
from pipeline.text.standalone import stand_alone


def reading_of(text: str) -> Reading:
    """The reading of a text published on Friday, 6 June 2025."""
    return read(Article.of(text, published=datetime(2025, 6, 6, tzinfo=UTC)))


def alone(text: str, passage: str) -> str:
    """A passage of the text, standing alone."""
    start = text.rindex(passage)
    return stand_alone(reading_of(text), Span(start=start, end=start + len(passage)))


INTRO = "Harbour Minister Lena Osterhaus opened the new pier at Quillmouth. "

MADE = {
    "a surname": ("Osterhaus cut the ribbon.", "Lena Osterhaus cut the ribbon."),
    "an honorific": ("Ms. Osterhaus cut the ribbon.", "Lena Osterhaus cut the ribbon."),
    "a possessive behind an honorific": ("Ms. Osterhaus’s speech was short.", "Lena Osterhaus’s speech was short."),
    "the pronoun of a statement": ("She said the pier was safe.", "Lena Osterhaus said the pier was safe."),
    "the pronoun of a plain sentence": ("She arrived by boat.", "Lena Osterhaus arrived by boat."),
    "a possessive pronoun": ("Her speech lasted an hour.", "Lena Osterhaus’s speech lasted an hour."),
    "a weekday": ("The pier opened on Monday.", "The pier opened on Monday (2 June 2025)."),
    "yesterday": ("The pier opened yesterday.", "The pier opened yesterday (5 June 2025)."),
    "a connective": ("However, the pier is closed.", "The pier is closed."),
    "an opening conjunction": ("But the pier is closed.", "The pier is closed."),
    "white space": ("The  pier\n is closed.", "The pier is closed."),
    "emphasis": ("The pier is **closed** to *all* cars.", "The pier is closed to all cars."),
}


@pytest.mark.parametrize("name", MADE)
def test_what_is_sure_is_put_in(name: str) -> None:
    """Full names, dates, and nothing that ties the sentence to another one."""
    passage, expected = MADE[name]

    assert alone(INTRO + passage, passage) == expected


KEPT = {
    "a name inside quotation marks": "“Osterhaus has never rowed a boat,” said Joost Brandsma.",
    "a compound": "The Osterhaus-Brandsma plan failed.",
    "a name that describes a noun": "The Osterhaus family owns a boat.",
    "a weekday with its date": "The pier opened on Monday, June 2.",
    "a pronoun whose person the passage names": "Lena Osterhaus said she would swim.",
    "an owner that is not sure": "Its paint was still wet.",
    "a pronoun that looks ahead": "After she spoke, the band played.",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_not_sure_stays_as_printed(name: str) -> None:
    """A wrong name is worse than a pronoun."""
    passage = KEPT[name]

    assert alone(INTRO + passage, passage) == passage


def test_a_surname_of_two_people_is_kept_until_one_of_them_is_named() -> None:
    """The brother is named only later, so that "Verbeek" cannot mean him yet."""
    text = "Verbeek is not the only sailor of the family. Her brother, Koos Verbeek, owns the yard, said Ida Verbeek."

    assert alone(text, "Verbeek is not the only sailor of the family.").startswith("Verbeek is")


def test_only_the_first_mention_is_made_full() -> None:
    """A second full name would only be heavy."""
    passage = "Osterhaus swam, and Osterhaus won."

    assert alone(INTRO + passage, passage) == "Lena Osterhaus swam, and Osterhaus won."


def test_a_person_is_put_in_for_one_pronoun_only() -> None:
    """The second "she" is clear once the first has a name."""
    passage = "She cannot resign because she said she would stay."

    assert alone(INTRO + passage, passage).count("Osterhaus") == 1


def test_the_owner_is_the_subject_of_a_short_sentence_before() -> None:
    """In the same paragraph, and in the same number."""
    text = "The ferry company is cautious. Its boats had found nine empty rafts by noon, police said."

    assert alone(text, "Its boats had found nine empty rafts by noon, police said.").startswith(
        "The ferry company’s boats had found"
    )


def test_an_owner_in_the_other_number_is_kept() -> None:
    """One company has no "their" here."""
    text = "The ferry company is cautious. Their boats had found nine empty rafts by noon, police said."

    assert alone(text, "Their boats had found nine empty rafts by noon, police said.").startswith("Their boats")


def test_a_particle_goes_with_the_name_it_belongs_to() -> None:
    """No "Van der Anke van der Meer"."""
    text = "Anke van der Meer built the lock. Van der Meer sold it in May."

    assert "Van der Anke" not in alone(text, "Van der Meer sold it in May.")
