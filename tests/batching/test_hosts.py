"""File systems that an address alone does not lead to: on a host, as FTP and SFTP are, and in a file, as ZIP is."""

import json
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.utils import infer_storage_options

import liveblog_archive as lba
from liveblog_archive.batching.documents import find
from liveblog_archive.batching.places import open_source
from tests.batching.blogs import ZONE, fill, tree

COUNT = 4


class RefusedError(Exception):
    """What the client says that a server refused; it is no error of the operating system."""


class Served(MemoryFileSystem):
    """A server: known by host, user and password, with a folder for what is being uploaded, and errors of its own."""

    protocol = "served"
    stores: ClassVar[defaultdict[str, dict[str, Any]]] = defaultdict(dict)
    folders: ClassVar[defaultdict[str, list[str]]] = defaultdict(list)

    def __init__(self, host: str, username: str = "", password: str = "", **told: object) -> None:
        super().__init__(**told)
        self.store, self.pseudo_dirs = self.stores[host], self.folders[host]
        self.tempdir = "/tmp"
        if username and password != "s3cret":
            raise RefusedError("530 Login incorrect")

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + infer_storage_options(path)["path"].strip("/") if path else ""

    @staticmethod
    def _get_kwargs_from_urls(path: str) -> dict[str, str]:
        told = infer_storage_options(path)
        return {name: told[name] for name in ("host", "username", "password") if name in told}

    def _open(self, path: str, mode: str = "rb", autocommit: bool = True, **told: Any) -> Any:
        if not autocommit and not self.isdir(self.tempdir):
            raise RefusedError("550 No such file or directory")
        return super()._open(path, mode, autocommit=autocommit, **told)

    def rm_file(self, path: str) -> None:
        if not self.exists(path):
            raise RefusedError("550 No such file or directory")
        if path.endswith("kept.jsonld"):
            raise RefusedError("550 Permission denied")
        super()._rm(path)

    _rm = rm_file


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return fill(tmp_path / "in", COUNT)


@pytest.fixture
def host(source: Path) -> Iterator[str]:
    """A host that has the source, too."""
    fsspec.register_implementation("served", Served, clobber=True)
    store = fsspec.filesystem("served", host="a.example", skip_instance_cache=True)
    for name, data in tree(source).items():
        store.pipe_file(f"/in/{name}", data)
    yield "a.example"
    Served.clear_instance_cache()
    Served.stores.clear()
    Served.folders.clear()


def run(source: str, destination: str | Path) -> Any:
    return lba.batch(source, destination, timezone=ZONE, jobs=1)


@pytest.fixture
def expected(source: Path, tmp_path: Path) -> dict[str, bytes]:
    run(str(source), tmp_path / "expected")
    return tree(tmp_path / "expected")


class TestAHost:
    @pytest.mark.parametrize("path", ["in", "in/", "in/**/*.txt"])
    def test_is_read_as_a_disk_is(self, host, path, tmp_path, expected):
        assert run(f"served://{host}/{path}", tmp_path / "out").written == COUNT
        assert tree(tmp_path / "out") == expected

    def test_is_written_as_a_disk_is_and_run_after_run(self, host, source, expected):
        for written in (COUNT, 0):
            assert run(str(source), f"served://{host}/results").written == written
        store = Served.stores[host]
        found = {name.removeprefix("/results/"): store[name].getvalue() for name in store if "results" in name}
        assert found == {name: data for name, data in expected.items() if name != ".lock"}

    def test_is_no_other_one_that_has_the_same_folders(self, host):
        assert run(f"served://{host}/in", "served://b.example/in/results").written == COUNT
        with pytest.raises(lba.ExportError, match="it is the source"):
            run(f"served://{host}/in", f"served://{host}/in/results")

    def test_that_refuses_to_remove_a_file_is_told_apart_from_one_without_it(self, host, source):
        (source / "kept").write_bytes((source / "001.txt").read_bytes())
        destination = f"served://{host}/results"
        run(f"{source}/kept", destination)
        (source / "kept").write_text("no live blog")
        with pytest.raises(lba.ExportError, match=r"kept\.jsonld: cannot be written: 550 Permission denied"):
            run(f"{source}/kept", destination)


class TestAPassword:
    def test_stands_in_no_key_no_record_and_no_message(self, host, tmp_path):
        address = f"served://ann:s3cret@{host}"
        (tmp_path / "list").write_text(f"{address}/in/001.txt\n{address}/in/missing.txt\n")
        summary = run(f"@{tmp_path}/list", f"{address}/out")
        assert (summary.written, summary.failed) == (1, 1)
        assert summary.failures == f"served://ann@{host}/out/failed.jsonl"
        stored = {name: file.getvalue() for name, file in Served.stores[host].items()}
        assert "/out/blogs/served/ann@a.example/in/001.txt.jsonld" in stored
        assert "s3cret" not in json.dumps([*stored]) + b"".join(stored.values()).decode()
        assert f"served://ann@{host}/in/missing.txt: no such file or folder" in stored["/out/failed.jsonl"].decode()

    def test_that_is_wrong_is_not_told(self, host):
        with pytest.raises(lba.ImportFailure) as caught:
            find(f"served://ann:wrong@{host}/in")
        assert str(caught.value) == (
            f"served://ann@{host}/in: is no address that can be opened: 530 Login incorrect; "
            "check it, and that what reads it is installed"
        )


class TestAFileOfFiles:
    @pytest.fixture
    def pages(self, source: Path, tmp_path: Path) -> Path:
        return Path(shutil.make_archive(str(tmp_path / "pages"), "zip", source))

    @pytest.mark.parametrize("address", ["zip://::{}", "zip://::file://{}", "zip://**/*.txt::{}"])
    def test_is_read_as_a_folder_is(self, pages, address, tmp_path, expected):
        assert run(address.format(pages), tmp_path / "out").written == COUNT
        assert tree(tmp_path / "out") == expected

    def test_may_be_named_in_a_list(self, pages):
        (document,) = find([f"zip://001.txt::{pages}"]).documents
        with open_source(document.address) as file:
            assert file.read().startswith(b"Ferry 1, live")

    def test_is_another_one_once_it_is_written_anew(self, pages, source, tmp_path):
        run(f"zip://::{pages}", tmp_path / "out")
        with zipfile.ZipFile(pages, "a") as file:
            file.writestr("more.txt", (source / "001.txt").read_bytes())
        assert run(f"zip://::{pages}", tmp_path / "out").written == 1
