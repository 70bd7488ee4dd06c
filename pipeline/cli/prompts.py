"""`wirebrief prompts list|show|check`: the prompts, their versions, and whether they hold together."""

from typing import Any

import click

from ..errors import UsageError
from ..prompts import STAGES, load


def _stage(name: str) -> str:
    if name not in STAGES:
        raise UsageError(f"stage {name!r} is unknown; choose one of {', '.join(STAGES)}")
    return name


@click.group("prompts")
def command() -> None:
    """List, show and check the prompts; a prompt's version is the hash of its three files."""


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
        click.echo(example)
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
