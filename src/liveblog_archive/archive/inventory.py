"""The inventory of an OCFL 1.1 object: which files each version of a blog consists of, and the digest of each.

A value and its JSON. Only what this library writes is read: the same inventory always gives the same bytes, so that
the inventories of earlier versions can be worked out from the latest, and compared with what stands there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import datetime
from functools import cached_property
from itertools import chain

import orjson
from attrs import evolve, field, frozen

from ..errors import ArchiveError
from ..version import __version__
from .layout import sha512
from .storage import is_safe

INVENTORY, SIDECAR = "inventory.json", "inventory.json.sha512"

_EACH = 16  # versions; every one of them keeps its inventory, as OCFL 1.1, 3.8, wishes

_TYPE = "https://ocfl.io/1.1/spec/#inventory"
_USER = f"liveblog-archive {__version__}"
_CONTENT = re.compile(r"v([1-9][0-9]*)/content/(.+)", re.DOTALL)
_DAMAGED = "restore it from a sound copy"


@frozen
class OcflVersion:
    """One version of an object: when it was made, by what, and its state: logical paths by the digest of the file."""

    created: str
    message: str
    user: str
    state: Mapping[str, Sequence[str]]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each file by its logical path."""
        return _by_path(self.state)

    def paths(self) -> Iterator[str]:
        """Yield the logical paths, in no order."""
        return chain.from_iterable(self.state.values())


@frozen
class Inventory:
    """All versions of an object, and the digest of each file that is stored, by its path in the object.

    The other way round, paths by their digest, these are what OCFL calls the manifest.
    """

    object_id: str
    digests: Mapping[str, str] = field(factory=dict)
    versions: tuple[OcflVersion, ...] = ()

    @property
    def head(self) -> str:
        """The latest version's name, such as `v3`."""
        return f"v{len(self.versions)}"

    def extended(self, digests: Mapping[str, str], created: datetime, message: str) -> "Inventory":
        """Return the inventory with one version more, whose files have these digests.

        What is stored already is not stored again.
        """
        version = OcflVersion(created.isoformat(), message, _USER, by_digest(digests))
        known = set(self.digests.values())
        stored = dict(self.digests)
        for path, digest in digests.items():
            if digest not in known:
                known.add(digest)
                stored[f"v{len(self.versions) + 1}/content/{path}"] = digest
        return evolve(self, digests=stored, versions=(*self.versions, version))

    def kept(self) -> list[int]:
        """Return the numbers of the versions whose folder has to keep the inventory as it was then.

        An inventory lists the files of all versions before. If each version kept it, an archive would grow with the
        square of its captures; with every version up to the 16th, and then one at each doubling, all copies together
        are never much more than the inventory itself.
        """
        return [number for number in range(1, len(self.versions) + 1) if number <= _EACH or not number & (number - 1)]

    def at(self, number: int) -> "Inventory":
        """Return the inventory as it was at version `number`, from 1."""
        stored = {path: digest for path, digest in self.digests.items() if _made_in(path) <= number}
        return evolve(self, digests=stored, versions=self.versions[:number])

    def new_files(self) -> dict[str, str]:
        """Return the logical paths of the files that the latest version brought, and where it keeps them."""
        prefix = f"{self.head}/content/"
        return {path.removeprefix(prefix): path for path in self.digests if path.startswith(prefix)}

    @cached_property
    def _stored(self) -> dict[str, str]:
        return {digest: path for path, digest in self.digests.items()}

    def stored_at(self, number: int, path: str) -> str | None:
        """Return where the object keeps the file that version `number` (from 1) has at the logical `path`."""
        digest = self.versions[number - 1].digests.get(path)
        return self._stored[digest] if digest else None

    @cached_property
    def data(self) -> bytes:
        """The inventory as JSON, members sorted by name."""
        return orjson.dumps(
            {
                "id": self.object_id,
                "type": _TYPE,
                "digestAlgorithm": "sha512",
                "head": self.head,
                "manifest": by_digest(self.digests),
                "versions": {
                    f"v{number}": {
                        "created": version.created,
                        "message": version.message,
                        "user": {"name": version.user},
                        "state": version.state,
                    }
                    for number, version in enumerate(self.versions, start=1)
                },
            },
            option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE,
        )

    @cached_property
    def digest(self) -> str:
        """The SHA-512 of the inventory as JSON."""
        return sha512(self.data)

    @property
    def sidecar(self) -> bytes:
        """What stands beside the inventory: its own digest, as `sha512sum` prints it."""
        return f"{self.digest}  {INVENTORY}\n".encode()


def sealed_objects(checksums: Mapping[str, str]) -> dict[str, str]:
    """Return the digest of the inventory of each object, by its folder: what an archive is sealed with."""
    suffix = f"/{INVENTORY}"
    return {path.removesuffix(suffix): digest for path, digest in checksums.items() if path.endswith(suffix)}


def read_inventory(data: bytes, where: str) -> Inventory:
    """Return the inventory that `Inventory.data` wrote; raise `ArchiveError` for anything else."""
    try:
        found = orjson.loads(data)
        if (kind := found["type"]) != _TYPE:
            raise ArchiveError(
                f"an inventory of the type {kind!r}, which this version of the library does not know",
                where,
                "read it with a newer version",
            )
        versions = [found["versions"][f"v{number}"] for number in range(1, len(found["versions"]) + 1)]
        inventory = Inventory(
            found["id"],
            _by_path(found["manifest"]),
            tuple(OcflVersion(one["created"], one["message"], one["user"]["name"], one["state"]) for one in versions),
        )
        sound = inventory.data == data and _is_whole(inventory)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise ArchiveError("not an inventory, or half of one", where, _DAMAGED) from error
    if not sound:
        raise ArchiveError("not an inventory as this library writes it", where, _DAMAGED)
    return inventory


def _is_whole(inventory: Inventory) -> bool:
    """Tell whether every path is one of ours, every time is one, and every file of every version is stored."""
    stored = set(inventory.digests.values())
    return (
        isinstance(inventory.object_id, str)
        and len(inventory.versions) > 0
        and len(stored) == len(inventory.digests)
        and all(_CONTENT.fullmatch(path) and is_safe(path) for path in inventory.digests)
        and all(1 <= _made_in(path) <= len(inventory.versions) for path in inventory.digests)
        and all(
            datetime.fromisoformat(version.created).tzinfo and _is_sound(version.state, stored)
            for version in inventory.versions
        )
    )


def _is_sound(state: Mapping[str, Sequence[str]], stored: Set[str]) -> bool:
    """Tell whether all digests are of files that are stored, and their paths stand in order, each of them once."""
    paths = list(chain.from_iterable(state.values()))
    return (
        stored >= state.keys()
        and {*map(type, paths)} <= {str}
        and len(set(paths)) == len(paths)
        and all(isinstance(several, list) and several == sorted(several) for several in state.values())
    )


def _made_in(path: str) -> int:
    """Return the number of the version that brought a stored file."""
    found = _CONTENT.fullmatch(path)
    return int(found[1]) if found else 0


def by_digest(digests: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the paths of the files that have a digest, sorted, by the digest."""
    found: dict[str, list[str]] = {}
    for path in sorted(digests):
        found.setdefault(digests[path], []).append(path)
    return found


def _by_path(digests: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {path: digest for digest, paths in digests.items() for path in paths}
