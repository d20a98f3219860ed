"""The catalogue: entries of archives and batches are found by words, day, publisher, id, status and quote."""

import datetime
import errno
import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pandas
import pyarrow
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import catalogue
from liveblog_archive.catalogue import Row, parquet
from liveblog_archive.catalogue import index as index_module
from liveblog_archive.catalogue.index import Index
from liveblog_archive.catalogue.query import Query
from liveblog_archive.catalogue.rows import of_blog, rows
from liveblog_archive.identity import version_id
from liveblog_archive.model import Agent
from tests.catalogue import build
from tests.samples import full_blog

ZONE = "Europe/Istanbul"
FERRY, RESCUE = "tag:news.example,2026:ferry", "tag:news.example,2026:rescue"
FIRST = """March 3, 2026
3:20 p.m.: The café on the pier is closed.
3:45 p.m.: The ferry is aground on the south-western edge of the bank.
March 4, 2026
9:00 a.m.: "Nobody is hurt," says the master.
"""
LATER = FIRST.replace("3:20 p.m.: The café on the pier is closed.\n", "").replace("aground", "afloat")


def blog(text: str, name: str, publisher: str | None = None, title: str | None = None) -> lba.LiveBlog:
    read = lba.parse(text, timezone=ZONE, id=name, title=title)
    agent = Agent(name=publisher, kind="organization") if publisher else None
    return evolve(read, publisher=agent, declared_total=len(read.entries))


@pytest.fixture
def archive(tmp_path: Path) -> str:
    """An archive with two captures of one blog, and one of another."""
    made = lba.Archive(tmp_path / "archive")
    for text in (FIRST, LATER):
        made.deposit(blog(text, FERRY, "Strait News", "Ferry"))
    made.deposit(blog("March 4, 2026\n8:00 a.m.: Divers see\nthe ferry.", RESCUE))
    return str(tmp_path / "archive")


@pytest.fixture
def index(archive: str, tmp_path: Path) -> Iterator[Index]:
    assert build(tmp_path / "index.sqlite", rows([archive])) == 4
    opened = Index(tmp_path / "index.sqlite")
    yield opened
    opened.close()


def found(index: Index, words: str = "", **told: object) -> list[str]:
    """Return the first words of each entry that is found."""
    rows = index.search(Query(words=words, **told))  # type: ignore[arg-type]
    return [" ".join(filter(None, (row.headline, row.text))).split(" is ")[0] for row in rows]


def row(text: str) -> Row:
    return Row(f"{FERRY}#0", text, FERRY, None, None, None, None, "published", None, None, text)


CAFE, AFLOAT, HURT, DIVERS = "The café on the pier", "The ferry", '"Nobody', "Divers see the ferry."


