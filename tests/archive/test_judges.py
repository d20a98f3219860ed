"""What others who know the formats say of an archive: ocfl-py, roc-validator, and the tools of the system."""

import hashlib
import io
import subprocess
from pathlib import Path

import orjson
import pytest
import requests
import requests_cache
import urllib3
from ocfl.object import Object
from ocfl.storage_root import StorageRoot
from ocfl.validator import Validator
from rocrate_validator import services
from rocrate_validator.models import Severity

from liveblog_archive.archive import Archive
from liveblog_archive.archive.layout import object_path
from tests.samples import full_blog

from .captures import FAIR, STORM

CONTEXT = Path(__file__).with_name("ro-crate-1.2-context.json")
OBJECT = object_path(STORM)


def judged(root: Path, path: str) -> tuple[set[str], set[str]]:
    """Return the codes of the errors and warnings that ocfl-py has for an object."""
    validator = Validator(log_warnings=True)
    validator.validate_object(str(root / path))
    codes = {message.split("]", 1)[0].lstrip("[") for message in validator.log.messages}
    return {code for code in codes if code.startswith("E")}, {code for code in codes if code.startswith("W")}


# OCFL


def test_every_object_is_valid(archive: Archive, root: Path) -> None:
    for name in (STORM, FAIR):
        errors, warnings = judged(root, object_path(name))
        assert errors == set()
        assert warnings == {"W008"}  # the program that made a version has no address


def test_every_object_is_where_the_layout_says_and_the_root_is_sound(archive: Archive, root: Path) -> None:
    store = StorageRoot(root=str(root))
    assert store.validate()
    assert sorted(store.object_paths()) == sorted(map(object_path, (STORM, FAIR)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("v2/content/blog.json", b"{}"),
        ("v1/content/snapshot.json", None),
        ("v3/content/extra", b""),
        ("inventory.json", b"{}"),
        ("inventory.json.sha512", b"0"),
        ("v2/inventory.json", None),
        ("0=ocfl_object_1.1", None),
    ],
)
def test_what_the_judge_sees_we_see(archive: Archive, root: Path, name: str, content: bytes | None) -> None:
    path = root / OBJECT / name
    path.unlink() if content is None else path.write_bytes(content)
    errors, warnings = judged(root, OBJECT)
    assert errors or warnings > {"W008"}
    assert f"{OBJECT}/{name}" in {damage.path for damage in archive.verify()}


# The tools of the system


def test_sha512sum_checks_the_archive_and_its_inventories(archive: Archive, root: Path) -> None:
    for folder, file in ((root, "checksums.sha512"), (root / OBJECT, "inventory.json.sha512")):
        subprocess.run(["sha512sum", "--strict", "--quiet", "-c", file], cwd=folder, check=True)
    inventory = orjson.loads((root / OBJECT / "inventory.json").read_bytes())
    lines = "".join(f"{digest}  {path}\n" for digest, paths in inventory["manifest"].items() for path in paths)
    subprocess.run(["sha512sum", "--strict", "--quiet", "-c"], cwd=root / OBJECT, input=lines.encode(), check=True)


def test_sha256sum_gives_every_entry_and_source_its_name(archive: Archive, root: Path) -> None:
    paths = [*root.rglob("entries/*/*.json"), *root.rglob("sources/*")]
    lines = "".join(f"{path.stem}  {path.relative_to(root)}\n" for path in paths)
    subprocess.run(["sha256sum", "--strict", "--quiet", "-c"], cwd=root, input=lines.encode(), check=True)
    assert len(paths) > 8


# RO-Crate


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The validator's store of web pages, with the one that it needs, so that it asks no network."""
    path = str(tmp_path_factory.mktemp("web") / "cache")
    url = "https://w3id.org/ro/crate/1.2/context"
    data = CONTEXT.read_bytes()
    with requests_cache.CachedSession(path, backend="sqlite", expire_after=-1) as session:
        page = requests.Response()
        page.status_code, page.url, page._content = 200, url, data
        page.headers["Content-Type"] = "application/ld+json"
        page.request = requests.Request("GET", url, headers={"Accept": "application/ld+json"}).prepare()
        page.raw = urllib3.HTTPResponse(io.BytesIO(data), status=200, headers=page.headers, preload_content=False)
        session.cache.save_response(page)
    return path


