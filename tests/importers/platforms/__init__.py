"""Files in the shapes of newsroom platforms, with the texts of a storm that never was."""

from pathlib import Path

import liveblog_archive as lba
from liveblog_archive.model import Entry, LiveBlog

FOLDER = Path(__file__).parent


def data(name: str) -> bytes:
    """Return the bytes of one of the files."""
    return (FOLDER / name).read_bytes()


def blog(name: str, **told: str) -> LiveBlog:
    """Return the live blog in one of the files."""
    return lba.parse(data(name), where=name, **told)  # type: ignore[arg-type] # every option here is a text


def notes(found: LiveBlog, code: str) -> list[str]:
    """Return the texts of the notes with this code."""
    assert found.capture is not None
    return [note.text for note in found.capture.notes if note.code == code]


def times(entry: Entry) -> list[str | None]:
    """Return what an entry's time, creation, publication and change are, in ISO 8601."""
    moments = (entry.time, entry.created, entry.published, entry.modified)
    return [moment.value.isoformat() if moment and moment.value else None for moment in moments]