class TestWhatIsFound:
    @pytest.mark.parametrize(
        ("words", "entries"),
        [
            ("CAFE", [CAFE]),
            ("ferry afloat", [AFLOAT]),
            ("ferry aground", []),
            ('"edge of the bank"', [AFLOAT]),
            ('"edge of bank"', []),
            ("„edge of the bank“ «the ferry»", [AFLOAT]),
            ("“edge of bank”", []),
            ('"bank" "south western', [AFLOAT]),
            ("south-western", [AFLOAT]),
            ("diver*", [DIVERS]),
            ("diver", []),
            ('hurt" OR', []),
            ("NOT", []),
            ("*", []),
            ('"', []),
            ("a:b ^c {d} (e)", []),
            ("nobody\0hurt", []),
        ],
    )
    def test_by_words(self, index, words, entries):
        assert sorted(found(index, words)) == sorted(entries)

    def test_the_most_relevant_first(self, index):
        assert found(index, "ferry") == [DIVERS, AFLOAT]
        assert found(index, "ferry", limit=1) == [DIVERS]

    def test_facts_are_looked_up_in_the_order_of_relevance_and_not_sorted_again(self, index):
        statement, values = Query(words="ferry").sql()
        steps = [row[3] for row in index._connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
        assert steps[0].startswith("SCAN words VIRTUAL TABLE INDEX")
        assert not any("TEMP B-TREE" in step for step in steps)

    @pytest.mark.parametrize(
        ("told", "entries"),
        [
            ({}, [AFLOAT, HURT, CAFE, DIVERS]),
            ({"limit": 2}, [AFLOAT, HURT]),
            ({"day": "2026-03-03"}, [AFLOAT, CAFE]),
            ({"day": "2026-03-03..2026-03-04"}, [AFLOAT, HURT, CAFE, DIVERS]),
            ({"day": "2026-03-05..2026-03-09"}, []),
            ({"day": "2026-03-04.."}, [HURT, DIVERS]),
            ({"day": "..2026-03-03"}, [AFLOAT, CAFE]),
            ({"day": datetime.date(2026, 3, 3)}, [AFLOAT, CAFE]),
            ({"day": datetime.datetime(2026, 3, 3, 12, tzinfo=datetime.UTC)}, [AFLOAT, CAFE]),
            ({"words": "ferry", "limit": 2**70}, [AFLOAT, DIVERS]),
            ({"quote": "ferry", "limit": 2**70}, [AFLOAT, DIVERS]),
            ({"publisher": "Strait News"}, [AFLOAT, HURT, CAFE]),
            ({"blog": RESCUE}, [DIVERS]),
            ({"status": "deleted"}, [CAFE]),
            ({"status": "published", "day": "2026-03-04"}, [HURT, DIVERS]),
            ({"quote": "edge of the bank"}, [AFLOAT]),
            ({"quote": "ge   of the ba"}, [AFLOAT]),
            ({"quote": "see the"}, [DIVERS]),
            ({"quote": "Edge of the bank"}, []),
            ({"quote": "ferry"}, [AFLOAT, DIVERS]),
            ({"quote": "The ferry", "limit": 1}, [AFLOAT]),
            ({"quote": "ferry", "words": "afloat"}, [AFLOAT]),
            ({"words": "ferry OR cafe", "expression": True, "publisher": "Strait News"}, [AFLOAT, CAFE]),
            ({"words": "ferry OR cafe", "expression": True, "quote": "pier is"}, [CAFE]),
            ({"words": " ", "expression": True, "blog": RESCUE}, [DIVERS]),
            ({"words": "ferry", "day": "2026-03-04"}, [DIVERS]),
        ],
    )
    def test_by_what_is_known(self, index, told, entries):
        assert sorted(found(index, **told)) == sorted(entries)

    @pytest.mark.parametrize(
        ("words", "text"),
        [
            ("ёлки", "Елки стоят."),
            ("елки", "«Ёлки стоят», – сказал он."),
            ("αθηνα", "Η Αθήνα είναι ανοιχτή."),
            ("محمد", "وصل مُحَمَّد أولا."),
            ("اولا", "وصل مُحَمَّد أولا."),
            ("محمد", "مـحـمـد"),
            ("שלום", "שָׁלוֹם לכולם"),
            ("istanbul", "İSTANBUL"),
            ("ışık", "IŞIK"),
            ("IŞIK", "ışık"),
            ("STRASSE", "In der Straße"),
            ("straße", "IN DER STRASSE"),
            ("GROẞ", "groß"),
            ("aground", "a\u00adground"),
            ("fine", "ﬁne"),
            ("水位", "警方說水位仍在上升。"),
            ("水*", "警方說水位仍在上升。"),
            ("コーヒー", "今朝コーヒーを飲んだ"),
            ("สะพาน", "วันนี้สะพานปิดแล้ว"),
        ],
    )
    def test_whatever_the_accents_and_in_scripts_without_blanks(self, tmp_path, words, text):
        build(tmp_path / "index", [row(text)])
        with closing(Index(tmp_path / "index")) as index:
            assert [one.text for one in index.search(Query(words=words))] == [text]
            assert index.search(Query(words=words, expression=True)) != []

    @pytest.mark.parametrize(
        ("words", "numbers"),
        [
            ("⚽", [0, 1]),
            ("goal ⚽", [0]),
            ('⚽ "own goal"', [0]),
            ("⚽ —", [0, 1]),
            ("⚽🔴", [1]),
            ("goal —", [0, 2]),
            ("—", []),
        ],
    )
    def test_symbols_are_found_as_they_stand_and_marks_count_for_nothing(self, tmp_path, words, numbers):
        texts = ["⚽ Own goal — again", "⚽️🔴 Late", "goal"]
        build(tmp_path / "index", map(row, texts))
        with closing(Index(tmp_path / "index")) as index:
            assert sorted(one.text for one in index.search(Query(words=words))) == sorted(texts[n] for n in numbers)

    @pytest.mark.parametrize(
        "quote", ["Two Three four five", "One Two Three four five six", "o – Three four five si", "Three four"]
    )
    def test_by_a_quote_that_begins_in_the_headline_and_ends_in_the_text(self, tmp_path, quote):
        build(
            tmp_path / "index", [row("four five six")._replace(headline="One Two – Three"), row("Two Three six five")]
        )
        with closing(Index(tmp_path / "index")) as index:
            asked = quote.replace("Two Three", "Two – Three")
            assert [one.text for one in index.search(Query(quote=asked))] == ["four five six"]
            assert index.search(Query(quote=f"{asked} {'six ' * 1000}")) == []

    def test_a_vowel_that_nobody_leaves_out_makes_another_word(self, tmp_path):
        build(tmp_path / "index", [row("हिंदी"), row("हादा")])
        with closing(Index(tmp_path / "index")) as index:
            assert [one.text for one in index.search(Query(words="हादा"))] == ["हादा"]

    def test_characters_of_a_word_in_such_a_script_stand_side_by_side(self, tmp_path):
        build(tmp_path / "index", [row("警方說水位仍在上升。")])
        with closing(Index(tmp_path / "index")) as index:
            assert index.search(Query(words="位水")) == index.search(Query(words="水升")) == []

    @pytest.mark.parametrize(
        "quote",
        ["losed", "closed", "closed –", "–", "is – “", "ed – “for", "– “for now”", "警方說", "方說  水位", "now”"],
    )
    def test_by_a_quote_wherever_it_begins_and_ends(self, tmp_path, quote):
        text = "The road is – “for now” – closed – “for good”, 警方說 水位 is – “"
        build(tmp_path / "index", [row(text), row("closed now is – for"), row("unlike it")])
        with closing(Index(tmp_path / "index")) as index:
            found = [one.text for one in index.search(Query(quote=quote))]
        assert found[0] == text
        assert "unlike it" not in found

    @pytest.mark.parametrize("quote", ["", " ", "loſed", "closed-"])
    def test_a_quote_that_stands_nowhere_or_has_no_letter_is_not_found(self, index, quote):
        assert index.search(Query(quote=quote)) == []

    def test_by_id_in_full_or_the_end_of_it(self, index):
        (row,) = index.search(Query(words="afloat"))
        assert index.search(Query(id=row.id)) == index.search(Query(id=row.id[-12:])) == [row]
        assert index.search(Query(id=f"tag:other#{row.id[-12:]}")) == []

    def test_a_version_of_an_entry_that_several_sources_have_is_found_once(self, archive, tmp_path):
        kept = lba.Archive(archive, create=False)
        latest = kept.blog(kept.versions(FERRY)[-1])
        lba.write(evolve(latest, publisher=Agent(name="Other News", kind="organization")), tmp_path / "a.jsonld")
        lba.batch(tmp_path / "a.jsonld", tmp_path / "out", jobs=1)
        changed = row("The ferry is afloat.")
        assert build(tmp_path / "index", [*rows([archive, str(tmp_path / "out")]), changed, *rows([archive])]) == 5
        with closing(Index(tmp_path / "index")) as index:
            assert [one.publisher for one in index.search(Query(words="afloat bank"))] == ["Strait News"]

    def test_also_where_one_source_ends_with_the_blog_that_the_next_one_begins_with(self, archive, tmp_path):
        kept = lba.Archive(archive, create=False)
        lba.write(kept.blog(kept.versions(FERRY)[0]), tmp_path / "a.jsonld")
        for out in ("first", "second"):
            lba.batch(tmp_path / "a.jsonld", tmp_path / out, jobs=1)
        once = [*rows([str(tmp_path / "first")])]
        assert build(tmp_path / "index", rows([str(tmp_path / "first"), str(tmp_path / "second")])) == len(once)
        with closing(Index(tmp_path / "index")) as index:
            assert [*index.rows()] == once

    def test_words_that_were_changed_later_where_all_versions_are_indexed(self, archive, tmp_path):
        made = lba.Archive(archive)
        made.deposit(blog(LATER.replace("Nobody is hurt", "No one is hurt"), FERRY, "Strait News", "Ferry"))
        made.deposit(blog(LATER.replace("Nobody is hurt", "No one is hurt") + "9:05 a.m.: Calm.\n", FERRY))
        for earlier, path in ((False, "latest.sqlite"), (True, "all.sqlite")):
            build(tmp_path / path, rows([archive], earlier=earlier))
        with closing(Index(tmp_path / "latest.sqlite")) as latest:
            assert latest.search(Query(words="aground")) == []
            assert not latest.has_earlier
        with closing(Index(tmp_path / "all.sqlite")) as index:
            assert index.has_earlier
            one = made.blog(made.versions(FERRY)[0]).entries[1]
            [hit] = index.search(Query(words="aground"))
            assert (hit.id, hit.version, hit.status) == (one.id, str(version_id(one)), "earlier")
            assert [row.status for row in index.search(Query(words="ferry south-western"))] == [
                "published",
                "earlier",
            ]
            changed = [row.text for row in index.search(Query(status="earlier"))]
            assert [text.split(" ")[0] for text in changed] == ['"Nobody', "The"]
            assert [row.status for row in index.search(Query(words="café"))] == ["deleted"]

    @pytest.mark.parametrize(
        "words",
        [
            "1200",
            "1,200",
            "1.200",
            "1’200",
            "1\u202f200",
            "1\u00a0200",
            "1 200",
            '"1200 people"',
            '"1,200 people"',
            "120*",
        ],
    )
    def test_a_number_however_its_digits_are_grouped(self, tmp_path, words):
        texts = [f"About {number} people are here" for number in ("1200", "1,200", "1.200", "1\u202f200", "1 200")]
        build(tmp_path / "index", map(row, [*texts, "200 people on 1 bus", "12005 people"]))
        with closing(Index(tmp_path / "index")) as index:
            hits = [one.text for one in index.search(Query(words=words))]
        if words == "1 200":  # two words: they may stand anywhere
            assert {*hits} == {*texts[1:], "200 people on 1 bus"}
        elif words == "120*":
            assert {*hits} == {texts[0], "12005 people"}
        else:
            assert {*hits} == {*texts}

    @pytest.mark.parametrize("words", ["12.5", "3.3.2026", "1,20,000", "192.168.100.200"])
    def test_digits_with_other_marks_between_as_they_are_typed(self, tmp_path, words):
        build(tmp_path / "index", map(row, [f"It is {words} now", "12 3 2026 20 000 192 168"]))
        with closing(Index(tmp_path / "index")) as index:
            assert [one.text for one in index.search(Query(words=words))] == [f"It is {words} now"]

    @pytest.mark.parametrize("words", ['"', '""', "„“", "*", "-", "???", "( )"])
    def test_nothing_by_marks_alone(self, index, words):
        assert index.search(Query(words=words)) == []

    @pytest.mark.parametrize(
        "words", ["ferry AND", "NOT ferry", "-ferry", "(ferry", "ferry)", "^ferry", "+ferry", "'ferry'"]
    )
    def test_what_other_searches_take_for_an_operator_is_a_word_or_a_mark(self, tmp_path, words):
        build(tmp_path / "index", map(row, ["not the ferry and its crew", "a bus"]))
        with closing(Index(tmp_path / "index")) as index:
            assert [one.text for one in index.search(Query(words=words))] == ["not the ferry and its crew"]

    def test_by_an_author_whoever_else_wrote_it(self, tmp_path):
        hits = [
            row("One")._replace(authors=("Ani Example", "Bo Sample")),
            row("Two")._replace(authors=("Bo Sample",)),
        ]
        build(tmp_path / "index", [*hits, row("Three")])
        with closing(Index(tmp_path / "index")) as index:
            assert index.search(Query(author="Bo Sample")) == hits
            assert index.search(Query(author="Ani Example", words="one")) == hits[:1]
            assert index.search(Query(author="Ani Example", words="two")) == []
            with pytest.raises(lba.ArchiveError, match=r"no author 'Bo'; name one of 'Bo Sample'$"):
                index.search(Query(author="Bo"))

    def test_a_row_says_what_the_archive_says(self, index):
        (row,) = index.search(Query(words="afloat"))
        kept = blog(LATER, FERRY).entries[0]
        assert row == Row(
            row.id, row.version, FERRY, "Ferry", "Strait News", "2026-03-03", "2026-03-03T15:45+03:00", "published",
            None, None, kept.text,
        )  # fmt: skip
        assert row.version == str(version_id(evolve(kept, id=row.id)))
        (untimed,) = of_blog(blog("March 4, 2026\n8:00 a.m.: One", FERRY))
        assert untimed.publisher is None


class TestBatches:
    @pytest.mark.parametrize("name", ["jsonld", "xml"])
    def test_are_catalogued_like_archives(self, tmp_path, name):
        (tmp_path / "in").mkdir()
        lba.write(full_blog(), tmp_path / "in" / "a.jsonld")
        (tmp_path / "in" / "b.txt").write_text("nothing")
        lba.batch(tmp_path / "in", tmp_path / "out", jobs=1, to=[name])
        assert list(rows([str(tmp_path / "out")])) == list(of_blog(full_blog()))

    def test_are_catalogued_while_their_source_is_out_of_reach(self, tmp_path):
        lba.write(full_blog(), tmp_path / "a.jsonld")
        lba.batch([tmp_path / "a.jsonld"], tmp_path / "out", jobs=1)
        (tmp_path / "a.jsonld").unlink()
        assert lba.batch([tmp_path / "a.jsonld"], tmp_path / "out", jobs=1).failed == 1
        assert list(rows([str(tmp_path / "out")])) == list(of_blog(full_blog()))

    def test_a_blog_that_is_damaged_is_told_and_the_others_are_catalogued(self, tmp_path):
        for name in "ab":
            lba.write(full_blog(), tmp_path / f"{name}.jsonld")
        lba.batch([tmp_path / f"{name}.jsonld" for name in "ab"], tmp_path / "out", jobs=1)
        (damaged,) = (tmp_path / "out").rglob("a.jsonld.jsonld")
        damaged.write_bytes(damaged.read_bytes()[:500])
        told: list[lba.LiveBlogError] = []
        assert list(rows([str(tmp_path / "out")], damaged=told.append)) == list(of_blog(full_blog()))
        assert [error.where for error in told] == [str(damaged)]

    def test_that_are_damaged_say_which_file_is(self, tmp_path):
        lba.write(full_blog(), tmp_path / "a.jsonld")
        lba.batch(tmp_path / "a.jsonld", tmp_path / "out", jobs=1)
        damaged = tmp_path / "out" / "blogs" / "a.jsonld.jsonld"
        damaged.write_bytes(damaged.read_bytes()[:500])
        with pytest.raises(lba.ImportFailure, match=f"^{damaged}, line "):
            list(rows([f"{tmp_path}/out/"]))

    def test_without_a_lossless_format_are_one_clear_line(self, tmp_path):
        (tmp_path / "a.txt").write_text(FIRST)
        lba.batch(tmp_path / "a.txt", tmp_path / "out", jobs=1, to=["ical"], timezone=ZONE)
        with pytest.raises(lba.ArchiveError) as caught:
            list(rows([str(tmp_path / "out")]))
        assert str(caught.value) == (
            f"{tmp_path}/out: a.txt was written neither as JSON-LD nor as XML; batch it once more with --to jsonld"
        )

    def test_a_folder_of_other_things_is_one_clear_line(self, tmp_path):
        with pytest.raises(
            lba.ArchiveError, match=f"{tmp_path}: neither an archive nor what batch wrote; check the path"
        ):
            list(rows([str(tmp_path)]))


class TestParquet:
    def test_is_read_by_duckdb_by_publisher_and_day(self, archive, tmp_path):
        parquet.write(tmp_path / "tables", rows([archive]))
        folders = {
            str(path.parent.relative_to(tmp_path / "tables")) for path in (tmp_path / "tables").rglob("*.parquet")
        }
        none = "publisher_key=none"
        news = "publisher_key=Strait-News-7980f2ee"
        assert folders == {f"{news}/day_key=2026-03-03", f"{news}/day_key=2026-03-04", f"{none}/day_key=2026-03-04"}
        table = f"read_parquet('{tmp_path}/tables/**/*.parquet', hive_partitioning = true)"
        told = duckdb.sql(f"SELECT publisher, day::VARCHAR, status, count(*) FROM {table} GROUP BY ALL ORDER BY ALL")
        assert told.fetchall() == [
            ("Strait News", "2026-03-03", "deleted", 1),
            ("Strait News", "2026-03-03", "published", 1),
            ("Strait News", "2026-03-04", "published", 1),
            (None, "2026-03-04", "published", 1),
        ]
        texts = duckdb.sql(f"SELECT id, text FROM {table} ORDER BY id").fetchall()
        assert texts == sorted((row.id, row.text) for row in rows([archive]))

    @pytest.mark.parametrize(
        "known",
        [
            [(None, "2026-03-03"), (None, "2026-03-04")],
            [(None, "2026-03-03"), ("Strait News", "2026-03-03")],
            [("none", "2026-03-03"), ("none", None)],
            [(None, None)],
        ],
    )
    def test_what_is_not_known_is_read_as_such_by_all(self, tmp_path, known):
        told = [row("text")._replace(publisher=publisher, day=day) for publisher, day in known]
        parquet.write(tmp_path / "tables", told)
        frame = pandas.read_parquet(tmp_path / "tables")
        expected = {(publisher, day and datetime.date.fromisoformat(day)) for publisher, day in known}
        assert set(zip(frame["publisher"], frame["day"], strict=True)) == expected
        for hive in ("true", "false"):
            table = f"read_parquet('{tmp_path}/tables/**/*.parquet', hive_partitioning = {hive})"
            assert set(duckdb.sql(f"SELECT publisher, day FROM {table}").fetchall()) == expected

    @pytest.mark.parametrize("publisher", ["Ж" * 200, "a/b=c", "..", "", "Strait\0News", "x" * 300])
    def test_whatever_a_publisher_is_called_it_has_a_folder_and_is_told_in_full(self, tmp_path, publisher):
        named = row("text")._replace(publisher=publisher, day="2026-03-03")
        parquet.write(tmp_path / "tables", [named, named._replace(publisher=publisher + "x")])
        table = f"read_parquet('{tmp_path}/tables/**/*.parquet', hive_partitioning = true)"
        told = duckdb.sql(f"SELECT publisher, day::VARCHAR FROM {table} ORDER BY ALL").fetchall()
        assert told == [(publisher, "2026-03-03"), (publisher + "x", "2026-03-03")]
        assert len(list((tmp_path / "tables").iterdir())) == 2

    def test_tables_that_exist_are_replaced_where_that_is_meant_and_nothing_else_is(self, archive, tmp_path):
        parquet.write(tmp_path / "tables", [row("old")])
        parquet.write(tmp_path / "tables", rows([archive]), overwrite=True)
        assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/tables/**/*.parquet'").fetchall() == [(4,)]
        assert {path.name for path in tmp_path.iterdir()} == {"archive", "tables"}
        with pytest.raises(lba.ExportError) as caught:
            parquet.check(tmp_path / "archive", overwrite=True)
        assert str(caught.value).startswith(f"{tmp_path}/archive: it holds other things, such as ")
        assert str(caught.value).endswith("; name another folder")
        (tmp_path / "link").symlink_to("tables")
        with pytest.raises(lba.ExportError, match="link: it exists already; name a folder that does not"):
            parquet.check(tmp_path / "link", overwrite=True)

    def test_the_same_rows_give_the_same_files(self, archive, tmp_path):
        def files(folder: Path) -> dict[str, bytes]:
            return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}

        for name in ("one", "two"):
            parquet.write(tmp_path / name, rows([archive]))
        assert files(tmp_path / "one") == files(tmp_path / "two") != {}

    def test_rows_go_in_batches_of_columns(self, archive, tmp_path, monkeypatch):
        columns = parquet._columns(pyarrow, [*rows([archive])])
        assert (len(columns), len(columns[0])) == (len(Row._fields) + 2, 4)
        for name in ("_BATCH", "_GROUP"):
            monkeypatch.setattr(parquet, name, 3)
        parquet.write(tmp_path / "tables", rows([archive]))
        assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/tables/**/*.parquet'").fetchall() == [(4,)]

    def test_a_folder_that_exists_is_one_clear_line(self, tmp_path):
        with pytest.raises(lba.ExportError, match=f"{tmp_path}: it exists already; name a folder that does not"):
            parquet.write(tmp_path, [])

    def test_a_folder_that_cannot_be_made_is_one_clear_line(self, tmp_path):
        with pytest.raises(lba.ExportError) as caught:
            parquet.write(tmp_path / "none" / "tables", [])
        assert str(caught.value) == (
            f"{tmp_path}/none/tables: cannot be written: No such file or directory; check its folder and the disk"
        )

    def test_rows_that_fail_leave_nothing_half_written(self, archive, tmp_path):
        def failing() -> object:
            yield from rows([archive])
            raise lba.ArchiveError("damaged")

        with pytest.raises(lba.ArchiveError, match="damaged"):
            parquet.write(tmp_path / "tables", failing())  # type: ignore[arg-type]
        assert [path.name for path in tmp_path.iterdir()] == ["archive"]

    def test_of_two_that_write_at_once_the_first_to_end_is_kept_whole(self, archive, tmp_path):
        def overtaken() -> Iterator[Row]:
            yield from rows([archive])
            parquet.write(tmp_path / "tables", rows([archive]))

        with pytest.raises(lba.ExportError, match="tables: it exists already; name a folder that does not"):
            parquet.write(tmp_path / "tables", overtaken())
        assert {path.name for path in tmp_path.iterdir()} == {"archive", "tables"}
        assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/tables/**/*.parquet'").fetchall() == [(4,)]

    def test_a_disk_that_fails_is_one_clear_line_and_leaves_nothing(self, archive, tmp_path, monkeypatch):
        def full(*_arguments: object, **_options: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("pyarrow.dataset.write_dataset", full)
        with pytest.raises(lba.ArchiveError) as caught:
            parquet.write(tmp_path / "tables", rows([archive]))
        assert str(caught.value) == (f"{tmp_path}/tables: cannot be written: No space left on device; check the disk")
        assert [path.name for path in tmp_path.iterdir()] == ["archive"]

    def test_without_pyarrow_is_one_clear_line_before_anything_is_written(self, archive, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        with pytest.raises(lba.ArchiveError) as caught:
            catalogue.make(tmp_path / "index", archive, parquet=tmp_path / "tables")
        assert [path.name for path in tmp_path.iterdir()] == ["archive"]
        assert str(caught.value) == (
            "catalogue: Parquet needs pyarrow, which is not installed; pip install 'liveblog-archive[catalogue]'"
        )


class TestFromPython:
    def test_an_index_is_made_and_searched_by_words_and_facts(self, archive, tmp_path):
        index = tmp_path / "index.sqlite"
        counts: list[int] = []
        assert catalogue.make(index, archive, progress=counts.append) == 4
        assert counts == [0, 1, 2, 3]
        (found,) = catalogue.search(index, "ferry", day=datetime.date(2026, 3, 3), status="published")
        assert isinstance(found, Row)
        assert (found.text[:9], found.publisher, found.day) == (AFLOAT, "Strait News", "2026-03-03")
        assert [one.text.startswith(CAFE) for one in catalogue.search(index, quote="pier is")] == [True]
        assert catalogue.search(index, "afloat NOT ferry", expression=True) == []
        assert len(catalogue.search(index, limit=3)) == 3
        with pytest.raises(lba.ArchiveError, match="no status 'gone'"):
            catalogue.search(index, status="gone")
        frame = pandas.DataFrame(catalogue.search(index))
        assert list(frame.columns) == list(Row._fields)

    def test_of_several_sources_with_earlier_words_and_as_tables_that_have_the_same_rows(self, archive, tmp_path):
        made = lba.Archive(archive)
        made.deposit(blog(LATER.replace("afloat", "in port"), FERRY, "Strait News"))
        index, tables = tmp_path / "index.sqlite", tmp_path / "tables"
        assert catalogue.make(index, [archive, Path(archive)], versions="all", parquet=tables) == 6
        assert [one.status for one in catalogue.search(index, "afloat")] == ["earlier"]
        rows_of_tables = duckdb.sql(
            f"SELECT id, version, status FROM '{tables}/**/*.parquet' ORDER BY ALL"
        ).fetchall()
        assert rows_of_tables == sorted((one.id, one.version, one.status) for one in catalogue.search(index))
        with pytest.raises(lba.ExportError, match="tables: it exists already"):
            catalogue.make(tmp_path / "other", archive, parquet=tables)
        assert not (tmp_path / "other").exists()
        assert catalogue.make(index, archive, parquet=tables, overwrite=True) == 4

    def test_a_damaged_blog_is_an_error_or_is_told_once(self, archive, tmp_path):
        (damaged,) = Path(archive).glob("*/*/*/*ferry/v1/content/ledger/*")
        damaged.write_text("")
        with pytest.raises(lba.ArchiveError):
            catalogue.make(tmp_path / "index", archive)
        told: list[lba.LiveBlogError] = []
        assert catalogue.make(tmp_path / "index", archive, parquet=tmp_path / "tables", damaged=told.append) == 1
        assert len(told) == 1

    def test_no_source_at_all(self, tmp_path):
        with pytest.raises(lba.ArchiveError, match=r"^no archive and no folder to index; check the paths$"):
            catalogue.make(tmp_path / "index", [])
        assert list(tmp_path.iterdir()) == []

    def test_versions_that_are_neither_latest_nor_all(self, archive, tmp_path):
        with pytest.raises(lba.ArchiveError, match="no versions 'first'; name one of latest, all"):
            catalogue.make(tmp_path / "index", archive, versions="first")  # type: ignore[arg-type]


class TestWhatIsRefused:
    @pytest.mark.parametrize("words", ["a AND (", '"a', "nobody: a", "a NEAR/ b", "NOT a", "*a", "^"])
    def test_an_expression_that_fts5_cannot_read(self, index, words):
        with pytest.raises(lba.ArchiveError) as caught:
            index.search(Query(words=words, expression=True))
        assert str(caught.value).startswith(f"{words}: not an expression of FTS5: ")
        assert str(caught.value).endswith("; leave expression=True out to look for these words")

    @pytest.mark.parametrize("told", [{"words": "caf\udce9"}, {"quote": "caf\udce9 is"}, {"blog": "\udce9"}])
    def test_bytes_of_a_terminal_that_are_no_text(self, index, told):
        with pytest.raises(lba.ArchiveError) as caught:
            index.search(Query(**told))
        assert r"\udce9" in caught.value.where.encode("unicode_escape").decode()
        assert str(caught.value).endswith(": not UTF-8; write it as UTF-8, which indexes are in")

    @pytest.mark.parametrize(
        ("told", "message"),
        [
            *(
                ({"day": day}, f"not a day: {day!r}; write it as 2026-03-04, or as 2026-03-01..2026-03-04")
                for day in ("yesterday", "2026-02-30", "..", "", "2026-03-01..x", 5)
            ),
            *(({"limit": limit}, f"limit cannot be {limit!r}; give a number from 1") for limit in (0, -1, "5", True)),
            *(({name: 5}, f"{name} cannot be 5; give a text") for name in ("words", "quote", "id", "publisher")),
            ({"words": None}, "words cannot be None; give a text"),
        ],
    )
    def test_a_value_that_cannot_be_read(self, told, message):
        with pytest.raises(lba.ArchiveError) as caught:
            Query(**told)
        assert str(caught.value) == f"query: {message}"

    @pytest.mark.parametrize(
        ("told", "message"),
        [
            ({"status": "gone"}, "no status 'gone'; name one of 'deleted', 'published'"),
            ({"publisher": "strait news"}, "no publisher 'strait news'; name one of 'Strait News'"),
            ({"blog": "rescue"}, f"no blog 'rescue'; name one of '{RESCUE}'"),
            ({"blog": "tag:x"}, f"no blog 'tag:x'; name one of '{FERRY}', '{RESCUE}'"),
        ],
    )
    def test_a_fact_that_no_entry_has(self, index, told, message):
        with pytest.raises(lba.ArchiveError, match=re.escape(message)):
            index.search(Query(**told))

    def test_few_of_many_facts_are_named_to_one_who_gave_another(self, tmp_path):
        many = [row("Calm.")._replace(blog=f"tag:x,2026:{number}") for number in range(7)]
        build(tmp_path / "many.sqlite", many)
        with closing(Index(tmp_path / "many.sqlite")) as index:
            with pytest.raises(lba.ArchiveError, match=r"'tag:x,2026:4' and 2 more"):
                index.search(Query(blog="tag:y"))
            with pytest.raises(lba.ArchiveError, match="none has any publisher: leave it out"):
                index.search(Query(publisher="Strait News"))

    def test_an_index_that_is_not_there_or_none(self, tmp_path):
        with pytest.raises(lba.ArchiveError, match=r"none: no such file; make one with: liveblog-archive index"):
            Index(tmp_path / "none")
        (tmp_path / "text").write_text("words" * 1000)
        with pytest.raises(
            lba.ArchiveError, match="text: cannot be read: file is not a database; check the permissions"
        ):
            Index(tmp_path / "text")
        sqlite3.connect(tmp_path / "other").close()
        (tmp_path / "other").touch()
        with pytest.raises(lba.ArchiveError, match="other: not an index of this version; make it again with"):
            Index(tmp_path / "other")

    def test_an_index_that_is_damaged(self, index, tmp_path):
        path = tmp_path / "index.sqlite"
        data = path.read_bytes()
        path.write_bytes(data[:4096] + bytes(len(data) - 4096))
        with (
            closing(Index(path)) as opened,
            pytest.raises(lba.ArchiveError, match=r"index.sqlite: damaged: .*; make it again with: liveblog-"),
        ):
            opened.search(Query(words="ferry"))

    def test_a_file_that_exists_unless_it_is_to_be_replaced(self, archive, tmp_path):
        build(tmp_path / "index", rows([archive]))
        with pytest.raises(lba.ExportError, match=r"index: it exists already; use overwrite=True"):
            build(tmp_path / "index", [])
        assert build(tmp_path / "index", [], overwrite=True) == 0

    def test_a_device_or_pipe_which_is_never_replaced(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(lba.ExportError, match="pipe: a device or pipe, not a file; name a file"):
            build(tmp_path / "pipe", [], overwrite=True)
        assert (tmp_path / "pipe").is_fifo()

    def test_a_link_is_followed_and_stays_one(self, tmp_path):
        (tmp_path / "link").symlink_to(tmp_path / "index")
        assert build(tmp_path / "link", []) == 0
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "index").is_file()

    def test_a_file_that_cannot_be_written(self, tmp_path):
        with pytest.raises(lba.ExportError) as caught:
            build(tmp_path / "none" / "index", [])
        assert str(caught.value) == (
            f"{tmp_path}/none/index: the folder {tmp_path}/none does not exist; create it first"
        )

    def test_a_python_without_fts5(self, tmp_path, monkeypatch):
        monkeypatch.setattr(index_module, "_TABLES", "CREATE VIRTUAL TABLE words USING fts6 (text);")
        with pytest.raises(
            lba.ArchiveError, match="index: cannot be written: no such module: fts6; check its folder"
        ):
            build(tmp_path / "index", [])
        assert list(tmp_path.iterdir()) == []
