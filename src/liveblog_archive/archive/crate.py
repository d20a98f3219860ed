"""RO-Crate 1.2: what a version of the archived blog is, in words that other archives and catalogues read.

The crate lists each file with its SHA-256. Of the entries it lists only their folder: the snapshot holds the digest
of each. A rights statement is demanded by RO-Crate; the archive knows of none, and says so.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime

import orjson

from ..canonical import Record
from ..errors import amount
from ..identity import VersionId
from ..model import Agent, LiveBlog

CRATE = "ro-crate-metadata.json"

_SPECIFICATION = "https://w3id.org/ro/crate/1.2"
_RIGHTS = "http://rightsstatements.org/vocab/CNE/1.0/"
_DESCRIPTOR = {
    "@id": CRATE,
    "@type": "CreativeWork",
    "name": "RO-Crate metadata",
    "about": {"@id": "./"},
    "conformsTo": {"@id": _SPECIFICATION},
}
_NAMES = {
    "snapshot.json": (
        "Snapshot",
        "Each entry's version, in the order of the page; its SHA-256 is the snapshot id",
    ),
    "blog.json": ("Facts of the blog", "Title, introduction, publisher, and how the page was read"),
    "ledger/": ("Ledger segment", "What one capture showed, and what became of each entry since the one before"),
    "sources/": ("Source", "The page as it was captured, byte for byte"),
}


def crate_bytes(
    blog: LiveBlog, files: Mapping[str, bytes], dated: tuple[datetime, str], version: str, snapshot: VersionId
) -> bytes:
    """Return the metadata of a crate that has these files, as JSON that people can read.

    RO-Crate demands a date: `dated` is one, and what it is the time of.
    """
    described = [path for path in sorted(files) if not path.startswith("entries/")]
    root = _root(blog, dated, version, [*described, "entries/"])
    contexts = [
        _identifier("#blog-id", "blog-id", blog.id),
        _identifier("#snapshot-id", "snapshot-id", str(snapshot)),
        {
            "@id": _RIGHTS,
            "@type": "CreativeWork",
            "name": "Copyright not evaluated",
            "description": "The archive knows of no licence: the rights are with the publisher and the authors.",
        },
    ]
    if blog.publisher:
        root["publisher"] = {"@id": "#publisher"}
        contexts.append(_agent("#publisher", blog.publisher))
    if blog.authors:
        names = [f"#author-{number}" for number, _ in enumerate(blog.authors, start=1)]
        root["author"] = [{"@id": name} for name in names]
        contexts += map(_agent, names, blog.authors)
    files_ = [_file(path, files[path], blog) for path in described]
    document = {
        "@context": f"{_SPECIFICATION}/context",
        "@graph": [_DESCRIPTOR, root, *files_, _entries(blog), *contexts],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _root(blog: LiveBlog, dated: tuple[datetime, str], version: str, parts: list[str]) -> Record:
    created, message = dated
    missing = f" of {blog.declared_total}: it is incomplete" if blog.incomplete else ""
    entries = amount(len(blog.entries), "entry", "entries")
    root: Record = {
        "@id": "./",
        "@type": "Dataset",
        "name": blog.title or blog.id,
        "description": f"A live blog as one capture shows it, with {entries}{missing}. Its date: {message}.",
        "datePublished": created.isoformat(),
        "version": version,
        "identifier": [{"@id": "#blog-id"}, {"@id": "#snapshot-id"}],
        "license": {"@id": _RIGHTS},
        "hasPart": [{"@id": part} for part in parts],
    }
    if blog.language:
        root["inLanguage"] = blog.language
    if blog.url:
        root["url"] = blog.url
    return root


def _file(path: str, data: bytes, blog: LiveBlog) -> Record:
    folder, slash, _ = path.partition("/")
    name, description = _NAMES[folder + slash]
    return {
        "@id": path,
        "@type": "File",
        "name": name,
        "description": description,
        "encodingFormat": _media_type(path, blog),
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _media_type(path: str, blog: LiveBlog) -> str:
    if path.startswith("sources/") and blog.capture:
        return blog.capture.media_type
    return "application/jsonl" if path.endswith(".jsonl") else "application/json"


def _entries(blog: LiveBlog) -> Record:
    return {
        "@id": "entries/",
        "@type": "Dataset",
        "name": "Entries",
        "description": f"{len(blog.entries)} canonical records: the file of each is called by its SHA-256",
    }


def _identifier(name: str, kind: str, value: str) -> Record:
    return {"@id": name, "@type": "PropertyValue", "name": kind, "propertyID": kind, "value": value}


def _agent(name: str, agent: Agent) -> Record:
    node = {"@id": name, "@type": agent.kind.capitalize(), "name": agent.name}
    return node | ({"url": agent.url} if agent.url else {})


def stated_digests(data: bytes) -> dict[str, str]:
    """Return the SHA-256 that a crate's metadata states of each file; raise `ValueError` when it is no crate."""
    try:
        stated = {node["@id"]: node["sha256"] for node in orjson.loads(data)["@graph"] if "sha256" in node}
    except (KeyError, TypeError) as error:
        raise ValueError("no RO-Crate") from error
    if not all(isinstance(text, str) for text in (*stated, *stated.values())):
        raise ValueError("no RO-Crate")
    return stated
