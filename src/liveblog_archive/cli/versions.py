"""What the commands of the archive share: their options, and a version as people and machines are told of it."""

from typing import Any

import click

from ..archive import Version
from ..identity.captures import LedgerCapture
from .wording import counts, entries, link_record

in_archive = click.argument("folder", metavar="ARCHIVE")
json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


def version_line(version: Version, capture: LedgerCapture) -> str:
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


def version_record(version: Version, capture: LedgerCapture) -> dict[str, Any]:
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
