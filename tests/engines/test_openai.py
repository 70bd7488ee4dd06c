"""What an endpoint does, and what becomes of it."""

import asyncio
import json
import logging
import traceback

import pytest
from servers.asking import DRAFTS, TEXT, Ask, Clock, call_about, options_for
from servers.chat import (
    Answer,
    ChatServer,
    body,
    completion,
    deltas,
    drip,
    hang,
    reset,
    say,
    short,
    status,
    stream,
)

from pipeline.engine import Call, Drafts, Usage
from pipeline.engines.openai import OpenAIEngine
from pipeline.errors import EndpointError, LimitError, ReplyError, UsageError
from pipeline.options import Secret

CUT = deltas(completion(DRAFTS))[:4]
OVERFLOWS = [
    {"code": 400, "type": "exceed_context_size_error", "message": "request (9000 tokens) exceeds the context size"},
    {"code": "context_length_exceeded", "message": "This model's maximum context length is 8192 tokens."},
    {"code": "400", "message": "gateway.ContextWindowExceededError: prompt is too long"},
]


@pytest.mark.parametrize("streamed", [False, True])
async def test_a_good_reply_is_a_record_with_its_tokens(engine: Ask, call: Call[Drafts], streamed: bool) -> None:
    """A reply that fits is an answer with usage, cached tokens, key and cost, streamed or not."""
    asking = await engine(say(DRAFTS), stream=streamed)

    answer = await asking.answer(call)

    assert answer.reply.claims[0].quote == "at least 12 boats had sunk"
    assert answer.usage == Usage(input_tokens=90, output_tokens=20, cached_tokens=64)
    assert (answer.attempts, answer.cached, answer.cost, len(answer.key)) == (1, False, 0.0, 64)


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (say(DRAFTS[:40], "length"), "truncated"),
        (say(DRAFTS[:40], "content_filter"), "filtered"),
        (say(None, refusal="I will not help with that."), "refused"),
        (say(None), "empty"),
        (say("  \n"), "empty"),
        (body({"choices": []}), "empty"),
        (body({"id": "x"}), "empty"),
        (body("null"), "empty"),
        (body(""), "empty"),
        (say(None, "tool_calls", tool_calls=[{"id": "a"}]), "empty"),
        (say(DRAFTS[:-1]), "not_json"),
        (say(DRAFTS[:-1] + ', "claims": []}'), "not_json"),
        (say('{"claims": [], "score": NaN}'), "not_json"),
        (say('{"claims": [], "score": -Infinity}'), "not_json"),
        (say('{"claims": [], "n": 1' + "0" * 5_000 + "}"), "not_json"),
        (say('{"claims": [], "n": 1e999}'), "not_json"),
        (say('{"claims": [], "s": "\\ud83d"}'), "not_json"),
        (say('{"claims": [], "s": "a\\u0000b"}'), "not_json"),
        (say("[" * 5_000 + "]" * 5_000), "not_json"),
        (say(DRAFTS.replace('"weight": 3', '"weight": "heavy"')), "wrong_schema"),
        (say('{"result": []}'), "wrong_schema"),
        (body("<!DOCTYPE html><title>Harbour Wi-Fi</title>"), "html"),
        (body(json.dumps(completion(DRAFTS))[:90]), "truncated"),
        (body("upstream said nothing"), "not_json"),
        (short(DRAFTS), "truncated"),
        (stream(*CUT, done=False), "truncated"),
        (stream(*CUT, done=False, cut=True), "truncated"),
        (stream(*CUT, "data: {'no': json}\n\n"), "truncated"),
        (stream(*CUT, 'data: {"error": {"code": 500, "message": "does not match the format"}}\n\n'), "server_error"),
        (status(500), "server_error"),
        (status(409), "server_error"),
        (status(400), "server_error"),
        (status(413), "truncated"),
        (status(400, '{"error": {"code": "content_filter", "message": "policy"}}'), "filtered"),
        *((status(400, json.dumps({"error": error})), "truncated") for error in OVERFLOWS),
    ],
)
@pytest.mark.parametrize("streamed", [False, True])
async def test_a_reply_that_cannot_be_used_names_its_cause(
    engine: Ask, call: Call[Drafts], answer: Answer, cause: str, streamed: bool
) -> None:
    """Whatever an endpoint does to one reply ends as a `ReplyError` with the right cause, and in one line."""
    asking = await engine(answer, stream=streamed)

    with pytest.raises(ReplyError) as caught:
        await asking.answer(call)

    assert caught.value.cause == cause
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (status(401), "key was rejected"),
        (status(403), "access was refused"),
        (status(404, "Not Found"), "most addresses end in /v1"),
        (status(404, '{"error": {"message": "The model `x` does not exist"}}'), "it has: heron-small, heron-large"),
        (status(400, '{"error": {"message": "Invalid model name passed in model=x"}}'), "it has: heron-small"),
        (status(503), "not available (503: no) after 5 attempts"),
        (status(502, "<html><title>502 Bad Gateway</title></html>"), "502 Bad Gateway"),
        (status(529), "not available"),
        (body({"error": {"code": 503, "message": "Provider returned error"}}), "503: Provider returned error"),
        (reset(), "cannot be reached"),
    ],
)
async def test_a_broken_endpoint_is_an_endpoint_error(
    engine: Ask, call: Call[Drafts], answer: Answer, words: str
) -> None:
    """A rejected key, an unknown model, a wrong address and a dead server end the run, and say what to do."""
    asking = await engine(answer)

    with pytest.raises(EndpointError) as caught:
        await asking.answer(call)

    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        status(429, '{"error": {"code": "insufficient_quota", "message": "check your plan"}}'),
        status(429, '{"error": {"code": "429", "message": "You exceeded your current quota"}}'),
        status(402),
        status(429, retry_after="900"),
    ],
)
async def test_a_used_up_quota_is_final(engine: Ask, server: ChatServer, call: Call[Drafts], answer: Answer) -> None:
    """A quota that is used up, or a wait longer than the call may take, is a `LimitError` after one request."""
    asking = await engine(answer)

    with pytest.raises(LimitError):
        await asking.answer(call)

    assert len(server.asked) == 1


