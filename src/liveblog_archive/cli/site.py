"""`site`: write an archive as a static site."""

from collections import Counter

import click

from ..archive import Archive
from ..folders import check_folder, update_folder
from ..model import Note
from . import terminal
from .parameters import note_line, place
from .versions import in_archive


@click.command(
    short_help="Write an archive as a static site.",
    epilog="Example: liveblog-archive site storms public --url https://example.org/live/",
)
@in_archive
@click.argument("output", metavar="OUT", type=place)
@click.option(
    "--blog", "blogs", metavar="BLOG", multiple=True, help="Show only this blog; may be given several times."
)
@click.option("--title", default="Live blogs", metavar="TEXT", show_default=True, help="Title of the front page.")
@click.option(
    "--url", default="", metavar="URL", help="Where the site will stand, such as https://example.org/live/."
)
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON.")
def site(*, folder: str, output: str, blogs: tuple[str, ...], title: str, url: str, as_json: bool) -> None:
    """Write all blogs of an archive as a static site; a second run changes only what is different.

    A damaged blog is told of and left out; what the site has of it stays as it is.
    """
    from .. import site as building

    plan = building.Plan(title=title, url=url)
    archive = Archive(folder, create=False)
    check_folder(output)
    left_out = terminal.LeftOut()
    notes: list[Note] = []
    with terminal.Progress() as progress:
        progress.say(f"verifying {folder}")
        files = building.site(archive, plan, blogs, left_out, notes.append)
        # What was cited of a damaged blog stays where it was published.
        outcome = update_folder(output, files, lambda name: bool(left_out.told) and name.startswith(building.BLOGS))
    if as_json:
        terminal.print_json(
            {"output": output, "written": outcome.written, "kept": outcome.kept, "removed": outcome.removed}
        )
    else:
        click.echo(f"{outcome.written} written, {outcome.kept} unchanged, {outcome.removed} removed")
    _report(notes)
    left_out.end()


def _report(notes: list[Note]) -> None:
    """Print what the other formats of blogs do not carry, once what is said of several."""
    for line, count in Counter(map(note_line, notes)).items():
        # A site shows what is published, and no option makes it show more.
        said = line.removesuffix(" (entries=all)")
        click.echo(f"{said} (of {count:,} blogs)" if count > 1 else said, err=True)
