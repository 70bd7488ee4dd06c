"""Truths about cues of doubt, condition and negation, and the modality they make."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import ModalityCue
from pipeline.records import Certainty, Modality, Polarity, Span
from pipeline.text import modality
from pipeline.text.modality import hedges


def _words(text: str) -> list[str]:
    return [cue.text for cue in modality.cues(text)]


def _whole(text: str) -> Modality:
    return modality.modality(modality.cues(text), text, [Span(start=0, end=len(text))])


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The quay reopened at dawn.", Certainty.CERTAIN),
        ("The quay could reopen at dawn.", Certainty.POSSIBLE),
        ("The quay may reopen, the warden said.", Certainty.POSSIBLE),
        ("The quay will probably reopen.", Certainty.PROBABLE),
        ("The quay is expected to reopen.", Certainty.PROBABLE),
        ("Two ferries are set to leave.", Certainty.PROBABLE),
        ("Engineers believe the beam had rusted.", Certainty.PROBABLE),
        ("The ledger suggests that a third was missing.", Certainty.PROBABLE),
        ("The skipper allegedly slept.", Certainty.PROBABLE),
        ("Six people are feared dead.", Certainty.POSSIBLE),
        ("There is a possibility of frost.", Certainty.POSSIBLE),
        ("It is unclear who opened the sluice.", Certainty.UNCOMMITTED),
        ("Divers do not yet know whether the hull broke.", Certainty.UNCOMMITTED),
        ("The mayor asked if the pumps had run.", Certainty.UNCOMMITTED),
        ("The count could not be confirmed.", Certainty.UNCOMMITTED),
        ("The dam must have cracked overnight.", Certainty.PROBABLE),
    ],
)
def test_a_cue_lowers_the_certainty_to_its_class(text: str, certainty: Certainty) -> None:
    """Each class of hedge has one certainty; a sentence without one is certain."""
    assert _whole(text).certainty is certainty


def test_the_weakest_cue_decides() -> None:
    """A proposition under two hedges is as weak as the weaker."""
    text = "Analysts think the reef might recover."

    assert _words(text) == ["think", "might"]
    assert _whole(text).certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        "Voting begins on May 6.",
        "The fair returns in May.",
        "The orchestra showed its might on Friday.",
        "Ilse Brandt appeared in court on Tuesday.",
        "A think tank in Veldau paid for the survey.",
        "Insurance claims rose by a fifth.",
        "She suggested moving the market.",
        "The suspect was held overnight.",
        "They left as soon as possible.",
        "The ferry would stop at each island in summer.",
        "Pilots should not worry, the tower said.",
        "She set to work on the roof.",
        "Growth was slower than expected.",
    ],
)
def test_a_word_in_another_sense_is_no_hedge(text: str) -> None:
    """Months, strength, courts, think tanks and insurance leave a sentence certain."""
    found = _whole(text)

    assert found.certainty is Certainty.CERTAIN
    assert not found.conditional


@pytest.mark.parametrize(
    ("text", "negations"),
    [
        ("The crew did not land.", ["not"]),
        ("The crew didn’t land.", ["didn’t"]),
        ("Nobody saw the signal.", ["Nobody"]),
        ("The valve failed to close.", ["failed to"]),
        ("The line no longer runs.", ["no longer"]),
        ("Neither boat returned.", ["Neither"]),
        ("The firm denied the report.", ["denied"]),
        ("Not only the crew but the cook landed.", []),
        ("There is no doubt the beam broke.", []),
        ("No fewer than 40 crates fell.", []),
        ("No less than a tonne was lost.", []),
        ("No. 4 pier is shut.", []),
        ("They asked whether or not to sail.", []),
        ("Even if it rains, the race starts.", []),
        ("The clerk was denied bail.", []),
        ("The council rejected the budget.", []),
        ("The court dismissed the case.", []),
    ],
)
def test_a_negation_is_found_where_something_is_denied(text: str, negations: list[str]) -> None:
    """Number bounds, `not only`, `no doubt` and refusals of things are no negations."""
    found = modality.negations(modality.cues(text), [Span(start=0, end=len(text))])

    assert [cue.text for cue in found] == negations


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The miller denied that the grain was wet.", Polarity.DENIED),
        ("Both ports dismissed reports that the pilots were on strike.", Polarity.DENIED),
        ("The guild rejected claims of a cartel.", Polarity.DENIED),
        ("The warden called the allegation false.", Polarity.DENIED),
        ("The miller did not attend the fair.", Polarity.AFFIRMED),
        ("The miller did not deny that the grain was wet.", Polarity.AFFIRMED),
        ("The guild dismissed two clerks.", Polarity.AFFIRMED),
    ],
)
def test_only_a_sources_denial_denies(text: str, polarity: Polarity) -> None:
    """A plain negative sentence is an affirmed negation; a denied report is denied."""
    assert _whole(text).polarity is polarity


@pytest.mark.parametrize(
    "text",
    [
        "If the levee breaks, the mill floods.",
        "The strike goes on unless the owners pay.",
        "The bridge opens provided that the tests end.",
        "Were the pump to stop, the cellar would fill.",
        "Should the wind turn, the race is off.",
    ],
)
def test_a_condition_is_marked(text: str) -> None:
    """`if`, `unless`, `provided that` and inversions make a proposition conditional."""
    assert _whole(text).conditional


@pytest.mark.parametrize(
    "text", ["It looked as if it slept.", "She wondered if he slept.", "Is it over? Were you there?"]
)
def test_an_if_that_sets_no_condition_is_not_marked(text: str) -> None:
    """`as if`, an indirect question and a plain question set no condition."""
    assert not _whole(text).conditional


def test_a_cue_outside_the_spans_does_not_count() -> None:
    """Only cues inside the proposition's spans say something of it."""
    text = "The mill may close. The bakery stays open."
    second = Span(start=text.index("The bakery"), end=len(text))

    found = modality.modality(modality.cues(text), text, [second])

    assert found == Modality(certainty=Certainty.CERTAIN)


def test_cues_say_where_they_stand() -> None:
    """A cue's offsets are those of the whole text, also when only a part is read."""
    text = "Early on. The mill might close."

    (cue,) = modality.cues(text, 10)

    assert cue == ModalityCue(start=19, end=24, text="might", certainty=Certainty.POSSIBLE)


def test_a_title_set_headline_keeps_its_modal() -> None:
    """A capital `May` between capitalised words is the verb, before a day it is the month."""
    assert _words("Harbour Fees May Rise Next Year") == ["May"]
    assert _words("Harbour Fees Rise On May 3") == []


_LISTED = sorted({word for phrases in hedges.PHRASES.values() for phrase, _ in phrases for word in phrase})


@given(st.one_of(st.text(), st.lists(st.sampled_from([*_LISTED, ".", ",", "?", "May", "4"])).map(" ".join)))
def test_any_text_has_cues_that_cut_back(text: str) -> None:
    """Any Unicode is read without an error; cues are in order and cut back to their text."""
    found = modality.cues(text)

    assert all(text[cue.start : cue.end] == cue.text for cue in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
