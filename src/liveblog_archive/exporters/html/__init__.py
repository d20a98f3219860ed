"""HTML: a live blog as one page that reads well for years, where every citation has a place to land.

The page is one file and asks for nothing: style, script and data are in it, and its Content-Security-Policy lets
nothing else in. All of it can be read with scripts off; the script adds search, order, citations to copy, and finds
what became of entries that are gone.

The path of the data: `views` makes of a blog what the templates print, `citing` what the script needs for citations,
`machine` what machines read, `figure` the timeline; `setting` is what a site tells a page of its surroundings;
`safety` holds all that keeps text from being markup. `page` puts them together.
"""

from collections.abc import Iterator, Sequence

from ...model import Entry, LiveBlog
from ..format_options import PageOptions
from .page import page


def write(blog: LiveBlog, chosen: Sequence[Entry], options: PageOptions) -> Iterator[bytes]:
    """Yield the page of the chosen entries of `blog`, in UTF-8: the same entries give the same bytes.

    Raises `CitationError` for a blog or an entry without an id.
    """
    return page(blog, chosen, options)
