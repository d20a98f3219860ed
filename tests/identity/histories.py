"""Small histories of one blog, written out capture by capture: what was shown, and what joins it to the last."""

from attrs import evolve

from liveblog_archive.identity import version_id
from liveblog_archive.identity.identifiers import BlogId
from liveblog_archive.identity.ledger import Ledger
from liveblog_archive.identity.links import Link, Matching
from liveblog_archive.identity.minting import mint
from liveblog_archive.identity.resolution import resolve
from liveblog_archive.model import Capture, Entry, LiveBlog, Paragraph

BLOG = "tag:news.example,2021-11-16:bridge"
IMPORTER = "text 1"


def name(word):
    """Return the entry id that these tests mean by a word."""
    return str(mint(BlogId(BLOG), ("text", word, "1")))


def entry(word, *paragraphs, **fields):
    """Return the entry called `word`, of paragraphs of text."""
    return Entry(id=name(word), body=[Paragraph(text) for text in paragraphs], **fields)


def link(kind, previous="", current="", **fields):
    """Return a link between entries called by words."""
    return Link(kind=kind, previous=map(name, previous.split()), current=map(name, current.split()), **fields)


class History:
    """A ledger that grows by captures, and every version that they showed."""

    def __init__(self):
        self.ledger = Ledger(BLOG)
        self.store = {}
        self.blog = None

    def capture(self, *entries, links=(), review=(), source=None):
        """Add a capture; entries that no link speaks of are the same as before."""
        number = len(self.ledger.captures) + 1
        digest = f"{number if source is None else source:064x}"
        self.blog = LiveBlog(
            id=BLOG,
            entries=entries,
            capture=Capture(sha256=digest, media_type="text/plain", length=1, importer=IMPORTER),
        )
        linked = {one for link in (*links, *review) for one in (*link.previous, *link.current)}
        known = set(self.ledger.latest.ids) if self.ledger.latest else set()
        same = [
            Link(kind="same", previous=[one.id], current=[one.id])
            for one in entries
            if one.id in known and one.id not in linked
        ]
        self.ledger = self.ledger.extended(self.blog, Matching(links=[*same, *links], review=review))
        self.store |= {version_id(one): one for one in entries}
        return self

    def resolve(self, reference):
        return resolve(reference, self.ledger, self.store.get)

    def tampered(self, version, **changes):
        """Change what is kept of a version."""
        self.store[version] = evolve(self.store[version], **changes)
