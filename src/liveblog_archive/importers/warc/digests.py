"""The digests that records of web archives state (ISO 28500 5.8): a label and a value, in whatever form.

The standard leaves algorithm and base open: `sha1:`, `SHA-256:`, `md5:` in base 16, 32 and 64.
"""

import base64
import hashlib
from typing import Any

from warcio.digestverifyingreader import DigestVerifyingReader

_ALGORITHMS = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


def algorithm(stated: str) -> str:
    """Return the name by which `hashlib` knows the algorithm of a stated digest; empty for one that is not made."""
    name = stated.partition(":")[0].strip().lower().replace("-", "")
    return name if name in _ALGORITHMS else ""


def read(stated: str) -> tuple[str, bytes] | None:
    """Return algorithm and value of a stated digest, None where either is not known."""
    name, text = algorithm(stated), stated.partition(":")[2].strip().rstrip("=")
    if not name:
        return None
    size = _hash(name, b"").digest_size
    try:  # the length of a value tells its base
        if len(text) == size * 2:
            return name, bytes.fromhex(text)
        if len(text) == -(-size * 8 // 5):
            return name, base64.b32decode(text + "=" * (-len(text) % 8), casefold=True)
        value = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_" if {*"-_"} & {*text} else None)
    except ValueError:
        return None
    return (name, value) if len(value) == size else None


def fits(stated: str, *contents: bytes) -> bool:
    """Tell whether a stated digest is that of one of these contents."""
    found = read(stated)
    return found is not None and any(_hash(found[0], content).digest() == found[1] for content in contents)


def _hash(name: str, content: bytes) -> "hashlib._Hash":
    return hashlib.new(name, content, usedforsecurity=False)


def _known(stated: str | None) -> str | None:
    """Return a stated digest in the form that `warcio` compares, None where it cannot be read."""
    found = read(stated or "")
    return f"{found[0]}:{base64.b32encode(found[1]).decode()}" if found else None


def verifying(
    stream: Any, rec_type: str, rec_headers: Any, digest_checker: Any, length: int | None = None
) -> tuple[Any, bool]:
    """Return a stream that checks the digests of a record while it is read, but for one that cannot be read.

    It stands in for `wrap_digest_verifying_stream` of a loader of `warcio`, which takes MD5 in base 16 for base 32.
    """
    reader = DigestVerifyingReader(
        stream,
        length,
        digest_checker,
        record_type=rec_type,
        payload_digest=_known(rec_headers.get_header("WARC-Payload-Digest")),
        block_digest=_known(rec_headers.get_header("WARC-Block-Digest")),
        segment_number=rec_headers.get_header("WARC-Segment-Number"),
    )
    return reader, True
