"""Chats that messengers wrote to a file, as `24/04/2026, 05:44 - Ruth: The river is over the road.` is one line."""

import re
from typing import NamedTuple

from attrs import evolve

from .rows import Row
from .shape import ends_like_a_sentence

_DATED = re.compile(r"[\[\u200e]*\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s")
_SENDER = re.compile(r"(?P<name>[^:]{1,40}):(?:\s|$)")
_FEWEST = 3
_MOST_OTHERS = 0.4  # of the lines with times are what the messenger says of the chat


class Chat(NamedTuple):
    """The rows of a chat, of which none is a headline, what the messenger itself said, and who wrote."""

    rows: list[Row]
    left: list[Row]
    senders: frozenset[str]


def as_chat(rows: list[Row]) -> Chat:
    """Return the rows as those of a chat; of any other text, as they are.

    Each message begins with its date, its time and who sent it, a few of them again and again. Lines with times but
    nobody's are what the messenger says of the chat: above all messages, of somebody who sends some, or no sentence.
    """
    opening = next((row.label for row in rows if row.label is not None), None)
    if opening is None or opening.day is None:
        return Chat(rows, [], frozenset())
    told = [row for row in rows if row.label is not None and row.label.day is not None]
    if len(told) < _FEWEST or not all(_DATED.match(row.text) for row in told):
        return Chat(rows, [], frozenset())
    said = {row.number: match["name"] for row in told if (match := _SENDER.match(row.rest))}
    senders = frozenset(said.values())
    if len(told) - len(said) > _MOST_OTHERS * len(told) or 2 * len(senders) > len(said):
        return Chat(rows, [], frozenset())
    first = min(said)
    left = [
        row
        for row in told
        if row.number not in said
        and (row.number < first or not ends_like_a_sentence(row.text) or any(name in row.text for name in senders))
    ]
    gone = {row.number for row in left}
    return Chat([evolve(row, running=True) for row in rows if row.number not in gone], left, senders)
