"""`validate`: everything that is wrong in a file."""

import click

from .. import api
from ..errors import escaped_line
from . import terminal
from .reading import read_source


@click.command(
    short_help="Print what is wrong in JSON-LD, XML or a calendar.",
    epilog="Example: liveblog-archive validate storm.jsonld",
)
@click.argument("source", metavar="IN")
@click.option("--from", "from_format", metavar="FORMAT", help="jsonld, xml or ical, where the content does not tell.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
def validate(source: str, from_format: str | None, as_json: bool) -> None:
    """Print all that is wrong in a file of JSON-LD, XML or iCalendar, a line each."""
    data, where = read_source(source)
    problems = api.validate(data, from_format, where=where)
    if as_json:
        terminal.print_json([{"path": each.path, "message": each.message} for each in problems])
    else:
        for each in problems:
            click.echo(escaped_line(str(each)))
    if problems:
        raise click.exceptions.Exit(1)
