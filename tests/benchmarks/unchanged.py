"""One text in other forms of the same: nothing that a reader sees changed, so no id and no version may."""

from collections.abc import Callable
from pathlib import Path

import liveblog_archive as lba
from liveblog_archive.identity import version_id
from liveblog_archive.identity.matching import revise

EXAMPLE = Path(__file__).parents[2] / "examples" / "strait-storm.txt"
BLOG_ID = "tag:example.org,2026:strait-storm"

FORMS: dict[str, Callable[[str], bytes]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of old Macs": lambda text: text.replace("\n", "\r").encode(),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "blank lines at both ends": lambda text: f"\n\n{text}\n\n\n".encode(),
    "blank lines doubled": lambda text: text.replace("\n\n", "\n\n\n").encode(),
    "blanks at line ends": lambda text: text.replace("\n", "  \n").encode(),
}


def _read(data: bytes) -> lba.LiveBlog:
    return lba.parse(data, timezone="Europe/Istanbul", id=BLOG_ID)


def unchanged(form: str) -> bool:
    """Tell whether the example in another form has the same ids, and the same versions."""
    text = EXAMPLE.read_text(encoding="utf-8")
    first = _read(text.encode())
    second = revise(first, _read(FORMS[form](text)))
    return [(e.id, version_id(e)) for e in first.entries] == [(e.id, version_id(e)) for e in second.entries]