def complaints(crate: Path, cache: str, severity: Severity) -> list[str]:
    settings = services.ValidationSettings(
        rocrate_uri=str(crate),
        profile_identifier="ro-crate-1.2",
        requirement_severity=severity,
        offline=True,
        cache_path=cache,
    )
    return sorted(str(issue.message) for issue in services.validate(settings).get_issues())


def extracted(root: Path, path: str, version: str, target: Path) -> Path:
    """Return a version of an object as others take it out."""
    Object().extract(str(root / path), version, str(target))
    return target


@pytest.mark.filterwarnings("default")  # of what the validator is made of
def test_every_version_is_a_ro_crate(archive: Archive, root: Path, tmp_path: Path, cache: str) -> None:
    for version in ("v1", "v3"):
        crate = extracted(root, OBJECT, version, tmp_path / version)
        assert complaints(crate, cache, Severity.REQUIRED) == []
        assert complaints(crate, cache, Severity.RECOMMENDED) == [
            "Local Dataset Data Entities SHOULD list their contents via `hasPart`",  # the snapshot lists the entries
            "The Root Data Entity SHOULD have a `publisher` property (Organization or Person)",  # none is known
        ]


@pytest.mark.filterwarnings("default")
def test_a_blog_that_uses_every_field_is_a_ro_crate(empty: Archive, root: Path, tmp_path: Path, cache: str) -> None:
    version = empty.deposit(full_blog())
    crate = extracted(root, object_path(version.blog_id), "v1", tmp_path / "crate")
    assert complaints(crate, cache, Severity.REQUIRED) == []


@pytest.mark.filterwarnings("default")
def test_the_judge_of_crates_sees_what_is_wrong(archive: Archive, root: Path, tmp_path: Path, cache: str) -> None:
    crate = extracted(root, OBJECT, "v1", tmp_path / "crate")
    (crate / "snapshot.json").unlink()
    document = orjson.loads((crate / "ro-crate-metadata.json").read_bytes())
    del document["@graph"][1]["license"]
    (crate / "ro-crate-metadata.json").write_bytes(orjson.dumps(document))
    found = complaints(crate, cache, Severity.REQUIRED)
    assert any("license" in complaint for complaint in found)
    assert any("snapshot.json" in complaint for complaint in found)


def test_the_crate_states_the_digest_of_each_file(archive: Archive, root: Path, tmp_path: Path) -> None:
    crate = extracted(root, OBJECT, "v2", tmp_path / "crate")
    document = orjson.loads((crate / "ro-crate-metadata.json").read_bytes())
    files = {node["@id"]: node for node in document["@graph"] if node["@type"] == "File"}
    others = {path.relative_to(crate).as_posix() for path in crate.rglob("*") if path.is_file()}
    assert set(files) == {path for path in others if not path.startswith(("entries/", "ro-crate-"))}
    for path, node in files.items():
        data = (crate / path).read_bytes()
        assert (node["sha256"], node["contentSize"]) == (hashlib.sha256(data).hexdigest(), str(len(data)))


def test_every_term_of_a_crate_is_one_of_the_context(empty: Archive, root: Path) -> None:
    """The context beside this test has only the terms that are used, from RO-Crate's own, which is CC0."""
    empty.deposit(full_blog())
    (path,) = root.rglob("ro-crate-metadata.json")
    document = orjson.loads(path.read_bytes())
    known = set(orjson.loads(CONTEXT.read_bytes())["@context"])
    used = {term for node in document["@graph"] for term in {node["@type"], *node}}
    assert {term for term in used if not term.startswith("@")} <= known
    assert document["@context"] == "https://w3id.org/ro/crate/1.2/context"
