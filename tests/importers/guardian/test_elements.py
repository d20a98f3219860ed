"""The elements of the Guardian's blocks, one kind after the other."""

import pytest

from liveblog_archive.importers.guardian.elements import blocks
from liveblog_archive.importers.json_source import Node
from liveblog_archive.importers.shapes import Json
from liveblog_archive.model import Block, Embed, Heading, Link, Media, Note, Paragraph, Quotation

PAGE = "model.dotcomrendering.pageElements."


def read(kind: str, **members: Json) -> tuple[list[Block], list[Note]]:
    notes: list[Note] = []
    node = Node({"_type": f"{PAGE}{kind}BlockElement", **members}, notes, "/e")
    return blocks([node], "https://news.example/"), notes


@pytest.mark.parametrize(
    ("kind", "members", "block"),
    [
        ("Text", {"html": "<p>Words</p>"}, Paragraph("Words")),
        ("Subheading", {"html": "<h2>Next</h2>"}, Heading("Next", 2)),
        ("Code", {"html": "<p>x = 1</p>"}, Paragraph("x = 1")),
        ("Comment", {"body": "<p>Well said.</p>"}, Paragraph("Well said.")),
        ("Instagram", {"html": "<p>At sea</p>", "url": "https://i.example/1"},
         Embed(provider="social", url="https://i.example/1", text="At sea")),
        ("Tweet", {"html": "", "url": "https://t.example/1", "source": "Twitter"},
         Embed(provider="Twitter", url="https://t.example/1")),
        ("Pullquote", {"html": "Lucky"}, Quotation("Lucky")),
        ("RichLink", {"url": "https://news.example/a"}, Embed(provider="richlink", url="https://news.example/a")),
        ("RichLink", {"text": "Read on"}, Paragraph("Read on")),
        ("RichLink", {"text": "Read on", "url": "https://news.example/a", "prefix": "Related:"},
         Paragraph("Related: Read on", [Link(9, 16, "https://news.example/a")])),
        ("Map", {"url": "https://m.example/1", "caption": "The strait", "title": "Map"},
         Embed(provider="map", url="https://m.example/1", text="Map\nThe strait")),
        ("Embed", {"html": '<iframe src="https://e.example/1" title="A chart"></iframe>'},
         Embed(provider="e.example", url="https://e.example/1", text="A chart")),
        ("Document", {"url": "https://d.example/1.pdf", "title": "Report"},
         Media(kind="document", url="https://d.example/1.pdf", caption="Report")),
        ("Image", {"data": {"caption": "<b>Sea</b>"}, "media": {"allImages": [{"url": "https://i.example/1.jpg"}]}},
         Media(kind="image", url="https://i.example/1.jpg", caption="Sea")),
    ],
)  # fmt: skip
def test_an_element_is_a_block(kind: str, members: dict[str, Json], block: Block) -> None:
    assert read(kind, **members) == ([block], [])


@pytest.mark.parametrize("kind", ["Image", "Divider", "Pullquote", "Tweet", "RichLink"])
def test_an_element_that_shows_nothing_is_noted(kind: str) -> None:
    assert read(kind) == ([], [Note(code="unread-element", text=f"/e: {PAGE}{kind}BlockElement")])


def test_an_empty_text_is_nothing_at_all() -> None:
    assert read("Text", html=" ") == ([], [])


def test_an_element_without_a_type_is_noted_as_such() -> None:
    notes: list[Note] = []
    assert blocks([Node({}, notes, "/e")], None) == []
    assert [note.text for note in notes] == ["/e: no type"]


def test_the_widest_picture_counts_where_none_is_the_master() -> None:
    files: list[Json] = [
        {"url": "https://i.example/s.jpg", "fields": {"width": "500"}},
        {"url": "https://i.example/l.jpg", "fields": {"width": "1000"}},
        {"fields": {"width": "9000"}},
    ]
    (found,), _ = read("Image", media={"allImages": files})
    assert isinstance(found, Media)
    assert found.url == "https://i.example/l.jpg"
