"""`formats`: what is read and written."""

from collections.abc import Sequence

import click

from ..exporters import EXPORTERS
from ..formats import Format
from ..importers import IMPORTERS, Importer
from . import terminal


@click.command(epilog="Example: liveblog-archive formats")
@click.option("--json", "as_json", is_flag=True, help="Print the tables as JSON.")
def formats(as_json: bool) -> None:
    """List the formats that are read and written."""
    tables: tuple[tuple[str, Sequence[Format]], ...] = (("read", IMPORTERS), ("write", EXPORTERS))
    rows = [
        {
            "direction": direction,
            "name": entry.name,
            "suffixes": list(entry.suffixes),
            "media_type": entry.media_type,
            "description": entry.description,
            "known_by": entry.sign if isinstance(entry, Importer) else None,
        }
        for direction, table in tables
        for entry in table
    ]
    if as_json:
        terminal.print_json(rows)
        return
    cells = [
        [direction, one.name, " ".join(one.suffixes), one.media_type] for direction, table in tables for one in table
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row, line in zip(rows, cells, strict=True):
        padded = " ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo(f"{padded} {row['description']}")
