"""The members by which the shapes of platforms are known, whatever else stands beside them."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

import liveblog_archive as lba
from tests.importers.platforms import blog, data


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("superdesk.json", ("posts", "_items")),
        ("wordpress.json", ("entries",)),
        ("scribblelive.json", ("Posts",)),
        ("24liveblog.json", ("data", "news")),
    ],
)
def test_an_odd_first_item_hides_no_others(name: str, way: Iterable[str]) -> None:
    value = json.loads(data(name))
    listed: Any = value
    for member in way:
        listed = listed[member]
    known = [entry.headline or entry.text for entry in blog(name).entries]
    listed.insert(0, {"note": "an advertisement"})
    found = lba.parse(json.dumps(value), id="tag:news.example,2026:storm")
    assert [entry.headline or entry.text for entry in found.entries][-len(known) :] == known


def test_members_that_no_item_has_together_are_no_shape() -> None:
    apart = {"posts": {"_items": [{"post_status": "open"}, {"groups": []}]}}
    with pytest.raises(lba.ImportFailure, match="of no format that is known"):
        lba.parse(json.dumps(apart))
