"""The options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..settings import ENGINES

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("text", "json", "jsonl", "md", "html", "csv")


def engine_flags(command: F) -> F:
    """Who answers, and with which options; the settings of `wirebrief doctor`."""
    for option in reversed(
        (
            click.option("--engine", type=click.Choice(ENGINES), help="Who answers  [default: auto]"),
            click.option("--model", help="The model's name at the endpoint."),
            click.option("--base-url", metavar="URL", help="The endpoint's address."),
            click.option("--temperature", type=float, help="Sampling temperature, 0 to 2."),
            click.option("--timeout", type=float, metavar="SECONDS", help="Deadline of one call."),
            click.option(
                "--prompts",
                metavar="DIR",
                type=click.Path(),
                help="A folder of prompts that overrides the shipped ones.",
            ),
            click.option(
                "--recordings", metavar="DIR", type=click.Path(), help="Recorded replies for --engine replay."
            ),
            click.option(
                "--record",
                metavar="DIR",
                type=click.Path(),
                help="Write an endpoint's replies down, for --engine replay.",
            ),
            click.option("--exact", is_flag=True, default=None, help="Refuse recordings of an older request."),
            click.option(
                "--published", metavar="DATE", help="Publication date of articles that print none: 2031-05-04."
            ),
            click.option("--max-claims", type=int, metavar="N", help="Most claims in a digest."),
            click.option("--max-lines", type=int, metavar="N", help="Most lines in a summary."),
            click.option("--repair-rounds", type=int, metavar="N", help="Rounds of repair, 0 to 3."),
            click.option("--cache", metavar="DIR", type=click.Path(), help="The cache folder."),
            click.option("--no-cache", "use_cache", flag_value=False, default=None, help="Neither read nor write it."),
            click.option(
                "--config", metavar="FILE", type=click.Path(), help="The settings file  [default: wirebrief.toml]"
            ),
        )
    ):
        command = option(command)
    return command


def output_flags(forms: tuple[str, ...] = FORMATS) -> Callable[[F], F]:
    """Where the result goes, and in which form."""

    def decorate(command: F) -> F:
        for option in reversed(
            (
                click.option("--format", "form", type=click.Choice(forms), default="text", show_default=True),
                click.option(
                    "-o",
                    "--output",
                    metavar="FILE",
                    type=click.Path(),
                    help="Write to FILE instead of standard output.",
                ),
                click.option("--strict", is_flag=True, help="Exit 1 on an error finding, a failure, or no claim."),
                click.option("-q", "--quiet", is_flag=True, help="No line about the run on standard error."),
            )
        ):
            command = option(command)
        return command

    return decorate
