"""Replies are kept as they came, and questions are asked once."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from servers.asking import DRAFTS, TEXT, Clock, call_about, options_for
from servers.chat import Answer, ChatServer, body, completion, hang, say, status

from pipeline.engine import Call, Drafts, Usage
from pipeline.engines.cached import CachedEngine
from pipeline.engines.openai import OpenAIEngine
from pipeline.errors import EndpointError, ReplyError
from pipeline.store import Store

Open = Callable[..., Awaitable[CachedEngine]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open store."""
    with Store.open(tmp_path / "cache") as opened:
        yield opened


@pytest.fixture
async def cached(server: ChatServer, clock: Clock, store: Store) -> AsyncIterator[Open]:
    """Makes cached engines on one store; each is like a run of its own."""
    async with AsyncExitStack() as stack:

        async def make(*answers: Answer, repeat: int = 0, **options: object) -> CachedEngine:
            server.answers[:] = answers or server.answers
            asking = OpenAIEngine(options_for(server, **options), stream=False, timing=clock.timing(), repeat=repeat)
            made = CachedEngine(asking, store)
            stack.push_async_callback(made.aclose)
            return made

        yield make


async def test_a_question_is_asked_once(cached: Open, server: ChatServer, call: Call[Drafts]) -> None:
    """The second run has the reply without a request; it costs nothing and still knows its tokens."""
    first = await (await cached(say(DRAFTS))).answer(call)

    second = await (await cached()).answer(call)

    assert len(server.asked) == 1
    assert (first.cached, second.cached, second.cost) == (False, True, 0.0)
    assert second.usage == first.usage == Usage(input_tokens=90, output_tokens=20, cached_tokens=64)
    assert (second.reply, second.key) == (first.reply, first.key)


async def test_the_same_question_is_in_the_air_once(cached: Open, server: ChatServer) -> None:
    """Twenty callers at once make one request; one of them pays."""
    engine = await cached(say(DRAFTS))

    answers = await asyncio.gather(*(engine.answer(call_about(TEXT)) for _ in range(20)))

    assert len(server.asked) == 1
    assert sorted(answer.cached for answer in answers) == [False] + [True] * 19


@pytest.mark.parametrize(
    "other",
    [
        {"model": "heron-large"},
        {"temperature": 0.7},
        {"repeat": 1},
    ],
)
async def test_another_question_is_asked(
    cached: Open, server: ChatServer, call: Call[Drafts], other: dict[str, object]
) -> None:
    """Another model, temperature or repeat number is another request."""
    await (await cached(say(DRAFTS))).answer(call)

    answer = await (await cached(**other)).answer(call)

    assert not answer.cached
    assert len(server.asked) == 2


async def test_another_endpoint_is_another_question(
    cached: Open, server: ChatServer, clock: Clock, call: Call[Drafts]
) -> None:
    """A reply of one endpoint does not answer for another."""
    await (await cached(say(DRAFTS))).answer(call)

    async with ChatServer([say(DRAFTS)]) as other:
        await (await cached(base_url=other.url)).answer(call)

        assert len(other.asked) == 1


@pytest.mark.parametrize(
    ("bad", "cause"),
    [
        (say(None, refusal="No."), "refused"),
        (say(DRAFTS[:30], "length"), "truncated"),
        (say(DRAFTS[:-2]), "not_json"),
        (body("<html><title>Sign in</title></html>"), "html"),
        (status(400), "server_error"),
    ],
)
async def test_a_bad_reply_is_kept_and_asked_again(
    cached: Open, server: ChatServer, store: Store, call: Call[Drafts], bad: Answer, cause: str
) -> None:
    """A reply that could not be used stays for `explain` with its cause, and the next run asks again."""
    with pytest.raises(ReplyError):
        await (await cached(bad, say(DRAFTS))).answer(call)
    (key,) = store.replies.keys()
    kept = store.replies.read(key)

    answer = await (await cached()).answer(call)

    assert kept is not None
    assert kept.outcome == cause
    assert kept.raw
    assert json.loads(kept.request)["endpoint"] == server.url
    assert not answer.cached


