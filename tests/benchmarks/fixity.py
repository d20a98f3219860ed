"""Is every damage to an archive found, and nothing else? `python -m tests.benchmarks.fixity [--trials N] [--seed N]`.

Each trial harms a sound archive in one way, asks for its damages, and puts it back. The seeds make every trial
repeatable. The forgeries recompute the digests that OCFL keeps, as someone would who wants a change to pass.
"""

import argparse
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from attrs import evolve

from liveblog_archive.archive import Archive
from liveblog_archive.archive.inventory import Inventory, by_digest, read_inventory
from liveblog_archive.archive.layout import CHECKSUMS, checksums_bytes, read_checksums, sha512
from tests.archive.captures import make


class Harm(NamedTuple):
    """What was done: the paths that were touched; at least one of `blamed`, or what is in it, should be reported."""

    touched: list[str]
    blamed: list[str]


def files(root: Path) -> list[str]:
    """Return the paths of all files, sorted."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def _change(root: Path, path: str, data: bytes) -> Harm:
    (root / path).write_bytes(data)
    # A seal and what it seals contradict each other: either may be the changed one.
    return Harm([path], files(root) if path == CHECKSUMS else [path])


def bit_flip(root: Path, chance: Random) -> Harm:
    path = chance.choice(files(root))
    data = bytearray((root / path).read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return _change(root, path, bytes(data))


def truncation(root: Path, chance: Random) -> Harm:
    path = chance.choice(files(root))
    data = (root / path).read_bytes()
    return _change(root, path, data[: chance.randrange(len(data))])


def extension(root: Path, chance: Random) -> Harm:
    path = chance.choice(files(root))
    return _change(root, path, (root / path).read_bytes() + chance.randbytes(chance.randint(1, 9)))


def swap(root: Path, chance: Random) -> Harm:
    while True:
        one, other = chance.sample(files(root), 2)
        first, second = (root / one).read_bytes(), (root / other).read_bytes()
        if first != second:
            harms = [_change(root, one, second), _change(root, other, first)]
            return Harm([one, other], [path for harm in harms for path in harm.blamed])


def deletion(root: Path, chance: Random) -> Harm:
    path = chance.choice(files(root))
    (root / path).unlink()
    return Harm([path], [path])


def deleted_folder(root: Path, chance: Random) -> Harm:
    folders = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir())
    folder = chance.choice(folders)
    inside = [path for path in files(root) if path.startswith(f"{folder}/")]
    shutil.rmtree(root / folder)
    return Harm(inside, inside)


def added_file(root: Path, chance: Random) -> Harm:
    beside = chance.choice(files(root))
    data = (root / beside).read_bytes() if chance.random() < 0.5 else chance.randbytes(20)
    path = f"{beside.rpartition('/')[0]}/extra-{chance.randrange(10**6)}.json".lstrip("/")
    (root / path).write_bytes(data)
    return Harm([path], [path])


def renamed(root: Path, chance: Random) -> Harm:
    path = chance.choice(files(root))
    new = f"{path}x"
    (root / path).rename(root / new)
    return Harm([path, new], [path])


def link_in_place(root: Path, chance: Random) -> Harm:
    path = chance.choice(files(root))
    (root / path).rename(root / "moved-away")
    (root / path).symlink_to(root / "moved-away")
    return Harm([path, "moved-away"], [path])


def _some(root: Path, chance: Random, folder: str) -> str:
    return chance.choice([path for path in files(root) if f"/content/{folder}/" in path])


def _one_character(data: bytes, chance: Random) -> bytes:
    text = data.decode()
    places = [place for place, character in enumerate(text) if character.isalpha()]
    place = chance.choice(places)
    return (text[:place] + ("b" if text[place] == "a" else "a") + text[place + 1 :]).encode()


def changed_character(root: Path, chance: Random) -> Harm:
    path = _some(root, chance, "entries")
    return _change(root, path, _one_character((root / path).read_bytes(), chance))


def _rewritten(data: bytes, chance: Random) -> bytes:
    """Return a ledger segment in which a line was changed, dropped, doubled or moved."""
    lines = data.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[place] = _one_character(lines[place], chance)
        case 1:
            del lines[place]
        case 2:
            lines.insert(place, lines[place])
        case _:
            lines.insert(0, lines.pop(place or -1))
    return b"".join(lines)


def ledger_line(root: Path, chance: Random) -> Harm:
    path = _some(root, chance, "ledger")
    return _change(root, path, _rewritten((root / path).read_bytes(), chance))


# Forgeries: the digests of OCFL, and the checksums of the archive, agree with the change.


def _inventory(root: Path, path: str) -> tuple[str, Inventory]:
    folder = path[: path.index("/v")]
    return folder, read_inventory((root / folder / "inventory.json").read_bytes(), folder)


def reseal(root: Path, folder: str, inventory: Inventory) -> list[str]:
    """Write all inventories of an object anew, and the checksums of the archive."""
    written = [CHECKSUMS]
    for number in range(len(inventory.versions) + 1):
        then, place = (inventory.at(number), f"{folder}/v{number}") if number else (inventory, folder)
        for name, data in (("inventory.json", then.data), ("inventory.json.sha512", then.sidecar)):
            (root / place / name).write_bytes(data)
            written.append(f"{place}/{name}")
    checksums = read_checksums((root / CHECKSUMS).read_bytes())
    checksums[f"{folder}/inventory.json"] = sha512(inventory.data)
    (root / CHECKSUMS).write_bytes(checksums_bytes(checksums))
    return written


def forge(root: Path, path: str, data: bytes) -> Harm:
    """Change a content file, and recompute all that OCFL says of it."""
    folder, inventory = _inventory(root, path)
    old = inventory.digests[path.removeprefix(f"{folder}/")]
    new = sha512(data)

    def replaced(digests: dict[str, str]) -> dict[str, str]:
        return {name: new if digest == old else digest for name, digest in digests.items()}

    versions = tuple(evolve(one, state=by_digest(replaced(dict(one.digests)))) for one in inventory.versions)
    forged = evolve(inventory, digests=replaced(dict(inventory.digests)), versions=versions)
    (root / path).write_bytes(data)
    return Harm([path, *reseal(root, folder, forged)], [folder])


def forged_entry(root: Path, chance: Random) -> Harm:
    path = _some(root, chance, "entries")
    return forge(root, path, _one_character((root / path).read_bytes(), chance))


def forged_ledger(root: Path, chance: Random) -> Harm:
    path = _some(root, chance, "ledger")
    return forge(root, path, _rewritten((root / path).read_bytes(), chance))


def forged_source(root: Path, chance: Random) -> Harm:
    path = _some(root, chance, "sources")
    return forge(root, path, _one_character((root / path).read_bytes(), chance))


def forged_facts(root: Path, chance: Random) -> Harm:
    path = chance.choice([path for path in files(root) if path.endswith(("/snapshot.json", "/blog.json"))])
    return forge(root, path, _one_character((root / path).read_bytes(), chance))


def rolled_back(root: Path, chance: Random) -> Harm:
    """Take away the latest version, and all that the object says of it: what is left is a sound object."""
    path = chance.choice([path for path in files(root) if path.endswith("/v2/inventory.json")])
    folder, inventory = _inventory(root, path)
    number = chance.randrange(1, len(inventory.versions))
    before = files(root)
    for later in range(number + 1, len(inventory.versions) + 1):
        shutil.rmtree(root / folder / f"v{later}")
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copyfile(root / folder / f"v{number}" / name, root / folder / name)
    return Harm([path for path in before if path.startswith(f"{folder}/")], [folder])


KINDS: dict[str, Callable[[Path, Random], Harm]] = {
    "bit flip": bit_flip,
    "truncation": truncation,
    "octets added": extension,
    "swap of two files": swap,
    "deletion": deletion,
    "deleted folder": deleted_folder,
    "added file": added_file,
    "renamed file": renamed,
    "link in place of a file": link_in_place,
    "one character of a cited version": changed_character,
    "rewritten ledger line": ledger_line,
    "one character, OCFL digests recomputed": forged_entry,
    "ledger line, OCFL digests recomputed": forged_ledger,
    "source, OCFL digests recomputed": forged_source,
    "snapshot or facts, OCFL digests recomputed": forged_facts,
    "latest versions taken away": rolled_back,
}


class Trial(NamedTuple):
    """One harm: whether a damage was reported, and one where the harm was done, and none once it was undone."""

    kind: str
    seed: int
    found: bool
    placed: bool
    quiet: bool


def trials(root: Path, seeds: range) -> Iterator[Trial]:
    """Harm the sound archive at `root` once for each seed; it is sound again after each."""
    saved = {path: (root / path).read_bytes() for path in files(root)}
    kinds = list(KINDS)
    for seed in seeds:
        kind = kinds[seed % len(kinds)]
        harm = KINDS[kind](root, Random(seed))
        reported = [damage.path for damage in Archive(root, create=False).verify()]
        placed = any(path == blamed or path.startswith(f"{blamed}/") for path in reported for blamed in harm.blamed)
        for path in harm.touched:
            (root / path).unlink(missing_ok=True)
        for path in set(harm.touched) & saved.keys():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(saved[path])
        yield Trial(kind, seed, bool(reported), placed, Archive(root, create=False).verify() == ())


def main() -> None:
    """Print how many harms of each kind were found."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fixity", description=__doc__)
    parser.add_argument("--trials", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    done: Counter[str] = Counter()
    found: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    alarms = 0
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        make(root)
        for trial in trials(root, range(options.seed, options.seed + options.trials)):
            done[trial.kind] += 1
            found[trial.kind] += trial.found
            placed[trial.kind] += trial.placed
            alarms += not trial.quiet
            if not trial.found:
                print(f"not found: {trial}", flush=True)
    print("| harm | trials | found | at its place |\n| --- | --- | --- | --- |")
    for kind in KINDS:
        print(f"| {kind} | {done[kind]:,} | {found[kind]:,} | {placed[kind]:,} |")
    print(f"| all | {done.total():,} | {found.total():,} | {placed.total():,} |")
    print(f"\n{alarms} false alarms in {done.total():,} sound archives; {time.perf_counter() - start:.0f} s.")


if __name__ == "__main__":
    main()
