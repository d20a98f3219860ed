"""Native ids: the ids that platforms give their entries, in one form in whatever file they stand."""

import re
from functools import lru_cache

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:[A-Za-z]+[-_:])?(?P<object>[0-9a-f]{24}|[0-9a-f]{32})|[A-Za-z][A-Za-z_:-]*(?P<number>[0-9]+)"
)


@lru_cache(maxsize=2**14)
def key(name: str) -> str:
    """Return an id without the words before its number: data and page write `post12`, `block-12`, `#12` for one.

    >>> key("liveblogPost1288914"), key("block-646219928f08e408b758af95"), key("storm-surge")
    ('1288914', '646219928f08e408b758af95', 'storm-surge')
    """
    if match := _UUID.search(name):
        return match[0].lower()
    match = _NUMBERED.fullmatch(name)
    return (match["object"] or match["number"]) if match else name
