"""Models, announcements, keys and clients: how an endpoint is met."""

import json
import logging
import traceback

import pytest
from servers.asking import DRAFTS, Ask, Clock, options_for
from servers.chat import ChatServer, hang, reset, say, status

from pipeline.engine import Call, Drafts
from pipeline.engines.openai import OpenAIEngine
from pipeline.errors import EndpointError, ReplyError, UsageError
from pipeline.options import Secret


async def test_without_a_model_the_endpoint_is_asked_for_its_list(engine: Ask, call: Call[Drafts]) -> None:
    """No model is a usage error that lists what the endpoint has."""
    asking = await engine(say(DRAFTS), model=None)

    with pytest.raises(UsageError, match="give --model; it has: heron-small, heron-large"):
        await asking.answer(call)


async def test_a_list_that_cannot_be_had_is_no_second_fault(
    engine: Ask, server: ChatServer, call: Call[Drafts]
) -> None:
    """Where the endpoint does not list its models, the message says so and stays a usage error."""
    server.models = None
    asking = await engine(say(DRAFTS), model=None)

    with pytest.raises(UsageError, match="cannot be listed"):
        await asking.answer(call)


async def test_the_first_use_is_announced_once(server: ChatServer, call: Call[Drafts]) -> None:
    """Where articles go is said before the first one goes, and not again."""
    server.answers[:] = [say(DRAFTS)]
    said: list[str] = []
    asking = OpenAIEngine(options_for(server), announce=said.append)

    await asking.answer(call)
    await asking.answer(call)
    await asking.aclose()

    assert said == [f"asking model 'heron-small' at {server.url}; articles are sent there"]


@pytest.mark.parametrize("code", [400, 401, 503])
async def test_a_key_is_never_shown(
    engine: Ask, call: Call[Drafts], caplog: pytest.LogCaptureFixture, code: int
) -> None:
    """An endpoint that repeats the key in its error gets it into no message, repr, raw reply or log."""
    key = "harbour-master-7d1e"
    caplog.set_level(logging.DEBUG)
    echo = status(code, json.dumps({"error": {"message": f"Wrong key {key} or Bearer sk-abcdefgh12345678"}}))
    asking = await engine(echo, api_key=Secret(key))

    with pytest.raises((ReplyError, EndpointError)) as caught:
        await asking.answer(call)

    seen = f"{caught.value} {caught.value!r} {asking!r} {getattr(caught.value, 'raw', '')} {caplog.text}"
    assert key not in seen
    assert key not in "".join(traceback.format_exception(caught.value))
    assert "abcdefgh12345678" not in str(caught.value)


async def test_a_key_is_sent_and_nothing_about_the_machine(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """The key travels in its header; no header tells which system asks."""
    asking = await engine(say(DRAFTS), api_key=Secret("harbour-master-7d1e"))

    await asking.answer(call)

    headers = server.asked[0].headers
    assert headers["authorization"] == "Bearer harbour-master-7d1e"
    assert [name for name in headers if name.startswith("x-stainless")] == ["x-stainless-raw-response"]


async def test_without_a_key_no_key_is_sent(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """A local server needs no key, and gets no invented one."""
    asking = await engine(say(DRAFTS), api_key=None)

    await asking.answer(call)

    assert "authorization" not in server.asked[0].headers


async def test_a_client_of_the_callers_own_is_used(server: ChatServer, clock: Clock, call: Call[Drafts]) -> None:
    """An `AsyncOpenAI` that is passed in carries the call without retries of its own, and stays open after it."""
    from openai import AsyncOpenAI

    server.answers[:] = [status(500), say(DRAFTS)]
    client = AsyncOpenAI(base_url=server.url, api_key="own", max_retries=2)
    asking = OpenAIEngine(options_for(server, base_url=None, api_key=None), client=client, timing=clock.timing())

    answer = await asking.answer(call)
    await asking.aclose()

    assert answer.attempts == 2
    assert server.asked[0].headers["authorization"] == "Bearer own"
    assert not client.is_closed()
    await client.close()


async def test_nobody_listens(call: Call[Drafts], clock: Clock, server: ChatServer) -> None:
    """An address where nobody listens is an endpoint error that names the reason."""
    options = options_for(server, base_url="http://127.0.0.1:9/v1")
    asking = OpenAIEngine(options, timing=clock.timing())

    with pytest.raises(EndpointError, match=r"cannot be reached .*after 5 attempts"):
        await asking.answer(call)
    await asking.aclose()


async def test_a_broken_connection_ends_one_call_and_not_the_run(
    server: ChatServer, engine: Ask, call: Call[Drafts]
) -> None:
    """An endpoint that has answered is not dead because one connection broke and the next was slow."""
    asking = await engine(say(DRAFTS), reset(), hang(), timeout=2.0)
    await asking.answer(call)

    with pytest.raises(ReplyError) as caught:
        await asking.answer(call)
    assert caught.value.cause == "timeout"
