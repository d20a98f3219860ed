"""The two XML schemas: they accept what is written, and agree on every change of it, and the reader with them."""

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import TypeAlias

import attrs
from hypothesis import given, settings
from lxml import etree

from liveblog_archive.errors import ImportFailure
from liveblog_archive.interchange import xml, xml_vocabulary
from liveblog_archive.interchange.xml_elements import NAMESPACE
from liveblog_archive.model import LiveBlog
from liveblog_archive.schema_files import schema_path
from tests.samples import full_blog
from tests.strategies import blogs

SCHEMA = schema_path("liveblog-1.rng")
DOCUMENTATION = (SCHEMA.parents[1] / "docs" / "reference" / "xml.md").read_text(encoding="utf-8")

RNG = etree.RelaxNG(file=str(SCHEMA))
XSD = etree.XMLSchema(file=str(schema_path("liveblog-1.xsd")))

Element: TypeAlias = etree._Element
Change: TypeAlias = tuple[str, Callable[[Element], object]]

# Values that are right in one attribute or another, wrong in most, and nearly right in some.
VALUES = [
    *["", " ", "x", "X y", "0", "7", "01", "-1", "+1", "1.0", "12345678901234567", "true", "false", "TRUE", " true"],
    *["2021-11-16", "2021-13-01", "2021-11-32", "2021-02-30", "21-11-16", "2021-11-16T17:50", "2021-11-16T17:50:09"],
    *["2021-11-16T17:50+04:00", "2021-11-16T17:50:09.123456-03:30", "2021-11-16T24:00", "2021-11-16T17:60"],
    *["2021-11-16T17:50Z", "2021-11-16 17:50", "1893-01-01T00:00+00:53:28", "2021-11-16T17:50:09.5", "minute "],
    *["exact", "blog", "image", "day", "preserve", "pt-BR", "en_GB", "AB" * 32, "\n\t x"],
]  # fmt: skip
TEXTS = ["", " ", "\n", "x", "_x000B_", "\u00a0"]


def tree_of(blog: LiveBlog) -> Element:
    return etree.fromstring(b"".join(xml.write(blog)))


def paths(root: Element) -> list[str]:
    """Return the path of one element of each kind: of those in the same place, the one with most in it."""
    fullest: dict[tuple[str, ...], Element] = {}
    for element in root.iter():
        kind = (element.tag, *(above.tag for above in element.iterancestors()))
        fullest[kind] = max(fullest.get(kind, element), element, key=lambda one: len(one) + len(one.attrib))
    return [root.getroottree().getpath(element) for element in fullest.values()]


def changes(element: Element) -> Iterator[Change]:
    """Yield every change of an element, with its name."""
    parent, following = element.getparent(), element.getnext()
    if parent is not None:
        yield "remove", lambda one: one.getparent().remove(one)
        yield "repeat", lambda one: one.addnext(deepcopy(one))
        yield "move to the end", lambda one: one.getparent().append(one)
        yield "text after it", lambda one: setattr(one, "tail", "stray")
    if following is not None:
        yield "swap with the next", lambda one: one.getnext().addnext(one)
    yield "rename", lambda one: setattr(one, "tag", f"{one.tag}s")
    yield "rename to entry", lambda one: setattr(one, "tag", f"{{{NAMESPACE}}}entry")
    yield "out of the namespace", lambda one: setattr(one, "tag", etree.QName(one).localname)
    yield "no content", lambda one: (one.__delitem__(slice(None)), setattr(one, "text", None))
    yield "text in it", lambda one: setattr(one, "text", f"stray{one.text or ''}")
    yield "element in it", lambda one: one.insert(0, one.makeelement(f"{{{NAMESPACE}}}p"))
    yield "comment in it", lambda one: one.insert(0, etree.Comment("comment"))
    for name in ("unknown", "{urn:example:other}unknown", "{http://www.w3.org/XML/1998/namespace}space"):
        yield f"add @{name}", lambda one, name=name: one.set(name, "default")
    if len(element) == 0:
        for text in TEXTS:
            yield f"text {text!r}", lambda one, text=text: setattr(one, "text", text)
    for name in element.attrib:
        yield f"remove @{name}", lambda one, name=name: one.attrib.pop(name)
        yield f"rename @{name}", lambda one, name=name: one.set("other", one.attrib.pop(name))


def values(element: Element) -> Iterator[Change]:
    """Yield a change of each attribute to each value."""
    for name in element.attrib:
        for value in VALUES:
            yield f"@{name}={value!r}", lambda one, name=name, value=value: one.set(name, value)


def changed_documents(root: Element) -> Iterator[tuple[str, bytes]]:
    """Yield documents with one change each, and what it is."""
    seen: set[tuple[str, ...]] = set()
    for path in paths(root):
        (original,) = root.xpath(path)
        todo = list(changes(original))
        if (kind := tuple(original.attrib)) not in seen:  # elements with the same attributes have the same type
            seen.add(kind)
            todo += values(original)
        for name, change in todo:
            copy = deepcopy(root)
            change(*copy.xpath(path))
            yield f"{name}: {path}", etree.tostring(copy)


def is_read(data: bytes) -> bool:
    try:
        xml.read(data)
    except ImportFailure:
        return False
    return True


@given(blogs())
@settings(derandomize=True, deadline=None)
def test_what_is_written_is_valid(blog):
    document = tree_of(blog)
    RNG.assertValid(document)
    XSD.assertValid(document)


def test_the_full_blog_is_valid():
    document = tree_of(full_blog())
    RNG.assertValid(document)
    XSD.assertValid(document)


def test_the_documented_example_is_valid_and_can_be_read():
    example = DOCUMENTATION.partition("```xml\n")[2].partition("```")[0]
    RNG.assertValid(etree.fromstring(example.encode()))
    XSD.assertValid(etree.fromstring(example.encode()))
    assert [entry.headline for entry in xml.read(example.encode()).entries] == ["Bridge reopened", "Ferry refloated"]


def test_every_name_is_documented():
    names = {str(definition.get("name")) for definition in etree.parse(SCHEMA).iter("{*}element", "{*}attribute")}
    assert len(names) > 60
    assert sorted(name for name in names if f"`{name}`" not in DOCUMENTATION and name != "xml:space") == []
    assert NAMESPACE in DOCUMENTATION


def test_the_schemas_and_the_reader_agree_on_changed_documents(monkeypatch):
    # A changed entry is not its version any more, which is no concern of a schema.
    monkeypatch.setattr(xml_vocabulary.ENTRY, "check", None)
    blog = full_blog()
    verdicts: Counter[bool] = Counter()
    disagreements = []
    for change, data in changed_documents(tree_of(attrs.evolve(blog, entries=blog.entries[2:4]))):
        document = etree.fromstring(data)
        valid = RNG.validate(document)
        verdicts[valid] += 1
        if XSD.validate(document) is not valid:
            disagreements.append(f"{valid} in RELAX NG, {not valid} in XML Schema: {change}")
        if not valid and "@version=" not in change and is_read(data):
            disagreements.append(f"invalid, but read: {change}")
    assert disagreements == []
    assert verdicts[True] > 400
    assert verdicts[False] > 1400