async def test_a_rate_limit_for_ever_ends(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """An endpoint that always says 429 is asked a bounded number of times."""
    asking = await engine(status(429))

    with pytest.raises(LimitError, match="rate limit is reached"):
        await asking.answer(call)

    assert len(server.asked) == 5


@pytest.mark.parametrize(
    "answer",
    [
        status(408),
        status(409),
        status(429),
        status(500),
        status(503),
        status(529),
        reset(),
        short(DRAFTS),
        body(json.dumps(completion(DRAFTS))[:90]),
        stream(*CUT, cut=True, done=False),
    ],
)
async def test_a_passing_fault_is_met_with_the_same_request(
    engine: Ask, server: ChatServer, call: Call[Drafts], answer: Answer
) -> None:
    """A fault that passes costs an attempt; the request that follows is the same to the byte."""
    asking = await engine(answer, say(DRAFTS))

    found = await asking.answer(call)

    assert found.attempts == 2
    assert server.asked[0].body == server.asked[1].body


@pytest.mark.parametrize("answer", [status(400), status(401), status(404), status(422)])
async def test_other_client_errors_are_never_repeated(
    engine: Ask, server: ChatServer, call: Call[Drafts], answer: Answer
) -> None:
    """A request that was refused is not sent again."""
    asking = await engine(answer)

    with pytest.raises((ReplyError, EndpointError)):
        await asking.answer(call)

    assert len(server.asked) == 1


@pytest.mark.parametrize("headers", [{"retry_after": "3"}, {"retry_after_ms": "3000"}])
async def test_one_pause_holds_for_all_callers(
    engine: Ask, server: ChatServer, clock: Clock, headers: dict[str, str]
) -> None:
    """After one 429 with a wait of 3 s, none of 15 callers sends anything before the 3 s are over."""
    asking = await engine(status(429, **headers), say(DRAFTS))
    first = asyncio.create_task(asking.answer(call_about(f"{TEXT} The first of many.")))
    while not server.asked:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)

    await asyncio.gather(first, *(asking.answer(call_about(f"{TEXT} Number {n} of many.")) for n in range(14)))

    assert len(server.asked) == 16
    assert min(asked.at for asked in server.asked[1:]) >= 3.0