async def test_a_call_that_took_too_long_is_kept(cached: Open, store: Store, call: Call[Drafts]) -> None:
    """A call without a reply leaves its request and its outcome."""
    with pytest.raises(ReplyError):
        await (await cached(hang(), timeout=0.2)).answer(call)

    (key,) = store.replies.keys()
    kept = store.replies.read(key)
    assert kept is not None
    assert (kept.outcome, kept.raw) == ("timeout", "")


async def test_a_stored_reply_that_is_not_read_any_more_is_asked_again(
    cached: Open, server: ChatServer, store: Store, call: Call[Drafts]
) -> None:
    """A reply that an older reader took for good, and today's does not, makes a new request and is replaced."""
    first = await (await cached(say(DRAFTS))).answer(call)
    outdated = json.dumps(completion('{"claims": "none"}'))
    store.replies.put(first.key, outdated, outcome="ok", request="{}")

    again = await (await cached()).answer(call)

    assert (again.cached, len(server.asked)) == (False, 2)
    assert (await (await cached()).answer(call)).cached


async def test_what_an_endpoint_does_not_understand_is_remembered(
    cached: Open, server: ChatServer, call: Call[Drafts]
) -> None:
    """A run after the one that learned it does not send `response_format` to an endpoint that rejects it."""
    no = status(400, '{"error": {"message": "response_format: unknown field"}}')
    await (await cached(no, no, say(DRAFTS))).answer(call)

    answer = await (await cached()).answer(call_about(f"{TEXT} The port stayed shut."))

    assert not answer.cached
    assert ["response_format" in asked.body for asked in server.asked] == [True, True, False, False]


async def test_a_reply_in_an_older_dialect_still_answers(cached: Open, server: ChatServer, call: Call[Drafts]) -> None:
    """A reply that came in a fence, before the endpoint was asked in words, is found again."""
    engine = await cached(say(f"```json\n{DRAFTS}\n```"))
    await engine.answer(call)
    await engine.answer(call_about(f"{TEXT} The port stayed shut."))

    again = await (await cached()).answer(call)

    assert again.cached
    assert len(server.asked) == 2


async def test_a_key_is_in_no_row(cached: Open, store: Store, call: Call[Drafts], tmp_path: Path) -> None:
    """Neither a good reply nor an error that repeats the key brings it to the disk."""
    key = "key-of-otto-lind"
    await (await cached(say(DRAFTS))).answer(call)
    with pytest.raises(EndpointError):
        await (await cached(status(401, key))).answer(call_about(f"{TEXT} Once more."))
    with pytest.raises(ReplyError):
        await (await cached(status(400, key))).answer(call_about(f"{TEXT} And again."))
    with pytest.raises(ReplyError):
        await (await cached(say(f"{key} is no JSON {{"))).answer(call_about(f"{TEXT} For the last time."))
    store.close()

    assert not [path for path in tmp_path.rglob("*") if path.is_file() and key.encode() in path.read_bytes()]


OTHER_PROCESS = """
import asyncio, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from servers.asking import TEXT, call_about
from pipeline.engines import open_engine
from pipeline.options import EngineOptions
from pipeline.store import Store

async def main():
    with Store.open(Path({cache!r})) as store:
        options = EngineOptions(engine="openai", model="heron-small", base_url={url!r})
        engine = open_engine(options, store=store)
        await engine.answer(call_about(TEXT))
        await engine.aclose()

asyncio.run(main())
"""


async def test_two_processes_ask_once(server: ChatServer, tmp_path: Path) -> None:
    """Processes that start the same run at the same time make one request between them."""

    async def slowly(asked: object, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.5)
        await say(DRAFTS)(server.asked[0], writer)

    server.answers[:] = [slowly]
    program = OTHER_PROCESS.format(
        tests=str(Path(__file__).parent.parent), cache=str(tmp_path / "cache"), url=server.url
    )
    running = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", program, stderr=subprocess.PIPE) for _ in range(3)
    ]
    said = await asyncio.gather(*(process.communicate() for process in running))

    assert [process.returncode for process in running] == [0, 0, 0], said
    assert len(server.asked) == 1
