"""Entries in portions: nothing is lost between two of them, and what is written does not depend on their size."""

from itertools import chain, count, islice
from types import ModuleType

import pytest

from liveblog_archive.interchange import jsonld, portions, xml
from tests.interchange.test_memory import blog_of


@pytest.mark.parametrize("number", [0, 1, portions.SIZE - 1, portions.SIZE, portions.SIZE + 1, 3 * portions.SIZE])
def test_they_hold_every_item_once_and_in_order(number: int) -> None:
    found = list(portions.portions(range(number)))
    assert list(chain.from_iterable(found)) == list(range(number))
    assert all(len(some) == portions.SIZE for some in found[:-1])
    assert all(found)


def test_no_more_is_asked_for_than_is_used() -> None:
    assert list(islice(portions.portions(count()), 2))[1][-1] == 2 * portions.SIZE - 1


@pytest.mark.parametrize("room", [jsonld, xml])
def test_the_size_does_not_change_what_is_written(room: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    blog = blog_of(2 * portions.SIZE + 3)
    written = b"".join(room.write(blog))
    monkeypatch.setattr(portions, "SIZE", 1)
    assert b"".join(room.write(blog)) == written
    assert room.read(written) == blog


def test_xml_works_out_again_the_versions_that_it_did_not_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    blog = blog_of(2 * portions.SIZE + 3)
    written = b"".join(xml.write(blog))
    monkeypatch.setattr(xml, "_KEPT", 2)
    assert b"".join(xml.write(blog)) == written
