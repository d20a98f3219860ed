"""A check of JSON-LD against the vocabulary of schema.org: every term, domain, range and literal, without network.

Public validators let a misspelt property or a bad date pass. This one uses the tables of a published release, and
checks what a live blog needs besides: unique ids, content in each update, positions in order. Terms of other
vocabularies are ignored. docs/reference/validation.md lists all that it finds.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import isinf

from . import Problem
from .documents import is_ours, jsonld_problems
from .literals import fits, is_absolute, is_language
from .terms import Terms, items
from .updates import updates
from .vocabulary import Vocabulary, local_name, vocabulary

Node = dict[str, object]

# A property of an action's input or output, such as `query-input` (schema.org/docs/actions.html).
_ACTION = re.compile(r"-(input|output)\Z")

_TOO_DEEP = Problem("$", "nested too deeply")

_HINTS = 100  # unknown names that are compared with all known ones, which takes milliseconds for each


class _NoNumberError(ValueError):
    """`NaN` or `Infinity`: Python reads and writes them, JSON has no such number (RFC 8259 6)."""


def _refuse(constant: str) -> object:
    raise _NoNumberError(constant)


def parsed(data: bytes) -> object:
    """Return the JSON document, or the `Problem` that makes it unreadable; objects remember their repeated names."""
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=Members, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        return Problem("$", f"not UTF-8, as JSON always is: byte {error.start}")
    except json.JSONDecodeError as error:
        return Problem("$", f"not JSON: {error.msg}, line {error.lineno}, column {error.colno}")
    except RecursionError:
        return _TOO_DEEP
    except _NoNumberError as error:
        return Problem("$", f"not JSON: {error} is no number of JSON")
    except ValueError:
        return Problem("$", "not JSON that can be read: a number too long")


def problems(data: bytes) -> tuple[Problem, ...]:
    """Return everything wrong in a JSON-LD document; paths are written as in JSONPath (RFC 9535)."""
    document = parsed(data)
    if isinstance(document, Problem):
        return (document,)
    try:
        own = jsonld_problems(document) if is_ours(document) else ()
        return (*_document(document), *own)
    except RecursionError:
        return (_TOO_DEEP,)


class Members(dict[str, object]):
    """A JSON object; `repeated` are the names that occurred more than once in it."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        counts = Counter(name for name, _ in pairs) if len(self) < len(pairs) else {}
        self.repeated = sorted(name for name, count in counts.items() if count > 1)


def _document(document: object) -> Iterator[Problem]:
    tops = document if isinstance(document, list) else [document]
    seen: dict[str, tuple[str, Node]] = {}
    for index, top in enumerate(tops):
        path = f"$[{index}]" if isinstance(document, list) else "$"
        if not isinstance(top, Members):
            yield Problem(path, "not an object")
        elif "@context" not in top:
            yield Problem(path, "no @context: nothing says what its terms mean")
        else:
            yield from _Checker(vocabulary(), seen).node(top, path, Terms.of(None))


