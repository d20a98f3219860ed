"""What the manifest says of a document, and of each blog in a web archive: one line of JSON each."""

from collections.abc import Iterable, Iterator
from typing import Literal

import attrs
import orjson
from attrs import frozen

from ..errors import ExportError

Status = Literal["done", "empty", "failed"]
KeyOrder = tuple[str, ...]


def key_order(key: str) -> KeyOrder:
    """Return what keys are sorted by: their parts, so that the blogs of a web archive follow it."""
    return tuple(key.split("/"))


@frozen
class Output:
    """A file that was written: its path in the destination, its length in bytes, its SHA-256."""

    path: str
    bytes: int
    sha256: str


@frozen(kw_only=True)
class Record:
    """What became of a document, or of one blog in a web archive (whose key begins with that of the archive).

    `settings` is the digest of what the run was told; `bytes` and `sha256` are of the source, None where it could
    not be read. `blog` is the id, `entries` their number, `notes` how many its importer made, `losses` what
    the exporters said that a format does not carry. `error` is the one line
    that says why it failed; a failed record has the outputs of an earlier run where its source was only out of reach.
    A web archive without any live blog is `empty`; `archive` is the key of the one that the
    blog is in.
    """

    key: str
    archive: str | None = None
    settings: str
    status: Status
    bytes: int | None = None
    sha256: str | None = None
    blog: str | None = None
    title: str | None = None
    url: str | None = None
    entries: int = 0
    notes: int = 0
    losses: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()
    error: str | None = None

    @property
    def document(self) -> str:
        """The key of the document that this is of, or in."""
        return self.archive or self.key


_FIELDS = tuple(field.name for field in attrs.fields(Record))


@frozen
class Result:
    """A record, and whether it is new: False where nothing had to be done."""

    record: Record
    fresh: bool


def to_line(record: Record) -> bytes:
    """Return a record as a line; what is None or empty is left out."""
    fields = {name: value for name in _FIELDS if (value := getattr(record, name))}
    fields["outputs"] = [{"path": one.path, "bytes": one.bytes, "sha256": one.sha256} for one in record.outputs]
    return orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE)


def from_lines(data: Iterable[bytes], where: str) -> Iterator[Record]:
    """Yield the records in lines; raise `ExportError` for a damaged one."""
    for number, line in enumerate(data, start=1):
        try:
            fields = orjson.loads(line)
            outputs = tuple(Output(**output) for output in fields.pop("outputs"))
            yield Record(**fields | {"losses": tuple(fields.get("losses", ()))}, outputs=outputs)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ExportError(
                f"line {number} is no record of a manifest", where, "restore the file, or batch into a new folder"
            ) from error
