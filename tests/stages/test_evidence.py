"""A quote is evidence where it stands, to the letter or folded, and nowhere else."""

import pytest
from scripted import draft

from pipeline.reading import Reading
from pipeline.records import Cause, Match
from pipeline.stages.evidence import NotFound, evidence_of


def index_of(reading: Reading, words: str) -> int:
    """The sentence that prints these words."""
    return next(s.index for s in reading.sentences if words in reading.text_of(s.index))


def found(reading: Reading, quote: str, *sentences: int) -> str:
    """The characters that a quote finds."""
    pieces = evidence_of(draft("x", quote, sentences=sentences), reading)
    assert not isinstance(pieces, NotFound), pieces.detail
    assert all(reading.article.text[p.start : p.end] == p.quote for p in pieces)
    return " … ".join(p.quote for p in pieces)


def refused(reading: Reading, quote: str, *sentences: int) -> NotFound:
    """Why a quote finds nothing."""
    pieces = evidence_of(draft("x", quote, sentences=sentences), reading)
    assert isinstance(pieces, NotFound)
    return pieces


def test_a_verbatim_quote_is_found_to_the_letter(reading: Reading) -> None:
    """Exact is the first thing tried."""
    number = index_of(reading, "as many as 14")
    pieces = evidence_of(draft("x", "as many as 14 workers had been treated", sentences=(number,)), reading)

    assert not isinstance(pieces, NotFound)
    assert [(p.match, p.sentences) for p in pieces] == [(Match.EXACT, (number,))]


@pytest.mark.parametrize(
    "quote",
    [
        'We lost the [pulping] hall, not the mill," its director',
        "The mill's owner,  Brandt & Vey,\nsaid as many as 14",
        "We lost the hall, not the mill",
    ],
)
def test_typography_and_the_reporters_brackets_fold(reading: Reading, quote: str) -> None:
    """Straight quotes, odd spaces and left-out brackets still find the article's own characters."""
    pieces = evidence_of(draft("x", quote), reading)

    assert not isinstance(pieces, NotFound)
    assert pieces[0].match is Match.FOLDED


@pytest.mark.parametrize(
    "quote",
    [
        "injured at least ten workers",
        "He confirmed that the sprinklers had been switched off",
        "Inspectors know a bearing overheated",
        "The mill will reopen in June",
        "",
        "   ",
    ],
)
def test_what_is_not_printed_is_no_evidence(reading: Reading, quote: str) -> None:
    """One other word is another quote, however near."""
    assert refused(reading, quote).cause is Cause.QUOTE_NOT_FOUND


def test_a_refusal_names_the_nearest_passage_for_people(reading: Reading) -> None:
    """A hint, never evidence."""
    nearest = refused(reading, "injured at least ten workers, Fire Commissioner Renske Aldous said").nearest

    assert nearest is not None
    assert "at least nine workers" in nearest


@pytest.mark.parametrize(("speaker", "other"), [("she said", "Oona Pell"), ("Oona Pell", "she said")])
def test_the_cited_sentence_chooses_between_two_occurrences(reading: Reading, speaker: str, other: str) -> None:
    """The same words by two people are two places."""
    number = index_of(reading, f"waiting,” {speaker}" if speaker == "she said" else speaker)
    pieces = evidence_of(draft("x", "We are waiting", sentences=(number,)), reading)

    assert not isinstance(pieces, NotFound)
    assert pieces[0].sentences == (number,)


def test_a_quote_that_stands_twice_outside_the_cited_sentences_is_refused(reading: Reading) -> None:
    """Nobody can know which one was meant."""
    assert refused(reading, "We are waiting", 1).cause is Cause.QUOTE_ELSEWHERE


@pytest.mark.parametrize("sentences", [(), (99,), (-3,), (0,)])
def test_a_wrong_sentence_number_does_not_lose_a_quote_that_stands_once(
    reading: Reading, sentences: tuple[int, ...]
) -> None:
    """The quote proves the place."""
    assert found(reading, "a bearing overheated", *sentences) == "a bearing overheated"


@pytest.mark.parametrize("quote", ["All rights reserved", "TOLVAR, May 14", "Contact the newsroom"])
def test_boilerplate_is_never_evidence(reading: Reading, quote: str) -> None:
    """Footers, datelines and contacts carry no claim."""
    assert refused(reading, quote).cause is Cause.NOT_NEWS
