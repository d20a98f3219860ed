"""Small live blogs in folders, what a run leaves, and documents that kill who reads them."""

import os
import signal
from pathlib import Path

from attrs import field, frozen

from liveblog_archive.batching import Job
from liveblog_archive.batching.documents import Document
from liveblog_archive.importers import Options

ZONE = "Europe/Istanbul"


def text(number: int) -> str:
    """Return a live blog of two entries that is like no other."""
    return (
        f"Ferry {number}, live\n\nMarch 3, 2026\n\n3:20 p.m.: Ferry {number} is aground.\n3:45 p.m.: She is afloat.\n"
    )


def fill(folder: Path, count: int) -> Path:
    """Write live blogs into a folder and a folder in it."""
    for number in range(count):
        path = folder / ("night" if number % 3 == 0 else "") / f"{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(number), encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder, by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def job(destination: Path | str, *formats: str, largest: int = 2**20) -> Job:
    """Return a job like those that the public function makes."""
    return Job(
        destination=str(destination),
        formats=tuple((name, {}) for name in formats or ("jsonld",)),
        options=Options(timezone=ZONE),
        largest=largest,
    )


@frozen
class Deadly(Document):
    """A document that kills the process that reads it, unless that is `spared`: each time, or once.

    It is once where there is a file `mercy`, which is then gone.
    """

    spared: int = field(kw_only=True)
    mercy: str | None = field(default=None, kw_only=True)

    @property
    def is_archive(self) -> bool:
        """No; and whoever asks in a worker has asked for the last time."""
        if os.getpid() != self.spared and self._strikes():
            os.kill(os.getpid(), signal.SIGKILL)
        return False

    def _strikes(self) -> bool:
        if self.mercy is None:
            return True
        try:
            os.unlink(self.mercy)
        except FileNotFoundError:
            return False
        return True
