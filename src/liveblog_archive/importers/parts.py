"""Folders that a browser, or Word, put beside a page it saved: what is in them are parts of the page, and no pages.

Each language has another name for such a folder (`Storm_files`, `Sturm-Dateien`, `Tempête_fichiers`), and people give
pages other names than their folders. So a page tells which one is its own: it loads files from it, and leads to none
there by a link, as the pages of a mirrored site do.
"""

import html
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable
from posixpath import commonprefix
from urllib.parse import quote

_PAGES = (".html", ".htm", ".xhtml")
_NEAREST = 4  # pages before and behind a folder, in the order of names, that are asked whether it is theirs
_LONGEST_TAG = 2**12
_TAG = re.compile(rb"<([A-Za-z][\w:-]*)")
_LINKS = frozenset({b"a", b"area"})


def left_out(paths: Iterable[str], content: Callable[[str], bytes]) -> set[str]:
    """Return those of some paths that are parts of a page among them; `content` gives the bytes of a page."""
    known = [*paths]
    pages: dict[str, list[str]] = defaultdict(list)
    for path in sorted(known):
        if path.lower().endswith(_PAGES):
            pages[path.rpartition("/")[0]].append(path)
    inner = {folder for path in known for folder in _folders(path)}
    of_pages = {folder for folder in inner if any(_loads(content(page), folder) for page in _beside(folder, pages))}
    return {path for path in known if not of_pages.isdisjoint(_folders(path))}


def _folders(path: str) -> list[str]:
    """Return the folders that a path leads through."""
    return [path[:at] for at, character in enumerate(path) if character == "/" and at]


def _beside(folder: str, pages: dict[str, list[str]]) -> list[str]:
    """Return the pages that stand beside a folder and whose names are nearest to its own."""
    found = pages.get(folder.rpartition("/")[0], [])
    place = bisect(found, folder)
    near = found[max(0, place - _NEAREST) : place + _NEAREST]
    return sorted(near, key=lambda page: len(commonprefix([page, folder])), reverse=True)


def _loads(page: bytes, folder: str) -> bool:
    """Tell whether a page loads files from a folder beside it, and leads to none there."""
    name = folder.rpartition("/")[2]
    forms = b"|".join(re.escape(form.encode("utf-8", "replace")) for form in {name, quote(name), html.escape(name)})
    tags = set()
    for found in re.finditer(rb"=\s*[\"']?(?:\./)?(?:" + forms + rb")/", page):
        start = page.rfind(b"<", max(0, found.start() - _LONGEST_TAG), found.start())
        tags |= {tag[1].lower()} if start >= 0 and (tag := _TAG.match(page, start)) else set()
    return bool(tags) and tags.isdisjoint(_LINKS)
