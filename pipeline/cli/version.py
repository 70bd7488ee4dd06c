"""`wirebrief version`: the version, alone on its line."""

from importlib.metadata import version

import click


@click.command("version")
def command() -> int:
    """Print the version."""
    click.echo(version("wirebrief"))
    return 0
