"""A schema.org LiveBlogPosting in a file of its own: the data of a page, saved or served without it.

It is read as in a page, but for repairs: such a file is JSON, or it is refused.
"""

from attrs import evolve

from ..model import LiveBlog
from .assembly import absolute, display_zone, finish, open_json
from .html.data.postings import PostingReader, postings
from .html.joining.entries import entries_of, note_numbering
from .html.joining.sources import joined
from .html.page import language
from .html.update import Posting
from .markup.embeds import address
from .options import Options


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a JSON-LD file states, without ids.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no updates.
    """
    opened = open_json(data, options)
    notes, clock = opened.notes, display_zone(options)
    reader = PostingReader(options.url, clock, notes)
    found = [reader.read(item, "") for item in postings([opened.value])]
    posting = joined(found or [Posting()], notes)
    entries = entries_of([update for update in posting.updates if not update.is_empty], clock, notes)
    note_numbering(entries, notes)
    base = options.url or posting.url
    blog = LiveBlog(
        title=posting.title,
        description=posting.description,
        language=language(posting.language),
        url=posting.url,
        publisher=posting.publisher,
        authors=posting.authors,
        entries=[
            evolve(entry, body=absolute(entry.body, base), url=address(entry.url, base) or entry.url)
            for entry in entries
        ],
        coverage_start=posting.coverage_start,
        coverage_end=posting.coverage_end,
    )
    wanted = "the updates of a schema.org LiveBlogPosting"
    return finish(data, options, blog, notes, "schemaorg", media_type="application/ld+json", wanted=wanted)
