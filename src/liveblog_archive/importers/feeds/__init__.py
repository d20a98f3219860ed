"""Feeds: RSS 0.9 to 2.0 and Atom as `feedparser` reads them, Media RSS, and JSON Feed 1 (jsonfeed.org).

An item of a feed is an entry. Of authors the name and the page are read, and nothing else: no e-mail address, no
picture.
"""

from ...model import LiveBlog
from ..options import Options
from ..source import Source
from . import json_feed, rss_atom


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog that a feed is, without ids.

    Raises `ImportFailure` for a feed that declares entities, for what is no feed, and for one without items.
    """
    return json_feed.read(data, options) if Source(data).is_json else rss_atom.read(data, options)
