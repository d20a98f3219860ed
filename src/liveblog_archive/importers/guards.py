"""What servers put around JSON, as copies of it have it: guards against other sites, and a call (JSONP)."""

import re

# Guards that no script runs past: `)]}',`, `while(1);`, `for(;;);`.
_GUARD = re.compile(r"\s*(?:\)\]\}',?|while\s*\(1\);|for\s*\(;;\);)\s*(?=[\[{])")
# The function that a page has for the answer: `/**/jQuery331_17({"posts": ...});`.
_CALL = re.compile(r"\s*(?:/\*.{0,80}?\*/\s*)?[A-Za-z_$][\w.$]*\s*\(\s*(?=\{\s*[\"}]|\[\s*[\[{\"])")
_END = re.compile(r"\)\s*;?\s*\Z")


def opening(text: str) -> int:
    """Return where JSON begins in a text: behind what stands guard before it, else at its start."""
    found = _GUARD.match(text) or _CALL.match(text)
    return found.end() if found else 0


def bare(text: str) -> str:
    """Return JSON without a guard or call around it."""
    if _CALL.match(text):
        text = _END.sub("", text.rstrip())
    return text[opening(text) :]
