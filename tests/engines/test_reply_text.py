"""A model's text, and the one JSON object in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from servers.asking import DRAFTS

from pipeline.engine import Drafts
from pipeline.engines.reply_text import find_json, understand
from pipeline.engines.strict_json import NotStrict


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ('{"a": {"b": "}"}}', True),
        (' \n{"a": {"b": "}"}}\n', True),
        ('\ufeff{"a": {"b": "}"}}', True),
        ('<think>{"a": 0}, or so</think>\n{"a": {"b": "}"}}', True),
        ('<THINKING>hm</THINKING><think>hm</think>{"a": {"b": "}"}}', True),
        ('The user wants an object. </think> {"a": {"b": "}"}}', True),
        ('```json\n{"a": {"b": "}"}}\n```', False),
        ('```\r\n{"a": {"b": "}"}}\r\n```\r\n', False),
        ('Certainly! Here you are:\n\n```JSON\n{"a": {"b": "}"}}\n```\nAnything else?', False),
        ('Certainly: {"a": {"b": "}"}} — anything else?', False),
        ('The set {x} is empty, so: {"a": {"b": "}"}}', False),
        ('<think>hm</think>Well: {"a": {"b": "}"}}', False),
        ('He said "no {" and then {"a": {"b": "}"}}'.replace("{", "(", 1), False),
    ],
)
def test_the_object_is_found_in_its_wrapping(text: str, alone: bool) -> None:
    """Thoughts, fences and prose around one object are left out, and all but thoughts are noticed."""
    found = find_json(text)

    assert found.value == {"a": {"b": "}"}}
    assert found.alone is alone


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('Either {"a": 1} or {"a": 2}.', "2 objects"),
        ('{"a": 1}\n{"a": 2}', "Extra data"),
        ('Here: {"claims": [{"a": 1}, {"a": 2}', "Expecting value"),
        ('Here: {"claims": [{"a": 1}', "Expecting value"),
        ('<think>{"a": 1}', "thoughts have no end"),
        ('Here: {"a": 1, "a": 2}', "stands twice"),
        ('```json\n{"a": 1,}\n```', "property name"),
        ("I would rather not.", "Expecting value"),
    ],
)
def test_what_is_not_one_object_is_none(text: str, reason: str) -> None:
    """Two objects, a cut one, one inside thoughts and a broken one are refused; parts are never taken for the whole."""
    with pytest.raises(NotStrict, match=reason):
        find_json(text)


@given(st.text(alphabet='{}[]"\\:,a1 \n`<think>/', max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever a model writes, it is a record or an error, never another exception."""
    understood = understand(text, Drafts, asked=True)

    assert (understood.reply is None) is (understood.error is not None)


def test_a_reply_that_fits_is_the_record() -> None:
    """A good reply is its record, and no sign of an ignored schema."""
    understood = understand(DRAFTS, Drafts, asked=True)

    assert understood.reply is not None
    assert understood.reply.claims[0].source == "Otto Lind"
    assert not understood.ignored


@pytest.mark.parametrize("asked", [True, False])
def test_unknown_keys_are_left_out_only_where_no_schema_was_asked_for(asked: bool) -> None:
    """Where the endpoint promised to hold to the schema, a key beside it is a fault; otherwise it is left out."""
    text = DRAFTS.replace('"weight": 3', '"weight": 3, "mood": "calm"')[:-1] + ', "note": "two keys too many"}'

    understood = understand(text, Drafts, asked=asked)

    assert (understood.reply is None) is asked
    assert understood.ignored


@pytest.mark.parametrize(
    ("text", "cause", "ignored"),
    [
        ("", "empty", False),
        ("No.", "not_json", True),
        (DRAFTS[:-1], "not_json", False),
        ('{"claims": 5}', "wrong_schema", True),
        (DRAFTS.replace('"certain"', '"sure"'), "wrong_schema", True),
        ('{"claims": [' + ",".join([DRAFTS[12:-2]] * 201) + "]}", "wrong_schema", False),
    ],
)
def test_an_error_tells_whether_the_schema_was_ignored(text: str, cause: str, ignored: bool) -> None:
    """Prose and wrong shapes show an ignored schema; broken JSON and lengths out of range do not."""
    understood = understand(text, Drafts, asked=True)

    assert understood.error is not None
    assert understood.error.cause == cause
    assert understood.ignored is ignored
