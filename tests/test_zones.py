"""Time zones come from the pinned package, whatever the machine has."""

import copy
import os
import pickle
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import liveblog_archive
from liveblog_archive.errors import ModelError
from liveblog_archive.zones import Zone, ahead_of_utc, keys, zone

SOURCE = Path(liveblog_archive.__file__).parents[1]


@pytest.mark.parametrize("key", ["", "Nowhere/Town", "GMT+3", "../zones", "/etc/localtime", "CET+1", "Asia"])
def test_an_unknown_key_is_refused(key):
    with pytest.raises(ModelError) as caught:
        zone(key)
    assert str(caught.value) == (
        f"LiveBlog.timezone: unknown time zone {key!r}; give an IANA key such as Asia/Yerevan or UTC"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("istanbul", "Asia/Istanbul or Europe/Istanbul"),
        ("europe/istanbul", "Europe/Istanbul"),
        ("New York", "America/New_York"),
    ],
)
def test_a_place_that_is_no_key_is_answered_with_those_that_it_is_in(typed, meant):
    with pytest.raises(ModelError, match=f"; give an IANA key such as {meant}$"):
        zone(typed)


@pytest.mark.parametrize(
    ("key", "hours"),
    [("Asia/Yerevan", 4), ("UTC", 0), ("Etc/GMT+4", -4), ("America/Port-au-Prince", -5), ("GB-Eire", 0)],
)
def test_a_zone_is_found_by_its_key(key, hours):
    found = zone(key)
    assert (found.key, type(found)) == (key, Zone)
    assert datetime(2021, 11, 16, tzinfo=found).utcoffset() == timedelta(hours=hours)


def test_every_key_of_the_package_can_be_read():
    moment = datetime(2021, 11, 16, tzinfo=UTC)
    assert len(keys()) > 500
    for key in keys():
        assert moment.astimezone(zone(key)) == moment


def test_a_zone_is_read_once():
    assert zone("Asia/Yerevan") is zone("Asia/Yerevan")


def test_a_zone_survives_pickling_and_copying_as_itself():
    yerevan = zone("Asia/Yerevan")
    assert pickle.loads(pickle.dumps(yerevan)) is yerevan
    assert copy.deepcopy(yerevan) is yerevan


def test_a_zone_is_a_zoneinfo_for_everybody_else():
    assert isinstance(zone("Asia/Yerevan"), ZoneInfo)


def test_the_zone_files_of_the_machine_do_not_shine_through(tmp_path):
    """A machine where Yerevan is a copy of Kathmandu still gives the offset of the package."""
    wrong = tmp_path / "Asia" / "Yerevan"
    wrong.parent.mkdir()
    kathmandu = Path(sys.modules["tzdata"].__file__).parent / "zoneinfo" / "Asia" / "Kathmandu"
    wrong.write_bytes(kathmandu.read_bytes())
    script = (
        "from datetime import datetime; from zoneinfo import ZoneInfo; from liveblog_archive.zones import zone; "
        "print(*(datetime(2021, 11, 16, tzinfo=z('Asia/Yerevan')).utcoffset() for z in (ZoneInfo, zone)))"
    )
    environment = os.environ | {"PYTHONTZPATH": str(tmp_path), "PYTHONPATH": str(SOURCE)}
    found = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert found.stdout.decode().split() == ["5:45:00", "4:00:00"]


@pytest.mark.parametrize(
    ("minutes", "name"), [(0, "UTC"), (240, "UTC+4"), (345, "UTC+5:45"), (-210, "UTC−3:30"), (-600, "UTC−10")]
)
def test_offsets_are_named_as_people_read_them(minutes, name):
    assert ahead_of_utc(timedelta(minutes=minutes)) == name
