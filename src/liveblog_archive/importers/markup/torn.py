"""A page that was cut: its source ends inside a tag, or inside an element that somebody had to close."""

import re
from collections import Counter

# What stands in them is no markup, closed or not; the last group tells that it is not. None of it is looked at twice,
# for it may be most of a page.
_RAW = re.compile(
    r"<(?:(!--)[^-]*+(?:-(?!->)[^-]*+)*+|(script|style|textarea|title)\b[^<]*+(?:<(?!/\2)[^<]*+)*+)"
    r"(?:(?(1)-->|</\2)|(\Z))",
    re.IGNORECASE,
)
_ENDED = re.compile(r"</(?:body|html)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)[^>]*(>?)", re.IGNORECASE)
# HTML standard 13.1.2: void elements, and those whose end tag may be left out.
_NEVER_OPEN = re.compile(
    "area|base|body|br|caption|col|colgroup|dd|dt|embed|head|hr|html|img|input|li|link|meta|optgroup|option|p|param|rb|"
    "rp|rt|rtc|source|tbody|td|tfoot|th|thead|tr|track|wbr"
)
_FOREIGN = ("svg", "math")


def ends_inside(text: str) -> str | None:
    """Return the name of the innermost element that a page ends inside of, None where it ends as a page or part does.

    A page that closes its body is all there, however carelessly it was nested. Of a comment the name is `!--`.
    """
    raw = [*_RAW.finditer(text)]
    edges = [0, *(edge for part in raw for edge in part.span()), len(text)]
    markup = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    if _ENDED.search(markup):
        return None
    if raw and raw[-1][3] is not None:
        return str(raw[-1][1] or raw[-1][2]).lower()
    inside: list[str] = []
    times: Counter[str] = Counter()  # that each name is in `inside`
    for found in _TAG.finditer(markup):
        end, name, closed = found.groups()
        tag, is_slashed = name.lower(), markup.endswith("/>", found.start(), found.end())
        # Of HTML's own elements none is closed by `/>`; a custom one is not either, but is meant to be.
        empty = is_slashed and ("-" in tag or tag in _FOREIGN or any(times[name] for name in _FOREIGN))
        if not closed or not (end or empty or _NEVER_OPEN.fullmatch(tag)):
            inside.append(tag)
            times[tag] += 1
        elif end and times[tag]:
            while (last := inside.pop()) != tag:
                times[last] -= 1
            times[tag] -= 1
    return inside[-1] if inside else None
