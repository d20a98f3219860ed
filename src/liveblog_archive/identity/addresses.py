"""Addresses that were only written in another way: they lead to the same place, and no reader sees another thing."""

from urllib.parse import urlsplit

from .slugs import shown_at


def is_respelled(old: str, new: str) -> bool:
    """Tell whether lines that end with addresses differ in no more than how these are written.

    That is with `http` or `https`, with `www.` or not, in parameters that say where a reader came from, and as a web
    archive shows it.

    >>> is_respelled("The port: http://port.example/tugs", "The port: https://port.example/tugs?utm_source=live")
    True
    >>> is_respelled("The port: https://port.example/tugs", "The port: https://port.example/tugs?page=2")
    False
    """
    return old != new and sorted(map(_place, old.split("\n"))) == sorted(map(_place, new.split("\n")))


def _place(line: str) -> tuple[str, str, str]:
    """Return what stands before the address at the end of a line, and what that shows."""
    said, _, address = line.rpartition(" ")
    try:
        parts = urlsplit(address)
    except ValueError:
        return said, address, ""
    return (said, shown_at(address), parts.fragment) if parts.scheme in ("http", "https") else (said, address, "")
