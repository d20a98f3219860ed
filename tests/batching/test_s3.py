"""An object store: a real server on this machine, that is asked, that refuses, and that goes away in the middle."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import fsspec
import pytest
import s3fs
from moto.server import ThreadedMotoServer

import liveblog_archive as lba
from liveblog_archive.batching.documents import find
from liveblog_archive.batching.places import Destination
from liveblog_archive.batching.run import Progress
from tests.batching.blogs import ZONE, fill, tree

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:(botocore|aiobotocore|moto|werkzeug|aiohttp)"),
    pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning"),
]
COUNT = 8


@contextmanager
def serving() -> Iterator[ThreadedMotoServer]:
    """Serve S3 on a free port, for whoever looks into the environment."""
    logging.getLogger("werkzeug").disabled = True
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    told = {"ACCESS_KEY_ID": "key", "SECRET_ACCESS_KEY": "secret", "DEFAULT_REGION": "us-east-1", "MAX_ATTEMPTS": "1"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (told | {"ENDPOINT_URL": f"http://{host}:{port}"}).items():
            patch.setenv(f"AWS_{name}", value)
        s3fs.S3FileSystem.clear_instance_cache()
        yield server
        server.stop()
    s3fs.S3FileSystem.clear_instance_cache()


@pytest.fixture
def server() -> Iterator[ThreadedMotoServer]:
    with serving() as server:
        yield server


@pytest.fixture
def store(server: ThreadedMotoServer, tmp_path: Path) -> s3fs.S3FileSystem:
    """A store with a bucket for the sources, and one for what is made of them."""
    store = fsspec.filesystem("s3")
    for bucket in ("sources", "results"):
        if store.exists(bucket):
            store.rm(bucket, recursive=True)
        store.mkdir(bucket)
    store.put(str(fill(tmp_path / "in", COUNT)), "sources/ferries", recursive=True)
    store.invalidate_cache()
    return store


def objects(store: s3fs.S3FileSystem, folder: str) -> dict[str, bytes]:
    store.invalidate_cache()
    return {name.removeprefix(f"{folder}/"): store.cat_file(name) for name in store.find(folder)}


def test_from_store_to_store_by_several_processes_gives_what_a_disk_gets(store, tmp_path):
    summary = lba.batch("s3://sources/ferries", "s3://results/a", timezone=ZONE, jobs=2)
    assert (summary.written, summary.failures, summary.manifest) == (COUNT, None, "s3://results/a/manifest.jsonl")
    lba.batch(tmp_path / "in", tmp_path / "out", timezone=ZONE, jobs=1)
    on_disk = {name: data for name, data in tree(tmp_path / "out").items() if name != ".lock"}
    assert objects(store, "results/a") == on_disk
    assert lba.batch("s3://sources/ferries", "s3://results/a", timezone=ZONE, jobs=1).kept == COUNT


def test_globs_and_lists_of_addresses(store, tmp_path):
    (tmp_path / "list").write_text("s3://sources/ferries/001.txt\ns3://sources/ferries/none.txt\n")
    summary = lba.batch(f"@{tmp_path}/list", "s3://results/list", timezone=ZONE, jobs=1)
    assert (summary.written, summary.failed) == (1, 1)
    assert b"s3://sources/ferries/none.txt: no such file or folder" in objects(store, "results/list")["failed.jsonl"]
    assert lba.batch("s3://sources/ferries/*.txt", tmp_path / "out", timezone=ZONE, jobs=1).written == 5


def test_a_second_run_is_kept_out(store):
    store.pipe("results/b/.lock", b"")
    with pytest.raises(lba.ExportError, match="another run is writing to it, or was killed and left"):
        lba.batch("s3://sources/ferries", "s3://results/b", timezone=ZONE, jobs=1)


@pytest.mark.parametrize(
    ("source", "destination", "said"),
    [
        ("s3://sources/none", "s3://results/c", "s3://sources/none: no such file or folder; check the address"),
        ("s3://nobody/x", "s3://results/c", "s3://nobody/x: no such file or folder; check the address"),
        ("s3://sources/ferries", "s3://nobody/c", "s3://nobody/c/.lock: no such file or folder; check the address"),
    ],
)
def test_what_is_not_there_is_one_clear_line(store, source, destination, said):
    with pytest.raises(lba.LiveBlogError) as caught:
        lba.batch(source, destination, timezone=ZONE, jobs=1)
    assert str(caught.value).startswith(said)
    assert not store.exists("nobody")


def test_a_blog_whose_export_fails_leaves_no_half_of_it(store):
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise lba.ExportError("no more")

    with pytest.raises(lba.ExportError, match="no more"):
        Destination("s3://results/d").write("blogs/a.pdf", pieces())
    store.invalidate_cache()
    assert not store.exists("results/d/blogs/a.pdf")


def test_a_store_that_refuses_is_one_clear_line(store, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("Access Denied")

    monkeypatch.setattr(store, "pipe_file", refuse)
    with pytest.raises(lba.ExportError) as caught:
        lba.batch("s3://sources/ferries", "s3://results/e", timezone=ZONE, jobs=1)
    assert str(caught.value) == (
        "s3://results/e/.lock: cannot be written: Access Denied; "
        "check the address, the disk or connection, and the permissions"
    )


def test_a_store_that_refuses_outputs_stops_the_run_and_keeps_those_that_are_there(store, monkeypatch):
    lba.batch("s3://sources/ferries", "s3://results/g", timezone=ZONE, jobs=1)
    before = objects(store, "results/g/blogs")
    real = s3fs.core.S3File._upload_chunk

    def refuse(self: s3fs.core.S3File, final: bool = False) -> object:
        if "/blogs/" in self.path:
            raise OSError("503 Slow Down")
        return real(self, final)

    monkeypatch.setattr(s3fs.core.S3File, "_upload_chunk", refuse)
    with pytest.raises(lba.ExportError) as caught:
        lba.batch("s3://sources/ferries", "s3://results/g", timezone="UTC", jobs=1)
    assert str(caught.value).startswith("s3://results/g/blogs/001.txt.jsonld: cannot be written: 503 Slow Down; ")
    assert objects(store, "results/g/blogs") == before


def test_a_key_that_is_too_long_fails_alone(store, monkeypatch):
    real = s3fs.core.S3File._upload_chunk

    def refuse(self: s3fs.core.S3File, final: bool = False) -> object:
        if self.path.endswith("001.txt.jsonld"):  # as AWS does; the server here takes keys of any length
            answer = Exception("An error occurred (KeyTooLongError) when calling the PutObject operation")
            raise OSError(5, "Your key is too long") from answer
        return real(self, final)

    monkeypatch.setattr(s3fs.core.S3File, "_upload_chunk", refuse)
    summary = lba.batch("s3://sources/ferries", "s3://results/long", timezone=ZONE, jobs=1)
    assert (summary.written, summary.failed) == (COUNT - 1, 1)
    said = b"s3://results/long/blogs/001.txt.jsonld: no file can have this name: Your key is too long;"
    assert said in objects(store, "results/long")["failed.jsonl"]


@pytest.mark.parametrize("refused", [1, 2])
def test_a_store_that_does_not_tell_of_its_manifest_is_not_taken_for_one_without(store, monkeypatch, refused):
    lba.batch("s3://sources/ferries", "s3://results/h", timezone=ZONE, jobs=1)
    store.rm("sources/ferries/001.txt")
    real = s3fs.S3FileSystem._info
    asked: list[str] = []

    async def refuse(self: s3fs.S3FileSystem, path: str, *rest: object, **told: object) -> object:
        if path.endswith("manifest.jsonl"):
            asked.append(path)
            if len(asked) == refused:
                raise PermissionError("503 Slow Down")
        return await real(self, path, *rest, **told)

    monkeypatch.setattr(s3fs.S3FileSystem, "_info", refuse)
    with pytest.raises(lba.ExportError, match=r"manifest.jsonl: cannot be read: 503 Slow Down; check"):
        lba.batch("s3://sources/ferries", "s3://results/h", timezone=ZONE, jobs=1)
    assert lba.batch("s3://sources/ferries", "s3://results/h", timezone=ZONE, jobs=1).kept == COUNT - 1
    assert objects(store, "results/h")["manifest.jsonl"].count(b"\n") == COUNT


ODD = ("odd/x.txt", "odd//x.txt", "odd/./x.txt", "odd/../x.txt", "odd/a//b/./y.txt", "odd/.hidden/x.txt", "odd/")
KEYS = [r"\../x.txt", r"\./x.txt", r"\/x.txt", r"a/\/b/\./y.txt", "x.txt"]


@pytest.fixture
def odd(store):
    """A folder of keys that are no paths: with names of folders that are empty, or dots."""
    text = store.cat_file("sources/ferries/001.txt")
    client = boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
    for key in ODD:
        client.put_object(Bucket="sources", Key=key, Body=text.replace(b"Storm", key.encode()))
    store.invalidate_cache()
    return store


def test_keys_that_are_no_paths_are_files_of_their_own(odd, tmp_path):
    for source, prefix in (
        ("s3://sources/odd", ""),
        ([f"s3://sources/{key}" for key in ODD[:5]], "s3/sources/odd/"),
    ):
        found = find(source).documents
        assert sorted(document.key for document in found) == sorted(f"{prefix}{key}" for key in KEYS)
        assert sorted(document.address for document in found) == sorted(f"s3://sources/{key}" for key in ODD[:5])
    globbed = [document.key for document in find("s3://sources/odd/**").documents]
    assert sorted(globbed) == sorted([*KEYS, ".hidden/x.txt"])
    summary = lba.batch("s3://sources/odd", tmp_path / "out", timezone=ZONE, jobs=1)
    assert (summary.written, summary.others) == (5, 0)
    on_disk = {name for name in tree(tmp_path / "out") if name.startswith("blogs/")}
    assert on_disk == {f"blogs/{key}.jsonld" for key in KEYS}
    lba.batch("s3://sources/odd", "s3://results/odd", timezone=ZONE, jobs=1)
    assert {name for name in objects(odd, "results/odd") if name.startswith("blogs/")} == on_disk
    assert lba.batch("s3://sources/odd", tmp_path / "out", timezone=ZONE, jobs=1).kept == 5


def test_a_folder_whose_name_begins_with_a_slash_is_not_taken_for_another(odd, tmp_path):
    with pytest.raises(lba.ImportFailure) as caught:
        find("s3://sources//odd")
    assert str(caught.value).startswith("s3://sources//odd: no live blog in it: of 0 files none has a suffix")


def test_a_source_that_breaks_off_in_the_middle_fails_alone(store, tmp_path, monkeypatch):
    real = s3fs.core.S3File._fetch_range

    def breaking(self: s3fs.core.S3File, start: int, end: int) -> bytes:
        if self.path.endswith("001.txt"):
            raise ConnectionResetError(104, "Connection reset by peer")
        data: bytes = real(self, start, end)
        return data

    monkeypatch.setattr(s3fs.core.S3File, "_fetch_range", breaking)
    summary = lba.batch("s3://sources/ferries", tmp_path / "out", timezone=ZONE, jobs=1)
    assert (summary.written, summary.failed) == (COUNT - 1, 1)
    said = (tmp_path / "out" / "failed.jsonl").read_text()
    assert "001.txt: breaks off: Connection reset by peer; try again, and check the connection" in said


def test_a_store_that_goes_away_in_the_middle_is_one_clear_line_and_what_is_done_is_kept(server, store):
    def stop(at: Progress) -> None:
        if at.done == 3:
            server.stop()

    with pytest.raises(lba.LiveBlogError) as caught:
        lba.batch("s3://sources/ferries", "s3://results/f", timezone=ZONE, jobs=1, progress=stop)
    assert str(caught.value).startswith("s3://results/f/")
    assert str(caught.value).count("\n") == 0
