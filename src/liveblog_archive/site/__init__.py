"""A whole archive as a static site: files that any web server can hand out, made anew from the archive alone.

The path of the data: an archive is verified and read blog by blog, the oldest capture first; `history` keeps what was
changed between captures; `blogs` makes the files of one blog, `pages` those of the site around them, `search` the
index, `feeds` what machines read. Every file is a path and its bytes: `folders` alone, at the edge, writes them.
"""

from collections.abc import Iterator, Sequence

from ..archive import Archive
from ..errors import ArchiveError
from .blogs import BlogFiles
from .feeds import archive_feed, linkset, robots, sitemap
from .pages import front, missing, verification
from .plan import Plan, Shown
from .search import Index

__all__ = ["Plan", "check", "site"]

Files = Iterator[tuple[str, Iterator[bytes]]]


def check(archive: Archive, blogs: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the ids of the blogs that a site is to show, all by default.

    Raises `ArchiveError` for an archive that is damaged, or empty, and for a blog that it does not have.
    """
    known = archive.blogs()
    for name in blogs:
        if name not in known:
            raise ArchiveError("the archive has no blog with this id", name, "list its blogs")
    if damages := archive.verify():
        more = f", and {len(damages) - 1} more" if len(damages) > 1 else ""
        raise ArchiveError(
            f"damaged: {damages[0].what}{more}",
            damages[0].path,
            "verify the archive, and restore it from a sound copy",
        )
    if not known:
        raise ArchiveError("the archive is empty", repr(archive), "add a capture first")
    return tuple(dict.fromkeys(blogs)) or known


def site(archive: Archive, plan: Plan, blogs: Sequence[str] = ()) -> Files:
    """Yield every file of the site of an archive: its path, with slashes, and its pieces of bytes.

    `blogs` are the ids of those that are shown, all by default. The same archive and plan give the same files. Raises
    `ArchiveError` as `check` does, before the first file.
    """
    names = check(archive, blogs)
    index = Index()
    shown: list[Shown] = []
    for name in names:
        blog = BlogFiles(archive, name, plan)
        for path, data in blog.files(index):
            yield path, data
        shown.append(blog.shown())
    for path, content in _around(plan, shown, index):
        yield path, iter([content])


def _around(plan: Plan, shown: Sequence[Shown], index: Index) -> Iterator[tuple[str, bytes]]:
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
