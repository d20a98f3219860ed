"""Addresses that were only written in another way."""

import pytest

from liveblog_archive.identity.addresses import is_respelled

PORT = "The port says: https://port.example/tugs"


@pytest.mark.parametrize(
    "now",
    [
        "The port says: http://port.example/tugs",
        "The port says: https://www.port.example/tugs?utm_source=live",
        "The port says: https://port.example/tugs/",
        "The port says: https://web.archive.example/web/20260304120000/https://port.example/tugs",
        "The port says: http://replay.example/20260304120000im_/http://www.port.example/tugs",
    ],
)
def test_the_same_place_is_respelled(now: str) -> None:
    assert is_respelled(PORT, now)
    assert is_respelled(f"{PORT}\nA: x", f"A: x\n{now}")


@pytest.mark.parametrize(
    "now",
    [
        PORT,
        "",
        "The harbour says: http://port.example/tugs",
        "The port says: http://port.example/tugs#end",
        "The port says: http://port.example/tugs?page=2",
        "The port says: ftp://port.example/tugs",
        "The port says: https://port.example/20260304120000/tugs",
        "The port says: https://web.archive.example/web/20260304120000/https://harbour.example/tugs",
        "The port says: http://[",
        f"{PORT}\n{PORT}",
    ],
)
def test_any_other_change_is_none_of_an_address_alone(now: str) -> None:
    assert not is_respelled(PORT, now)
