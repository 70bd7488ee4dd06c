"""`wirebrief prompts list|show|render|check|diff`: the prompts, their versions, and whether they hold together."""

import asyncio
import difflib
import json
from typing import Any

import click

from ..errors import UsageError
from ..options import EngineOptions, FlowOptions
from ..prompts import STAGES, load


def _stage(name: str) -> str:
    if name not in STAGES:
        raise UsageError(f"stage {name!r} is unknown; choose one of {', '.join(STAGES)}")
    return name


@click.group("prompts")
def command() -> None:
    """List, show, render, check and compare the prompts; a prompt's version is the hash of its three files."""


@command.command("list")
@click.option("--prompts", metavar="DIR", help="A folder of prompts that overrides the shipped ones.")
def list_(prompts: str | None) -> int:
    """List every stage's prompt: version, examples, size, folder."""
    for stage in STAGES:
        prompt = load(stage, prompts)
        size = len(prompt.system) + len(prompt.user)
        click.echo(f"{stage:<10} {prompt.hash}  {len(prompt.examples)} examples  {size} characters  {prompt.folder}")
    return 0


@command.command("show")
@click.argument("stage")
@click.option("--prompts", metavar="DIR", help="A folder of prompts that overrides the shipped ones.")
def show(stage: str, prompts: str | None) -> int:
    """Print one stage's files as they are: system.md, user.md and the examples."""
    prompt = load(_stage(stage), prompts)
    click.echo(f"# {prompt.folder / 'system.md'}\n\n{prompt.system.rstrip()}\n")
    click.echo(f"# {prompt.folder / 'user.md'}\n\n{prompt.user.rstrip()}\n")
    click.echo(f"# {prompt.folder / 'examples.jsonl'}\n")
    for example in prompt.examples:
        click.echo(json.dumps(dict(example), ensure_ascii=False))
    return 0


@command.command("check")
@click.option("--prompts", metavar="DIR", help="A folder of prompts that overrides the shipped ones.")
def check(prompts: str | None) -> int:
    """Check every prompt: it renders, its examples parse as replies, and their quotes stand in their articles."""
    from ..prompt_check import faults_of

    bad = 0
    for stage in STAGES:
        prompt = load(stage, prompts)
        faults: list[Any] = faults_of(prompt)
        bad += len(faults)
        click.echo(f"{'ok    ' if not faults else 'FAILED'} {stage} {prompt.hash}, {len(prompt.examples)} examples")
        for fault in faults:
            click.echo(f"       {fault}")
    return 1 if bad else 0


@command.command("render")
@click.argument("stage")
@click.argument("article", metavar="ARTICLE")
@click.option("--prompts", metavar="DIR", help="A folder of prompts that overrides the shipped ones.")
def render(stage: str, article: str, prompts: str | None) -> int:
    """Print the messages that STAGE sends for ARTICLE; nobody is asked.

    The stages before it are answered by the offline engine.
    """
    from ..engines.requests import messages
    from ..runners.one_stage import calls_of
    from .stage import one_article

    calls = asyncio.run(calls_of(_stage(stage), one_article(article), FlowOptions()))
    for call in calls:
        shown = messages(call, EngineOptions(prompts=prompts))
        click.echo(f"# system, piece {call.piece}\n\n{shown.system}\n# user, piece {call.piece}\n\n{shown.user}")
    if not calls:
        click.echo(f"stage {stage!r} has nothing to ask about this article", err=True)
    return 0


@command.command("diff")
@click.argument("folder", metavar="DIR")
def diff(folder: str) -> int:
    """Show what the prompts in DIR change in the shipped ones; exit code 1 where they differ."""
    changed = False
    for stage in STAGES:
        shipped, other = load(stage), load(stage, folder)
        for name, before, after in (
            ("system.md", shipped.system, other.system),
            ("user.md", shipped.user, other.user),
            ("examples.jsonl", _rows(shipped.examples), _rows(other.examples)),
        ):
            lines = difflib.unified_diff(
                before.splitlines(),
                after.splitlines(),
                f"shipped/{stage}/{name}",
                f"{folder}/{stage}/{name}",
                lineterm="",
            )
            for line in lines:
                changed = True
                click.echo(line)
    return 1 if changed else 0


def _rows(examples: tuple[Any, ...]) -> str:
    return "\n".join(json.dumps(dict(example), ensure_ascii=False) for example in examples)
