"""What the manifest says of a document, and of each blog in a web archive: one line of JSON each."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import attrs
import orjson
from attrs import field, frozen
from attrs.validators import deep_iterable, in_, instance_of, optional

from ..errors import ExportError

BLOGS = "blogs"  # the folder of what is written of them
Status = Literal["done", "empty", "failed"]
KeyOrder = tuple[str, ...]


def key_order(key: str) -> KeyOrder:
    """Return what keys are sorted by: their parts, so that the blogs of a web archive follow it."""
    return tuple(key.split("/"))


@frozen
class Output:
    """A file that was written: its path in the destination, its length in bytes, its SHA-256."""

    path: str = field(validator=instance_of(str))
    bytes: int = field(validator=instance_of(int))
    sha256: str = field(validator=instance_of(str))


def _inside(_: object, __: object, outputs: tuple[Output, ...]) -> None:
    """Refuse a path that leads out of the folder of outputs: what stands there may be removed, and nothing else."""
    for path in (output.path for output in outputs):
        if not path.startswith(f"{BLOGS}/") or {"", ".", ".."}.intersection(path.split("/")):
            raise ValueError(f"{path} leads out of {BLOGS}")


_TEXT, _NUMBER = optional(instance_of(str)), optional(instance_of(int))


@frozen(kw_only=True)
class Record:
    """What became of a document, or of one blog in a web archive (whose key begins with that of the archive).

    `settings` is the digest of what the run was told; `bytes` and `sha256` are of the source, None where it could
    not be read. `blog` is the id, `entries` their number, `notes` how many its importer made, `losses` what the
    exporters said that a format does not carry. `error` is the one line that says why it failed; a failed record has
    the outputs of an earlier run where its source was only out of reach. `archive` is the key of the web archive that
    the blog is in. That has a record of its own, without outputs, where it has no live blog, and is `empty`, or where
    something is odd in it: its `losses`.
    """

    key: str = field(validator=instance_of(str))
    archive: str | None = field(default=None, validator=_TEXT)
    settings: str = field(validator=instance_of(str))
    status: Status = field(validator=in_(get_args(Status)))
    bytes: int | None = field(default=None, validator=_NUMBER)
    sha256: str | None = field(default=None, validator=_TEXT)
    blog: str | None = field(default=None, validator=_TEXT)
    title: str | None = field(default=None, validator=_TEXT)
    url: str | None = field(default=None, validator=_TEXT)
    entries: int = field(default=0, validator=instance_of(int))
    notes: int = field(default=0, validator=instance_of(int))
    losses: tuple[str, ...] = field(default=(), validator=deep_iterable(instance_of(str)))
    outputs: tuple[Output, ...] = field(default=(), validator=_inside)
    error: str | None = field(default=None, validator=_TEXT)

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
    """Yield the records in lines; raise `ExportError` for one that is damaged, or whose outputs stand elsewhere."""
    for number, line in enumerate(data, start=1):
        try:
            fields = orjson.loads(line)
            outputs = tuple(Output(**output) for output in fields.pop("outputs"))
            yield Record(**fields | {"losses": tuple(fields.get("losses", ()))}, outputs=outputs)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ExportError(
                f"line {number} is no record of a manifest", where, "restore the file, or batch into a new folder"
            ) from error
