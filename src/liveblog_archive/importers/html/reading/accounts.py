"""The account of the author above a text, as social networks have it: `Ada Example @ada@example.org`."""

from ..labels.cards import account
from .found import Found
from .parts import Part


def takes_account(part: Part, found: Found) -> bool:
    """Take the account of the author beside their name, or in the place of one."""
    name = account(part.text) if part.kind in ("text", "heading") else None
    if name is None:
        return False
    found.authors = found.authors or [name]
    found.without.append(part.element)
    return True


def takes_owner(part: Part, after: Part | None, found: Found) -> bool:
    """Take the name in front of the account of the author, which is the part `after` it."""
    if found.authors or after is None or not part.is_kicker or after.text[:1] != "@" or account(after.text) is None:
        return False
    found.authors.append(part.text)
    found.without.append(part.element)
    return True
