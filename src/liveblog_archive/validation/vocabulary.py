"""The vocabulary of schema.org, as tables: types, properties, members of enumerations.

The tables are derived from a published release (see `schemas/schemaorg.json`, which names it and its licence), so
that nothing is fetched and the same release judges everywhere.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

import orjson
from attrs import frozen

from ..schema_files import schema_bytes

NAMESPACES = ("http://schema.org/", "https://schema.org/")


@frozen(eq=False)
class Vocabulary:
    """Types with their parents; properties with the types they are for and those of their values; members."""

    types: dict[str, list[str]]
    properties: dict[str, tuple[list[str], list[str]]]
    members: dict[str, list[str]]

    def lineage(self, types: Iterable[str]) -> set[str]:
        """Return `types` and all that they are a kind of."""
        found: set[str] = set()
        waiting = list(types)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.types.get(name, ())
        return found

    def domains(self, name: str) -> list[str]:
        """Return the types that a property is for."""
        return self.properties[name][0]

    def ranges(self, name: str) -> list[str]:
        """Return the types that the values of a property have."""
        return self.properties[name][1]

    def like(self, name: str, *, among: Iterable[str]) -> str:
        """Return a hint at the name that was meant, with a leading comma; empty when none is near."""
        near = get_close_matches(name, list(among), n=1, cutoff=0.75)
        return f", but {near[0]!r} is" if near else ""


def local_name(iri: str) -> str | None:
    """Return the name of a term of schema.org; None when the IRI is of another vocabulary."""
    for namespace in NAMESPACES:
        if iri.startswith(namespace):
            return iri.removeprefix(namespace)
    return None


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of schema.org."""
    tables = orjson.loads(schema_bytes("schemaorg.json"))
    properties = {name: (domains, ranges) for name, (domains, ranges) in tables["properties"].items()}
    return Vocabulary(tables["types"], properties, tables["members"])
