"""What the normaliser folds away, what it never touches, and that every place maps back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.fold import dropped, fold, unwrapped

TYPOGRAPHY = st.text(alphabet="aB3é .,'\"“”‘’«»-–—−…\u00a0\u200b\u00ad\n[]\u0301ﬁ９", max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We left,” she said", '"We left," she said'),
        ("the mayor’s ‘plan’", "the mayor's 'plan'"),
        ("«We left»", '"We left"'),
        ("“We left”, she said", '"We left," she said'),
        ("the pier–harbour line", "the pier-harbour line"),
        ("aid — food and tents", "aid--food and tents"),
        ("a loss of −4 points", "a loss of -4 points"),
        ("40\u00a0homes", "40 homes"),
        ("40\u2009 \n homes", "40 homes"),
        ("har\u00adbour", "harbour"),
        ("It broke … we fixed it", "It broke... we fixed it"),
        ("It broke . . . we fixed it", "It broke ... we fixed it"),
        ("ﬁve ﬂoors", "five floors"),
        ("４０ homes", "40 homes"),
        ("cafe\u0301", "café"),
    ],
)
def test_typography_that_readers_do_not_hear_folds_together(one: str, other: str) -> None:
    """Two ways to set the same words fold to the same text."""
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40 homes", "41 homes"),
        ("4.5 homes", "45 homes"),
        ("10² homes", "102 homes"),
        ("1½ miles", "11⁄2 miles"),
        ("rose ... .5 percent", "rose ... 5 percent"),
        ("5'", '5"'),
        ("May", "may"),
        ("Ruiz", "Ruíz"),
        ("he did not go", "he did go"),
        ("on line", "online"),
        ("-4 points", "4 points"),
    ],
)
def test_a_fold_never_makes_two_words_or_numbers_equal(one: str, other: str) -> None:
    """Case, accents, digits, signs, decimal points and word breaks survive the fold."""
    assert fold(one).text != fold(other).text


@given(st.text(max_size=80) | TYPOGRAPHY)
def test_the_way_back_is_monotone_and_inside_the_text(text: str) -> None:
    """Folded places in order map back to original places in order."""
    folded = fold(text)

    back = [folded.back(at, at + 1) for at in range(len(folded.text))]

    assert all(0 <= start < end <= len(text) for start, end in back)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(back))


@given(TYPOGRAPHY)
def test_an_unchanged_letter_maps_back_to_itself(text: str) -> None:
    """A letter that the fold keeps stands at the place it maps back to."""
    folded = fold(text)

    for at, letter in enumerate(folded.text):
        if letter in "aB3":
            start, end = folded.back(at, at + 1)
            assert letter in text[start:end] or text[start:end] == "９"


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=80))
def test_the_letters_and_digits_of_ascii_are_kept_in_order(text: str) -> None:
    """No letter or digit is lost, added or moved."""
    kept = [c for c in fold(text).text if c.isalnum()]

    assert kept == [c for c in text if c.isalnum()]


@given(st.text(alphabet="ab [].…'4", max_size=40))
def test_both_readings_of_brackets_map_back_inside_the_text(text: str) -> None:
    """Taking brackets off, or insertions out, keeps the way back."""
    for view in (unwrapped(fold(text)), dropped(fold(text))):
        assert all(0 <= s < e <= len(text) for s, e in (view.back(i, i + 1) for i in range(len(view.text))))


@pytest.mark.parametrize("insertion", ["[not]", "[never]", "[40]", "[isn't]"])
def test_an_insertion_with_a_digit_or_a_negation_is_never_left_out(insertion: str) -> None:
    """What changes the meaning stays, brackets or not."""
    text = f"We are {insertion} ready"

    assert dropped(fold(text)).text == text
