"""What every command that writes formats shares: options of the formats, and notes on what they do not carry."""

from collections.abc import Iterable

import click

from ..model import Note
from .parameters import note_line, was_typed

settings_option = click.option(
    "--set",
    "settings",
    metavar="NAME=VALUE",
    multiple=True,
    help="Option of the formats written, such as entries=all. May be given several times.",
)


def settings_from(words: Iterable[str]) -> dict[str, object]:
    """Return options by name from `NAME=VALUE`; a name that is given twice has its last value."""
    settings: dict[str, object] = {}
    for word in words:
        typed, sign, value = word.partition("=")
        if not sign or not typed:
            raise click.UsageError(f"--set {word} is no NAME=VALUE")
        name = typed.replace("-", "_")
        settings[name] = value
        was_typed({name: f"--set {typed}"})
    return settings


def report(notes: Iterable[Note]) -> None:
    """Print what the files do not carry, a line each, on standard error."""
    for note in notes:
        click.echo(note_line(note), err=True)
