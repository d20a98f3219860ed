"""Elements that a site makes up: boxes where they stand beside no words, and parts of a line elsewhere."""

import pytest

from liveblog_archive.model import LiveBlog, Media
from tests.importers.html.reading import of, page

DAY = '<meta property="article:published_time" content="2026-03-03T05:00:00Z">'
TEXTS = ("The wind is up.", "The bridge is shut.", "The ferry is late.")


def read(inside: str) -> LiveBlog:
    times = ("22:30", "21:40", "20:15")
    posts = "".join(
        f"<x-post><x-time>{at}</x-time>{inside.format(text, text.split()[1])}</x-post>"
        for at, text in zip(times, TEXTS, strict=True)
    )
    return of(page(f"<h1>Storm</h1><x-list>{posts}</x-list>", head=DAY), timezone="UTC")


def test_are_boxes_whose_words_are_never_one_word() -> None:
    found = read("<x-label>Of the {1}</x-label><x-text>{0} Stay in.</x-text>")
    assert [(one.headline, one.text) for one in found.entries] == [
        (f"Of the {text.split()[1]}", f"{text} Stay in.") for text in TEXTS
    ]


def test_are_called_what_they_are_named() -> None:
    found = read("<x-text>{} Stay in.</x-text><x-reactions>212 48</x-reactions>")
    assert [one.text for one in found.entries] == [f"{text} Stay in." for text in TEXTS]


@pytest.mark.parametrize(
    "inside",
    [
        "<x-text>{} Ask the <x-link>harbour</x-link>, not us.</x-text>",
        "<p><x-mark>{}</x-mark> <x-mark>Ask the</x-mark> <x-mark>harbour, not us.</x-mark></p>",
        "<p><x-mark><x-word>{}</x-word> <x-word>Ask the harbour, not us.</x-word></x-mark></p>",
    ],
)
def test_are_parts_of_a_line_beside_words(inside: str) -> None:
    assert [one.text for one in read(inside).entries] == [f"{text} Ask the harbour, not us." for text in TEXTS]


@pytest.mark.parametrize(
    "said", ["The quay at noon", '<span slot="caption">The quay at noon</span>', "<div>The quay at noon</div>"]
)
def test_show_the_picture_that_they_have_the_address_of(said: str) -> None:
    found = read(f'<x-text>{{}} Stay in.</x-text><x-pic src="/quay.webp?w=9" alt="Quay">{said}</x-pic>')
    assert [one.body[1:] for one in found.entries] == [
        (Media(kind="image", url="/quay.webp?w=9", alt="Quay", caption="The quay at noon"),)
    ] * 3
    assert [one.body[0].text for one in found.entries] == [f"{text} Stay in." for text in TEXTS]
