"""JSON Feed 1 and 1.1 (jsonfeed.org): items with a body in HTML or as plain text."""

from ...errors import ImportFailure
from ...model import Agent, Entry, LiveBlog, Media, Span
from ...zones import Zone
from .. import markup, shapes
from ..assembly import body, display_zone, each, finish, language, open_json
from ..json_source import Node
from ..markup.embeds import address
from ..options import Options
from . import media_rss, people
from .items import LISTED, enclosed, goes_on, note_categories, shown


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a JSON Feed is, without ids; raise `ImportFailure` for other JSON."""
    opened = open_json(data, options)
    if not shapes.is_json_feed(opened.value):
        raise ImportFailure("JSON, but no JSON Feed: it names no version", options.where, "check what it is")
    root, notes, clock = opened.root, opened.notes, display_zone(options)
    url = options.url or root.text("home_page_url")
    if root.has("next_url"):
        notes.append(goes_on())
    blog = LiveBlog(
        title=root.text("title"),
        description=root.text("description"),
        language=language(root, "language"),
        timezone=options.timezone,
        url=url,
        authors=_people(root),
        entries=each(root.nodes("items"), lambda node: _item(node, clock, url)),
    )
    return finish(
        data, options, blog, notes, "feed", order=LISTED, media_type="application/feed+json", wanted="items"
    )


def _item(node: Node, clock: Zone | None, base: str | None) -> Entry:
    published, updated = node.stamp("date_published", zone=clock), node.stamp("date_modified", zone=clock)
    found = body(node.text("content_html"), node.notes, base) or markup.paragraphs(node.text("content_text") or "")
    files = (address(node.text(name), base) for name in ("image", "banner_image"))
    pictures = [Media(kind="image", url=url) for url in files if url]
    found = media_rss.with_media(found, pictures)
    if about := node.text("external_url"):
        node.note("link-unkept", about)
    note_categories(node, node.texts("tags"))
    return Entry(
        headline=" ".join((node.text("title") or "").split()) or None,
        body=[*found, *enclosed(node.nodes("attachments"), found, base)],
        time=shown(node, published, updated, clock),
        published=published,
        modified=updated,
        authors=_people(node),
        summary=node.text("summary"),
        url=address(node.text("url"), base),
        native_id=node.key("id"),
        span=Span(element=node.path),
    )


def _people(node: Node) -> list[Agent]:
    """Return the authors of JSON Feed 1.1, or the one of 1.0."""
    authors = [*node.nodes("authors")] or node.nodes("author")
    return [agent for author in authors for agent in people.plain(author.text("name"), author.text("url"))]
