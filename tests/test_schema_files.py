"""Schema files: the same loader finds them in a source tree and in a wheel."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from liveblog_archive import schema_files
from liveblog_archive.errors import LiveBlogError

ROOT = Path(__file__).parents[1]


def test_a_source_tree_has_them_beside_the_sources() -> None:
    assert schema_files.schema_path("context.jsonld") == ROOT / "schemas" / "context.jsonld"
    assert schema_files.schema_bytes("context.jsonld") == (ROOT / "schemas" / "context.jsonld").read_bytes()


def test_an_installed_package_carries_them(tmp_path: Path) -> None:
    """Lays out what the wheel holds, by the build's own table, and asks a process that sees nothing else."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    for package in wheel["packages"]:
        shutil.copytree(ROOT / package, tmp_path / Path(package).name)
    for source, target in wheel["force-include"].items():
        shutil.copytree(ROOT / source, tmp_path / target)
    program = "from liveblog_archive.schema_files import schema_path; print(schema_path('liveblog-1.schema.json'))"
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(run.stdout.strip()) == tmp_path / "liveblog_archive" / "_schemas" / "liveblog-1.schema.json"


@pytest.mark.parametrize("name", ["liveblog-9.xsd", "../pyproject.toml", ""])
def test_another_name_is_an_error_that_lists_those_there_are(name: str) -> None:
    with pytest.raises(LiveBlogError) as caught:
        schema_files.schema_path(name)
    assert caught.value.what == f"no schema file {name!r}"
    assert "context.jsonld, liveblog-1" in caught.value.remedy
