"""The Python front: `digest`, `digests` and their async forms, with the settings of the command line."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Coroutine, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from .engine import Engine
from .errors import ArticleError
from .records import Article, Digest, Failure
from .runners.known import Done, Work
from .runners.local import run
from .settings import Value, resolve
from .sources import check, find
from .sources.raw import Raw, Unreadable
from .store import Store
from .upgrade import load_digest

T = TypeVar("T")


def digest(source: Article | str | Path, *, engine: Engine | str | None = None, **settings: Value) -> Digest:
    """The digest of one article: an `Article`, or what the command line takes (a file, "-").

    Works inside a running event loop too. Raises `ArticleError` where the article cannot be digested, and the other
    errors of `pipeline.errors`. `engine` is a name ("offline") or an `Engine` of your own; the other settings are those
    of `wirebrief doctor`, by name: `digest("story.txt", engine="offline", max_lines=3)`.
    """
    return _in_private_loop(adigest(source, engine=engine, **settings))


def digests(
    sources: Iterable[Article | str | Path], *, engine: Engine | str | None = None, **settings: Value
) -> Iterator[Digest | Failure]:
    """Digests of many sources, in order, each as soon as it is done; a broken article is its `Failure`."""
    stream = adigests(sources, engine=engine, **settings)
    try:
        while True:
            try:
                yield _in_private_loop(anext(stream))
            except StopAsyncIteration:
                return
    finally:
        _in_private_loop(stream.aclose())


async def adigest(source: Article | str | Path, *, engine: Engine | str | None = None, **settings: Value) -> Digest:
    """`digest` for a caller that has an event loop."""
    async for done in adigests([source], engine=engine, **settings):
        if isinstance(done, Failure):
            raise ArticleError(done.message, stage=done.stage, cause=done.cause, advice=done.advice)
        return done
    raise ArticleError(f"{source!r} holds no article", stage="read", cause="empty", advice="give another source")


async def adigests(
    sources: Iterable[Article | str | Path], *, engine: Engine | str | None = None, **settings: Value
) -> AsyncGenerator[Digest | Failure, None]:
    """`digests` for a caller that has an event loop."""
    own = None if isinstance(engine, str) else engine
    resolved = resolve({**settings, "engine": engine if isinstance(engine, str) else None})
    cache = resolved.cache()
    store = Store.open(cache) if cache is not None and own is None else None
    work = Work(resolved.engine(), resolved.flow(), store)
    try:
        async for done in run(_raws(sources), work, engine=own):
            yield _opened(done)
    finally:
        if store is not None:
            store.close()


def _raws(sources: Iterable[Article | str | Path]) -> Iterator[Article | Raw | Unreadable]:
    for source in sources:
        if isinstance(source, Article):
            yield source
        else:
            check([str(source)])
            yield from find([str(source)])


def _opened(done: Done) -> Digest | Failure:
    if done.digest is None:
        assert done.failure is not None
        return done.failure
    return load_digest(done.digest, done.ref)


class _Loop:
    """One private event loop in a thread of its own: sync callers work inside a notebook's running loop."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, name="wirebrief", daemon=True).start()


_private: list[_Loop] = []
_opening = threading.Lock()


def _in_private_loop(work: Coroutine[Any, Any, T] | Any) -> T:
    with _opening:
        if not _private:
            _private.append(_Loop())
    result: T = asyncio.run_coroutine_threadsafe(_awaited(work), _private[0].loop).result()
    return result


async def _awaited(work: Any) -> Any:
    return await work
