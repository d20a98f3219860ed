"""Python's search for cycles is put off for a while, and afterwards as it was before."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import liveblog_archive as lba
from liveblog_archive import garbage
from liveblog_archive.exporters import Exporter
from tests.samples import full_blog


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


def test_no_cycles_are_looked_for_inside():
    gc.enable()
    with garbage.kept():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_they_are_looked_for_again_after_an_error():
    gc.enable()
    with pytest.raises(ValueError, match="sank"), garbage.kept():
        raise ValueError("sank")
    assert gc.isenabled()


def test_who_does_without_the_search_still_does():
    gc.disable()
    with garbage.kept():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_inside_one_another_only_the_outermost_counts():
    gc.enable()
    with garbage.kept():
        with garbage.kept():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_formats_are_made_without_the_search_from_the_first_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked_for = []
    write = Exporter.write

    def watched(self: Exporter, *told: Any) -> Iterator[bytes]:
        looked_for.append(gc.isenabled())
        return write(self, *told)

    monkeypatch.setattr(Exporter, "write", watched)
    gc.enable()
    blog = full_blog()
    pieces = lba.stream(blog, "xml")
    assert gc.isenabled()
    assert b"".join(pieces) == lba.export(blog, "xml")
    lba.write(blog, tmp_path / "blog.xml")
    assert looked_for == [False] * 3
    assert gc.isenabled()


def test_pieces_are_made_without_the_search_and_read_with_it():
    looked_for = []

    def made():
        for piece in (b"a", b"", b"b"):
            looked_for.append(gc.isenabled())
            yield piece

    gc.enable()
    pieces = garbage.kept_by_piece(made())
    assert next(pieces) == b"a"
    assert gc.isenabled()
    assert list(pieces) == [b"", b"b"]
    assert looked_for == [False] * 3
    assert gc.isenabled()
