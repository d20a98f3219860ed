"""From bytes to lines."""

from ...errors import ImportFailure
from ..marks import marked
from ..others import refuse_others
from ..source import Source

# What no text file holds: the C0 controls other than tab, line feed, form feed, carriage return and escape.
_BINARY = frozenset(map(chr, (*range(9), 11, *range(14, 27), *range(28, 32), 127)))
_SAMPLE = 4096
_ONE_IN = 50


# A line that is not blank: its number in the source, from 1, and its text without the blanks around it.
Line = tuple[int, str]


def decode(data: bytes, encoding: str | None, where: str) -> str:
    """Return the text of `data`: by its byte-order mark, else by the declared encoding, else as UTF-8.

    Raises `ImportFailure` with the offset of the first byte that does not fit, and for a file that is not text.
    """
    refuse_others(Source(data), where)
    mark, stated = marked(data)
    encoding = stated or encoding
    try:
        text = data[len(mark) :].decode(encoding or "utf-8")
    except UnicodeError as error:
        if encoding is None:
            _refuse_binary(data[:_SAMPLE].decode("latin-1"), where)
        raise ImportFailure(
            f"not {encoding or 'UTF-8'} text: {getattr(error, 'reason', error)}",
            where,
            "declare its real encoding, such as encoding='cp1251'",
            byte=len(mark) + getattr(error, "start", 0),
        ) from error
    _refuse_binary(text[:_SAMPLE], where)
    return text


def _refuse_binary(sample: str, where: str) -> None:
    """Refuse what only happens to decode: a NUL, or control characters by the dozen, are no newsroom's text."""
    if _BINARY.isdisjoint(sample):
        return
    strange = [index for index, character in enumerate(sample) if character in _BINARY]
    if "\0" in sample or len(strange) > max(1, len(sample) // _ONE_IN):
        raise ImportFailure(
            f"a binary file: control character U+{ord(sample[strange[0]]):04X}",
            where,
            "give plain text, or a format from the list of importers",
            line=sample.count("\n", 0, strange[0]) + 1,
        )


def lines(text: str) -> list[str]:
    """Return the lines of `text`; CR LF, CR and LF all end a line.

    Nothing else does: `str.splitlines` would also split at U+2028 and U+0085, which stand inside pasted sentences.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff").split("\n")
