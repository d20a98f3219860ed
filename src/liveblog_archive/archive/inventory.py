"""The inventory of an OCFL 1.1 object: which files each version of a blog consists of, and the digest of each.

A value and its JSON. Only what this library writes is read: the same inventory always gives the same bytes, so that
the inventories of earlier versions can be worked out from the latest, and compared with what stands there.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

import orjson
from attrs import evolve, field, frozen

from ..errors import ArchiveError
from ..version import __version__
from .layout import sha512
from .storage import is_safe

INVENTORY, SIDECAR = "inventory.json", "inventory.json.sha512"

_TYPE = "https://ocfl.io/1.1/spec/#inventory"
_USER = f"liveblog-archive {__version__}"
_CONTENT = re.compile(r"v([1-9][0-9]*)/content/(.+)", re.DOTALL)
_DAMAGED = "restore it from a sound copy"


@frozen
class OcflVersion:
    """One version of an object: when it was made, by what, and the digest of each of its files by logical path."""

    created: str
    message: str
    user: str
    state: Mapping[str, str]


@frozen
class Inventory:
    """All versions of an object, and the digest of each file that is stored, by its path in the object."""

    object_id: str
    manifest: Mapping[str, str] = field(factory=dict)
    versions: tuple[OcflVersion, ...] = ()

    @property
    def head(self) -> str:
        """The latest version's name, such as `v3`."""
        return f"v{len(self.versions)}"

    def extended(self, state: Mapping[str, str], created: datetime, message: str) -> "Inventory":
        """Return the inventory with one version more, whose files have these digests.

        What is stored already is not stored again.
        """
        version = OcflVersion(created.isoformat(), message, _USER, dict(state))
        known = set(self.manifest.values())
        manifest = dict(self.manifest)
        for path, digest in state.items():
            if digest not in known:
                known.add(digest)
                manifest[f"v{len(self.versions) + 1}/content/{path}"] = digest
        return evolve(self, manifest=manifest, versions=(*self.versions, version))

    def at(self, number: int) -> "Inventory":
        """Return the inventory as it was at version `number`, from 1."""
        manifest = {path: digest for path, digest in self.manifest.items() if _made_in(path) <= number}
        return evolve(self, manifest=manifest, versions=self.versions[:number])

    def new_files(self) -> dict[str, str]:
        """Return the logical paths of the files that the latest version brought, and where it keeps them."""
        prefix = f"{self.head}/content/"
        return {path.removeprefix(prefix): path for path in self.manifest if path.startswith(prefix)}

    @cached_property
    def _stored(self) -> dict[str, str]:
        return {digest: path for path, digest in self.manifest.items()}

    def stored_at(self, number: int, path: str) -> str | None:
        """Return where the object keeps the file that version `number` (from 1) has at the logical `path`."""
        digest = self.versions[number - 1].state.get(path)
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
                "manifest": _by_digest(self.manifest),
                "versions": {
                    f"v{number}": {
                        "created": version.created,
                        "message": version.message,
                        "user": {"name": version.user},
                        "state": _by_digest(version.state),
                    }
                    for number, version in enumerate(self.versions, start=1)
                },
            },
            option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE,
        )

    @property
    def sidecar(self) -> bytes:
        """What stands beside the inventory: its own digest, as `sha512sum` prints it."""
        return f"{sha512(self.data)}  {INVENTORY}\n".encode()


def read_inventory(data: bytes, where: str) -> Inventory:
    """Return the inventory that `Inventory.data` wrote; raise `ArchiveError` for anything else."""
    try:
        found = orjson.loads(data)
        if (kind := found["type"]) != _TYPE:
            raise ArchiveError(
                f"an inventory of the type {kind!r}, which this version of the library does not know", where,
                "read it with a newer version",
            )  # fmt: skip
        versions = [found["versions"][f"v{number}"] for number in range(1, len(found["versions"]) + 1)]
        inventory = Inventory(
            found["id"],
            _by_path(found["manifest"]),
            tuple(
                OcflVersion(one["created"], one["message"], one["user"]["name"], _by_path(one["state"]))
                for one in versions
            ),
        )
        sound = inventory.data == data and _is_whole(inventory)
    except (AttributeError, KeyError, LookupError, TypeError, ValueError) as error:
        raise ArchiveError("not an inventory, or half of one", where, _DAMAGED) from error
    if not sound:
        raise ArchiveError("not an inventory as this library writes it", where, _DAMAGED)
    return inventory


def _is_whole(inventory: Inventory) -> bool:
    """Tell whether every path is one of ours, every time is one, and every file of every version is stored."""
    stored = set(inventory.manifest.values())
    return (
        isinstance(inventory.object_id, str)
        and len(inventory.versions) > 0
        and len(stored) == len(inventory.manifest)
        and all(_CONTENT.fullmatch(path) and is_safe(path) for path in inventory.manifest)
        and all(1 <= _made_in(path) <= len(inventory.versions) for path in inventory.manifest)
        and all(
            datetime.fromisoformat(version.created).tzinfo and stored.issuperset(version.state.values())
            for version in inventory.versions
        )
    )


def _made_in(path: str) -> int:
    """Return the number of the version that brought a stored file."""
    found = _CONTENT.fullmatch(path)
    return int(found[1]) if found else 0


def _by_digest(digests: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(digests):
        found.setdefault(digests[path], []).append(path)
    return found


def _by_path(digests: Mapping[str, list[str]]) -> dict[str, str]:
    return {path: digest for digest, paths in digests.items() for path in paths}
