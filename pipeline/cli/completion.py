"""`wirebrief completion SHELL`: the script that makes a shell complete commands, options and files."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> int:
    """Print the completion script of SHELL.

    \b
    Example (bash):
      wirebrief completion bash > ~/.local/share/bash-completion/completions/wirebrief
    """
    from . import group

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(group, {}, "wirebrief", "_WIREBRIEF_COMPLETE").source())
    return 0
