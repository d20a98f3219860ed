"""`inspect`: what a file is, why it is taken for that, and what was read from it."""

from typing import Any

import click

from .. import api
from ..errors import escaped_line
from ..importers import importer, importer_for
from ..inspection import facts, lines
from . import terminal
from .reading import read_source, source_options


@click.command(
    short_help="Tell what a file is, and what was read from it.",
    epilog="Example: liveblog-archive inspect storm.html",
)
@source_options
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def inspect(as_json: bool, **told: Any) -> None:
    """Tell what a file is, why it is taken for that, and what was read from it."""
    data, where = read_source(told.pop("source"))
    name = told.pop("from_format") or ("mapping" if told["mapping"] else None)
    reader = importer(name) if name else importer_for(data, where)
    blog = api.parse(data, format=reader.name, id=told.pop("blog_id"), where=where, **told)
    found = facts(blog, reader, len(data))
    if as_json:
        terminal.print_json(found)
    else:
        terminal.print_bytes("".join(f"{escaped_line(line)}\n" for line in lines(found)).encode())
