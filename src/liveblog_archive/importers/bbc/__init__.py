"""The BBC's live pages: a stream of posts, newest first, whose headers and bodies are trees of small blocks."""

from attrs import evolve

from ...model import Agent, Entry, LiveBlog, Media, Note, Span
from ...zones import Zone
from .. import markup, shapes, stamps
from ..assembly import (
    absolute,
    body,
    display_zone,
    each,
    finish,
    flat,
    language,
    line,
    named,
    open_json,
    page_note,
    person,
)
from ..html.labels.crediting import byline_of, says_by
from ..json_source import Node
from ..markup.embeds import address
from ..native_ids import key
from ..options import Options
from .trees import blocks

_WANTED = "liveTextStream.content.data.results"


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a page of the BBC's, without ids.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no posts.
    """
    opened = open_json(data, options)
    found, notes = shapes.bbc_page(opened.value) or shapes.Found({}, ""), opened.notes
    page = Node(found.value, notes, found.path)
    stream = page.node("liveTextStream")
    results = stream.node("content", "data")
    clock = display_zone(options)
    pages = results.node("page")
    notes += page_note(pages.number("index"), pages.number("total"))
    url = options.url or page.text("url", "canonicalUrl")
    blog = LiveBlog(
        title=markup.line(page.text("title") or page.node("seo").text("seoTitle")),
        description=markup.line(page.text("description") or page.node("seo").text("seoDescription")),
        language=language(page, "language"),
        timezone=options.timezone,
        url=url,
        authors=_authors(named(stream.text("contributors")) or "", notes),
        introduction=absolute(blocks(page.node("summaryPoints", "content")), url),
        entries=each(results.nodes("results"), lambda node: _entry(node, clock, url)),
        coverage_start=page.stamp("startDateTime"),
        coverage_end=page.stamp("endDateTime"),
    )
    return finish(data, options, blog, notes, "bbc", order="newest-first", wanted=_WANTED)


def _authors(said: str, notes: list[Note]) -> list[Agent]:
    """Return the people of a byline; one that says more than their names is a note, and nobody's name."""
    if found := byline_of(said):
        names, role = found
        return [evolve(agent, role=role) for name in names for agent in person(name)]
    if not says_by(said):
        return person(said)
    notes.append(Note(code="byline-unkept", text=said))
    return []


def _entry(node: Node, clock: Zone | None, base: str | None) -> Entry:
    dates, marks = node.node("dates"), node.node("options")
    published = dates.stamp("firstPublished")
    headline = flat(blocks(node.node("header")), node.notes)
    titles = [title.text("title") for title in node.nodes("titles")]
    texts = [text.text("text") for text in node.nodes("descriptions")]
    content = blocks(node.node("content")) or [block for text in texts for block in body(text, node.notes, base)]
    return Entry(
        headline=line(headline or next(filter(None, titles), None), node.notes, base),
        body=absolute([*content, *_images(node)], base),
        time=stamps.shown(dates.stamp("time") or published, clock),
        published=published,
        modified=dates.stamp("lastPublished"),
        key_event=marks.flag("isBreakingNews") or marks.flag("isPriorityPost"),
        pinned=marks.flag("isPinned"),
        url=address(node.text("link"), base),
        native_id=key(name) if (name := node.text("urn", "assetId", "id")) else None,
        span=Span(element=node.path),
    )


def _images(node: Node) -> list[Media]:
    """Return the pictures that stand beside the body; a post without one has an image whose members are all null."""
    return [
        Media(
            kind="image",
            url=url,
            caption=line(image.text("caption"), image.notes),
            credit=markup.line(image.text("copyright")),
            alt=markup.line(image.text("altText")),
        )
        for image in node.nodes("images")
        if (url := image.text("originalUrl", "url"))
    ]
