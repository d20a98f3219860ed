"""The terminal: what is printed and how, and the one clock of the command line.

Results are UTF-8, whatever the locale: what is piped into a file is a record, not a message. Messages go to standard
error.
"""

import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta

import click
import orjson

from ..errors import LiveBlogError, amount, escaped_line

PROGRAM = "liveblog-archive"


def refuse_where_closed() -> None:
    """Have a standard output that is closed refuse what is printed, as a full one does: Python lets it vanish."""
    if sys.stdout is None:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 1)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the process


def say_error(message: str) -> None:
    """Print an error, one line, on standard error."""
    click.echo(f"{PROGRAM}: {escaped_line(message)}", err=True)


def now() -> datetime:
    """Return the time now, to the second."""
    return datetime.fromtimestamp(int(time.time()), UTC)


def print_bytes(data: bytes) -> None:
    """Print UTF-8 on standard output."""
    click.echo(data, nl=False)


def print_json(value: object) -> None:
    """Print a value as JSON, for machines."""
    print_bytes(json_bytes(value))


def json_bytes(value: object) -> bytes:
    """Return a value as JSON that people can read too; bytes of a path that are no text are U+FFFD."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    try:
        return orjson.dumps(value, option=options)
    except TypeError:
        shown = click.format_filename(json.dumps(value, ensure_ascii=False))
        return orjson.dumps(orjson.loads(shown), option=options)


class LeftOut:
    """Blogs that could not be read, each told once, where the others are shown all the same: a finding."""

    def __init__(self) -> None:
        self.told: set[str] = set()

    def __call__(self, error: LiveBlogError) -> None:
        """Tell of one of them."""
        if str(error) not in self.told:
            self.told.add(str(error))
            say_error(f"a blog is left out: {error}")

    def end(self) -> None:
        """Exit as a finding does, where there are any."""
        if self.told:
            raise click.exceptions.Exit(1)


class Progress:
    """How far long work has come: one line that rewrites itself on a terminal, nothing in a pipe or a file.

    The work is the block of a `with`; at its end the line is cleared.
    """

    _EVERY = 0.2  # seconds

    def __init__(self) -> None:
        self._shown = os.isatty(2)
        self._sizes: dict[str, int] = {}
        self._last = 0.0
        self._start: float | None = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self.say("")

    def say(self, message: str) -> None:
        """Replace the line by `message`."""
        if self._shown:
            click.echo(f"\r\x1b[2K{escaped_line(message)}", nl=False, err=True)

    def wrote(self, path: str, size: int) -> None:
        """Tell that another `size` bytes of the file at `path` are written."""
        self._sizes[path] = self._sizes.get(path, 0) + size
        now = time.monotonic()
        if now - self._last >= self._EVERY:
            self._last = now
            self.say(f"{path}: {self._sizes[path] / 1000:,.0f} kB")

    def came(self, done: int, total: int, entries: int) -> None:
        """Tell that so many documents of a batch are done, at what rate, and how long the rest may take."""
        now = time.monotonic()
        self._start = self._start or now
        if not done:
            self.say(f"0 of {total:,}")
        elif now - self._last >= self._EVERY or done == total:
            self._last = now
            rate = done / max(now - self._start, 1e-6)
            left = timedelta(seconds=round((total - done) / rate))
            self.say(
                f"{done:,} of {total:,}, {rate:,.1f} a second, {amount(entries, 'entry', 'entries')}, {left} left"
            )
