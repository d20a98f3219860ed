"""What servers put around JSON, as copies of it have it: guards against other sites, a call, a name."""

import re

# Guards that no script runs past: `)]}',`, `while(1);`, `for(;;);`.
_GUARD = re.compile(r"\s*(?:\)\]\}',?|while\s*\(1\);|for\s*\(;;\);)\s*(?=[\[{])")
# What a page does with the answer: `/**/jQuery331_17({"posts": ...});`, `window.__STATE__ = {...};`.
_USE = re.compile(
    r"\s*(?:/\*.{0,80}?\*/\s*)?(?:(?:var|let|const)\s+)?[A-Za-z_$][\w.$]*\s*[(=]\s*(?=\{\s*[\"}]|\[\s*[\[{\"])"
)


def opening(text: str) -> int:
    """Return where JSON begins in a text: behind what stands guard before it, else at its start."""
    found = _GUARD.match(text) or _USE.match(text)
    return found.end() if found else 0


def bare(text: str) -> str:
    """Return JSON without a guard, call or name around it."""
    if _USE.match(text):
        text = text.rstrip().removesuffix(";").rstrip().removesuffix(")")
    return text[opening(text) :]
