"""Endpoints that write too much, come back, or list nothing."""

import json

import pytest
from servers.asking import DRAFTS, Ask, Clock, options_for
from servers.chat import Answer, ChatServer, body, deltas, hang, reset, say, status, stream
from servers.chat import completion as chat

from pipeline.engine import Call, Drafts
from pipeline.engines import close_engine, open_engine
from pipeline.engines.wire_received import MAX_REPLY
from pipeline.errors import EndpointError, ReplyError, UsageError
from pipeline.options import EngineOptions

LONG = "boats and " * (MAX_REPLY // 10 + 2)


@pytest.mark.parametrize(
    "answer",
    [
        body(chat(LONG)),
        stream(*(f"data: {json.dumps({'choices': [{'delta': {'content': LONG[: MAX_REPLY // 4]}}]})}\n\n",) * 6),
    ],
)
async def test_a_reply_without_end_is_cut(engine: Ask, server: ChatServer, call: Call[Drafts], answer: Answer) -> None:
    """A reply that is longer than any reply is cut off and not asked for again."""
    asking = await engine(answer)

    with pytest.raises(ReplyError, match="was cut at") as caught:
        await asking.answer(call)

    assert caught.value.cause == "truncated"
    assert len(server.asked) == 1


async def test_a_dead_endpoint_is_tried_again_later(
    engine: Ask, server: ChatServer, clock: Clock, call: Call[Drafts]
) -> None:
    """An endpoint that came back is asked again half a minute later."""
    asking = await engine(reset())
    with pytest.raises(EndpointError):
        await asking.answer(call)
    server.answers[:] = [say(DRAFTS)]
    await clock.sleep(31)

    answer = await asking.answer(call)

    assert answer.attempts == 1


async def test_an_endpoint_that_knows_no_stream_options_still_streams(
    engine: Ask, server: ChatServer, call: Call[Drafts]
) -> None:
    """A server that rejects `stream_options` is streamed from without them; its tokens stay unknown."""
    events = [event for event in deltas(chat(DRAFTS)) if "usage" not in event]
    asking = await engine(status(400, '{"error": "unknown field stream_options"}'), stream(*events), stream=True)

    answer = await asking.answer(call)

    assert answer.usage.input_tokens == 0
    assert ["stream_options" in asked.body for asked in server.asked] == [True, False]
    assert "response_format" in server.asked[1].body


async def test_models_are_listed(engine: Ask, server: ChatServer) -> None:
    """The endpoint's models are had by name; where it lists none, that is an endpoint error."""
    asking = await engine(say(DRAFTS))
    listed = await asking.models()
    server.models = None

    with pytest.raises(EndpointError, match="no chat endpoint at this address"):
        await asking.models()

    assert listed == ("heron-small", "heron-large")


async def test_a_silent_endpoint_lists_no_models(engine: Ask, server: ChatServer) -> None:
    """An endpoint that accepts a connection and says nothing does not keep anybody waiting."""
    server.silent = True
    asking = await engine(say(DRAFTS), timeout=0.2)

    with pytest.raises(EndpointError, match="did not list its models in time"):
        await asking.models()


@pytest.mark.parametrize(("answer", "error"), [(status(401), EndpointError), (hang(), ReplyError)])
async def test_a_probe_fails_like_a_call(engine: Ask, answer: Answer, error: type[Exception]) -> None:
    """A probe of a broken endpoint ends in the error that a call would end in."""
    asking = await engine(answer, timeout=0.3)

    with pytest.raises(error):
        await asking.probe()


async def test_every_engine_is_opened_and_closed_through_one_door(server: ChatServer) -> None:
    """Engines with and without connections are closed alike; an unknown one is a usage error."""
    opened = [open_engine(options) for options in (EngineOptions(), options_for(server))]
    for each in opened:
        await close_engine(each)

    with pytest.raises(UsageError, match="choose offline, openai or replay"):
        open_engine(EngineOptions(engine="oracle"))

    assert [each.name for each in opened] == ["offline", "openai"]
