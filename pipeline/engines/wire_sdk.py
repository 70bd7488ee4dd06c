"""The seam to the `openai` SDK, imported when called: bytes out, bytes in, every foreign exception named once."""

import json
from collections.abc import AsyncGenerator, Awaitable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import UsageError
from ..options import EngineOptions
from .endpoint import Endpoint
from .wire_errors import ATTEMPTS, FEW_ATTEMPTS, Trouble, classify, one_line
from .wire_received import received

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")

CONNECT_SECONDS = 10.0
"""Seconds to connect; the time to answer is bounded by the call's own deadline."""

_FOREIGN = frozenset({"openai", "httpx2", "httpx", "httpcore2", "httpcore", "aiohttp", "anyio", "h11", "ssl", "zlib"})
"""Where the transports' exceptions come from; they differ by SDK version and by extra."""

_RAW = "X-Stainless-Raw-Response"
"""The SDK's own switch for handing out the response unread."""

_STAINLESS = (
    "Lang",
    "Package-Version",
    "OS",
    "Arch",
    "Runtime",
    "Runtime-Version",
    "Async",
    "Retry-Count",
    "Read-Timeout",
)
_TELLING = ("OpenAI-Organization", "OpenAI-Project", *(f"X-Stainless-{name}" for name in _STAINLESS))
"""Headers that the SDK adds from the environment, or to tell about this machine; they are left out."""

_NO_KEY = "none"
"""The SDK insists on a key; without one of ours this word stands in and the header is left out."""

_SHORTEST_SECRET = 8
"""Characters: a shorter key is a dummy for a local server, and may be part of any word."""


class Wire:
    """The connection to one endpoint, for one event loop; a client passed in is not closed, and does not retry."""

    def __init__(self, endpoint: Endpoint, options: EngineOptions, client: "AsyncOpenAI | None" = None) -> None:
        self._endpoint = endpoint
        self._key = options.api_key.value if options.api_key else ""
        self._own = client is None
        self._client = None if client is None else client.with_options(max_retries=0)
        if not (self._key.isascii() and self._key.isprintable()) or self._key != self._key.strip():
            raise UsageError("the API key holds characters that no key has; copy it again")

    async def send(self, body: bytes) -> str:
        """The reply to one request as the JSON text of a chat completion; raises `Trouble`."""
        return self._redacted(await self._named(self._post(body)))

    async def models(self) -> tuple[str, ...]:
        """The names of the endpoint's models; raises `Trouble`."""
        return _names(await self._named(self._get("/models")))

    async def aclose(self) -> None:
        """Close the connections that were opened here."""
        if self._own and self._client is not None:
            client, self._client = self._client, None
            await client.close()

    async def _post(self, body: bytes) -> str:
        headers = {**self._headers(), "Content-Type": "application/json", _RAW: "stream"}
        response: Any = await self.open().post(
            "/chat/completions", cast_to=object, content=body, options={"headers": headers}
        )
        try:
            async with aclosing(_chunks(response.http_response)) as chunks:
                return await received(chunks)
        finally:
            await response.close()

    async def _get(self, path: str) -> str:
        headers = {**self._headers(), _RAW: "true"}
        response: Any = await self.open().get(path, cast_to=object, options={"headers": headers})
        return str(response.text)

    async def _named(self, work: Awaitable[T]) -> T:
        """The result of `work`; the transports' exceptions become `Trouble`, everything else passes."""
        try:
            return await work
        except Trouble as err:
            err.args, err.raw = (self._redacted(str(err)),), self._redacted(err.raw)
            raise
        except Exception as err:
            status = getattr(err, "status_code", None)
            if not _is_foreign(err):
                raise
            if isinstance(status, int):
                headers, text = _error_response(err)
                # without its cause: the SDK prints the body, which may repeat the key
                raise classify(status, headers, self._redacted(text)) from None
            why = one_line(self._redacted(_root(err)))
            raise Trouble("endpoint", f"cannot be reached ({why})", attempts=ATTEMPTS, lost=True) from err

    def open(self) -> "AsyncOpenAI":
        """The SDK's client; the first time, half a second goes into importing it, which no deadline should pay."""
        if self._client is None:
            self._client = _client(self._endpoint, self._key)
        return self._client

    def _headers(self) -> dict[str, Any]:
        if not self._own:
            return {}
        from openai import Omit

        return dict.fromkeys(_TELLING if self._key else (*_TELLING, "Authorization"), Omit())

    def _redacted(self, text: str) -> str:
        return text.replace(self._key, "********") if len(self._key) >= _SHORTEST_SECRET else text


def _client(endpoint: Endpoint, key: str) -> "AsyncOpenAI":
    from openai import AsyncOpenAI, DefaultAioHttpClient, DefaultAsyncHttpx2Client, Timeout

    timeout = Timeout(None, connect=CONNECT_SECONDS)
    # a proxy from the environment must not get between this machine and itself
    about: dict[str, Any] = {"timeout": timeout, "trust_env": not endpoint.loopback}
    try:
        transport = DefaultAioHttpClient(**about)
    except RuntimeError:  # the SDK's word for "aiohttp is not installed"
        transport = DefaultAsyncHttpx2Client(**about)
    return AsyncOpenAI(
        api_key=key or _NO_KEY, base_url=endpoint.url, max_retries=0, timeout=timeout, http_client=transport
    )


async def _chunks(response: Any) -> AsyncGenerator[bytes, None]:
    try:
        async for chunk in response.aiter_bytes():
            yield chunk
    except Exception as err:
        if not _is_foreign(err):
            raise
        raise Trouble("truncated", f"the reply broke off ({one_line(_root(err))})", attempts=FEW_ATTEMPTS) from err


def _is_foreign(err: Exception) -> bool:
    return isinstance(err, OSError) or type(err).__module__.partition(".")[0] in _FOREIGN


def _root(err: BaseException) -> str:
    while err.__cause__ is not None:
        err = err.__cause__
    return f"{type(err).__name__}: {err}"


def _error_response(err: Any) -> tuple[dict[str, str], str]:
    response = err.response
    return {name.lower(): value for name, value in response.headers.items()}, response.text


def _names(text: str) -> tuple[str, ...]:
    try:
        rows = json.loads(text)["data"]
        return tuple(one_line(str(row["id"]), 80) for row in rows)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()
