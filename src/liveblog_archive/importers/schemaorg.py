"""A schema.org LiveBlogPosting in a file of its own: the data of a page, saved or served without it.

It is read as in a page, but for repairs: such a file is JSON, or it is refused.
"""

from collections.abc import Sequence

from attrs import evolve

from ..errors import ImportFailure
from ..identity.slugs import shown_at
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

    Raises `ImportFailure` for bytes that are not JSON, where there are no updates, and, naming them, for several live
    blogs of which `url` names none.
    """
    opened = open_json(data, options)
    notes, clock = opened.notes, display_zone(options)
    reader = PostingReader(options.url, clock, notes)
    found = [reader.read(item, "") for item in postings([opened.value])]
    posting = joined(_of_one_blog(found, options) or [Posting()], notes)
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


def _of_one_blog(found: Sequence[Posting], options: Options) -> Sequence[Posting]:
    """Return the postings of one blog: all, but where they are of several addresses, those of the one given."""
    pages = {shown_at(one.url): one.url for one in reversed(found) if one.url and one.updates}
    if len(pages) < 2:
        return found
    wanted = shown_at(options.url or "")
    if wanted not in pages:
        urls = ", ".join(sorted(pages.values()))
        raise ImportFailure(f"holds {len(pages)} live blogs: {urls}", options.where, "name one with url=")
    return [one for one in found if one.url and shown_at(one.url) == wanted]
