"""`batch`: many live blogs in one go, on this machine or on a cluster."""

import math
from typing import TYPE_CHECKING, Any

import attrs
import click

from .. import api
from ..errors import amount, escaped_line
from . import terminal
from .parameters import place
from .reading import batch_options, refuse_archive
from .wording import entries
from .writing import settings_from, settings_option

if TYPE_CHECKING:
    from ..batching import Summary


@click.command(
    short_help="Read and write the live blogs of a folder or more.",
    epilog="Example: liveblog-archive batch pages records --to jsonld,pdf",
)
@click.argument("source", metavar="SOURCE")
@click.argument("destination", metavar="DEST", type=place)
@click.option(
    "--to",
    "to_formats",
    metavar="FORMATS",
    default="jsonld",
    help="Formats, such as jsonld,xml,pdf,ics; jsonld by default.",
)
@click.option(
    "--jobs", type=int, metavar="N", help="Processes that work at a time; one for each processor by default."
)
@click.option("--engine", default="pool", metavar="ENGINE", help="pool (on this machine), dask or spark.")
@click.option("--scheduler", metavar="ADDRESS", help="The scheduler of Dask, or the master of Spark.")
@click.option(
    "--largest",
    type=float,
    metavar="MB",
    default=128,
    help="Most megabytes that a document may have; 128 by default.",
)
@settings_option
@batch_options
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def batch(
    *,
    source: str,
    destination: str,
    to_formats: str,
    largest: float,
    from_format: str | None,
    settings: tuple[str, ...],
    as_json: bool,
    **told: Any,
) -> None:
    """Read every live blog of SOURCE and write it into the folder DEST.

    SOURCE is a folder, a file, a glob, or @FILE with a path a line; it and DEST may be addresses such as
    s3://bucket/folder. What DEST has already is not done again.
    """
    if not 0 < largest < math.inf:
        raise click.UsageError(f"--largest {largest:g} is no number of megabytes")
    refuse_archive(source)
    with terminal.Progress() as progress:
        summary = api.batch(
            source,
            destination,
            to=[name.strip() for name in to_formats.split(",")],
            largest=int(largest * 2**20),
            format=from_format,
            progress=lambda batch: progress.came(batch.done, batch.documents, batch.entries),
            options=settings_from(settings),
            **told,
        )
    if as_json:
        terminal.print_json(attrs.asdict(summary))
    else:
        click.echo(
            f"{amount(summary.documents, 'document', 'documents')}: "
            f"{amount(summary.written, 'blog', 'blogs')} written, {summary.kept:,} kept, "
            f"{summary.empty:,} empty, {summary.failed:,} failed; {entries(summary.entries)}{_passed(summary)}"
        )
    if summary.failed:
        click.echo(escaped_line(f"{summary.failures}: {summary.failed:,} failed; the list says why"), err=True)
        raise click.exceptions.Exit(1)


def _passed(summary: "Summary") -> str:
    """Return how many files were passed over, in words."""
    parts = f"; {amount(summary.parts, 'part', 'parts')} of saved pages left out" if summary.parts else ""
    return f"{parts}; {amount(summary.others, 'other', 'others')} passed over" if summary.others else parts
