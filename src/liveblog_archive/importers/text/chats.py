"""Chats that messengers wrote to a file, as `24/04/2026, 05:44 - Ruth: The river is over the road.` is one line.

Who copies messages from a messenger's page has `[05:44, 24/04/2026] Ruth: The river is over the road.`
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import evolve

from .rows import Row
from .shape import ends_like_a_sentence, has_digit

_SENDER = re.compile(r"(?P<name>[^:]{1,40}?)\s?:(?:\s|$)")
_UNSEEN = "\u200e"  # with it begins what the messenger says, on some telephones
# What a file of a messenger begins with, or has in it.
_ENCRYPTED = re.compile(
    r"encrypt|verschlüssel|chiffré|chiffrement|cifrad|criptogra|crittogra|versleuteld|krypter|szyfrow|шифр|salattu|"
    r"titkosít|şifrel|κρυπτογρ|مشفر|מוצפנ|एन्क्रिप्ट|加密|暗号化|암호화",
    re.IGNORECASE,
)
# Where it says so of the whole way, the line is its own, however few lines follow.
_WHOLE_WAY = re.compile(
    r"end-to-end|ende-zu-ende|bout en bout|extremo a extremo|ponta a ponta|uçtan uca|сквозн|наскрізн|άκρο σε άκρο|"
    r"ende-til-ende|ände-till-ände|totalsträcks|エンドツーエンド|端到端",
    re.IGNORECASE,
)
_FEWEST, _FEWEST_BELOW = 3, 2
_MOST_OTHERS = 0.5  # of the lines with times are what the messenger says of the chat


class Chat(NamedTuple):
    """The rows of a chat, of which none is a headline, what the messenger itself said, and who wrote."""

    rows: list[Row]
    left: list[Row]
    senders: frozenset[str]


def as_chat(rows: list[Row]) -> Chat:
    """Return the rows as those of a chat; of any other text, as they are.

    Each message begins with its date, its time and who sent it, a few of them again and again, unless the messenger
    says at the top that all is encrypted, or each is as it is copied from a page. Where it is known to speak, lines
    with times but nobody's are what it says of the chat: above all messages, of somebody who sends some, or no
    sentence. Elsewhere a line may be of nobody in a log that was kept by hand, too.
    """
    is_none = Chat(rows, [], frozenset())
    first_label = next((row.label for row in rows if row.label is not None), None)
    if first_label is None or first_label.day is None:
        return is_none
    told = [row for row in rows if row.label is not None and row.label.day is not None]
    is_first = told[0].number == rows[0].number
    is_known = is_first and (_says_encrypted(told[0].rest) or all(map(_is_copied, told)))
    if len(told) < (_FEWEST_BELOW if is_known else _FEWEST) or not all(map(_is_stamped, told)):
        return is_none
    opening = _opening(told)
    said = {row.number: match for row in told if row not in opening and (match := _SENDER.match(row.rest))}
    counts = Counter(match["name"] for match in said.values())
    again = sum(count for count in counts.values() if count > 1)
    if len(told) - len(said) > _MOST_OTHERS * len(told) or (2 * again < len(said) and not is_known):
        return is_none
    first = min(said)
    speaks = any(_UNSEEN in row.text or (row.number not in said and _ENCRYPTED.search(row.text)) for row in told)
    left = [row for row in told if speaks and _is_of_messenger(row, said.get(row.number), first, counts)]
    gone = {row.number for row in left}
    return Chat(_running([row for row in rows if row.number not in gone], told), left, frozenset(counts))


def _is_stamped(row: Row) -> bool:
    """Tell whether a row begins with a date in numbers and a time, one behind the other."""
    day = row.label.day if row.label is not None and not row.label.said else None
    return day is not None and has_digit(day.text) and not any(map(str.isalpha, day.text))


def _is_copied(row: Row) -> bool:
    """Tell whether a row begins with a time and then a date in one bracket, as nothing but a copied message does."""
    label = row.label
    return label is not None and label.day is not None and label.text[0] == "[" and label.day.text in label.text[2:]


def _says_encrypted(text: str) -> bool:
    return _ENCRYPTED.search(text) is not None and _WHOLE_WAY.search(text) is not None


def _opening(told: Sequence[Row]) -> list[Row]:
    """Return the rows in which the messenger speaks under the name of a channel: all is encrypted, somebody joined.

    They are the first, and those of the same time.
    """
    when = told[0].text.removesuffix(told[0].rest).lstrip(_UNSEEN)
    same = [row for row in told if row.text.removesuffix(row.rest).lstrip(_UNSEEN) == when]
    is_said = _ENCRYPTED.search(told[0].rest) is not None
    return [row for row in same if is_said and f": {_UNSEEN}" in row.rest]


def _running(rows: Iterable[Row], begin: Iterable[Row]) -> list[Row]:
    """Return rows as running text, of which some `begin` messages: no other time among them is a label."""
    begins = {row.number: evolve(row, running=True) for row in begin}
    return [begins.get(row.number) or Row(row.number, row.text, running=True) for row in rows]


def _is_of_messenger(row: Row, sent: re.Match[str] | None, first: int, senders: Counter[str]) -> bool:
    """Tell whether a row of a chat, whose first message has the number `first`, is what the messenger itself says."""
    if sent is not None:
        return senders[sent["name"]] == 1 and row.rest.startswith(_UNSEEN, sent.end())
    if row.number < first or not ends_like_a_sentence(row.text):
        return True
    return any(name in row.text for name in senders)
