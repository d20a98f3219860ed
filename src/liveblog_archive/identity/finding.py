"""Places of words in a text: letter by letter, else whatever the blanks, else in folded form.

Every place is a half-open range of code points of the verbatim text, which no visible character is cut by.
"""

import re

from .boundaries import between_characters, between_words
from .minting import fold

Place = tuple[int, int]


def verbatim(text: str, words: str) -> list[Place]:
    """Return the places of `words` in `text`, letter by letter; places may overlap."""
    places = []
    start = text.find(words)
    while start >= 0:
        places.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return _whole(text, places)


def respaced(text: str, words: str) -> list[Place]:
    """Return the places of `words` in `text`, with any blanks between them."""
    wanted = words.split()
    # Asked first, as a pattern that fails at its end fails anew from each place that it begins to fit at.
    if not wanted or " ".join(wanted) not in " ".join(text.split()):
        return []
    return _whole(text, [match.span() for match in re.finditer(r"\s+".join(map(re.escape, wanted)), text)])


def alike(text: str, words: str) -> list[Place]:
    """Return the places of `words` in `text`, whatever the blanks, quotation marks, dashes, case and composition."""
    wanted = fold(words)
    if not wanted or wanted not in fold(text):
        return []
    seen, starts, ends = _aligned(text)
    places = [(starts[start], ends[end - 1]) for start, end in verbatim(seen, wanted)]
    return _whole(text, [(start, end) for start, end in places if fold(text[start:end]) == wanted])


def _whole(text: str, places: list[Place]) -> list[Place]:
    """Return the places that cut no character; if any of them cuts no word, only those."""
    places = [place for place in places if all(between_characters(text, end) for end in place)]
    return [place for place in places if all(between_words(text, end) for end in place)] or places


def _aligned(text: str) -> tuple[str, list[int], list[int]]:
    """Return folded text and, for each of its characters, where its origin in `text` starts and ends.

    Characters are folded one by one, in company so that their blanks are kept; folding a whole text may differ from
    that in rare sequences, for which nothing is found.
    """
    seen: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if not between_characters(text, end):
            continue
        for character in fold(f"x{text[start:end]}x")[1:-1]:
            if character != " " or (seen and seen[-1] != " "):
                seen.append(character)
                starts.append(start)
                ends.append(end)
        start = end
    return "".join(seen), starts, ends
