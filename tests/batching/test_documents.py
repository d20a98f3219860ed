"""Sources: what of a folder, a glob, a list or an address is read, and under which key."""

import os
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.local import LocalFileSystem

import liveblog_archive as lba
from liveblog_archive.batching.documents import Document, find
from liveblog_archive.batching.places import open_source
from liveblog_archive.batching.shards import Shard, cut


def keys(source: str | list[str]) -> list[str]:
    return [document.key for document in find(source).documents]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.HTML", "sub/c.json", ".hidden.txt", ".git/d.txt", "photo.jpg"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "in"


class TestFolders:
    def test_every_file_with_a_known_suffix_counts_at_any_depth_and_the_others_are_counted(self, folder):
        found = find(str(folder))
        assert [document.key for document in found.documents] == ["a.HTML", "b.txt", "sub/c.json"]
        assert found.others == 1
        assert found.documents[2] == Document("sub/c.json", str(folder / "sub" / "c.json"), 10)

    def test_a_link_to_a_folder_is_not_followed_for_it_may_lead_round_in_circles(self, folder):
        os.symlink(folder, folder / "sub" / "again")
        assert keys(str(folder)) == ["a.HTML", "b.txt", "sub/c.json"]

    def test_a_folder_in_it_that_cannot_be_listed_is_not_taken_for_an_empty_one(self, folder, monkeypatch):
        real = LocalFileSystem.ls

        def closed(self: LocalFileSystem, path: str, **told: object) -> object:
            if path.endswith("/sub"):
                raise PermissionError(13, "Permission denied")
            return real(self, path, **told)

        monkeypatch.setattr(LocalFileSystem, "ls", closed)
        with pytest.raises(lba.ImportFailure) as caught:
            find(str(folder))
        assert str(caught.value) == (
            f"{folder}/sub: cannot be read: Permission denied; check the address, the connection and the permissions"
        )

    def test_a_folder_of_other_things_is_one_clear_line(self, tmp_path):
        (tmp_path / "photo.jpg").touch()
        with pytest.raises(lba.ImportFailure) as caught:
            find(str(tmp_path))
        assert str(caught.value).startswith(
            f"{tmp_path}: no live blog in it: of 1 file none has a suffix that is read ("
        )
        assert str(caught.value).endswith("; give a glob or a list to take files by other names")

    def test_a_folder_in_memory_is_like_one_on_a_disk(self):
        fsspec.filesystem("memory").pipe({"/batch-find/x/a.txt": b"a", "/batch-find/b.txt": b"b"})
        found = find("memory://batch-find").documents
        assert found == (
            Document("b.txt", "memory:///batch-find/b.txt", 1),
            Document("x/a.txt", "memory:///batch-find/x/a.txt", 1),
        )


class TestPartsOfSavedPages:
    @pytest.fixture
    def saved(self, folder):
        (folder / "Sturm.html").write_text('<script src="./Sturm-Dateien/f.txt"></script>')
        for name in ("f.txt", "ad.html", "logo.png"):
            (folder / "Sturm-Dateien").mkdir(exist_ok=True)
            (folder / "Sturm-Dateien" / name).write_text(name)
        return folder

    def test_they_are_left_out_of_a_folder_and_counted(self, saved):
        found = find(str(saved))
        assert [document.key for document in found.documents] == ["Sturm.html", "a.HTML", "b.txt", "sub/c.json"]
        assert (found.parts, found.others) == (2, 2)

    def test_they_are_left_out_of_a_glob_and_not_of_a_list(self, saved):
        assert keys(f"{saved}/**/*.html") == ["Sturm.html"]
        assert keys([f"{saved}/Sturm-Dateien/ad.html"]) == [f"{saved}/Sturm-Dateien/ad.html".lstrip("/")]

    def test_a_page_that_cannot_be_read_has_none_that_are_known(self, saved):
        (saved / "Sturm.html").unlink()
        os.symlink(saved / "nowhere", saved / "Sturm.html")
        assert find(str(saved)).parts == 0


class TestGlobsAndFiles:
    def test_a_glob_takes_whatever_it_names_with_keys_from_where_it_begins(self, folder):
        assert keys(f"{folder}/*") == ["a.HTML", "b.txt", "photo.jpg"]
        assert keys(f"{folder.parent}/*/b.txt") == ["in/b.txt"]

    def test_a_key_leads_nowhere_else_whatever_the_names_in_a_store(self):
        fsspec.filesystem("memory").pipe({"/dotted/in/../../x.txt": b"x", "/dotted/in/./y.txt": b"y"})
        assert keys("memory://dotted/**/*.txt") == ["in/y.txt", "x.txt"]

    def test_a_glob_that_names_nothing_is_one_clear_line(self, folder):
        with pytest.raises(lba.ImportFailure, match=r"\*\.rtf: names no file; check the paths"):
            find(f"{folder}/*.rtf")

    def test_colons_in_a_name_are_a_part_of_it(self, folder):
        (folder / "Storm::live.txt").touch()
        assert find(f"{folder}/Storm::live.txt").documents[0].key == "Storm::live.txt"
        found = {one.key: one.address for one in find(str(folder)).documents}
        with open_source(found["Storm::live.txt"]) as file:
            assert file.read() == b""
        fsspec.filesystem("memory").pipe("/colons/x::y.txt", b"x")
        (document,) = find("memory://colons").documents
        fsspec.filesystem("memory").pipe("/colons/plain.txt", b"x")
        for address in (document.address, "simplecache::memory://colons/plain.txt"):
            with open_source(address) as file:
                assert file.read() == b"x"

    def test_a_file_is_a_batch_of_one(self, folder):
        assert keys(str(folder / "b.txt")) == ["b.txt"]

    def test_a_source_that_is_not_there_is_one_clear_line(self, folder):
        with pytest.raises(lba.ImportFailure) as caught:
            find(str(folder / "c"))
        assert str(caught.value) == f"{folder}/c: no such file or folder; check the address"

    def test_an_address_of_a_file_system_that_nobody_knows_is_one_clear_line(self):
        with pytest.raises(
            lba.ImportFailure, match=r"nowhere://a: is no address that can be opened: Protocol not known"
        ):
            find("nowhere://a")

    @pytest.mark.parametrize("source", ["", "@"])
    def test_an_empty_address_is_not_the_folder_that_one_is_in(self, source, folder, monkeypatch):
        monkeypatch.chdir(folder)
        with pytest.raises(lba.ImportFailure) as caught:
            find(source)
        assert str(caught.value) == "an empty address; name a file, a folder or an address"


