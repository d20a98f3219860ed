"""Byte-order marks: how a file says which Unicode encoding it is in (Unicode 15.0, 23.8)."""

import codecs

# Those of UTF-32 first: the mark of its little-endian form begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def marked(data: bytes) -> tuple[bytes, str | None]:
    """Return the mark that `data` begins with, and the encoding it stands for; no octets and None without one.

    Where programs marked it one after the other, these are all of the marks.
    """
    for mark, name in _MARKS:
        marks = b""
        while data.startswith(mark, len(marks)):
            marks += mark
        if marks:
            return marks, name
    return b"", None
