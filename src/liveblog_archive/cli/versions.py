"""What the commands of the archive share: their options, and a version as people and machines are told of it."""

import re
from functools import wraps
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from ..errors import ArchiveError
from .parameters import place
from .reading import Command, is_archive
from .wording import counts, entries, link_record

if TYPE_CHECKING:  # who cites a page has no use for all of an archive
    from ..archive import Archive, Version
    from ..identity.captures import LedgerCapture

json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


def in_archive(command: Command) -> Command:
    """Add the argument ARCHIVE, which is not taken for any other of the command."""

    @wraps(command)
    def checked(**told: Any) -> None:
        params = click.get_current_context().command.params
        given = [told[one.name] for one in params if isinstance(one, click.Argument) and one.name]
        folder, *others = chain.from_iterable([one] if isinstance(one, str) else one or () for one in given)
        found = next(filter(is_archive, others), None)
        if found and not is_archive(folder):
            raise click.UsageError(f"{folder} is no archive, and {found} is one: give {found} first")
        command(**told)

    return click.argument("folder", metavar="ARCHIVE", type=place)(checked)


def version_number(text: str) -> int:
    """Return the number of a version that is written as it is, or as listings name it: `1` or `v1`."""
    if not re.fullmatch(r"v?[0-9]{1,9}", text):
        raise click.BadParameter(f"{text!r} is no version; write it as 1 or v1")
    return int(text.removeprefix("v"))


def version_of(opened: "Archive", blog_id: str | None, number: int | None) -> "Version":
    """Return the version of a blog with a number, by default the latest."""
    if number is None:
        return opened.latest(blog_id)
    versions = opened.versions(blog_id)
    if not 1 <= number <= len(versions):
        where = versions[-1].blog_id
        raise ArchiveError(f"there is no version {number}, of {len(versions)}", where, "list the versions")
    return versions[number - 1]


def version_line(version: "Version", capture: "LedgerCapture") -> str:
    """Return a version of a blog as one line: when it was made, its kind, its entries, and what became of them."""
    when = f"{version.basis} {version.created.isoformat()}" if version.created else "time unknown"
    changes = counts((*capture.links, *capture.review))
    parts = [
        version.name,
        when,
        version.kind,
        entries(version.entries),
        changes,
    ]
    return "  ".join(filter(None, parts))


def version_record(version: "Version", capture: "LedgerCapture") -> dict[str, Any]:
    """Return a version of a blog for machines."""
    return {
        "id": version.blog_id,
        "version": version.number,
        "created": version.created.isoformat() if version.created else None,
        "captured": version.captured.isoformat() if version.captured else None,
        "kind": version.kind,
        "snapshot": str(version.snapshot),
        "source": version.source,
        "importer": version.importer,
        "entries": version.entries,
        "changes": [link_record(link) for link in (*capture.links, *capture.review) if link.kind != "same"],
    }
