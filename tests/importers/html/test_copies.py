"""What a browser saves in a folder beside a page, which its publisher has nowhere."""

import pytest

from liveblog_archive.importers.markup import blocks
from liveblog_archive.model import Embed, Link, LiveBlog, Media, Paragraph
from tests.importers.html.reading import codes, note, of, page

BASE = "https://news.example/live/fire"
COPY = "./Fire%20on%20Mill%20Street_files/crew.jpg"


def with_body(html: str, above: str = "") -> LiveBlog:
    entry = '<article id="p{0}"><time datetime="2026-03-03T1{0}:00Z">1{0}:00</time>{1}</article>'
    head = f'<link rel="canonical" href="{BASE}">'
    both = f"{entry.format(5, html)}{entry.format(4, '<p>A neighbour saw smoke.</p>')}"
    return of(page(f"<main><h1>Fire on Mill Street</h1>{above}{both}</main>", head=head))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (COPY, COPY),
        ("Fire on Mill Street_files/crew.jpg", "Fire%20on%20Mill%20Street_files/crew.jpg"),
        ("Feuer-Dateien/crew.jpg", "Feuer-Dateien/crew.jpg"),
        ("./Incendie_fichiers/crew.jpg", "./Incendie_fichiers/crew.jpg"),
        ("Fire.fld/image001.png", "Fire.fld/image001.png"),
        ("/Fire_files/crew.jpg", "https://news.example/Fire_files/crew.jpg"),
        ("https://i.example/Fire_files/crew.jpg", "https://i.example/Fire_files/crew.jpg"),
        ("files/crew.jpg", "https://news.example/live/files/crew.jpg"),
    ],
)
def test_its_address_is_the_local_one_and_none_that_never_was(url: str, kept: str) -> None:
    assert blocks(f'<img src="{url}" alt="Crew">', BASE) == [Media(kind="image", url=kept, alt="Crew")]
    assert blocks(f'<p><a href="{url}">this</a></p>', BASE) == [Paragraph("this", [Link(0, 4, kept)])]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{}" data-src="https://i.example/crew.jpg">',
        '<img src="{}" srcset="https://i.example/crew.jpg 600w">',
        '<picture><source srcset="https://i.example/crew.jpg 600w"><img src="{}"></picture>',
    ],
)
def test_the_original_counts_where_the_page_has_its_address_too(html: str) -> None:
    assert blocks(html.format(COPY), BASE) == [Media(kind="image", url="https://i.example/crew.jpg")]


def test_copies_are_noted_wherever_they_are() -> None:
    link, frame = ("./Fire_files/list.html", "./Fire_files/saved_resource.html")
    above = f'<p>All streets that are shut stand in <a href="{link}">this list</a>.</p>'
    told = note(with_body(f'<p>Two crews.</p><img src="{COPY}"><iframe src="{frame}"></iframe>', above), "saved-copy")
    assert told == f"saved beside the page, which does not say where it was on the web: {link}, {COPY}, {frame}"
    assert "saved-copy" not in codes(with_body('<ul><li>Two crews</li></ul><img src="/crew.jpg">'))


def test_pictures_within_the_page_are_noted() -> None:
    picture = '<p>Two crews.</p><img src="data:image/png;base64,aGVsbG8=" alt="A crew">'
    told = note(with_body(picture), "saved-copy")
    assert told == "1 picture in the page itself, which does not say where on the web"
    shown = '<img src="data:image/gif;base64,aA==" data-src="/crew.jpg" alt="A crew">'
    assert "saved-copy" not in codes(with_body(f"<p>Two crews.</p>{shown}"))


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        (
            '<iframe srcdoc="<p>2025: <b>12</b></p><script>x</script>" title="Fires a year"></iframe>',
            "Fires a year\n2025: 12",
        ),
        ('<iframe srcdoc="<p>Fires a year</p>" title="Fires a year"></iframe>', "Fires a year"),
        ('<iframe srcdoc="<script>x</script>" title="Fires a year"></iframe>', "Fires a year"),
        ('<iframe srcdoc=" " title="Fires a year"></iframe>', "Fires a year"),
        ('<iframe srcdoc="<p>12 fires</p>"></iframe>', "12 fires"),
    ],
)
def test_a_document_that_is_written_in_a_frame_is_an_embed_with_its_words(frame: str, text: str) -> None:
    assert blocks(frame) == [Embed(provider="embed", text=text)]


def test_a_frame_whose_document_says_nothing_is_none() -> None:
    assert blocks('<iframe srcdoc="<script>x</script>"></iframe><iframe title="Advertisement"></iframe>') == []
