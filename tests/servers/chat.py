"""A chat endpoint on the loopback that says what a test tells it to, well or badly, and writes down what it was asked.

An answer is a function of the request and the connection; answers are given in turn, the last one over and over.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

MODELS = ("heron-small", "heron-large")
"""What the endpoint lists at /models."""


@dataclass(frozen=True)
class Asked:
    """One request: `at` is the time on the server's clock."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    at: float


Answer = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class ChatServer:
    """The endpoint; `asked` are the chat requests so far, `gone` is set when a client leaves before its answer.

    `models` are listed (None: refused), unless the endpoint is `silent` about them.
    """

    answers: list[Answer]
    clock: Callable[[], float] = lambda: 0.0
    models: Sequence[str] | None = MODELS
    silent: bool = False
    asked: list[Asked] = field(default_factory=list)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""
    _server: asyncio.Server | None = None
    _open: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(self, *about: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in tuple(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            while asked := await self._read(reader):
                await self._answer(asked, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Asked | None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)
        }
        content = await reader.readexactly(int(headers.get("content-length", 0)))
        return Asked(lines[0].split()[1], headers, json.loads(content or b"{}"), self.clock())

    async def _answer(self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if asked.path.endswith("/models"):
            if self.silent:
                await asyncio.Event().wait()
            rows = [{"id": name} for name in self.models or ()]
            await (status(404) if self.models is None else body({"data": rows}))(asked, writer)
            return
        self.asked.append(asked)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        work = asyncio.ensure_future(answer(asked, writer))
        left = asyncio.ensure_future(reader.read(1))
        await asyncio.wait({work, left}, return_when=asyncio.FIRST_COMPLETED)
        if left.done() and not work.done():
            self.gone.set()
            work.cancel()
        left.cancel()
        await asyncio.gather(work, left, return_exceptions=True)


def completion(content: str | None, finish: str | None = "stop", **message: Any) -> dict[str, Any]:
    """A chat completion with usage."""
    usage = {"prompt_tokens": 90, "completion_tokens": 20, "prompt_tokens_details": {"cached_tokens": 64}}
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
    return {"object": "chat.completion", "model": "an alias", "choices": [choice], "usage": usage}


def body(value: Any, **headers: str) -> Answer:
    """Status 200 with a JSON value, or with text as it stands."""
    return status(200, value if isinstance(value, str) else json.dumps(value), **headers)


def say(content: str | None, finish: str | None = "stop", **message: Any) -> Answer:
    """A completion, streamed where it was asked for."""
    whole = completion(content, finish, **message)

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        way = stream(*deltas(whole)) if asked.body.get("stream") else body(whole)
        await way(asked, writer)

    return answer


def status(code: int, text: str = '{"error": {"message": "no"}}', **headers: str) -> Answer:
    """Any status with any body; header names with underscores."""

    async def answer(_: Asked, writer: asyncio.StreamWriter) -> None:
        content = text.encode("utf-8", "surrogatepass")
        named = {"content-type": "application/json", "content-length": str(len(content)), **headers}
        _head(writer, code, named)
        writer.write(content)
        await writer.drain()

    return answer


def deltas(whole: Mapping[str, Any]) -> list[str]:
    """A completion as the events of a stream, without the last one."""
    choice = whole["choices"][0]
    message = choice["message"]
    events: list[dict[str, Any]] = [{"choices": [{"delta": {"role": "assistant", "content": ""}}]}]
    text = message.get("content") or ""
    events += [{"choices": [{"delta": {"content": text[i : i + 7]}}]} for i in range(0, len(text), 7)]
    if message.get("refusal"):
        events.append({"choices": [{"delta": {"refusal": message["refusal"]}}]})
    events.append({"choices": [{"delta": {}, "finish_reason": choice["finish_reason"]}]})
    events.append({"choices": [], "usage": whole["usage"]})
    return [f"data: {json.dumps(event)}\n\n" for event in events]


def stream(*events: str, done: bool = True, cut: bool = False, pause: float = 0.0) -> Answer:
    """Events one after the other; `cut` ends the connection without an end of the body."""

    async def answer(_: Asked, writer: asyncio.StreamWriter) -> None:
        _head(writer, 200, {"content-type": "text/event-stream", "transfer-encoding": "chunked"})
        for event in (*events, *(("data: [DONE]\n\n",) if done else ())):
            data = event.encode()
            writer.write(b"%x\r\n%b\r\n" % (len(data), data))
            await writer.drain()
            await asyncio.sleep(pause)
        if cut:
            writer.close()
        else:
            writer.write(b"0\r\n\r\n")

    return answer


def drip(content: str, pause: float) -> Answer:
    """A whole completion, one byte at a time."""

    async def answer(_: Asked, writer: asyncio.StreamWriter) -> None:
        data = json.dumps(completion(content)).encode()
        _head(writer, 200, {"content-length": str(len(data))})
        for byte in data:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(pause)

    return answer


def short(content: str) -> Answer:
    """Half of the body that the header announces, then nothing."""

    async def answer(_: Asked, writer: asyncio.StreamWriter) -> None:
        data = json.dumps(completion(content)).encode()
        _head(writer, 200, {"content-length": str(len(data))})
        writer.write(data[: len(data) // 2])
        await writer.drain()
        writer.close()

    return answer


def hang() -> Answer:
    """Nothing, for ever."""

    async def answer(_: Asked, __: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    return answer


def reset() -> Answer:
    """The connection ends before any answer."""

    async def answer(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    return answer


def _head(writer: asyncio.StreamWriter, code: int, headers: Mapping[str, str]) -> None:
    lines = [f"HTTP/1.1 {code} Said", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin1"))
