"""The front door: one command a file, loaded when it is called; every error becomes one line and an exit code."""

import importlib
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from ..errors import WirebriefError

COMMANDS = {
    "summarize": "Digest articles: a summary and claims, each with its evidence (the default command).",
    "claims": "List the claims of articles; filter by speaker, certainty or figures.",
    "explain": "Show how one claim came to be: evidence, attribution, checks, prompt, raw reply.",
    "stage": "Ask one prompt stage alone and print its replies.",
    "doctor": "Show every setting with its origin, and whether everything needed is there.",
    "schema": "Print the JSON Schema of a record.",
    "prompts": "List, show, render, check and compare the prompts.",
    "cache": "Look into the cache, say why two requests differ, prune or clear it.",
    "completion": "Print the completion script of a shell.",
    "eval": "Score digests against fixtures written by hand, compare, and guard a floor.",
    "version": "Print the version.",
}
"""Every command and its one line; a test holds the list against the files."""

EPILOG = """\b
Examples:
  wirebrief article.html                     a digest, on the terminal
  wirebrief claims --has-number story.txt    only the claims with a figure
  wirebrief --format json - < story.txt      standard input in, JSON out
  wirebrief --format html --open story.txt   one page: article left, claims right
  wirebrief --format jsonl news/ > out.jsonl every article of a folder

\b
Exit codes: 0 done; 1 something is not good; 2 usage, settings, input or output;
3 endpoint; 4 a limit was reached; 130/143 stopped by a signal.
"""


class ReaderGoneError(Exception):
    """Whoever read standard output has stopped reading."""


class Commands(click.Group):
    """Commands by name, imported when called; anything else on the command line is a source to summarize."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of `--help`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command's file is imported here and nowhere earlier."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`wirebrief story.txt` means `wirebrief summarize story.txt`; options may stand in front."""
        if args and args[0] not in COMMANDS and args[0] not in ("-h", "--help", "--version"):
            args = ["summarize", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader that closed the pipe (`| head`) is told apart from every other error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as err:
            raise ReaderGoneError from err


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="SOURCE... | COMMAND [ARGS]...",
)
@click.version_option(package_name="wirebrief", prog_name="wirebrief", message="%(prog)s %(version)s")
def group() -> None:
    """Read news articles and write digests: a summary, and claims with who said each, how sure they are, their
    figures and dates, and the exact characters of the article that carry them.

    A SOURCE is a file (text, Markdown, HTML, JSONL), a folder, a glob, or - for standard input.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; Ctrl-C and a request to end stop it at once."""
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, _stopped)
    sys.exit(run(sys.argv[1:] if args is None else args))


def run(args: Sequence[str]) -> int:
    """Run the command line; the exit code. One line on standard error for every error."""
    debug = "--debug" in args
    wanted = [arg for arg in args if arg != "--debug"]
    try:
        result = group.main(args=wanted, prog_name="wirebrief", standalone_mode=False)
    except click.exceptions.Exit as err:
        return err.exit_code
    except click.exceptions.NoArgsIsHelpError as err:
        click.echo(err.format_message(), err=True)
        return 2
    except click.ClickException as err:
        return _failed(f"{err.format_message()}; see 'wirebrief --help'", 2)
    except (click.Abort, KeyboardInterrupt):
        return _failed("stopped", 128 + signal.SIGINT)
    except ReaderGoneError:
        _silence_stdout()
        return 0
    except WirebriefError as err:
        if debug:
            raise
        return _failed(str(err), err.exit_code)
    except Exception as err:
        if debug:
            raise
        return _failed(f"{type(err).__name__}: {err}; this is a fault of wirebrief, --debug shows where", 1)
    return result if isinstance(result, int) else 0


def _failed(message: str, code: int) -> int:
    line = " ".join(message.split())
    click.echo(f"error: {line}", err=True)
    return code


def _stopped(signum: int, frame: FrameType | None) -> None:
    """Leave at once, whatever is being computed: files appear whole or not at all, and the cache is transactional."""
    os.write(2, b"error: stopped\n")
    os._exit(128 + signum)


def _silence_stdout() -> None:
    """The interpreter flushes standard output at exit and must not complain about the closed pipe then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
