"""An endpoint that says what it is told, and engines that ask it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from servers.asking import TEXT, Ask, Clock, call_about, options_for
from servers.chat import Answer, ChatServer

from pipeline.engine import Call, Drafts
from pipeline.engines.openai import OpenAIEngine


@pytest.fixture
def clock() -> Clock:
    """Time that moves only when somebody sleeps."""
    return Clock()


@pytest.fixture
def call() -> Call[Drafts]:
    """The `extract` call of a small article."""
    return call_about(TEXT)


@pytest.fixture
async def server(clock: Clock) -> AsyncIterator[ChatServer]:
    """A running endpoint without answers."""
    async with ChatServer([], clock=clock) as running:
        yield running


@pytest.fixture
async def engine(server: ChatServer, clock: Clock) -> AsyncIterator[Ask]:
    """Makes engines that ask the endpoint, and closes them."""
    async with AsyncExitStack() as stack:

        async def make(*answers: Answer, stream: bool = False, **options: Any) -> OpenAIEngine:
            server.answers[:] = answers
            made = OpenAIEngine(options_for(server, **options), stream=stream, timing=clock.timing())
            stack.push_async_callback(made.aclose)
            return made

        yield make
