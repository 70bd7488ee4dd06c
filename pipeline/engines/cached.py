"""A cache around an endpoint: every reply is kept as it came, and a question that was answered is not asked again."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from ..engine import Answer, Call, R, Usage
from ..errors import ReplyCause
from ..store import Store
from .openai import OpenAIEngine
from .wire_body import DIALECTS, Question, Request

REMEMBERED = timedelta(days=7)
"""How long an endpoint's dialect is believed: servers are upgraded, and a fallback is worth less than a schema."""


class CachedEngine:
    """An engine that looks into the store before it asks; the same question is under way only once at a time."""

    def __init__(self, engine: OpenAIEngine, store: Store) -> None:
        self._engine = engine
        self._store = store
        self._recall()

    @property
    def name(self) -> str:
        """The name of the engine inside: who answers is the same."""
        return self._engine.name

    @property
    def model(self) -> str | None:
        """The model of the engine inside."""
        return self._engine.model

    @property
    def prompts(self) -> Mapping[str, str]:
        """The prompts of the engine inside."""
        return self._engine.prompts

    async def answer(self, call: Call[R]) -> Answer[R]:
        """The stored reply, or a fresh one; stored and shared ones are `cached` and cost this caller nothing."""
        asked = self._engine.question(call)
        stored = self._stored(call, asked)
        if stored is not None:
            return stored
        mine = False

        async def ask() -> Answer[R]:
            nonlocal mine
            mine = True
            # another process may have got the reply while this one waited for the lock
            return self._stored(call, asked) or await self._engine.ask(call, asked, self._keep)

        try:
            answer = await self._store.once(self._engine.request(asked, DIALECTS[0]).key, ask)
        finally:
            if mine:
                self._remember()
        return answer if mine else replace(answer, cached=True, cost=0.0, attempts=0)

    async def aclose(self) -> None:
        """Close the connections of the engine inside; the store belongs to its opener."""
        await self._engine.aclose()

    def _stored(self, call: Call[R], asked: Question) -> Answer[R] | None:
        """A stored good reply, in whichever dialect it was asked for; one that cannot be read any more is none."""
        seen = set()
        for dialect in (self._engine.dialect, *DIALECTS):
            key = self._engine.request(asked, dialect).key
            raw = None if key in seen else self._store.replies.get(key)
            seen.add(key)
            if raw is None:
                continue
            understood, usage = self._engine.read(call, raw, dialect)
            if understood.reply is not None:
                return Answer(understood.reply, usage or Usage(), cost=0.0, cached=True, attempts=0, key=key)
        return None

    def _keep(self, sent: Request, raw: str, outcome: Literal["ok"] | ReplyCause) -> None:
        self._store.replies.put(sent.key, raw, outcome=outcome, request=sent.canonical)

    def _recall(self) -> None:
        """Take up the dialect that another run learned, where it is fresh."""
        self._known = DIALECTS[0].name
        name, _, day = (self._store.replies.get(self._place()) or "").partition(" ")
        try:
            fresh = date.fromisoformat(day) > datetime.now(UTC).date() - REMEMBERED
        except ValueError:
            return
        for dialect in DIALECTS:
            if fresh and dialect.name == name:
                self._engine.dialect, self._known = dialect, name

    def _remember(self) -> None:
        name = self._engine.dialect.name
        if name != self._known:
            self._known = name
            day = datetime.now(UTC).date().isoformat()
            self._store.replies.put(self._place(), f"{name} {day}", outcome="ok", request=self._about())

    def _place(self) -> str:
        return hashlib.sha256(self._about().encode()).hexdigest()

    def _about(self) -> str:
        return f"the dialect of model {self.model!r} at {self._engine.endpoint.url}"