class TestLists:
    def test_a_list_names_paths_from_where_it_stands_and_whole_addresses(self, folder):
        (folder / "all").write_text(
            f"b.txt\n\n{folder}/sub/c.json\nfile://{folder}/a.HTML\nmemory://m/d.txt\nb.txt\n"
        )
        found = {document.key: document.address for document in find(f"@{folder}/all").documents}
        assert found == {
            "b.txt": f"{folder}/b.txt",
            f"{folder}/a.HTML".lstrip("/"): f"file://{folder}/a.HTML",
            "memory/m/d.txt": "memory://m/d.txt",
            f"{folder}/sub/c.json".lstrip("/"): f"{folder}/sub/c.json",
        }

    def test_a_list_may_begin_with_a_byte_order_mark_and_end_its_lines_as_windows_does(self, folder):
        (folder / "all").write_bytes(b"\xef\xbb\xbfb.txt\r\n")
        assert keys(f"@{folder}/all") == ["b.txt"]

    def test_a_file_that_is_named_twice_is_one(self, folder, monkeypatch):
        monkeypatch.chdir(folder)
        assert keys(["./b.txt", "b.txt", "sub/../b.txt"]) == ["b.txt"]
        assert keys(["./\0", "\0"]) == ["\0"]  # what cannot be opened is told when it is to be read

    def test_python_may_give_the_list_itself(self):
        assert keys(["../x/b.txt", "a.txt"]) == ["a.txt", "x/b.txt"]

    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            (b"", "all: names no file; check the paths"),
            (b"\xff", "all: a list that is not UTF-8; give a file with one address a line"),
            (b"../b.txt\nb.txt", "all: two files would be called b.txt; name one of them by its full path"),
        ],
    )
    def test_a_list_that_cannot_be_meant_is_one_clear_line(self, folder, monkeypatch, lines, said):
        monkeypatch.chdir(folder)
        (folder / "all").write_bytes(lines)
        with pytest.raises(lba.ImportFailure) as caught:
            find("@all")
        assert str(caught.value) == said

    @pytest.mark.parametrize(("name", "said"), [("no", "no such file or folder"), ("sub", "a folder, not a file")])
    def test_a_list_that_is_no_file_is_one_clear_line(self, folder, name, said):
        with pytest.raises(lba.ImportFailure, match=said):
            find(f"@{folder}/{name}")


class TestShards:
    def cut(self, *sizes: int | None, workers: int = 1, names: str = "") -> list[list[int]]:
        documents = [
            Document(f"{number}.{'warc' if number in map(int, names.split()) else 'txt'}", "", size)
            for number, size in enumerate(sizes)
        ]
        shards = cut(documents, len(documents), workers, 7)
        return [[int(document.key.partition(".")[0]) for document in shard.documents] for shard in shards]

    def test_each_worker_has_some_shards_and_none_has_too_many_documents(self):
        assert [len(shard) for shard in self.cut(*[1] * 32, workers=2)] == [4, 3, 3, 2, 2, 2, 2, *[1] * 14]
        assert [len(shard) for shard in self.cut(*[None] * 5_000, workers=2)][:20] == [*[200] * 18, 175, 153]
        assert self.cut(1, 1, 1) == [[0], [1], [2]]

    def test_the_last_shards_are_small_so_that_no_worker_waits_long_for_another(self):
        shards = self.cut(*[None] * 5_000, workers=2)
        assert [len(shard) for shard in shards[-12:]] == [1] * 12
        assert [number for shard in shards for number in shard] == [*range(5_000)]

    def test_large_documents_make_small_shards(self):
        assert self.cut(*[2**25] * 24, workers=1)[:8] == [[n, n + 1] for n in range(0, 16, 2)]

    def test_a_web_archive_is_a_shard_of_its_own(self):
        assert self.cut(*[1] * 24, names="1 2")[:4] == [[0], [1], [2], [3, 4, 5, 6, 7]]

    def test_parts_are_named_so_that_their_order_is_that_of_the_keys_halves_included(self):
        one, other = cut([Document("a", ""), Document("b", "")], 2, 1, 7)
        assert (one.part, other.part) == ("000007-00000000.jsonl", "000007-00000001.jsonl")
        whole = Shard(one.part, tuple(Document(name, "") for name in "abc"))
        first, second = whole.halves()
        assert [document.key for document in (*first.documents, *second.documents)] == ["a", "b", "c"]
        third, fourth = second.halves()
        assert sorted([other.part, fourth.part, third.part, first.part]) == [
            first.part, third.part, fourth.part, other.part
        ]  # fmt: skip
