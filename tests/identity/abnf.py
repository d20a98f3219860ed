"""Just enough of ABNF (RFC 5234, RFC 7405) to run the grammar of a specification as regular expressions.

Alternatives, sequences, groups, options, repetitions, strings, code points and ranges; no recursion.
"""

import re

CORE = {"ALPHA": "[A-Za-z]", "DIGIT": "[0-9]", "HEXDIG": "[0-9A-Fa-f]"}
_TOKEN = re.compile(
    r"""\s*(?:(?P<string>(?:%s)?"[^"]*") | (?P<range>%x[0-9A-F]+(?:-[0-9A-F]+)?) | (?P<name>[A-Za-z][A-Za-z0-9-]*)
    | (?P<repeat>[0-9]*\*[0-9]*|[0-9]+) | (?P<mark>[()\[\]/]))""",
    re.VERBOSE,
)


class Grammar:
    """The rules of a grammar; `grammar["rule"]` is a compiled pattern for `fullmatch`."""

    def __init__(self, text: str) -> None:
        text = re.sub(r'("[^"]*")|;.*', r"\1", text)  # without comments
        joined = re.sub(r"\n[ \t]+", " ", text)  # a line that begins with a blank goes on with the rule before it
        lines = [line for line in joined.splitlines() if line.strip()]
        self.rules = {name.strip(): rule for name, rule in (line.split("=", 1) for line in lines)}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return re.compile(self._pattern(name))

    def _pattern(self, name: str) -> str:
        if name in CORE:
            return CORE[name]
        tokens = self._tokens(self.rules[name])
        pattern = self._alternatives(tokens)
        assert not tokens, f"{name}: what is {tokens}?"
        return pattern

    @staticmethod
    def _tokens(rule: str) -> list[tuple[str, str]]:
        rule, position, tokens = rule.strip(), 0, []
        while position < len(rule):
            match = _TOKEN.match(rule, position)
            assert match, f"what is {rule[position:]!r}?"
            tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))
            position = match.end()
        return tokens

    def _alternatives(self, tokens: list[tuple[str, str]]) -> str:
        found = [self._sequence(tokens)]
        while tokens and tokens[0][1] == "/":
            tokens.pop(0)
            found.append(self._sequence(tokens))
        return f"(?:{'|'.join(found)})"

    def _sequence(self, tokens: list[tuple[str, str]]) -> str:
        found = ""
        while tokens and tokens[0][1] not in {"/", ")", "]"}:
            repeat = tokens.pop(0)[1] if tokens[0][0] == "repeat" else "1"
            least, star, most = repeat.partition("*")
            found += f"(?:{self._element(tokens)}){{{least or 0},{most if star else least}}}"
        return found

    def _element(self, tokens: list[tuple[str, str]]) -> str:
        kind, text = tokens.pop(0)
        if kind == "name":
            return self._pattern(text)
        if kind == "string":
            return re.escape(text[3:-1]) if text.startswith("%s") else f"(?i:{re.escape(text[1:-1])})"
        if kind == "range":
            first, _, last = text[2:].partition("-")
            return f"[\\U{int(first, 16):08x}-\\U{int(last or first, 16):08x}]"
        inner = self._alternatives(tokens)
        closing = tokens.pop(0)[1]
        assert (text, closing) in {("(", ")"), ("[", "]")}
        return inner if text == "(" else f"(?:{inner})?"
