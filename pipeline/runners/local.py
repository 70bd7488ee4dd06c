"""Runs sources in this process: several at once, out in the order they came in."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterable

from ..engine import Engine
from ..engines import close_engine, open_engine
from ..errors import ArticleError, SourceError
from ..flow import digest_article
from ..records import Article, Cause, Failure
from ..sources import parse
from ..sources.raw import Raw, Unreadable
from .known import Done, Work


async def run(
    sources: Iterable[Article | Raw | Unreadable], work: Work, *, at_once: int = 8, engine: Engine | None = None
) -> AsyncGenerator[Done, None]:
    """Every source's `Done`, in input order, at most `at_once` under way; memory does not grow with their number.

    An `Article` is digested as it is and not cached: there are no input bytes to key on. An article's own trouble is
    its `Failure`; a broken endpoint or a reached limit ends the run with its exception.
    """
    answering = engine or open_engine(work.engine, store=work.store, announce=work.announce)
    waiting: deque[asyncio.Task[Done]] = deque()
    try:
        for source in sources:
            waiting.append(asyncio.create_task(_done(source, work, answering)))
            if len(waiting) >= at_once:
                yield await waiting.popleft()
        while waiting:
            yield await waiting.popleft()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        if engine is None:
            await close_engine(answering)


async def _done(source: Article | Raw | Unreadable, work: Work, engine: Engine) -> Done:
    if isinstance(source, Article):
        return await _flow(source, source.id, work, engine)
    if isinstance(source, Unreadable):
        return Done(source.ref, None, _unreadable(source))
    known = work.known(source)
    if known is not None:
        return known
    try:
        article = parse(source)
    except ArticleError as err:
        return Done(source.ref, None, failure(source.ref, err))
    except SourceError as err:
        wrapped = ArticleError(str(err), stage="read", cause="unreadable", advice="give another file")
        return Done(source.ref, None, failure(source.ref, wrapped))
    done = await _flow(article, source.ref, work, engine)
    if done.digest is not None and work.store is not None and done.complete and work.keeps:
        work.store.digests.put(work.key(source), done.digest)
    return done


async def _flow(article: Article, ref: str, work: Work, engine: Engine) -> Done:
    try:
        made = await digest_article(article, engine, work.flow)
    except ArticleError as err:
        return Done(ref, None, failure(ref, err))
    failed = any(d.draft is None and d.cause is not Cause.ABSTAINED for d in made.digest.dropped)
    return Done(ref, made.digest.model_dump_json(by_alias=True), receipt=made.receipt, complete=not failed)


def failure(article_id: str, err: ArticleError) -> Failure:
    """An article's error as the record that stands in outputs."""
    return Failure(article_id=article_id, stage=err.stage, cause=err.cause, message=str(err), advice=err.advice)


def _unreadable(source: Unreadable) -> Failure:
    return Failure(
        article_id=source.ref, stage="read", cause=source.cause, message=source.message, advice=source.advice
    )
