"""Places of words in a text: letter by letter, else whatever the blanks, else in whatever way they are set.

Every place is a half-open range of code points of the verbatim text, which no visible character is cut by.
"""

import re
from collections.abc import Iterator

from .boundaries import between_characters, between_words
from .typography import aligned, form, may_have

Place = tuple[int, int]


def verbatim(text: str, words: str) -> list[Place]:
    """Return the places of `words` in `text`, letter by letter; places may overlap."""
    return _whole(text, [(start, start + len(words)) for start in _starts(text, words)])


def respaced(text: str, words: str) -> list[Place]:
    """Return the places of `words` in `text`, with any blanks between them; places may overlap."""
    wanted, spaced = " ".join(words.split()), " ".join(text.split())
    if not wanted or wanted not in spaced:
        return []
    origins: list[int] = []
    for word in re.finditer(r"\S+", text):
        origins.extend(range(word.start(), word.end() + 1))  # with the blank behind it
    last = len(wanted) - 1
    return _whole(text, [(origins[start], origins[start + last] + 1) for start in _starts(spaced, wanted)])


def _starts(text: str, words: str) -> Iterator[int]:
    """Yield where `words` begin in `text`, in linear time however much they overlap (Knuth, Morris and Pratt)."""
    borders: list[int] = []
    start = text.find(words) if words else -1  # nothing stands nowhere
    while start >= 0:
        yield start
        borders = borders or _borders(words)
        end, held = start + len(words), borders[-1]
        while held and end < len(text):
            while held and text[end] != words[held]:
                held = borders[held - 1]
            held += text[end] == words[held]
            end += 1
            if held == len(words):
                yield end - held
                held = borders[-1]
        start = text.find(words, end - held)


def _borders(words: str) -> list[int]:
    """Return, for each beginning of `words`, how long a shorter one is that it ends with."""
    borders = [0]
    held = 0
    for character in words[1:]:
        while held and character != words[held]:
            held = borders[held - 1]
        held += character == words[held]
        borders.append(held)
    return borders


def alike(text: str, words: str) -> list[Place]:
    """Return the places of `words` in `text`, in whatever way they are set there: see `typography`."""
    if not may_have(text, words) or not (wanted := form(words)):
        return []
    seen, starts, ends = aligned(text)
    places = [(starts[start], ends[end - 1]) for start, end in verbatim(seen, wanted)]
    if not text.isascii():  # half of a ligature is no place
        places = [(start, end) for start, end in places if form(text[start:end]) == wanted]
    return _whole(text, places)


def _whole(text: str, places: list[Place]) -> list[Place]:
    """Return the places that cut no character; if any of them cuts no word, only those."""
    places = [place for place in places if all(between_characters(text, end) for end in place)]
    return [place for place in places if all(between_words(text, end) for end in place)] or places
