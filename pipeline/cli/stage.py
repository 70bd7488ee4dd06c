"""`wirebrief stage STAGE ARTICLE`: one prompt stage alone, for who writes prompts."""

import asyncio
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from ..prompts import STAGES
from ..sources import check, find, parse
from ..sources.raw import Unreadable
from .digesting import settings_of, work_of
from .flags import engine_flags

if TYPE_CHECKING:
    from ..records import Article
    from ..runners.known import Work
    from ..runners.one_stage import Asked


@click.command("stage")
@click.argument("stage", type=click.Choice(STAGES))
@click.argument("article", metavar="ARTICLE")
@click.option("--raw", is_flag=True, help="The endpoint's raw reply (from the cache) instead of the parsed one.")
@engine_flags
def command(stage: str, article: str, raw: bool, **flags: Any) -> int:
    """Ask one stage alone and print its replies, a JSON line each; the stages before it run as well.

    \b
    Examples:
      wirebrief stage extract story.txt
      wirebrief stage summarize --model small --raw story.txt
    """
    if raw and flags["use_cache"] is False:
        raise UsageError("--raw reads the reply from the cache; leave --no-cache out")
    settings = settings_of(flags)
    with work_of(settings) as work:
        asked = asyncio.run(_ask(stage, one_article(article), work))
        for one in asked:
            click.echo(_shown(one, work, raw))
    if not asked:
        click.echo(f"stage {stage!r} has nothing to ask about this article", err=True)
    return 1 if any(one.error for one in asked) else 0


def one_article(spec: str) -> "Article":
    """The one article that a source names."""
    check([spec], stdin=sys.stdin.buffer)
    found = list(find([spec], stdin=sys.stdin.buffer))
    if len(found) != 1 or isinstance(found[0], Unreadable):
        raise UsageError(f"{spec!r} must be one readable article, not {len(found)} sources")
    return parse(found[0])


async def _ask(stage: str, article: "Article", work: "Work") -> "tuple[Asked, ...]":
    from ..engines import close_engine, open_engine
    from ..runners.one_stage import one_stage

    engine = open_engine(work.engine, store=work.store, announce=work.announce)
    try:
        return (await one_stage(stage, article, engine, work.flow))[1]
    finally:
        await close_engine(engine)


def _shown(one: "Asked", work: "Work", raw: bool) -> str:
    if one.answer is None:
        assert one.error is not None
        return (
            one.error.raw if raw and one.error.raw else json.dumps({"cause": one.error.cause, "error": str(one.error)})
        )
    if raw and work.store is not None:
        stored = work.store.replies.read(one.answer.key)
        if stored is not None:
            return stored.raw
    return one.answer.reply.model_dump_json()
