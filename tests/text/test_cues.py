"""The cue lexicon: forms of verbs, and nouns with what they take."""

import pytest

from pipeline.text.attribution.cues import VERBS, Takes, cue_noun, cue_verb, stance_noun


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("says", "say", "s"),
        ("said", "say", "ed"),
        ("saying", "say", "ing"),
        ("denied", "deny", "ed"),
        ("denies", "deny", "s"),
        ("wrote", "write", "past"),
        ("written", "write", "participle"),
        ("admitted", "admit", "ed"),
        ("agreeing", "agree", "ing"),
        ("stresses", "stress", "s"),
        ("put", "put", "ed"),
    ],
)
def test_every_form_of_a_cue_verb_is_known(word: str, lemma: str, form: str) -> None:
    """Regular and irregular forms lead back to their verb."""
    verb = cue_verb(word)

    assert verb is not None
    assert (verb.lemma, verb.form) == (lemma, form)


def test_other_words_are_no_cue_verbs() -> None:
    """A verb that reports nothing is not in the lexicon."""
    assert cue_verb("walked") is None


def test_a_verb_of_several_lists_takes_what_each_of_them_says() -> None:
    """Patterns of a verb add up over the lists it stands in."""
    verb = cue_verb("threatened")

    assert verb is not None
    assert Takes.CLAUSE in verb.takes
    assert Takes.INFINITIVE in verb.takes


@pytest.mark.parametrize("lemmas", [lemmas for _, lemmas in VERBS])
def test_no_list_names_a_verb_twice(lemmas: str) -> None:
    """Each list of verbs is a set."""
    words = lemmas.split()

    assert len(words) == len(set(words))


@pytest.mark.parametrize("word", ["warning", "warnings", "theories", "statement"])
def test_nouns_of_saying_are_known_in_both_numbers(word: str) -> None:
    """A plural leads back to its noun."""
    assert cue_noun(word)


def test_a_stance_needs_its_preposition() -> None:
    """Support for a plan is a stance, support of beams by the wall with "under" is not."""
    assert stance_noun("support", "for")
    assert not stance_noun("support", "under")