async def test_a_dead_endpoint_is_soon_left_alone(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """After five rounds without an answer the next caller is turned back without a request."""
    asking = await engine(reset())
    with pytest.raises(EndpointError):
        await asking.answer(call)
    sent = len(server.asked)

    with pytest.raises(EndpointError, match="gave no answer 5 times in a row"):
        await asking.answer(call)

    assert len(server.asked) == sent


async def test_an_endpoint_that_only_fails_ends_the_run(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """Twenty calls in a row that end in a server error are the endpoint's fault, not the articles'."""
    asking = await engine(status(400))
    for _ in range(20):
        with pytest.raises(ReplyError):
            await asking.answer(call)

    with pytest.raises(EndpointError, match="failed 20 calls in a row"):
        await asking.answer(call)


@pytest.mark.parametrize("answer", [hang(), drip(DRAFTS, 0.01), stream(*deltas(completion(DRAFTS)), pause=0.1)])
async def test_no_call_outlives_its_deadline(
    engine: Ask, server: ChatServer, call: Call[Drafts], answer: Answer
) -> None:
    """Silence and a byte now and then both end at the call's deadline, and the connection is closed."""
    asking = await engine(answer, timeout=0.3)

    with pytest.raises(ReplyError) as caught:
        await asking.answer(call)

    assert caught.value.cause == "timeout"
    await asyncio.wait_for(server.gone.wait(), 5)


async def test_a_cancelled_call_frees_its_slot(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """Cancelling a caller closes the stream, so that a local server stops writing."""
    asking = await engine(stream(*deltas(completion(DRAFTS)), pause=5), stream=True)
    task = asyncio.create_task(asking.answer(call))
    while not server.asked:
        await asyncio.sleep(0.01)

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(server.gone.wait(), 5)


@pytest.mark.parametrize(
    "answer",
    [
        stream(*deltas(completion(DRAFTS)), done=False),
        stream(*deltas(completion(DRAFTS)), done=False, cut=True),
        stream(*(f": still here\n\n{event}" for event in deltas(completion(DRAFTS)))),
        stream(f"data: {json.dumps(completion(DRAFTS))}\n\n"),
        stream(*(event.replace("\n", "\r\n") for event in deltas(completion(DRAFTS)))),
        body(completion(DRAFTS)),
        body(completion(DRAFTS), content_type="text/plain"),
        body("\ufeff" + json.dumps(completion(DRAFTS))),
    ],
)
@pytest.mark.parametrize("streamed", [False, True])
async def test_a_whole_reply_is_taken_however_it_comes(
    engine: Ask, call: Call[Drafts], answer: Answer, streamed: bool
) -> None:
    """A finish reason makes a reply whole: without a last event, cut after it, as JSON for a stream and the reverse."""
    asking = await engine(answer, stream=streamed)

    found = await asking.answer(call)

    assert len(found.reply.claims) == 1


async def test_an_endpoint_without_schemas_is_asked_otherwise(
    engine: Ask, server: ChatServer, call: Call[Drafts]
) -> None:
    """An endpoint that rejects `json_schema` is asked for JSON, then in words, and never again for what it rejected."""
    no = status(400, '{"error": {"message": "response_format is not supported", "param": "response_format"}}')
    asking = await engine(no, no, say(f"```json\n{DRAFTS}\n```"))

    await asking.answer(call)
    await asking.answer(call)

    forms = [asked.body.get("response_format", {}).get("type") for asked in server.asked]
    assert forms == ["json_schema", "json_object", None, None]
    assert '"quote"' in server.asked[-1].body["messages"][0]["content"]


async def test_a_model_without_temperature_is_asked_without(
    engine: Ask, server: ChatServer, call: Call[Drafts]
) -> None:
    """A model that takes no temperature is asked again without one."""
    no = status(400, '{"error": {"message": "Unsupported value: 0", "param": "temperature"}}')
    asking = await engine(no, say(DRAFTS))

    await asking.answer(call)

    assert ["temperature" in asked.body for asked in server.asked] == [True, False]


async def test_an_ignored_schema_is_put_into_words(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """Prose in place of the schema's JSON shows that it was ignored: the question is asked once more, in words."""
    asking = await engine(say("The ferry master spoke of boats."), say(f"Here it is: {DRAFTS}"))

    answer = await asking.answer(call)

    assert len(answer.reply.claims) == 1
    assert answer.usage.output_tokens == 40
    assert ["response_format" in asked.body for asked in server.asked] == [True, False]


async def test_a_fenced_reply_is_read_and_remembered(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """JSON in a fence answers its call; from then on the endpoint gets the schema in words."""
    asking = await engine(say(f"```json\n{DRAFTS}\n```"))

    await asking.answer(call)
    await asking.answer(call)

    assert ["response_format" in asked.body for asked in server.asked] == [True, False]


async def test_thoughts_before_the_reply_are_no_fault(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """A `<think>` block is left out, and says nothing against the endpoint."""
    asking = await engine(say(f"<think>\nA list of {{claims}}?\n</think>\n\n{DRAFTS}"))

    answer = await asking.answer(call)

    assert len(answer.reply.claims) == 1
    assert asking.dialect.form == "json_schema"


@pytest.mark.parametrize(
    ("answer", "form"),
    [(say('{"word": "kwartsiet-41"}'), "json_schema"), (say("Blue, I should say."), "plain")],
)
async def test_a_probe_tells_whether_schemas_hold(engine: Ask, answer: Answer, form: str) -> None:
    """Only an endpoint that holds to the schema gives the probe the one word that the schema admits."""
    asking = await engine(answer)

    assert (await asking.probe()).form == form


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
