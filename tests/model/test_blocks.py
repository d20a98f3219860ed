"""The blocks that bodies and introductions are made of."""

import pytest

from liveblog_archive.model import BLOCKS, Embed, Heading, Link, ListBlock, Media, Paragraph, Quotation
from tests.model.refusals import refusal

SURROGATE = "lone surrogate U+D800 at character 0; decode the source with its real encoding, or replace the character"
EMPTY = "empty text; give text, or leave the field out"
POSITIONS = "is empty, overlaps or is out of order; give positions in order, within the text"
LEVELS = "unknown value '{}'; use one of: 1, 2, 3, 4, 5, 6"

REFUSALS = [
    (lambda: Link("0", 1, "u"), "Link.start: expected a whole number from 0 to 2**53-1, got '0'; give one"),
    (lambda: Link(-1, 1, "u"), "Link.start: expected a whole number from 0 to 2**53-1, got -1; give one"),
    (lambda: Link(0, 1.5, "u"), "Link.end: expected a whole number from 0 to 2**53-1, got 1.5; give one"),
    (lambda: Link(0, 1, " "), f"Link.url: {EMPTY}"),
    (lambda: Link(0, 1, None), "Link.url: expected text, got NoneType; give a str"),
    (lambda: Paragraph(None), "Paragraph.text: expected text, got NoneType; give a str"),
    (lambda: Paragraph("\ud800"), f"Paragraph.text: {SURROGATE}"),
    (lambda: Paragraph("a", "b"), "Paragraph.links: expected tuple, got str; give a tuple"),
    (lambda: Paragraph("a", [(0, 1, "u")]), "Paragraph.links[0]: expected Link, got tuple; give a Link"),
    (lambda: Paragraph("ab", [Link(1, 1, "u")]), f"Paragraph.links: link 1..1 {POSITIONS}"),
    (lambda: Paragraph("ab", [Link(1, 0, "u")]), f"Paragraph.links: link 1..0 {POSITIONS}"),
    (lambda: Paragraph("ab", [Link(0, 3, "u")]), f"Paragraph.links: link 0..3 {POSITIONS}"),
    (lambda: Paragraph("abc", [Link(0, 2, "u"), Link(1, 3, "v")]), f"Paragraph.links: link 1..3 {POSITIONS}"),
    (lambda: Paragraph("abc", [Link(2, 3, "u"), Link(0, 1, "v")]), f"Paragraph.links: link 0..1 {POSITIONS}"),
    (lambda: Heading(3), "Heading.text: expected text, got int; give a str"),
    (lambda: Heading("a", 0), "Heading.level: expected a whole number from 1 to 2**53-1, got 0; give one"),
    (lambda: Heading("a", 7), "Heading.level: " + LEVELS.format(7)),
    (lambda: Heading("a", 12), "Heading.level: " + LEVELS.format(12)),
    (lambda: Heading("a", "3"), "Heading.level: expected a whole number from 1 to 2**53-1, got '3'; give one"),
    (lambda: Heading("a", True), "Heading.level: expected a whole number from 1 to 2**53-1, got True; give one"),
    (lambda: Quotation(None), "Quotation.text: expected text, got NoneType; give a str"),
    (lambda: Quotation("a", ""), f"Quotation.source: {EMPTY}"),
    (lambda: ListBlock("one item"), "ListBlock.items: expected tuple, got str; give a tuple"),
    (lambda: ListBlock({"a", "b"}), "ListBlock.items: expected tuple, got set; give a tuple"),
    (lambda: ListBlock(["a", 1]), "ListBlock.items[1]: expected text, got int; give a str"),
    (lambda: ListBlock(["a"], 1), "ListBlock.ordered: expected bool, got int; give a bool"),
    (lambda: Media(kind="gif"), "Media.kind: unknown value 'gif'; use one of: audio, document, image, video"),
    (lambda: Media(kind="image", url=""), f"Media.url: {EMPTY}"),
    (lambda: Media(kind="image", caption=" "), f"Media.caption: {EMPTY}"),
    (lambda: Media(kind="image", credit=""), f"Media.credit: {EMPTY}"),
    (lambda: Media(kind="image", alt="\n"), f"Media.alt: {EMPTY}"),
    (lambda: Embed(provider=""), f"Embed.provider: {EMPTY}"),
    (lambda: Embed(provider="p", url=""), f"Embed.url: {EMPTY}"),
    (lambda: Embed(provider="p", text=None), "Embed.text: expected text, got NoneType; give a str"),
]


@pytest.mark.parametrize(("make", "message"), REFUSALS, ids=[message for _, message in REFUSALS])
def test_what_a_block_refuses(make, message):
    assert refusal(make) == message


def test_links_may_touch_each_other_and_both_ends_of_the_text():
    paragraph = Paragraph("abc", [Link(0, 2, "u"), Link(2, 3, "v")])
    assert paragraph.links == (Link(0, 2, "u"), Link(2, 3, "v"))


def test_links_are_counted_in_code_points():
    text = "🌉 ab"
    link = Paragraph(text, [Link(2, 4, "u")]).links[0]
    assert text[link.start : link.end] == "ab"


def test_the_levels_of_headings_are_one_to_six_and_three_where_none_is_given():
    assert Heading("a").level == 3
    assert [Heading("a", level).level for level in range(1, 7)] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Paragraph("a\nb"), "a\nb"),
        (Heading("a"), "a"),
        (Quotation("a", "Somebody"), "a"),
        (ListBlock(["a", "b"], ordered=True), "a\nb"),
        (ListBlock([]), ""),
        (Media(kind="image", caption="caption", alt="alt"), "caption"),
        (Media(kind="video", alt="alt"), "alt"),
        (Media(kind="audio", url="https://example.org/a", credit="A. Example"), ""),
        (Embed(provider="p", text="post"), "post"),
        (Embed(provider="p", url="https://example.org/"), ""),
    ],
)
def test_each_block_has_a_plain_text(block, text):
    assert block.text == text


def test_the_list_of_blocks_is_complete():
    assert list(BLOCKS) == [Paragraph, Heading, Quotation, ListBlock, Media, Embed]
