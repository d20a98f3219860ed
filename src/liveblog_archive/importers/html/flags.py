"""What marks an entry as pinned, or as one of the key events: its class, or a word beside its time."""

import re

from ..markup.classes import ClassPattern

KEY = ClassPattern(r"(?:^|[\s_-])(?:is-key-event|key-event|keyevent|key|highlight(?:ed)?)(?:$|[\s_-])")
PINNED = ClassPattern(r"(?:^|[\s_-])(?:is-)?(?:pinned|sticky)(?:$|[\s_-])")
_PINNED_SAID = re.compile(
    r"pinned(?: post)?|an(?:gepinnt|geheftet)|fixiert|épinglé|fijado|destacado fijo|fixado|in evidenza|vastgezet|"
    r"vastgepind|przypięte|festet|fäst",
    re.IGNORECASE,
)
_LIVE_SAID = re.compile(
    r"live|new|neu|nouveau|nuevo|novo|nuovo|nieuw|nowe|nové|nytt?|en direct|en directo", re.IGNORECASE
)
_KEY_SAID = re.compile(
    r"breaking(?: news)?|eilmeldung|urgent|última hora|ultim[’']ora|"
    r"(?:key|major) (?:event|moment|update|development)|key|important[ei]?|schlüsselmoment|wichtig(?:es ereignis)?|"
    r"temps fort|moment clé|essentiel|à retenir|momento clave|clave|destacado|momento-chave|destaque|momento chiave|"
    r"sleutelmoment|kernmoment|belangrijk|kluczowe|ważne|důležité|viktigt?|tärkeää|fontos",
    re.IGNORECASE,
)


def says_pinned(text: str) -> bool:
    """Tell whether a word says that an entry is pinned."""
    return _PINNED_SAID.fullmatch(text) is not None


def says_nothing(text: str) -> bool:
    """Tell whether a word beside a time only says that an entry is there."""
    return _LIVE_SAID.fullmatch(text) is not None


def says_key(text: str) -> bool:
    """Tell whether a word says that an entry is one of the key events."""
    return _KEY_SAID.fullmatch(text) is not None
