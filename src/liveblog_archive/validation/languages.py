"""Language tags: their shape, and whether there is such a language."""

import re
from functools import cache

_TAG = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{1,8})*")


def is_language(tag: str) -> bool:
    """Tell whether `tag` is a language tag (BCP 47) of a language that CLDR has a name for."""
    match = _TAG.fullmatch(tag)
    return match is not None and match[1].lower() in _languages()


@cache
def _languages() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").languages)
