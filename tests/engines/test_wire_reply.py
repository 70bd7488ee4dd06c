"""Replies put together from what came over the wire."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from servers.asking import DRAFTS
from servers.chat import completion as chat
from servers.chat import deltas

from pipeline.engine import Usage
from pipeline.engines.strict_json import NotStrict
from pipeline.engines.wire_reply import Assembly, Completion, completion, read_raw, text_of, usage
from pipeline.errors import ReplyError

STREAM = ("".join(f": ping\n\n{event}" for event in deltas(chat(DRAFTS + " — “ß” 🚢"))) + "data: [DONE]\n\n").encode()


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_a_stream_is_the_same_wherever_it_is_cut(cuts: list[int]) -> None:
    """The network's packets have no meaning: any division of the bytes makes the same reply."""
    assembly = Assembly()
    places = [0, *sorted(cuts), len(STREAM)]

    for start, end in itertools.pairwise(places):
        assembly.feed(STREAM[start:end])

    assert assembly.complete
    assert assembly.completion() == completion(chat(DRAFTS + " — “ß” 🚢"))


def test_a_stored_reply_is_read_as_it_was() -> None:
    """A streamed reply is kept as a chat completion, and comes back equal."""
    found = Completion("text", None, "stop", usage=Usage(input_tokens=3, output_tokens=2, cached_tokens=1))

    assert read_raw(found.as_raw()) == found
    assert read_raw(Completion(None, "No.", "stop", tool=True).as_raw()) == Completion(None, "No.", "stop", tool=True)


@pytest.mark.parametrize("end", [b"", b"data: [DO", b'data: {"choices": [{"delta": {}}]}\n\n'])
def test_a_stream_without_an_end_is_not_complete(end: bytes) -> None:
    """Neither silence nor half an event ends a reply."""
    assembly = Assembly()

    assembly.feed(deltas(chat(DRAFTS))[1].encode() + end)

    assert not assembly.complete


def test_an_event_that_is_no_object_is_refused() -> None:
    """A stream of anything else than objects is not a reply."""
    for event in (b"data: 5\n\n", b"data: {broken\n\n", b"data: [1]\n\n"):
        with pytest.raises(NotStrict):
            Assembly().feed(event)


@pytest.mark.parametrize(
    "said",
    [None, [], {}, {"prompt_tokens": "9", "completion_tokens": 1}, {"prompt_tokens": -1, "completion_tokens": 1}],
)
def test_nonsense_is_no_usage(said: object) -> None:
    """Tokens that an endpoint does not report, or reports as nonsense, are unknown and not zero."""
    assert usage(said) is None


def test_cached_tokens_are_part_of_those_read() -> None:
    """An endpoint that reports more cached tokens than it read is not believed."""
    said = {"prompt_tokens": 5, "completion_tokens": 1, "prompt_tokens_details": {"cached_tokens": 50}}

    assert usage(said) == Usage(input_tokens=5, output_tokens=1, cached_tokens=5)


def test_content_in_parts_is_one_text() -> None:
    """Some endpoints send a message as a list of parts."""
    parts = [{"type": "text", "text": "one "}, {"type": "image"}, {"type": "text", "text": "two"}]

    assert text_of(completion({"choices": [{"finish_reason": "stop", "message": {"content": parts}}]})) == "one two"


@pytest.mark.parametrize("raw", ["", "{", "[]", '"text"', "null", '{"choices": {"0": 1}}', '{"choices": [7]}'])
def test_a_raw_reply_that_is_none_is_a_reply_error(raw: str) -> None:
    """Whatever stands in the store, reading it ends in a text or a `ReplyError`."""
    with pytest.raises(ReplyError):
        text_of(read_raw(raw))


def test_a_refusal_goes_before_its_finish_reason() -> None:
    """A model that says why it refuses is quoted, also where the endpoint filtered the rest."""
    refused = json.dumps(chat(None, "content_filter", refusal="I do not write about ferries."))

    with pytest.raises(ReplyError, match="I do not write about ferries") as caught:
        text_of(read_raw(refused))

    assert caught.value.cause == "refused"
