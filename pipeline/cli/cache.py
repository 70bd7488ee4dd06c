"""`wirebrief cache info|prune|clear`: what is kept, and how to be rid of it."""

from pathlib import Path

import click

from ..errors import OutputError, UsageError
from ..settings import resolve
from ..store import Store, wipe

_folder = click.option("--cache", metavar="DIR", help="The cache folder.")


def _folder_of(cache: str | None) -> Path:
    folder = resolve({"cache": cache}).cache()
    if folder is None:
        raise UsageError("the cache is switched off by 'use_cache'; give --cache a folder")
    return folder


@click.group("cache")
def command() -> None:
    """Look into the cache, prune or clear it.

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
@click.option("--older-than", type=float, metavar="DAYS", help="Remove what is older.")
@click.option("--max-mb", type=float, metavar="N", help="Remove the oldest until the cache is this small.")
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
