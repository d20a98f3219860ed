"""`convert`: read a live blog and write it in other formats."""

from collections.abc import Sequence
from typing import Any

import click

from .. import api
from ..exporters import Exporter
from ..model import LiveBlog
from . import terminal
from .reading import load, reading_options
from .writing import deliver, output_options, settings_from, writing_options


@click.command(
    short_help="Read a live blog and write it in other formats.",
    epilog="Example: liveblog-archive convert storm.html -o storm.jsonld -o storm.pdf",
)
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@reading_options
@output_options
@writing_options
def convert(
    *,
    sources: tuple[str, ...],
    outputs: tuple[str, ...],
    to_format: str | None,
    settings: tuple[str, ...],
    force: bool,
    notes: bool,
    as_json: bool,
    **told: Any,
) -> None:
    """Read a live blog and write it in other formats: PDF, JSON-LD, XML, iCalendar, HTML, NewsML, TEI.

    IN is a text, a saved page, a file of a platform, a feed or a web archive, or what this library wrote; - is
    standard input. Several IN are pages or captures of one blog, and become one. The reading options are then for all
    of them but JSON-LD and XML, which state all of it themselves.
    """

    def read(progress: terminal.Progress, _formats: Sequence[Exporter]) -> tuple[LiveBlog, dict[str, object]]:
        pages = []
        for source in sources:
            progress.say(f"reading {source}")
            pages.append(load(source, one_of_several=len(sources) > 1, **told))
        return api.merge(pages) if len(pages) > 1 else pages[0], {}

    wanted = settings_from(settings)
    deliver(read, outputs, to_format, wanted, force=force, notes=notes, as_json=as_json, sources=sources)
