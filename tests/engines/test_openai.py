"""What an endpoint does, and what becomes of it."""

import asyncio
import json

import pytest
from servers.asking import DRAFTS, TEXT, Ask, Clock, call_about
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
from pipeline.errors import EndpointError, LimitError, ReplyError

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
