"""Captures of small live blogs, as text, and archives of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import liveblog_archive as lba
from liveblog_archive.archive import Archive
from liveblog_archive.model import LiveBlog

ZONE = "Europe/Istanbul"
STORM = "tag:news.example,2026-03-03:storm"
FAIR = "tag:news.example,2026-05-01:fair"

FIRST = """\
A storm has reached the strait. This page follows the rescue.

March 3, 2026

3:20 p.m.: Statement by the Harbour Board
The ferry is aground on the south-western edge of the bank.
3:45 p.m.: The first lifeboat has left the harbour with a crew of six.
4:10 p.m.: The wind is rising, and the second lifeboat waits for the pilot.
4:30 p.m.: All trains to the coast are stopped until the morning.
"""
SECOND = FIRST.replace("a crew of six", "a crew of seven") + "5:05 p.m.: The first passengers are ashore.\n"
THIRD = SECOND.replace("4:30 p.m.: All trains to the coast are stopped until the morning.\n", "")
OTHER = "May 1, 2026\n9:00 a.m.: The fair opens.\n9:40 a.m.: Music on the square.\n"


def make(folder: Path) -> Archive:
    """Make an archive of two blogs, one of them in three versions."""
    archive = Archive(folder, clock=clock())
    for name, text in ((STORM, FIRST), (STORM, SECOND), (FAIR, OTHER), (STORM, THIRD)):
        archive.deposit(captured(text, name), text.encode())
    return archive


def captured(text: str, name: str = STORM) -> LiveBlog:
    """Return what is read in a text."""
    return lba.parse(text, timezone=ZONE, id=name)


def clock() -> Callable[[], datetime]:
    """Return a clock that is a minute on whenever it is asked, beginning at nine on 7 May 2026."""
    minutes = count()
    return lambda: datetime(2026, 5, 7, 9, tzinfo=UTC) + timedelta(minutes=next(minutes))


def tree(folder: Path) -> dict[str, bytes | None]:
    """Return everything in a folder by its path: files with what is in them, folders with None."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
