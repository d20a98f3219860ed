"""Calendars on a server: what a synchronising client uploads, updates and leaves alone (vdirsyncer, Radicale)."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive.archive import Archive, Version
from tests.archive.captures import clock

ID = "tag:news.example,2026-03-03:strait"
TIMES = ("3:20", "3:45", "4:10", "4:30", "5:05", "5:20", "5:50", "6:10", "6:40")
LINES = [
    "Storm in the strait, live",
    "",
    "March 3, 2026",
    "",
    *(f"{time} p.m.: Report number {number} from the harbour, where the wind rises."
      for number, time in enumerate(TIMES, 1)),
    "",
    "Schools stay closed",
    "All of them, until the ferry is afloat again.",
]  # fmt: skip
COLLECTION = "/storm/calendar/"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Return the address of a calendar on a server of its own, on this machine, that ends with the test."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    options = {"server-hosts": host, "auth-type": "none", "storage-filesystem-folder": str(tmp_path / "served")}
    told = [f"--{name}={value}" for name, value in options.items()]
    with (tmp_path / "server.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "radicale", *told], stdout=log, stderr=log)
    try:
        make(f"http://{host}{COLLECTION}", process, tmp_path / "server.log")
        yield f"http://{host}{COLLECTION}"
    finally:
        process.terminate()
        process.wait(30)


def make(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Make the calendar as soon as the server answers."""
    request = urllib.request.Request(address, method="MKCALENDAR", headers={"Authorization": "Basic c3Rvcm06"})
    for _ in range(900):
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(request, timeout=30):
                return
        except ConnectionError:
            time.sleep(0.1)
        except urllib.error.URLError as error:
            assert isinstance(error.reason, ConnectionError), error
            time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture
def client(tmp_path: Path, server: str) -> Path:
    """Return the configuration of a client that keeps the server's calendar like the file `storm.ics`."""
    path = tmp_path / "vdirsyncer.conf"
    path.write_text(
        f'''
[general]
status_path = "{tmp_path}/status/"
[pair storm]
a = "file"
b = "server"
collections = null
conflict_resolution = "a wins"
[storage file]
type = "singlefile"
path = "{tmp_path}/storm.ics"
[storage server]
type = "caldav"
url = "{server}"
username = "storm"
password = ""
'''
    )
    run(path, "discover")
    return path


def run(configuration: Path, verb: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "vdirsyncer", "-c", str(configuration), verb],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def synchronise(configuration: Path) -> Counter[str]:
    """Return how many events were uploaded, updated and deleted on the server."""
    said = run(configuration, "sync")
    return Counter(
        verb for verb in re.findall(r"(uploading|updating|[Dd]eleting)\)? item [^\n]* (?:to|from) server", said)
    )


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive", clock=clock())


def deposit(archive: Archive, lines: list[str]) -> Version:
    text = "\n".join(lines)
    return archive.deposit(lba.parse(text, timezone="Europe/Istanbul", id=ID), text.encode())


def served(address: str) -> str:
    request = urllib.request.Request(address, headers={"Authorization": "Basic c3Rvcm06"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize("profile", ["events", "journal"])
def test_only_what_changed_is_sent_again(
    tmp_path: Path, archive: Archive, client: Path, server: str, profile: str
) -> None:
    target = tmp_path / "storm.ics"
    target.write_bytes(archive.export(deposit(archive, LINES), "ical", profile=profile))
    assert synchronise(client) == {"uploading": 10}

    revised = [line.replace("Report number 2", "Corrected report 2").replace("afloat", "in port") for line in LINES]
    version = deposit(archive, revised)
    target.write_bytes(archive.export(version, "ical", profile=profile))
    assert synchronise(client) == {"updating": 2}
    assert served(server).count("SEQUENCE:1\r\n") == 2

    target.write_bytes(archive.export(version, "ical", profile=profile))
    assert synchronise(client) == {}

    target.write_bytes(archive.export(deposit(archive, [*revised[:5], *revised[6:]]), "ical", profile=profile))
    assert synchronise(client) == {"updating": 1}
    cancelled = [event for event in served(server).split("BEGIN:V") if "STATUS:CANCELLED" in event]
    assert [re.findall(r"SEQUENCE:(\d+)", event) for event in cancelled] == [["2"]]
