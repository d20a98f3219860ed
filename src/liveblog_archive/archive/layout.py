"""Where things are in the folder of an archive: an OCFL 1.1 storage root, and the checksums that seal it.

`checksums.sha512` stands beside the objects. It holds a line for each file of the root and for the inventory of every
object, as `sha512sum` writes and checks them. An inventory holds the digests of all files of its object, so that this
one file seals the archive: a blog that was removed as a whole, or put back to an earlier state, shows.
"""

import hashlib
from collections.abc import Mapping

import orjson

from ..errors import ArchiveError
from ..refusals import ARCHIVE
from .storage import is_safe

DECLARATION, DECLARED = ARCHIVE, b"ocfl_1.1\n"
OBJECT_DECLARATION, OBJECT_DECLARED = "0=ocfl_object_1.1", b"ocfl_object_1.1\n"
LAYOUT = "ocfl_layout.json"
CHECKSUMS = "checksums.sha512"

_EXTENSION = "0003-hash-and-id-n-tuple-storage-layout"
_TUPLES, _TUPLE_SIZE, _LONGEST = 3, 3, 100  # the defaults of the extension
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

README = b"""\
An archive of live blogs, made by liveblog-archive.

It is a storage root of the Oxford Common File Layout (OCFL) 1.1, https://ocfl.io/1.1/spec/: one object for each blog,
one version for each capture of its page. No file in it is ever changed, but for the inventories, which grow.

Without any special program, in this folder:

    sha512sum -c checksums.sha512

checks the inventory of every blog, and an inventory holds the SHA-512 of all files of its blog. In each object, the
file entries/ENTRY/VERSION.json is what an entry said: VERSION is its SHA-256, and citations show the first 12 digits.
sources/DIGEST is the page as it was captured, ledger/ says what became of every entry between two captures, and
blog.json holds the title and the other facts of the blog.
"""


def _json(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


# The files of every archive beside its declaration and its checksums.
ROOT_FILES: Mapping[str, bytes] = {
    "README.txt": README,
    f"extensions/{_EXTENSION}/config.json": _json(
        {
            "extensionName": _EXTENSION,
            "digestAlgorithm": "sha256",
            "tupleSize": _TUPLE_SIZE,
            "numberOfTuples": _TUPLES,
        }
    ),
    LAYOUT: _json(
        {
            "extension": _EXTENSION,
            "description": "A blog's object stands where the SHA-256 of its id says, in a folder called by its id.",
        }
    ),
}


def sha512(data: bytes) -> str:
    """Return the SHA-512 of some bytes as hexadecimal digits."""
    return hashlib.sha512(data).hexdigest()


def object_path(blog_id: str) -> str:
    """Return the folder of a blog's object, by extension 0003 of OCFL: three tuples of a digest, and the id.

    Whatever the id, no part of the path leads elsewhere, and none is longer than file systems take.
    """
    digest = hashlib.sha256(blog_id.encode()).hexdigest()
    tuples = [digest[start : start + _TUPLE_SIZE] for start in range(0, _TUPLES * _TUPLE_SIZE, _TUPLE_SIZE)]
    name = "".join(c if c in _PLAIN else "".join(f"%{octet:02x}" for octet in c.encode()) for c in blog_id)
    return "/".join([*tuples, name if len(name) <= _LONGEST else f"{name[:_LONGEST]}-{digest}"])


def object_of(path: str) -> str:
    """Return the folder of the object that a path in the archive is of, if it is one's."""
    return "/".join(path.split("/")[: _TUPLES + 1])


def checksums_bytes(digests: Mapping[str, str]) -> bytes:
    """Return the file of the checksums: SHA-512 by path, in the form of `sha512sum`, sorted by path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def read_checksums(data: bytes) -> dict[str, str]:
    """Return the checksums that `checksums_bytes` wrote; raise `ArchiveError`, with the line, for anything else."""
    digests: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n")[:-1], start=1):
        digest, _, path = line.partition("  ")
        if not (_is_digest(digest) and is_safe(path)):
            raise ArchiveError("not a line of checksums", CHECKSUMS, "restore it from a sound copy", number)
        digests[path] = digest
    if checksums_bytes(digests) != data:
        raise ArchiveError("its lines are not sorted, or not whole", CHECKSUMS, "restore it from a sound copy")
    return digests


def _is_digest(text: str) -> bool:
    return len(text) == 128 and not text.strip("0123456789abcdef")
