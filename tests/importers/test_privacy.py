"""What stands in a platform's file by mistake, and is nobody's business, reaches neither blog nor notes."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import liveblog_archive as lba
from liveblog_archive.importers import privacy
from liveblog_archive.importers.shapes import Json
from liveblog_archive.model import LiveBlog
from tests.importers.platforms import FOLDER

PRIVATE = "ada.login@private.example"
# What a platform writes of its users.
RECORDS: list[Json] = [{"email": PRIVATE, "session": PRIVATE, PRIVATE: 1}, [{"email": PRIVATE}, {"x": [PRIVATE]}]]
FILES = sorted(path.name for path in FOLDER.glob("*.json"))
MAPPINGS = {"tickaroo.json": "tickaroo"}
POSTING = {
    "@type": "LiveBlogPosting",
    "headline": "Storm",
    "inLanguage": "en",
    "author": {"name": "Ada Example", "url": "https://news.example/ada"},
    "coverageStartTime": "2026-03-03T14:00Z",
    "liveBlogUpdate": [
        {
            "@type": "BlogPosting",
            "@id": "#1",
            "headline": "Aground",
            "articleBody": "A ferry.",
            "datePublished": "2026-03-03T14:05Z",
            "author": "Ada Example",
            "image": {"url": "https://img.news.example/f.jpg", "caption": "The Gull"},
        },
        {"@id": "#2", "headline": "Refloated"},
    ],
}


def leaves(value: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the ways to all values that are neither objects nor lists."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))
    else:
        yield path


def with_one(value: Json, path: tuple[str | int, ...], other: Json) -> Json:
    """Return a value with something else at the end of a way."""
    changed: Any = copy.deepcopy(value)
    inside = changed
    for name in path[:-1]:
        inside = inside[name]
    inside[path[-1]] = other
    return changed  # type: ignore[no-any-return] # it has the type of what was copied


def blogs(value: Json, mapping: str | None, others: list[Json]) -> Iterator[tuple[tuple[str | int, ...], LiveBlog]]:
    """Yield the blogs that are read where one text, number or truth value is something else, and which one it was."""
    for path in leaves(value):
        for other in others:
            try:
                yield path, lba.parse(json.dumps(with_one(value, path, other)), mapping=mapping)
            except lba.LiveBlogError as error:
                assert PRIVATE not in str(error)


def sources() -> list[Any]:
    files = [pytest.param(json.loads((FOLDER / name).read_bytes()), MAPPINGS.get(name), id=name) for name in FILES]
    return [*files, pytest.param(POSTING, None, id="schemaorg")]


@pytest.mark.parametrize(("value", "mapping"), sources())
def test_an_object_or_list_where_a_text_belongs_is_told_of_by_its_type_alone(
    value: Json, mapping: str | None
) -> None:
    # In schema.org's words, a list of texts is what the first of them is.
    lists: list[Json] = [] if value is POSTING else [[PRIVATE], [[PRIVATE]]]
    for path, blog in blogs(value, mapping, RECORDS + lists):
        assert PRIVATE not in str(attrs.asdict(blog)), path


@pytest.mark.parametrize(("value", "mapping"), sources())
def test_an_address_of_mail_is_in_no_author_and_no_note(value: Json, mapping: str | None) -> None:
    for path, blog in blogs(value, mapping, [PRIVATE]):
        if str(path[-1]).lower() in ("id", "_id", "@id"):  # then it is what the entry is called
            continue
        people = [blog.publisher, *blog.authors, *(author for entry in blog.entries for author in entry.authors)]
        assert PRIVATE not in repr(people), path
        assert blog.capture is not None
        # These two quote what readers saw, and which may have an address in it on purpose.
        said = [note for note in blog.capture.notes if note.code not in ("earlier-version", "entry-off-page")]
        assert PRIVATE not in repr(said), path


@pytest.mark.parametrize(
    ("value", "said"),
    [({}, "an object"), ([], "a list"), ("", "a text"), (7, "a number"), (1.5, "a number"),
     (True, "a truth value")],
)  # fmt: skip
def test_every_type_has_a_name(value: Json, said: str) -> None:
    assert privacy.type_name(value) == said
