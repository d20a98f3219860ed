"""Which languages are written from right to left."""

_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def is_right_to_left(language: str) -> bool:
    """Tell whether a language, as a BCP 47 tag, is written from right to left: by its script, or its usual one."""
    name, *others = language.lower().split("-")
    script = next((one for one in others if len(one) == 4 and one.isalpha()), None)
    return script in _SCRIPTS if script else name in _LANGUAGES
