"""JSON that somebody else wrote."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.strict_json import NotStrict, check_strings, parse

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_plain_json_comes_back_as_it_was(value: object) -> None:
    """What `json.dumps` writes is read as the same value."""
    assert parse(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 2}', "key 'a' stands twice"),
        ('[{"b": {"a": 1, "c": 1, "a": 1}}]', "key 'a' stands twice"),
        ("[NaN]", "NaN is no JSON number"),
        ("[-Infinity]", "-Infinity is no JSON number"),
        ("[1e400]", "too large"),
        ("[" + "9" * 26 + "]", "a number of 26 digits"),
        ("[0." + "3" * 70 + "]", "a number of 72 characters"),
        ("[" * 100_000, "nested too deeply"),
        ("{'a': 1}", "property name"),
        ('{"a": 1,}', "property name"),
        ('{"a": 1} {"a": 2}', "Extra data"),
        ("", "Expecting value"),
    ],
)
def test_doubtful_json_is_refused_with_its_reason(text: str, reason: str) -> None:
    """Text that is not JSON, or that two readers would read differently, names what is wrong with it."""
    with pytest.raises(NotStrict, match=reason):
        parse(text)


@pytest.mark.parametrize(("text", "reason"), [("a\x00b", r"U\+0000"), ("\ud83d", r"U\+D83D"), ("\x1b[31m", r"U\+001B")])
def test_a_string_without_meaning_is_refused(text: str, reason: str) -> None:
    """Control characters and halves of surrogate pairs are found in values and in keys."""
    for value in ([text], {"a": {"b": text}}, {text: 1}):
        with pytest.raises(NotStrict, match=reason):
            check_strings(value)


@pytest.mark.parametrize("text", ["tab\tand\nline", "“Ångström” — 東京 🚢", "non\u00a0breaking"])
def test_ordinary_text_passes(text: str) -> None:
    """Letters of all scripts, typography, tabs and line ends are no fault."""
    check_strings({"a": [text]})


def test_nesting_has_an_end() -> None:
    """A value that is nested deeper than any reply is refused."""
    value: object = "x"
    for _ in range(41):
        value = [value]

    with pytest.raises(NotStrict, match="nested too deeply"):
        check_strings(value)
