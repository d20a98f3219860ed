"""The elements of the Guardian's blocks, one kind after the other."""

import pytest

from liveblog_archive.importers.guardian.elements import blocks
from liveblog_archive.importers.json_source import Node
from liveblog_archive.importers.shapes import Json
from liveblog_archive.model import Block, Embed, Heading, Link, ListBlock, Media, Note, Paragraph, Quotation

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
        ("Document", {"embedUrl": "https://d.example/e/1", "title": "Report"},
         Media(kind="document", url="https://d.example/e/1", caption="Report")),
        ("GuVideo", {"originalUrl": "https://v.example/1", "title": "The film", "caption": "At sea"},
         Media(kind="video", url="https://v.example/1", caption="At sea", alt="The film")),
        ("Cartoon", {"variants": [{"images": [{"file": "https://i.example/s.jpg", "width": 300}]},
                                  {"images": [{"file": "https://i.example/l.jpg", "width": 900}]}]},
         Media(kind="image", url="https://i.example/l.jpg")),
        ("Tweet", {"html": '<blockquote class="twitter-tweet"><p>Afloat</p></blockquote>', "url": "https://x.com/a/1"},
         Embed(provider="twitter", url="https://x.com/a/1", text="Afloat")),
        ("WitnessText", {"url": "https://w.example/1", "source": "guardianwitness", "title": "I saw it",
                         "authorName": "Ada"},
         Embed(provider="guardianwitness", url="https://w.example/1", text="I saw it\nAda")),
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


WORDS: Json = [{"_type": f"{PAGE}TextBlockElement", "html": "<p>Words</p>"}]
FILM = "https://www.youtube.com/watch?v=x1"


@pytest.mark.parametrize(
    ("kind", "members", "found"),
    [
        (
            "GuideAtom",
            {
                "label": "Quick guide",
                "title": "Tides",
                "html": "<p>Words</p>",
                "img": "https://i.example/1.jpg",
                "credit": "A. Example",
            },
            [
                Heading("Quick guide: Tides", 2),
                Media(kind="image", url="https://i.example/1.jpg", credit="A. Example"),
                Paragraph("Words"),
            ],
        ),
        ("QA", {"title": "How high?", "html": "<p>Words</p>"}, [Heading("How high?", 2), Paragraph("Words")]),
        (
            "ProfileAtom",
            {"label": "Profile", "title": "Ada", "html": "Words"},
            [Heading("Profile: Ada", 2), Paragraph("Words")],
        ),
        ("ExplainerAtom", {"title": "Why?", "body": "<p>Words</p>"}, [Heading("Why?", 2), Paragraph("Words")]),
        (
            "TimelineAtom",
            {
                "title": "The storm",
                "description": "<p>In short</p>",
                "events": [{"title": "Aground", "date": "3 March", "body": "<p>Words</p>"}, {"date": "4 March"}],
            },
            [
                Heading("The storm", 2),
                Paragraph("In short"),
                Heading("3 March: Aground", 3),
                Paragraph("Words"),
                Heading("4 March", 3),
            ],
        ),
        (
            "TimelineAtom",
            {"events": [{"title": "Siege", "date": "1 March", "toDate": "3 March"}]},
            [Heading("1 March – 3 March: Siege", 3)],
        ),
        (
            "QuizAtom",
            {
                "title": "Quiz",
                "questions": [
                    {
                        "text": "How high?",
                        "imageUrl": "https://i.example/q.jpg",
                        "answers": [{"text": "One"}, {"text": "Two"}],
                    },
                    {"text": "How low?"},
                    {"answers": [{}]},
                ],
            },
            [
                Heading("Quiz", 2),
                Heading("How high?", 3),
                Media(kind="image", url="https://i.example/q.jpg"),
                ListBlock(["One", "Two"]),
                Heading("How low?", 3),
            ],
        ),
        (
            "DCRTimeline",
            {
                "events": [
                    {
                        "title": "Aground",
                        "date": "3 March",
                        "label": "First",
                        "body": WORDS,
                        "main": {"_type": f"{PAGE}ImageBlockElement", "data": {"alt": "A ferry"}},
                    }
                ]
            },
            [Heading("First: 3 March: Aground", 3), Paragraph("Words"), Media(kind="image", alt="A ferry")],
        ),
        (
            "DCRSectionedTimeline",
            {"sections": [{"title": "Night", "events": [{"title": "Aground", "body": WORDS}]}]},
            [Heading("Night", 3), Heading("Aground", 4), Paragraph("Words")],
        ),
        (
            "KeyTakeaways",
            {"keyTakeaways": [{"title": "One", "body": WORDS}]},
            [Heading("One", 3), Paragraph("Words")],
        ),
        (
            "QAndAExplainer",
            {"qAndAExplainers": [{"title": "One", "body": WORDS}]},
            [Heading("One", 3), Paragraph("Words")],
        ),
        (
            "MiniProfiles",
            {"miniProfiles": [{"title": "Ada", "bio": "<p>Pilot</p>", "body": WORDS, "endNote": "Born here"}]},
            [Heading("Ada", 3), Paragraph("Pilot"), Paragraph("Words"), Paragraph("Born here")],
        ),
        ("List", {"items": [{"title": "One", "elements": WORDS}]}, [Heading("One", 3), Paragraph("Words")]),
        ("Callout", {"title": "Tell us", "description": "<p>Words</p>"}, [Heading("Tell us", 2), Paragraph("Words")]),
        (
            "CalloutBlockElementV2",
            {"heading": "Were you there?", "prompt": "Tell us", "description": "<p>Words</p>"},
            [Heading("Tell us: Were you there?", 2), Paragraph("Words")],
        ),
        (
            "MultiImage",
            {
                "images": [
                    {"_type": f"{PAGE}ImageBlockElement", "data": {"caption": "One"}},
                    {"_type": f"{PAGE}ImageBlockElement", "data": {"caption": "Two"}},
                ],
                "caption": "Both",
            },
            [Media(kind="image", caption="One"), Media(kind="image", caption="Two"), Paragraph("Both")],
        ),
        (
            "Youtube",
            {"assetId": "x1", "mediaTitle": "The film"},
            [Embed(provider="youtube", url=FILM, text="The film")],
        ),
        ("Vine", {"assetId": "x1", "title": "A film"}, [Embed(provider="vine", text="A film")]),
        (
            "VideoVimeo",
            {"url": "https://v.example/1", "title": "A film", "description": "At sea"},
            [Embed(provider="videovimeo", url="https://v.example/1", text="A film\nAt sea")],
        ),
        (
            "Interactive",
            {"url": "https://n.example/1", "alt": "A chart"},
            [Embed(provider="interactive", url="https://n.example/1", text="A chart")],
        ),
        (
            "AudioAtom",
            {"trackUrl": "https://a.example/1.mp3", "kicker": "Tides", "title": "High"},
            [Media(kind="audio", url="https://a.example/1.mp3", caption="Tides: High")],
        ),
    ],
)
def test_an_element_that_is_made_of_others_keeps_its_title_and_parts(
    kind: str, members: dict[str, Json], found: list[Block]
) -> None:
    assert read(kind, **members) == (found, [])


