"""`cite`: cite a live blog, or entries of it."""

from typing import Any

import click
import orjson

from .. import api
from . import terminal
from .reading import load, source_options


@click.command()
@source_options
@click.argument("entry", required=False)
@click.option("--style", default="chicago", show_default=True, help="apa, chicago, mla, bibtex, ris or csl-json.")
@click.option("--paragraph", type=int, metavar="N", help="Paragraph of the entry, from 1.")
@click.option("--all", "every", is_flag=True, help="Cite every entry, in source order.")
@click.option("--json", "as_json", is_flag=True, help="Print ids and citations as JSON.")
def cite(entry: str | None, style: str, paragraph: int | None, every: bool, as_json: bool, **told: Any) -> None:
    """Cite a live blog, or the ENTRY of it with this id (in full, or its last 12 characters)."""
    if every and (entry is not None or paragraph is not None):
        raise click.UsageError("--all cites every entry: give it without ENTRY and --paragraph")
    from ..citation import Citer

    blog = load(**told)
    wanted = blog.entries if every else [api.find(blog, entry) if entry is not None else None]
    citer = Citer(blog)
    found = [
        {"id": one.id if one else blog.id, "style": style, "citation": citer.render(one, style, paragraph)}
        for one in wanted
    ]
    if as_json:
        terminal.print_json(found if every else found[0])
    else:
        terminal.print_bytes(_joined([item["citation"] for item in found], style))


def _joined(citations: list[str], style: str) -> bytes:
    """Return citations as one file: a line each, records one after another, CSL-JSON as one array."""
    if style == "csl-json":
        return terminal.json_bytes([item for array in citations for item in orjson.loads(array)])
    return "".join(text if text.endswith("\n") else f"{text}\n" for text in citations).encode()
