"""An article to ask about, a good reply to it, options that point at a server, and time that waits without waiting."""

import asyncio
import json
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any, Protocol

from pipeline.engine import Call, Drafts, ExtractGiven
from pipeline.engines.openai import OpenAIEngine
from pipeline.engines.wire_gate import Timing
from pipeline.options import EngineOptions, Secret
from pipeline.records import Article
from pipeline.text.read import read

from .chat import Answer, ChatServer

TEXT = "BRINDLE — Ferry master Otto Lind said on Monday that at least 12 boats had sunk. Nobody was hurt."

DRAFTS = json.dumps(
    {
        "claims": [
            {
                "text": "At least 12 boats sank, Otto Lind said.",
                "sentences": [1],
                "quote": "at least 12 boats had sunk",
                "source": "Otto Lind",
                "via": None,
                "certainty": "certain",
                "hedge": None,
                "denied": False,
                "weight": 3,
            }
        ]
    }
)
"""A good reply to `extract`."""


class Clock:
    """Time that moves only when somebody sleeps; sleepers sleep side by side."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let the others run, then be later."""
        wake = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, wake)

    def timing(self) -> Timing:
        """The timing of an engine in this time."""
        return Timing(clock=self, sleep=self.sleep, chance=lambda: 0.5)


class Ask(Protocol):
    """Makes an engine whose endpoint gives these answers."""

    def __call__(self, *answers: Answer, stream: bool = False, **options: Any) -> Awaitable[OpenAIEngine]:
        """The engine."""
        ...


def call_about(text: str) -> Call[Drafts]:
    """The `extract` call of an article."""
    reading = read(Article.of(text))
    return Call("extract", ExtractGiven(reading=reading, sentences=tuple(s.index for s in reading.news())), Drafts)


def options_for(server: ChatServer, **options: Any) -> EngineOptions:
    """Options that point at the server."""
    base = EngineOptions(engine="openai", model="heron-small", base_url=server.url, api_key=Secret("key-of-otto-lind"))
    return replace(base, **options)
