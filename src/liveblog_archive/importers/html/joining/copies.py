"""What a browser saved beside a page, and which the blog leads to instead of what the publisher had there."""

from ....model import Block, Embed, LiveBlog, Media, Note, Paragraph
from ...markup.embeds import is_saved_copy


def note_saved_copies(blog: LiveBlog, notes: list[Note]) -> None:
    """Note the addresses in a blog that are those of copies beside the saved page."""
    bodies = [blog.introduction, *[entry.body for entry in blog.entries]]
    addresses = [url for body in bodies for block in body for url in _addresses(block)]
    found = [*dict.fromkeys(filter(is_saved_copy, addresses))]
    if found:
        text = f"saved beside the page, which does not say where it was on the web: {', '.join(found)}"
        notes.append(Note(code="saved-copy", text=text))


def _addresses(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [link.url for link in block.links]
    return [block.url] if isinstance(block, Media | Embed) and block.url else []
