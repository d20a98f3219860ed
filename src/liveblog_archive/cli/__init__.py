"""The command line: the verbs of the library, with files, a terminal and exit codes around them.

Exit codes: 0 done, 1 a finding, 2 misuse or unreadable input. An error is one line on standard error. The only
room that prints, exits, or reads a clock. Each command has a module, which is imported when the command is given.
"""

import os
import sys
from collections import UserDict
from importlib import import_module
from traceback import walk_tb
from typing import Any

import click

from ..errors import LiveBlogError
from ..version import __version__
from .parameters import error_line
from .terminal import PROGRAM, refuse_where_closed, say_error

_INTERRUPTED = 130  # 128 + SIGINT, as shells count it
_NAMES = ("archive", "batch", "brief", "cite", "convert", "diff", "formats", "inspect", "search", "site", "validate")


class _Commands(UserDict[str, Any]):
    """The commands by their names; what is held of each is the name of its module."""

    def __getitem__(self, name: str) -> Any:
        """Return a command: it alone is imported, for others need much that it does not."""
        return getattr(import_module(f".{self.data[name]}", __package__), name)


_COMMANDS = _Commands({name: name for name in _NAMES} | {"index": "search"})


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, commands=_COMMANDS)
@click.version_option(__version__, prog_name=PROGRAM)
def commands() -> None:
    """Archive and cite live blogs."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; return the exit code."""
    typed: dict[str, str] = {}
    refuse_where_closed()
    try:
        # Not `commands.main`: it takes a closed pipe for itself, and exits with 1.
        with commands.make_context(PROGRAM, list(arguments) or ["--help"], obj=typed) as context:
            commands.invoke(context)
    except LiveBlogError as error:
        return _complain(error_line(error, typed))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else PROGRAM
        return _complain(f"{error.format_message().rstrip('.')}; see {command} --help")
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except KeyboardInterrupt:
        click.echo(err=True)
        return _INTERRUPTED
    except OSError as error:
        return _refused(error)
    return 0


def _complain(message: str) -> int:
    say_error(message)
    return 2


def _refused(error: OSError) -> int:
    """Tell what the system refused to standard output, the one file that `files` does not open, or to a dependency.

    A reader that leaves early, as `| head` does, is nothing wrong, and nothing is left to say to it. Return the exit
    code.
    """
    is_printed = any(frame.f_code is click.echo.__code__ for frame, _ in walk_tb(error.__traceback__))
    if is_printed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python's last flush, at its exit, would fail once more
        if isinstance(error, BrokenPipeError):
            return 0
    where = "standard output" if is_printed else error.filename or "the operating system"
    return _complain(f"{where}: {error.strerror or error}; check the disk and the permissions")