class _Checker:
    """Checks the nodes of one document; `seen` maps each `@id` to the path and members of its first node."""

    def __init__(self, tables: Vocabulary, seen: dict[str, tuple[str, Node]]) -> None:
        self.tables = tables
        self.seen = seen
        self._hints: dict[str, str] = {}

    def _hint(self, name: str, among: Iterable[str]) -> str:
        """Return the hint at the name that was meant; none once too many names were unknown."""
        if name not in self._hints and len(self._hints) < _HINTS:
            self._hints[name] = self.tables.like(name, among=among)
        return self._hints.get(name, "")

    def node(self, node: Members, path: str, terms: Terms) -> Iterator[Problem]:
        """Yield what is wrong in a node and in all below it."""
        for name in node.repeated:
            yield Problem(path, f"the member {name!r} stands twice: readers differ on which counts")
        if "@context" in node:
            terms = terms.within(node["@context"])
        members = {terms.keyword(key): value for key, value in node.items()}
        types, wrong = self._types(members.get("@type"), path, terms)
        yield from wrong
        yield from self._identity(members, path)
        for key, value in members.items():
            below = f"{path}.{key}" if key.isidentifier() else f"{path}[{key!r}]"
            if key == "@graph":
                yield from self._each(value, below, terms)
            elif not key.startswith("@"):
                yield from self._member(key, value, below, terms, types)
        if "LiveBlogPosting" in types:
            yield from updates(node, path, terms)

    def _types(self, value: object, path: str, terms: Terms) -> tuple[list[str], list[Problem]]:
        """Return the schema.org types of a node, without unknown ones, and what is wrong with them."""
        names = value if isinstance(value, list) else [value] if value is not None else []
        found, wrong = [], []
        for name in names:
            iri = terms.expand(name) if isinstance(name, str) else None
            if iri is None:
                wrong.append(Problem(f"{path}.@type", f"{name!r} is no type: the context does not have it"))
            elif (own := local_name(iri)) in self.tables.types:
                found.append(str(own))
            elif own is not None:
                hint = self._hint(own, self.tables.types)
                wrong.append(Problem(f"{path}.@type", f"{own!r} is no type of schema.org{hint}"))
        return found, wrong

    def _identity(self, members: Node, path: str) -> Iterator[Problem]:
        if "@id" not in members:
            return
        name = members["@id"]
        if not isinstance(name, str) or not is_absolute(name):
            yield Problem(f"{path}.@id", f"{name!r} is relative: it means another thing wherever the file is put")
        elif len(members) > 1:  # with the id alone it is a reference, and the thing is described elsewhere
            first, other = self.seen.setdefault(name, (path, members))
            if other != members:
                yield Problem(f"{path}.@id", f"{name!r} is the id of {first} too, which says something else")

    def _each(self, value: object, path: str, terms: Terms) -> Iterator[Problem]:
        for place, item in items(value, path):
            if isinstance(item, Members):
                yield from self.node(item, place, terms)

    def _member(self, key: str, value: object, path: str, terms: Terms, types: list[str]) -> Iterator[Problem]:
        iri = terms.expand(key)
        name = _ACTION.sub("", local_name(iri) or "") or None if iri else None
        inner = terms.within(terms.inner[key]) if key in terms.inner else terms
        if iri is None:
            hint = self._hint(key, terms.names)
            yield Problem(path, f"{key!r} is not in the context and would be dropped{hint}")
        elif name is None:
            yield from self._each(value, path, inner)
        elif name not in self.tables.properties:
            hint = self._hint(name, self.tables.properties)
            yield Problem(path, f"{name!r} is no property of schema.org{hint}")
        else:
            yield from self._domain(name, path, types)
            if name == "liveBlogUpdate" and value == []:
                return  # judged by `updates`
            for place, item in items(value, path):
                yield from self._value(name, item, place, inner)

    def _domain(self, name: str, path: str, types: list[str]) -> Iterator[Problem]:
        domains = self.tables.domains(name)
        if types and not self.tables.lineage(types) & {*domains}:
            yield Problem(path, f"{name!r} is for {' or '.join(domains)}, not for {' and '.join(types)}")

    def _value(self, name: str, value: object, path: str, terms: Terms) -> Iterator[Problem]:
        ranges = self.tables.ranges(name)
        if value is None or value in ("", {}, []) or (isinstance(value, str) and not value.strip()):
            yield Problem(path, f"{name!r} is empty")
        elif isinstance(value, Members) and "@value" not in value:
            yield from self._thing(name, value, path, terms)
        else:
            literal = value.get("@value") if isinstance(value, dict) else value
            yield from self._literal(name, literal, path, ranges)

    def _thing(self, name: str, value: Members, path: str, terms: Terms) -> Iterator[Problem]:
        """Yield what is wrong with a node as a value; one that only has an id is described somewhere else."""
        yield from self.node(value, path, terms)
        ranges = self.tables.ranges(name)
        members = {terms.keyword(key): item for key, item in value.items()}
        types = self._types(members.get("@type"), path, terms)[0]
        if types and not self.tables.lineage(types) & {*ranges}:
            yield Problem(path, f"{name!r} takes {' or '.join(ranges)}, not {' and '.join(types)}")
        if types and {"Person", "Organization"} & self.tables.lineage(types) and not {"name", "@id"} & {*members}:
            yield Problem(path, f"{name!r} has no name")

    def _literal(self, name: str, value: object, path: str, ranges: list[str]) -> Iterator[Problem]:
        if isinstance(value, str) and (member := local_name(value)) in self.tables.members:
            if not self.tables.lineage(self.tables.members[str(member)]) & {*ranges, "Text", "URL"}:
                yield Problem(path, f"{name!r} takes {' or '.join(ranges)}, not {member}")
        elif isinstance(value, float) and isinf(value):
            yield Problem(path, f"{name!r} is too large a number: readers take it for infinite")
        elif not isinstance(value, str | int | float) or not fits(value, ranges):
            yield Problem(path, f"{json.dumps(value)} is no {' or '.join(ranges)}, which {name!r} takes")
        elif name == "inLanguage" and not is_language(str(value)):
            yield Problem(path, f"{value!r} is no language tag (BCP 47)")