def test_the_content_api_s_lists_are_read_alike() -> None:
    notes: list[Note] = []
    words: Json = [{"type": "text", "textTypeData": {"html": "<p>Words</p>"}}]
    item: Json = {"type": "list", "listTypeData": {"items": [{"title": "One", "elements": words}]}}
    found = blocks(Node({"elements": [item]}, notes).nodes("elements"), None)
    assert found == [Heading("One", 3), Paragraph("Words")]


def test_links_of_captions_and_quotations_are_noted() -> None:
    link = '<a href="https://news.example/a">Ada</a>'
    linked: list[tuple[str, dict[str, Json]]] = [
        ("Image", {"data": {"caption": link}}),
        ("Image", {"data": {"caption": "x", "credit": link}}),
        ("Pullquote", {"html": link}),
        ("Pullquote", {"html": "x", "attribution": link}),
    ]
    for kind, members in linked:
        assert read(kind, **members)[1] == [Note(code="link-unkept", text="https://news.example/a")]


def test_an_address_that_no_part_of_an_element_shows_is_noted() -> None:
    chart = "https://chart.example/1"
    found, notes = read("ChartAtom", url=chart, html="<p>Words</p>")
    assert (found, notes) == ([Paragraph("Words")], [Note(code="link-unkept", text=chart)])
    assert read("Embed", url=chart, html=f'<iframe src="{chart}"></iframe>')[1] == []


def test_elements_in_each_other_beyond_all_reason_are_noted() -> None:
    element: dict[str, Json] = {"items": WORDS}
    for _ in range(200):
        element = {"items": [element]}
    found, notes = read("List", **element)
    assert found == []
    assert [note.code for note in notes] == ["unread-element", "unread-element"]
