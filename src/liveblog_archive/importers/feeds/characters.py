"""The characters of a feed, before anyone reads them as XML: edits that leave every other octet as it was."""

import re
from collections.abc import Callable

from ...errors import amount
from ...model import Note
from ..marks import marked

# References to halves of a surrogate pair (U+D800 to U+DFFF), which are no characters of XML; some are to others.
_HALF = re.compile(r"&#(?:x0*(d[0-9a-f]{3})|0*(5[567]\d{3}));", re.IGNORECASE)
_HALVES = re.compile(f"(?:{_HALF.pattern})+", re.IGNORECASE)


def edited(data: bytes, edit: Callable[[str], str]) -> bytes:
    """Return a feed with its characters edited; what is no ASCII, in an encoding without a mark, is as Latin-1."""
    mark, encoding = marked(data)
    # ISO 8859-1 gives back any octets as they were, and in what is no UTF-16 or UTF-32 tags are ASCII.
    name = encoding if encoding and encoding != "utf-8" else "iso-8859-1"
    return mark + edit(data[len(mark) :].decode(name, "replace")).encode(name)


def joined(data: bytes) -> tuple[bytes, list[Note]]:
    """Return a feed in which the two halves of a character are one reference, and one alone is U+FFFD, with a note.

    Programs that count in UTF-16 write `&#55357;&#56832;`, for which parsers of XML refuse the whole feed.
    """
    alone = 0

    def whole(match: re.Match[str]) -> str:
        nonlocal alone
        codes = (int(digits, 16) if digits else int(decimal) for digits, decimal in _HALF.findall(match[0]))
        text = b"".join(code.to_bytes(2) for code in codes).decode("utf-16-be", "replace")
        alone += text.count("\ufffd")
        return "".join(f"&#{ord(character)};" for character in text)

    plain = edited(data, lambda text: _HALVES.sub(whole, text)) if b"&#" in data.replace(b"\0", b"") else data
    told = f"{amount(alone, 'reference is', 'references are')} of half a character; now U+FFFD"
    return plain, [Note(code="replaced-character", text=told)] if alone else []
