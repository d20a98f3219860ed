"""What was edited of an entry, told by its parts."""

import itertools
from datetime import date

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from liveblog_archive.canonical import entry_bytes
from liveblog_archive.identity.edits import PARTS, entry_difference
from liveblog_archive.model import (
    Agent,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Paragraph,
    Quotation,
)  # fmt: skip
from liveblog_archive.overview import LANGUAGES
from liveblog_archive.overview.furniture.catalogue import catalogue
from tests.samples import clock
from tests.strategies import blogs


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_a_name_in_every_language(language: str) -> None:
    assert {key.removeprefix("part-") for key in catalogue(language) if key.startswith("part-")} == set(PARTS)


def test_every_part_that_was_changed_is_told() -> None:
    old = Entry(headline="Old", body=[Paragraph("one two")], time=clock("12:00", 12))
    new = evolve(old, headline="New", body=[Paragraph("one three")], time=None, status="deleted")
    found = {
        part: [(piece.kind, piece.text) for piece in pieces] for part, pieces in entry_difference(old, new).items()
    }
    assert found == {
        "headline": [("removed", "Old"), ("added", "New")],
        "text": [("same", "one "), ("removed", "two"), ("added", "three")],
        "time": [("removed", "12:00 (2021-11-16T12:00+04:00)")],
        "status": [("removed", "published"), ("added", "deleted")],
    }
    assert entry_difference(old, old) == {}


BODY = (
    Paragraph("The mayor resigned.", [Link(4, 9, "https://a.example/")]),
    Media(kind="image", url="https://a.example/1", caption="The pier", credit="Ann"),
    Heading("What is known", 3),
    Quotation("No.", "The mayor"),
    ListBlock(["one", "two"]),
    Embed(provider="social", url="https://a.example/2", text="Words"),
)
ENTRY = Entry(
    headline="The mayor", body=BODY, time=clock("12:00", 12), created=clock("", 12), authors=[Agent(name="Ann")],
    summary="It is over.", url="https://a.example/3", native_id="7",
)  # fmt: skip


def with_block(number: int, **facts: object) -> dict[str, object]:
    return {"body": (*BODY[:number], evolve(BODY[number], **facts), *BODY[number + 1 :])}


@pytest.mark.parametrize(
    ("changes", "part", "old", "new"),
    [
        (with_block(0, links=[Link(4, 9, "https://b.example/")]), "links", "https://a.", "https://b."),
        (with_block(0, links=[]), "links", "mayor: https://a.example/", ""),
        (with_block(1, url="https://b.example/1"), "media", "a.example/1", "b.example/1"),
        (with_block(1, kind="video"), "media", "image", "video"),
        (with_block(1, caption="The mole"), "caption", "The pier", "The mole"),
        (with_block(1, credit="Bob"), "credit", "Ann", "Bob"),
        (with_block(1, alt="A pier"), "alt", "", "A pier"),
        (with_block(2, level=4), "forms", "heading 3", "heading 4"),
        (with_block(3, source="The clerk"), "quoted", "The mayor", "The clerk"),
        (with_block(4, ordered=True), "forms", "unordered list", "ordered list"),
        (with_block(5, url=None), "embed", "a.example/2", ""),
        ({"body": (*BODY, Quotation("Yes."))}, "forms", "", "quotation"),
        ({"time": evolve(ENTRY.time, qualifier="approximate")}, "time", "", "approximate"),
        ({"body": BODY[::-1]}, "text", "resigned", "resigned"),
        ({"body": (Paragraph("a"), Paragraph("b\n\nc"))}, "text", "mayor", "c"),
        ({"authors": [Agent(name="Bob", role="Editor")]}, "authors", "Ann", "Bob, Editor"),
        ({"authors": [Agent(name="Ann", kind="organization")]}, "authors", "person", "organization"),
        ({"key_event": True}, "key_event", "", "yes"),
        ({"pinned": True}, "pinned", "", "yes"),
        ({"summary": "It goes on."}, "summary", "is over", "goes on"),
        ({"url": None}, "url", "https://a.example/3", ""),
        ({"native_id": "8"}, "native_id", "7", "8"),
        ({"created": None}, "created", "2021-11-16T12:00+04:00", ""),
        ({"modified": clock("", 13)}, "modified", "", "2021-11-16T13:00+04:00"),
        ({"time": evolve(ENTRY.time, offset_source="stated")}, "time", "blog", "stated"),
        ({"time": None, "day": date(2021, 11, 16)}, "day", "", "2021-11-16"),
        ({"status": "draft"}, "status", "published", "draft"),
        ({"headline": None}, "headline", "The mayor", ""),
    ],
)
def test_whatever_makes_another_version_is_shown(changes: dict[str, object], part: str, old: str, new: str) -> None:
    found = entry_difference(ENTRY, evolve(ENTRY, **changes))
    assert old in "".join(piece.text for piece in found[part] if piece.kind != "added")
    assert new in "".join(piece.text for piece in found[part] if piece.kind != "removed")
    assert any(piece.kind != "same" for piece in found[part])


def test_paragraphs_that_only_part_in_another_place_are_shown_as_they_are_recorded() -> None:
    one, other = (Entry(body=list(map(Paragraph, texts))) for texts in (("a", "b\n\nc"), ("a\n\nb", "c")))
    assert one.text == other.text
    ((part, pieces),) = entry_difference(one, other).items()
    assert (part, pieces[0].text) == ("body", '[{"type":"paragraph","text":"a')


@settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(some=blogs())
def test_two_versions_are_never_shown_without_a_change(some: LiveBlog) -> None:
    for old, new in itertools.pairwise(some.entries):
        assert bool(entry_difference(old, new)) is (entry_bytes(old.named("")) != entry_bytes(new.named("")))


def test_a_fact_that_another_block_has_now_is_shown_in_its_place() -> None:
    one, other = (
        Entry(
            body=[Media(kind="image", url=f"https://a.example/{n}", credit=credit) for n, credit in enumerate(told)]
        )
        for told in (("AFP", None), (None, "AFP"))
    )
    (told,) = entry_difference(one, other).items()
    assert told[0] == "credit"
    assert "".join(piece.text for piece in told[1] if piece.kind != "added") == "AFP\n–"
    assert "".join(piece.text for piece in told[1] if piece.kind != "removed") == "–\nAFP"


def test_what_a_new_picture_does_not_state_is_no_change() -> None:
    one = Entry(body=[Media(kind="image", url="https://a.example/1", credit="AFP")])
    other = evolve(one, body=[Media(kind="image", url="https://a.example/2"), *one.body])
    assert list(entry_difference(one, other)) == ["media"]
