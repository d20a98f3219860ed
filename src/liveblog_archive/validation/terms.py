"""Terms: the IRIs that a JSON-LD document's context gives to its terms (JSON-LD 1.1, 4.1 and 9.15).

Nothing is fetched. The context of schema.org is known by name, an embedded one is read, and terms of any other
remote context are assumed to be of another vocabulary.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from .vocabulary import NAMESPACES, local_name

_SCHEMA_ORG = re.compile(r"https?://(www\.)?schema\.org/?(docs/jsonldcontext\.jsonld?)?/?", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
FOREIGN = "about:another-vocabulary"
# What the context of schema.org has beside its vocabulary.
_ALIASES = {"id": "@id", "type": "@type", "schema": NAMESPACES[0]}


@frozen
class Terms:
    """Terms with their IRIs, the default vocabulary (`@vocab`), and the contexts scoped to a single term."""

    names: dict[str, str]
    vocab: str | None
    inner: dict[str, object]

    @classmethod
    def of(cls, context: object) -> "Terms":
        """Return the terms of a document's `@context`."""
        return cls({}, None, {}).within(context)

    def within(self, context: object) -> "Terms":
        """Return these terms, overridden by those of a further context."""
        names, vocab, inner = dict(self.names), self.vocab, dict(self.inner)
        for part in _parts(context):
            if isinstance(part, str):
                is_known = _SCHEMA_ORG.fullmatch(part)
                vocab, names = (NAMESPACES[0], names | _ALIASES) if is_known else (FOREIGN, names)
                continue
            for key, value in part.items():
                if key == "@vocab":
                    vocab = value if isinstance(value, str) else None
                elif not key.startswith("@"):
                    names[key] = _iri(value)
                    if isinstance(value, dict) and "@context" in value:
                        inner[key] = value["@context"]
        return Terms(names, vocab, inner)

    def keyword(self, key: str) -> str:
        """Return the keyword that `key` is an alias of, such as `@type`; else `key` itself."""
        found = self.names.get(key, "")
        return found if found.startswith("@") else key

    def name(self, key: str) -> str:
        """Return the keyword, or the name in schema.org, that `key` stands for; else `key` itself."""
        return local_name(self.expand(key) or "") or self.keyword(key)

    def expand(self, name: str) -> str | None:
        """Return the IRI of a property or type; None when the context gives it none, so that it would be dropped."""
        if name in self.names:
            return self._whole(self.names[name])
        if _ABSOLUTE.match(name):
            return self._whole(name)
        return f"{self.vocab}{name}" if self.vocab else None

    def _whole(self, iri: str) -> str:
        """Return a compact IRI such as `schema:name` in full."""
        prefix, colon, rest = iri.partition(":")
        if colon and not rest.startswith("//") and prefix in self.names:
            return self.names[prefix] + rest
        return iri


def _parts(context: object) -> Iterator[str | dict[str, object]]:
    for part in context if isinstance(context, list) else [context]:
        if isinstance(part, (str, dict)):
            yield part


def _iri(definition: object) -> str:
    """Return what a term is defined as; a definition without an IRI is left to other vocabularies."""
    found = definition.get("@id") if isinstance(definition, dict) else definition
    return found if isinstance(found, str) else FOREIGN


def items(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Yield the values of a member, with their paths: one, several, or those of a list or set."""
    container = next((one for one in ("@list", "@set") if isinstance(value, dict) and one in value), None)
    if isinstance(value, dict) and container:
        yield from items(value[container], f"{path}['{container}']")
    elif isinstance(value, list):
        if not value:
            yield path, []
        for index, item in enumerate(value):
            yield from items(item, f"{path}[{index}]")
    else:
        yield path, value
