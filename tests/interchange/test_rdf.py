"""JSON-LD as RDF: two processors that others wrote read the same triples, and none of our terms gets lost."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from pyld import jsonld as pyld
from rdflib import Graph
from rdflib.compare import isomorphic

import liveblog_archive as lba
from liveblog_archive.model import LiveBlog
from tests.interchange.test_jsonld import refuse
from tests.samples import full_blog
from tests.storm import BLOG_ID, EXAMPLE, ZONE

# rdflib's own reader of JSON-LD uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def example() -> LiveBlog:
    return lba.read(EXAMPLE, timezone=ZONE, id=BLOG_ID)


def by_pyld(data: bytes) -> Graph:
    quads = pyld.to_rdf(orjson.loads(data), {"format": "application/n-quads", "documentLoader": refuse})
    return Graph().parse(data=quads, format="nt")


def by_rdflib(data: bytes) -> Graph:
    return Graph().parse(data=data, format="json-ld")


def literals(value: Any) -> Iterator[str]:
    """Yield every text of a JSON document that is no name, id, type or context."""
    if isinstance(value, dict):
        for name, member in value.items():
            if name != "type" and not name.startswith("@"):  # our context calls @type so
                yield from literals(member)
    elif isinstance(value, list):
        for member in value:
            yield from literals(member)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("make", [full_blog, example])
def test_two_processors_read_the_same_triples(make: Any) -> None:
    data = lba.export(make(), "jsonld")
    one, other = by_pyld(data), by_rdflib(data)
    assert len(one) == len(other) > 100
    assert isomorphic(one, other)


def test_a_triple_that_only_one_has_is_found() -> None:
    data = lba.export(full_blog(), "jsonld")
    one, other = by_pyld(data), by_rdflib(data)
    other.remove(next(iter(other)))
    assert not isomorphic(one, other)


@pytest.mark.parametrize("make", [full_blog, example])
def test_every_text_of_the_document_is_in_a_triple(make: Any) -> None:
    data = lba.export(make(), "jsonld")
    told = {str(value) for _, _, value in by_rdflib(data)}
    assert {text for text in literals(orjson.loads(data)) if text not in told} == set()
