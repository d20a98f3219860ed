"""Archives to read, and to harm."""

from pathlib import Path

import pytest

from liveblog_archive.archive import Archive, storage

from .captures import clock, make


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process wait for no lock; those that a test starts do."""
    monkeypatch.setattr(storage, "PATIENCE", 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of an archive that is not there yet."""
    return tmp_path / "archive"


@pytest.fixture
def empty(root: Path) -> Archive:
    """A new archive, with a clock of its own."""
    return Archive(root, clock=clock())


@pytest.fixture
def archive(root: Path) -> Archive:
    """An archive of two blogs, one of them in three versions."""
    return make(root)
