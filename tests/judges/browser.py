"""Chromium as a judge: what a browser makes of pages, asked once for many of them (see browser.mjs)."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from . import ask

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class Answer(NamedTuple):
    """What became of a job: the results of its steps, what the console said, what was requested, and any failure."""

    results: list[Any]
    console: list[str]
    requests: list[str]
    error: str | None


def look(jobs: Sequence[dict[str, Any]]) -> list[Answer]:
    """Return the answers to jobs, in their order; skip the test where there is no browser."""
    executable = next((found for name in NAMES if (found := shutil.which(name))), None)
    if executable is None:
        pytest.skip("Chromium is not installed")
    found = ask("browser.mjs", {"executable": executable, "jobs": list(jobs)})
    assert isinstance(found, list)
    return [Answer(one["results"], one["console"], one["requests"], one.get("error")) for one in found]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on the loopback while the test runs; what is not there is answered with its `404.html`."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = folder / "404.html"
            if code != 404 or not page.exists():
                super().send_error(code, message, explain)
                return
            body = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
