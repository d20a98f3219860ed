"""Engines: each gives what one process gives, byte for byte; killed workers lose nothing and double nothing."""

import multiprocessing
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

import distributed
import pyarrow
import pytest

import liveblog_archive as lba
from liveblog_archive.batching.documents import find
from liveblog_archive.batching.engines import Engine, Serial, dask, engine, executors, pool, spark
from liveblog_archive.batching.engines.pool import Pool
from liveblog_archive.batching.engines.spark import Spark
from liveblog_archive.batching.manifest import Manifest
from liveblog_archive.batching.places import Destination
from liveblog_archive.batching.run import Progress
from liveblog_archive.batching.shards import Shard, cut
from tests.batching.blogs import ZONE, Deadly, fill, job, tree
from tests.judges.programs import program
from tests.storm import PATH

# What these packages say of their own use of Python, of NumPy and of each other; nothing of it is ours to mend.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:(distributed|tornado|pyspark|py4j)"),
    pytest.mark.filterwarnings("ignore:.*:FutureWarning:pyspark"),
]
COUNT = 24


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("source") / "in", COUNT)


@pytest.fixture(scope="module")
def serial(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process leaves."""
    out = tmp_path_factory.mktemp("serial") / "out"
    lba.batch(source, out, timezone=ZONE, jobs=1, to=["jsonld", "xml"])
    return tree(out)


def carried(engine: Engine, shards: list[Shard], out: Path) -> list[tuple[str, str]]:
    """Let an engine do shards; return key and status of what was told, in key order."""
    destination = Destination(str(out))
    destination.make()
    results = [result.record for results in engine.run(job(out), iter(shards)) for result in results]
    manifest = Manifest(destination)
    manifest.finish()
    destination.clear_staging()
    kept = list(manifest.records())
    assert sorted(results, key=lambda record: record.key) == sorted(kept, key=lambda record: record.key)
    return [(record.key, record.status) for record in kept]


def shards(source: Path, *, deadly: str, mercy: str | None = None, size: int = 4) -> list[Shard]:
    """Return the documents of a source as shards, one of them deadly."""
    documents = [
        Deadly(one.key, one.address, one.size, spared=os.getpid(), mercy=mercy) if one.key == deadly else one
        for one in find(str(source)).documents
    ]
    groups = [documents[start : start + size] for start in range(0, len(documents), size)]
    return [Shard(f"000001-{index:08}.jsonl", tuple(group)) for index, group in enumerate(groups)]


class TestPool:
    def test_gives_what_one_process_gives(self, source, serial, tmp_path):
        summary = lba.batch(source, tmp_path / "out", timezone=ZONE, jobs=2, to=["jsonld", "xml"])
        assert summary.written == COUNT
        assert tree(tmp_path / "out") == serial

    def test_starts_all_workers_at_once(self):
        with Pool(3)._opened(3) as executor:
            assert len(executor._processes) == 3

    def test_does_once_more_what_a_worker_had_that_was_killed(self, source, tmp_path):
        (tmp_path / "mercy").touch()
        done = carried(Pool(2), shards(source, deadly="005.txt", mercy=str(tmp_path / "mercy")), tmp_path / "out")
        assert len(done) == COUNT
        assert {status for _, status in done} == {"done"}

    def test_finds_the_one_document_that_kills_each_time_and_does_the_rest(self, source, tmp_path):
        begun = tmp_path / "out" / "blogs" / "005.txt.jsonld"
        begun.parent.mkdir(parents=True)
        begun.touch()  # as if it had been killed between two formats
        done = carried(Pool(2), shards(source, deadly="005.txt")[:2], tmp_path / "out")
        assert [key for key, status in done if status == "failed"] == ["005.txt"]
        assert len(done) == 8
        said = (tmp_path / "out" / "failed.jsonl").read_text()
        assert "005.txt: the process that read it was killed, each time; see whether it takes too much memory" in said
        assert not begun.exists()

    def test_a_pool_that_breaks_while_shards_are_given_to_it_loses_none(self, source, tmp_path):
        class Breaking(ProcessPoolExecutor):
            """An executor that is told of the end of its workers when it is given the second shard."""

            given = 0

            def submit(self, *arguments: object, **more: object) -> Future[object]:  # type: ignore[override]
                type(self).given += 1
                if type(self).given == 2:
                    raise BrokenProcessPool
                return super().submit(*arguments, **more)  # type: ignore[arg-type]

        @contextmanager
        def opened(_: int) -> Iterator[Breaking]:
            with Breaking(1, mp_context=multiprocessing.get_context("spawn")) as executor:
                yield executor

        Destination(str(tmp_path / "out")).make()
        means = executors.Means(workers=1, opened=opened, killed=BrokenProcessPool)
        documents = find(str(source)).documents[:3]
        some = cut(documents, 3, 1, 1)
        done = list(executors.run(job(tmp_path / "out"), some, means))
        assert sorted(result.record.key for results in done for result in results) == [one.key for one in documents]

    def test_a_script_that_starts_itself_again_and_again_is_told_how_not_to(self, source, tmp_path):
        script = tmp_path / "script.py"
        call = f"lba.batch({str(source)!r}, {str(tmp_path / 'out')!r}, timezone={ZONE!r}, jobs=2)"
        script.write_text(f"import liveblog_archive as lba\n{call}\n")
        done = subprocess.run([sys.executable, script], env=os.environ | PATH, capture_output=True, check=False)
        assert done.stderr.decode().splitlines()[-1] == (
            "liveblog_archive.errors.ExportError: batch: no process can be started; "
            "in a script, call it under: if __name__ == '__main__':"
        )

    def test_processes_that_cannot_be_started_are_one_clear_line(self, source, tmp_path, monkeypatch):
        def refuse(*_: object) -> None:
            raise BrokenProcessPool

        monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
        with pytest.raises(lba.ExportError, match="batch: no process can be started; in a script, call it under"):
            lba.batch(source, tmp_path / "out", jobs=2)

    def test_a_worker_ends_with_the_process_that_started_it_and_leaves_the_keyboard_to_it(self, monkeypatch):
        class Parent:
            """A process that has ended."""

            def join(self) -> None:
                pass

        told: list[object] = []
        monkeypatch.setattr(multiprocessing, "parent_process", Parent)
        monkeypatch.setattr(os, "_exit", told.append)
        monkeypatch.setattr(signal, "signal", lambda *what: told.append(what))
        monkeypatch.setattr(threading.Thread, "start", threading.Thread.run)
        pool._end_with_parent()
        assert told == [(signal.SIGINT, signal.SIG_IGN), 1]
        monkeypatch.setattr(multiprocessing, "parent_process", lambda: None)
        pool._wait_for_parent()
        assert told[2:] == []

    def test_there_is_a_process_for_each_processor_that_may_be_used(self, monkeypatch):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {2, 5, 7}, raising=False)
        assert engine("pool", None, None, private=False).workers == 3
        monkeypatch.delattr(os, "sched_getaffinity")
        monkeypatch.setattr(os, "cpu_count", lambda: 4)
        assert engine("pool", None, None, private=False).workers == 4

    def test_one_process_is_the_one_there_is(self, source, tmp_path):
        assert len(carried(Serial(), shards(source, deadly="005.txt"), tmp_path / "out")) == COUNT


class TestDask:
    """One cluster is started, and all is asked of it in turn."""

    def test_a_cluster_whose_workers_and_scheduler_go_away(self, source, serial, tmp_path):
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster:
            self.one_that_loses_a_worker_gives_what_one_process_gives(cluster, source, serial, tmp_path / "a")
            self.one_finds_the_document_that_kills_each_time(cluster, source, tmp_path / "b")
            self.one_that_loses_its_scheduler_says_so_and_keeps_what_is_done(cluster, source, tmp_path / "c")

    def one_that_loses_a_worker_gives_what_one_process_gives(self, cluster, source, serial, out):
        killed: list[int] = []

        def kill(at: Progress) -> None:
            if at.done and not killed:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        told = {"timezone": ZONE, "to": ["jsonld", "xml"], "engine": "dask", "scheduler": cluster.scheduler_address}
        summary = lba.batch(source, out, progress=kill, **told)
        assert killed
        assert (summary.written, summary.failed) == (COUNT, 0)
        assert tree(out) == serial

    def one_finds_the_document_that_kills_each_time(self, cluster, source, out):
        cluster.scheduler.allowed_failures = 0
        engine = dask.Dask(cluster.scheduler_address)
        done = carried(engine, shards(source, deadly="005.txt", size=1)[2:5], out)
        assert done == [("004.txt", "done"), ("005.txt", "failed"), ("007.txt", "done")]

    def one_that_loses_its_scheduler_says_so_and_keeps_what_is_done(self, cluster, source, out):
        def stop(at: Progress) -> None:
            if at.done:
                cluster.close()

        address = cluster.scheduler_address
        with pytest.raises(lba.ExportError) as caught:
            lba.batch(source, out, timezone=ZONE, engine="dask", scheduler=address, progress=stop)
        assert str(caught.value) == (
            f"{address}: the scheduler went away; start it again, and run the same once more: what is done is kept"
        )
        assert list((out / "parts").iterdir())

    def test_a_scheduler_without_workers_is_one_clear_line(self, source, tmp_path, monkeypatch):
        monkeypatch.setattr(executors, "_LOOK", 0.05)
        monkeypatch.setattr(dask, "_LOOKS", 2)
        with distributed.LocalCluster(
            n_workers=0, dashboard_address=None, silence_logs=50
        ) as cluster, pytest.raises(lba.ExportError) as caught:  # fmt: skip
            lba.batch(source, tmp_path / "out", engine="dask", scheduler=cluster.scheduler_address)
        assert str(caught.value) == (
            f"{cluster.scheduler_address}: it has no worker left; start workers, and run the same once more"
        )

    @pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://"])
    def test_a_scheduler_that_does_not_answer_is_one_clear_line(self, source, tmp_path, monkeypatch, address):
        monkeypatch.setattr(dask, "_TIMEOUT", 0.2)
        with pytest.raises(lba.ExportError) as caught:
            lba.batch(source, tmp_path / "out", timezone=ZONE, engine="dask", scheduler=address)
        assert str(caught.value) == f"{address}: the scheduler does not answer; start it, or correct the address"

    def test_a_scheduler_that_takes_a_connection_and_says_nothing_does_not_answer(
        self, source, tmp_path, monkeypatch
    ):
        monkeypatch.setattr(dask, "_TIMEOUT", 0.2)
        with socket.create_server(("127.0.0.1", 0)) as mute:
            address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
            with pytest.raises(lba.ExportError, match=f"{address}: the scheduler does not answer; start it"):
                lba.batch(source, tmp_path / "out", timezone=ZONE, engine="dask", scheduler=address)

    def test_an_address_that_dask_is_not_configured_for_is_one_clear_line(self, source, tmp_path):
        with pytest.raises(lba.ExportError) as caught:
            lba.batch(source, tmp_path / "out", timezone=ZONE, engine="dask", scheduler="tls://127.0.0.1:9")
        assert str(caught.value).startswith("tls://127.0.0.1:9: no connection: TLS expects a `ssl_context` argument")
        assert str(caught.value).endswith("; check how Dask is configured")

    def test_without_the_package_is_one_clear_line(self, source, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "distributed", None)
        with pytest.raises(lba.ExportError) as caught:
            lba.batch(source, tmp_path / "out", engine="dask", scheduler="tcp://a:1")
        assert str(caught.value) == "dask: Dask is not installed; pip install 'liveblog-archive[dask]'"


class LocalSession:
    """What `Spark` asks of a session, done in this process: where there is no Java, too."""

    defaultParallelism = 1  # noqa: N815 - as Spark calls it

    def __init__(self) -> None:
        self.failure: Exception | None = None

    @property
    def sparkContext(self) -> "LocalSession":  # noqa: N802
        return self

    def parallelize(self, rows: list[tuple[bytes]], partitions: int) -> list[tuple[bytes]]:
        assert len(rows) == partitions
        return rows

    def createDataFrame(self, rows: list[tuple[bytes]], schema: str) -> "LocalFrame":  # noqa: N802
        if self.failure:
            raise self.failure
        return LocalFrame([pyarrow.RecordBatch.from_pylist([{"shard": value}]) for (value,) in rows])


class LocalFrame:
    def __init__(self, batches: list[pyarrow.RecordBatch]) -> None:
        self.batches = batches

    def mapInArrow(self, function, schema: str) -> "LocalFrame":  # noqa: N802
        return LocalFrame(list(function(iter(self.batches))))

    def collect(self) -> list[tuple[bytes]]:
        return [(value.as_py(),) for batch in self.batches for value in batch.column(0)]


class TestSpark:
    """Spark is started once, and all is asked of it in turn."""

    def test_on_this_machine(self, source, serial, tmp_path, monkeypatch):
        program("java")
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
        monkeypatch.setenv("PYTHONPATH", PATH["PYTHONPATH"])
        monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        quiet = "--conf spark.ui.enabled=false --conf spark.log.level=OFF pyspark-shell"
        monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", quiet)
        engine = Spark("local[2]")
        try:
            self.it_gives_what_one_process_gives(source, serial, tmp_path / "a")
            self.a_worker_that_is_killed_each_time_is_said_and_what_is_done_is_kept(engine, source, tmp_path / "b")
        finally:
            engine._session.stop()

    def it_gives_what_one_process_gives(self, source, serial, out):
        told = {"timezone": ZONE, "to": ["jsonld", "xml"], "engine": "spark", "scheduler": "local[2]"}
        assert lba.batch(source, out, **told).written == COUNT
        assert tree(out) == serial
        assert lba.batch(source, out, **told).kept == COUNT

    def a_worker_that_is_killed_each_time_is_said_and_what_is_done_is_kept(self, engine, source, out):
        Destination(str(out)).make()
        with pytest.raises(lba.ExportError) as caught:
            list(engine.run(job(out), shards(source, deadly="005.txt", size=2)))
        assert str(caught.value).startswith("spark: Spark gave up: ")
        assert str(caught.value).endswith("; see its log, and run the same once more: what is done is kept")
        summary = lba.batch(source, out, timezone=ZONE, jobs=1)
        assert summary.kept > 0
        assert summary.kept + summary.written == COUNT

    def test_a_worker_does_the_shards_of_record_batches_one_after_the_other(self, source, tmp_path):
        Destination(str(tmp_path / "out")).make()
        some = list(cut(find(str(source)).documents[:2], 2, 1, 1))
        values = pyarrow.array([pickle.dumps((job(tmp_path / "out"), shard)) for shard in some], pyarrow.binary())
        given = [pyarrow.RecordBatch.from_arrays([values], ["shard"])]
        done = [pickle.loads(batch.column(0)[0].as_py()) for batch in spark._map_batches(given)]
        assert [[result.record.key for result in results] for results in done] == [["001.txt"], ["002.txt"]]
        assert len(list((tmp_path / "out" / "parts").iterdir())) == 2

    def test_shards_are_given_in_waves_and_what_fails_is_said(self, source, tmp_path, monkeypatch):
        from pyspark.sql import SparkSession

        session = LocalSession()
        monkeypatch.setattr(SparkSession.Builder, "getOrCreate", lambda _: session)
        Destination(str(tmp_path / "out")).make()
        engine = Spark("local[1]")
        some = list(cut(find(str(source)).documents, COUNT, 1, 1))
        assert len(list(engine.run(job(tmp_path / "out"), some))) == len(some)
        session.failure = spark._java_failures()[0]("the gateway is gone\nand more")
        with pytest.raises(lba.ExportError) as caught:
            list(engine.run(job(tmp_path / "out"), some))
        assert str(caught.value) == (
            "spark: Spark gave up: the gateway is gone; see its log, and run the same once more: what is done is kept"
        )

    def test_what_a_worker_cannot_write_is_said_as_any_other_engine_says_it(self, source, tmp_path, monkeypatch):
        from pyspark.sql import SparkSession

        monkeypatch.setattr(SparkSession.Builder, "getOrCreate", lambda _: LocalSession())
        Destination(str(tmp_path / "out")).make()
        (tmp_path / "out" / "parts").touch()
        with pytest.raises(lba.ExportError) as caught:
            list(Spark("local[1]").run(job(tmp_path / "out"), cut(find(str(source)).documents, COUNT, 1, 1)))
        assert str(caught.value).startswith(f"{tmp_path}/out/parts/000001-00000000.jsonl: ")

    def test_a_master_that_is_none_is_one_clear_line(self, source, tmp_path, monkeypatch):
        from pyspark.sql import SparkSession

        def refuse(_: object) -> None:
            raise RuntimeError("Java gateway process exited\nand more")

        monkeypatch.setattr(SparkSession.Builder, "getOrCreate", refuse)
        with pytest.raises(lba.ExportError) as caught:
            lba.batch(source, tmp_path / "out", engine="spark")
        assert str(caught.value) == (
            "spark: no session: Java gateway process exited; check the master, and that Java is installed"
        )

    def test_without_the_package_is_one_clear_line(self, source, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyspark.errors", None)
        with pytest.raises(lba.ExportError) as caught:
            lba.batch(source, tmp_path / "out", engine="spark")
        assert str(caught.value) == "spark: Spark is not installed; pip install 'liveblog-archive[spark]'"
