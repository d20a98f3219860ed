"""A whole archive as a static site: files that any web server can hand out, made anew from the archive alone.

The path of the data: an archive is verified and read blog by blog, the oldest capture first; `history` keeps what was
changed between captures; `blogs` makes the files of one blog, `pages` those of the site around them, `search` the
index, `feeds` what machines read. Every file is a path and its bytes: `folders` alone, at the edge, writes them.
"""

from collections.abc import Iterator, Sequence

from ..archive import Archive, Damage
from ..archive.layout import object_of, object_path
from ..archive.stored import Damaged
from ..errors import ArchiveError, LiveBlogError
from ..exporters import Notify
from ..litter import is_litter
from .blogs import BlogFiles
from .feeds import archive_feed, linkset, robots, sitemap
from .pages import front, missing, verification
from .plan import BLOGS, Plan, Shown
from .search import SearchIndex

__all__ = ["BLOGS", "Plan", "site"]

Files = Iterator[tuple[str, Iterator[bytes]]]


def site(
    archive: Archive,
    plan: Plan,
    blogs: Sequence[str] = (),
    damaged: Damaged | None = None,
    notify: Notify | None = None,
) -> Files:
    """Yield every file of the site of an archive: its path, with slashes, and its pieces of bytes.

    `blogs` are the ids of those that are shown, all by default. The same archive and plan give the same files. Raises
    `ArchiveError`, before the first file, for an archive that is damaged, or empty, and for a blog that it does not
    have. With `damaged`, that is told the error of each damaged blog, and the others are shown, unless there are none
    or something around the blogs is damaged. `notify` is given a note for whatever the other formats of a blog do not
    carry.
    """
    names = _sound(archive, blogs, damaged)
    index = SearchIndex()
    shown: list[Shown] = []
    for name in names:
        blog = BlogFiles(archive, name, plan, notify)
        for path, data in blog.files(index):
            yield path, data
        shown.append(blog.shown())
    for path, content in _around(plan, shown, index):
        yield path, iter([content])


def _sound(archive: Archive, blogs: Sequence[str], damaged: Damaged | None) -> tuple[str, ...]:
    """Return the ids of the blogs that are not damaged, of those that are asked for, or of all; see `site`."""
    unread: list[LiveBlogError] = []
    known = archive.blogs(unread.append)
    for name in blogs:
        if name not in archive:
            raise ArchiveError("the archive has no blog with this id", name, "list its blogs")
    damages = [damage for damage in archive.verify() if not is_litter(damage.path)]
    objects = {object_path(name): name for name in known} | {object_of(error.where): "" for error in unread}
    around = [damage for damage in damages if damaged is None or object_of(damage.path) not in objects]
    hurt = {object_of(damage.path) for damage in damages}
    sound = tuple(name for name in dict.fromkeys(blogs or known) if object_path(name) not in hurt)
    if damages and (around or not sound):
        raise _error(around or damages)
    if not known:
        raise ArchiveError("the archive is empty", repr(archive), "add a capture first")
    for folder in sorted(hurt):
        if damaged is not None and (not blogs or objects[folder] in blogs):
            damaged(_error([damage for damage in damages if object_of(damage.path) == folder]))
    return sound


def _error(damages: Sequence[Damage]) -> ArchiveError:
    more = f", and {len(damages) - 1} more" if len(damages) > 1 else ""
    remedy = "verify the archive, and restore it from a sound copy"
    return ArchiveError(f"damaged: {damages[0].what}{more}", damages[0].path, remedy)


def _around(plan: Plan, shown: Sequence[Shown], index: SearchIndex) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the site around its blogs."""
    yield from index.files()
    feed = archive_feed(plan, [(one.title, page, version) for one in shown for page, version in one.captures])
    if feed:
        yield "feed.atom", feed
    yield "index.html", front(plan, shown, has_feed=feed is not None)
    yield "verify.html", verification(plan, shown)
    yield "404.html", missing(plan)
    yield "robots.txt", robots(plan)
    items = [("item", plan.absolute(f"{one.folder}/index.html") or f"{one.folder}/", "text/html") for one in shown]
    yield "linkset.json", linkset(plan.url or "index.html", items)
    pages = [("index.html", None), ("verify.html", None), *(page for one in shown for page in one.pages)]
    yield from sitemap(plan, pages)
