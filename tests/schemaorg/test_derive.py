"""The tables of schema.org are what the script makes of the release."""

from pathlib import Path

import orjson

from tests import judges

from .derive import derive, written

TABLES = Path(__file__).parents[2] / "schemas" / "schemaorg.json"

RDF, RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns", "http://www.w3.org/2000/01/rdf-schema"
PREFIXES = {
    "a": f"{RDF}#type",
    "Class": f"{RDFS}#Class",
    "Property": f"{RDF}#Property",
    "under": f"{RDFS}#subClassOf",
}

STATEMENTS = """
Thing a Class
Text a DataType
Text a Class
Event a Class
Event under Thing
Event under http://purl.org/dc/terms/Event
Closed a Event
name a Property
name domainIncludes Thing
name rangeIncludes Text
http://purl.org/dc/terms/title a Property
"""


def iri(name: str) -> str:
    return f"<{PREFIXES.get(name) or (name if ':' in name else 'http://schema.org/' + name)}>"


QUADS = (
    '<http://schema.org/Event> <http://www.w3.org/2000/01/rdf-schema#label> "Event" <http://schema.org/> .\n'
    + "".join(
        f"{' '.join(map(iri, line.split()))} <http://schema.org/> .\n" for line in STATEMENTS.strip().splitlines()
    )
)


def test_types_properties_and_members_are_told_apart():
    tables = derive(QUADS)
    assert tables["types"] == {"Event": ["Thing"], "Text": ["DataType"], "Thing": []}
    assert tables["properties"] == {"name": [["Thing"], ["Text"]]}
    assert tables["members"] == {"Closed": ["Event"]}


def test_what_is_written_has_a_line_for_each_term_and_is_read_again():
    text = written(derive(QUADS))
    assert orjson.loads(text) == derive(QUADS)
    assert b'\n"Event":["Thing"],\n' in text


def test_the_tables_name_their_release_and_licence():
    tables = orjson.loads(TABLES.read_bytes())
    assert (tables["vocabulary"], tables["licence"][:12]) == ("schema.org 29.4", "CC BY-SA 3.0")


def test_the_tables_are_those_of_the_release():
    judges.require()
    quads = judges.MODULES / "@vocabulary" / "schema" / "schema.nq"
    assert written(derive(quads.read_text(encoding="utf-8"))) == TABLES.read_bytes()
