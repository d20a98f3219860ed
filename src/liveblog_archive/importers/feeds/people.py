"""Who wrote a feed and its items.

RSS puts e-mail addresses beside names, and its elements that name authors are read here: `feedparser` cuts long
addresses short, and takes what is left for the name.
"""

from collections.abc import Callable, Mapping

from attrs import evolve
from lxml import etree

from ...model import Agent
from ..agencies import author
from ..assembly import named, person, profile
from ..json_source import Node

Authors = Callable[[Node], list[Agent]]
# RSS 2.0, and Dublin Core's creator and contributor.
_AUTHORS = ("{*}author", "{*}creator", "{*}managingEditor")
_CONTRIBUTORS = ("{*}contributor",)


def plain(name: str | None, url: str | None = None) -> list[Agent]:
    """Return the author of this name, which is plain text in Atom and JSON Feed; nobody where none is named."""
    text = " ".join((named(name) or "").split())
    return [author(text, url=profile(url))] if text else []


def _with_contributors(authors: list[Agent], contributors: list[Agent]) -> list[Agent]:
    """Return the authors, and behind them whoever else contributed, in that role."""
    names = {author.name for author in authors}
    return [*authors, *(evolve(one, role="contributor") for one in contributors if one.name not in names)]


def of_atom(feed: Node) -> Authors:
    """Return who tells the authors of a node of Atom, where each has an element of the name and one of the page."""

    def people(node: Node, name: str) -> list[Agent]:
        return [agent for one in node.nodes(name) for agent in plain(one.text("name"), one.text("href"))]

    of_feed = people(feed, "authors")

    def authors(node: Node) -> list[Agent]:
        own = people(node, "authors") or people(node.node("source"), "authors")
        contributors = people(node, "contributors")
        # An entry that names no author has those of the feed that it was taken from, and else those of this one
        # (RFC 4287, 4.2.1), before who contributed to it.
        return _with_contributors(own or (of_feed if contributors else []), contributors)

    return authors


def of_rss(places: Mapping[str, etree._Element]) -> Authors:
    """Return who tells the authors of a node of RSS, by the element at its path; RSS writes `ada@a.example (Ada)`."""

    def authors(node: Node) -> list[Agent]:
        if node.path not in places:
            return []
        found = places[node.path]
        return _with_contributors(_people_of(found, *_AUTHORS), _people_of(found, *_CONTRIBUTORS))

    return authors


def _people_of(element: etree._Element, *tags: str) -> list[Agent]:
    found = (_person(one) for one in element.iterchildren(*tags))
    return [*dict.fromkeys(agent for agents in found for agent in agents)]


def _person(element: etree._Element) -> list[Agent]:
    """Return who an element names: in text, as RSS does, or in elements of its own, as Atom's does in RSS, too."""
    name = element.findtext("{*}name")
    return person("".join(element.itertext())) if name is None else plain(name, element.findtext("{*}uri"))
