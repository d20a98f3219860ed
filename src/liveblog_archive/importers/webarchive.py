"""Pages as Safari saves them: a property list of the page, its frames, and all that they show."""

import plistlib
from collections.abc import Iterator

from ..errors import ImportFailure
from ..model import LiveBlog
from .captured import met, of_file
from .options import Options
from .sent import Part, blog_in

_DEEPEST = 8  # frames in frames


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a web archive of Safari, without ids; its capture is of the whole file.

    Raises `ImportFailure` for a damaged file, and where neither the page nor a frame in it is a live blog.
    """
    try:
        archive = plistlib.loads(data)
    except Exception as error:  # of a damaged one, `plistlib` raises whatever comes
        raise ImportFailure("a damaged web archive of Safari", options.where, "save the page again") from error
    parts = [*_pages(archive)]
    blog = met(blog_in(parts, options), parts[0].url or None, None, "Safari's web archive")
    return of_file(blog, data, "application/x-webarchive")


def _pages(archive: object, depth: int = 0) -> Iterator[Part]:
    """Yield the page in an archive, and those in the archives of its frames."""
    if not isinstance(archive, dict) or depth > _DEEPEST:
        return
    page = archive.get("WebMainResource")
    if isinstance(page, dict) and isinstance(page.get("WebResourceData"), bytes):
        url, charset = (str(page.get(f"WebResource{name}") or "") for name in ("URL", "TextEncodingName"))
        yield Part(page["WebResourceData"], url, charset)
    frames = archive.get("WebSubframeArchives")
    for frame in frames if isinstance(frames, list) else ():
        yield from _pages(frame, depth + 1)
