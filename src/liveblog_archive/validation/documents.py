"""Checks of this library's own documents by the schemas that define them, and of what schemas cannot say."""

import re
from collections.abc import Iterator
from typing import TypeGuard

import orjson

from ..schema_files import schema_bytes
from . import Problem

_OWN_ID = 12  # characters after the "#" of an entry's id


def is_ours(document: object) -> TypeGuard[dict[str, object]]:
    """Tell whether a JSON document states a format of this library."""
    return isinstance(document, dict) and str(document.get("format", "")).startswith("liveblog-jsonld/")


def jsonld_problems(document: dict[str, object]) -> tuple[Problem, ...]:
    """Return what is wrong in JSON-LD of this library by its JSON Schema, and citations of entries it lacks."""
    return (*_by_schema(document), *_cited(document))


def _by_schema(document: dict[str, object]) -> Iterator[Problem]:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(orjson.loads(schema_bytes("liveblog-1.schema.json")))
    for error in validator.iter_errors(document):
        text = error.message if len(error.message) < 200 else f"{error.message[:199]}…"
        yield Problem(error.json_path, text)


def _cited(document: dict[str, object]) -> Iterator[Problem]:
    """Yield the citations that name an entry of this blog which is not in the document."""
    updates = document.get("liveBlogUpdate")
    entries = [update for update in updates if isinstance(update, dict)] if isinstance(updates, list) else []
    ids = {str(entry.get("@id")) for entry in entries}
    name = re.compile(re.escape(f"{document.get('@id')}#") + rf"[0-9a-z]{{{_OWN_ID}}}")
    places = [("$", document), *((f"$.liveBlogUpdate[{index}]", entry) for index, entry in enumerate(entries))]
    for path, node in places:
        for cited in name.findall(str(node.get("citation", ""))):
            if cited not in ids:
                yield Problem(f"{path}.citation", f"{cited} is no entry of this document")


def xml_problems(data: bytes) -> tuple[Problem, ...]:
    """Return what is wrong in XML of this library by its XSD; paths are lines.

    Nothing is fetched and no entity is expanded.
    """
    from lxml import etree

    from ..schema_files import schema_path

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        document = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return (Problem(f"line {error.lineno or 1}", f"not XML: {error.msg}"),)
    schema = etree.XMLSchema(etree.parse(schema_path("liveblog-1.xsd")))
    schema.validate(document)
    return tuple(Problem(f"line {error.line}", error.message) for error in schema.error_log)
