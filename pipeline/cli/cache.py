"""`wirebrief cache info|why|prune|clear`: what is kept, why it answered or not, and how to be rid of it."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import click

from ..errors import OutputError, UsageError
from ..settings import resolve
from ..store import Reply, Store, wipe

_folder = click.option("--cache", metavar="DIR", help="The cache folder.")


def _folder_of(cache: str | None) -> Path:
    folder = resolve({"cache": cache}).cache()
    if folder is None:
        raise UsageError("the cache is switched off by 'use_cache'; give --cache a folder")
    return folder


@click.group("cache")
def command() -> None:
    """Look into the cache, say why two requests differ, prune or clear it.

    It keeps finished digests and raw replies; it is private (mode 0700) and holds no code that could run.
    """


@command.command("info")
@_folder
def info(cache: str | None) -> int:
    """Show rows, size, oldest and newest row of each level."""
    with Store.open(_folder_of(cache)) as store:
        found = store.info()
        click.echo(f"folder  {found.directory}")
        for name, level in (("digests", found.digests), ("replies", found.replies)):
            span = (
                f", {level.oldest:%Y-%m-%d %H:%M} to {level.newest:%Y-%m-%d %H:%M}"
                if level.oldest and level.newest
                else ""
            )
            click.echo(f"{name:<8}{level.rows} rows, {level.bytes} bytes{span}")
        if found.inert:
            click.echo(f"damaged {found.inert} rows; 'wirebrief cache prune' removes them")
    return 0


@command.command("prune")
@_folder
@click.option("--older-than", type=click.FloatRange(0, 36_500), metavar="DAYS", help="Remove what is older.")
@click.option(
    "--max-mb",
    type=click.FloatRange(0, 1_000_000),
    metavar="N",
    help="Remove the oldest until the cache is this small.",
)
def prune(cache: str | None, older_than: float | None, max_mb: float | None) -> int:
    """Remove old rows, and rows that are damaged."""
    with Store.open(_folder_of(cache)) as store:
        size = None if max_mb is None else int(max_mb * 1_000_000)
        click.echo(f"{store.prune(older_than_days=older_than, max_bytes=size)} rows removed")
    return 0


@command.command("clear")
@_folder
@click.option("--yes", is_flag=True, help="Do not ask.")
def clear(cache: str | None, yes: bool) -> int:
    """Remove every row, and a database that is too damaged to open."""
    folder = _folder_of(cache)
    if not yes:
        click.confirm(f"Remove every row of {folder}?", abort=True)
    try:
        with Store.open(folder) as store:
            click.echo(f"{store.clear()} rows removed")
    except OutputError:
        wipe(folder)
        click.echo("damaged database removed")
    return 0


@command.command("why")
@click.argument("one")
@click.argument("other")
@_folder
def why(one: str, other: str, cache: str | None) -> int:
    """Show where two stored requests differ: why the reply to ONE did not answer OTHER.

    ONE and OTHER are keys of replies, or their beginnings; `wirebrief explain` and `cache keys` show them.
    """
    with Store.open(_folder_of(cache)) as store:
        first, second = (json.loads(_reply(store, key).request) for key in (one, other))
    lines = list(differences(first, second))
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo("the requests are the same")
    return 0


@command.command("keys")
@_folder
def keys(cache: str | None) -> int:
    """List the keys of the stored replies, oldest first, with outcome, model and the beginning of the question."""
    with Store.open(_folder_of(cache)) as store:
        for key in store.replies.keys():  # noqa: SIM118 - a level of the store is no dictionary
            reply = store.replies.read(key)
            if reply is not None and reply.request.startswith("{"):
                body = json.loads(reply.request)["body"]
                asked = " ".join(body["messages"][-1]["content"].split())[:60]
                click.echo(f"{key[:16]}  {reply.outcome:<12} {body.get('model')}  {asked}")
    return 0


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Where two JSON values differ, a line each; of long texts the first line that differs is shown."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted({*one, *other}):
            yield from differences(one.get(name), other.get(name), f"{path}.{name}" if path else name)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differences(a, b, f"{path}[{number}]")
    elif one != other:
        yield f"{path}: {_first(one, other)}"


def _first(one: Any, other: Any) -> str:
    if not (isinstance(one, str) and isinstance(other, str) and "\n" in one + other):
        return f"{_short(one)} / {_short(other)}"
    lines = zip_longest(one.splitlines(), other.splitlines(), fillvalue="")
    number, (a, b) = next((n, pair) for n, pair in enumerate(lines, 1) if pair[0] != pair[1])
    return f"line {number}: {_short(a)} / {_short(b)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 100 else text[:99] + "…"


def _reply(store: Store, wanted: str) -> Reply:
    found = [key for key in store.replies.keys() if key.startswith(wanted)]  # noqa: SIM118 - no dictionary
    reply = store.replies.read(found[0]) if len(found) == 1 else None
    if reply is None or not reply.request.startswith("{"):
        how = "is the beginning of several keys" if len(found) > 1 else "is no key of a stored reply"
        raise UsageError(f"{wanted!r} {how}; 'wirebrief cache keys' lists them")
    return reply
