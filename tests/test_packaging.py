"""What users install: everything the library needs at run time, nothing else, under licences that allow it."""

import ast
import importlib.metadata
import re
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import liveblog_archive as lba
from tests.storm import ROOT, python

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PACKAGE = ROOT / "src" / "liveblog_archive"
DECLARED = {Requirement(text).name for text in PROJECT["dependencies"]}
EXTRAS = {name: texts for name, texts in PROJECT["optional-dependencies"].items() if name != "test"}
OPTIONAL = {Requirement(text).name for texts in EXTRAS.values() for text in texts}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source distribution, built from the tree as pip builds them."""
    folder = tmp_path_factory.mktemp("dist")
    files = {}
    for kind in ("wheel", "sdist"):
        program = f"import hatchling.build as b, sys; print(b.build_{kind}(sys.argv[1]))"
        done = python("-c", program, str(folder), cwd=ROOT)
        assert done.returncode == 0, done.stderr.decode()
        files[kind] = folder / done.stdout.decode().strip()
    return files


@pytest.fixture
def wheel(built: dict[str, Path]) -> zipfile.ZipFile:
    return zipfile.ZipFile(built["wheel"])


def relative(paths: list[Path], folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in paths}


def read(wheel: zipfile.ZipFile, end: str) -> str:
    (name,) = (name for name in wheel.namelist() if name.endswith(end))
    return wheel.read(name).decode()


def test_the_wheel_holds_the_package_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    own = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    schemas = [path for path in (ROOT / "schemas").iterdir() if path.is_file()]
    expected = {f"liveblog_archive/{name}" for name in relative(own, PACKAGE)}
    expected |= {f"liveblog_archive/_schemas/{path.name}" for path in schemas}
    inside = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert inside == expected


def test_the_wheel_holds_what_is_not_python(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert "liveblog_archive/py.typed" in names
    assert "liveblog_archive/exporters/pdf/fonts/NotoSans-Regular.ttf" in names
    assert "liveblog_archive/exporters/pdf/fonts/OFL.txt" in names
    assert {f"liveblog_archive/_schemas/liveblog-1.{kind}" for kind in ("rng", "xsd", "schema.json")} <= names
    assert {name.rpartition(".dist-info/")[2] for name in names if "/licenses/" in name} == {
        "licenses/LICENSE",
        "licenses/src/liveblog_archive/exporters/pdf/fonts/OFL.txt",
    }


def test_the_wheel_s_schemas_are_those_of_the_source_tree(wheel: zipfile.ZipFile) -> None:
    for path in (ROOT / "schemas").iterdir():
        assert wheel.read(f"liveblog_archive/_schemas/{path.name}") == path.read_bytes()


def test_the_command_is_installed(wheel: zipfile.ZipFile) -> None:
    assert read(wheel, "entry_points.txt").split("\n")[:2] == [
        "[console_scripts]",
        "liveblog-archive = liveblog_archive.cli:main",
    ]


def test_the_version_is_written_once(wheel: zipfile.ZipFile) -> None:
    metadata = message_from_string(read(wheel, ".dist-info/METADATA"))
    assert metadata["Version"] == lba.__version__
    assert "version" in PROJECT["dynamic"]
    literal = f'"{lba.__version__}"'
    holders = [
        path for path in [*PACKAGE.rglob("*.py"), ROOT / "pyproject.toml"] if literal in path.read_text("utf-8")
    ]
    assert holders == [PACKAGE / "version.py"]
    assert f"{lba.__version__}," in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_wheel_states_licence_python_and_dependencies(wheel: zipfile.ZipFile) -> None:
    metadata = message_from_string(read(wheel, ".dist-info/METADATA"))
    assert metadata["License-Expression"] == "Apache-2.0 AND OFL-1.1 AND CC-BY-SA-3.0"
    assert metadata["Requires-Python"] == ">=3.11"
    required = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    assert {one.name for one in required if one.marker is None} == DECLARED
    assert {one.name for one in required if one.marker and "test" not in str(one.marker)} == OPTIONAL


def test_the_source_distribution_holds_what_the_tests_need(built: dict[str, Path]) -> None:
    with tarfile.open(built["sdist"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("src", "schemas", "examples", "tests", "docs"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"]
        files = [path for path in files if not {"node_modules", "site-packages"} & {*path.parts}]  # of the judges
        assert relative(files, ROOT) <= names
    assert {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"} <= names


# Dependencies


def imported_names() -> set[str]:
    """Return the packages that the library imports and that are neither its own nor Python's."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(str(node.module).partition(".")[0])
    return found - sys.stdlib_module_names


def test_every_dependency_is_used_and_every_use_declared() -> None:
    # Data is read, not imported. pyspark imports pandas and brings py4j; fsspec imports s3fs.
    data = {"tzdata", "pyphen", "noto-cjk-sans-jp-regular"}
    assert imported_names() - {"py4j"} | {"pandas", "s3fs"} | data == DECLARED | OPTIONAL


def test_every_extra_is_tested() -> None:
    tested = [Requirement(text) for text in PROJECT["optional-dependencies"]["test"]]
    assert [one.extras for one in tested if one.name == "liveblog-archive"] == [set(EXTRAS)]


def installed_with(names: set[str]) -> set[str]:
    """Return these distributions and all that they require here, at any remove."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        for text in importlib.metadata.requires(name) or []:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting |= {requirement.name.lower()} - found
    return found


def licence(name: str) -> str:
    """Return what a distribution says of its licence: expression, classifiers, and the first line of free text."""
    metadata = importlib.metadata.metadata(name)
    classifiers = [text for text in metadata.get_all("Classifier", []) if text.startswith("License ::")]
    free = str(metadata.get("License", "")).partition("\n")[0]
    return " ".join([str(metadata.get("License-Expression", "")), *classifiers, free]).strip()


def test_the_licence_of_everything_installed_is_stated_and_none_is_a_gpl() -> None:
    licences = {name: licence(name) for name in installed_with(DECLARED | OPTIONAL)}
    assert set(licences) >= DECLARED | OPTIONAL | {"referencing"}  # what jsonschema brings along
    assert [name for name, text in licences.items() if not text] == []
    forbidden = re.compile(r"\bA?GPL|(?<!Lesser )General Public", re.IGNORECASE)
    # pyphen may be had under any of three licences, one of which is the Mozilla Public License.
    assert {name for name, text in licences.items() if forbidden.search(text) and "Mozilla" not in text} == set()


def test_every_dependency_is_explained_with_its_licence() -> None:
    page = (ROOT / "docs" / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\| \w.*\|$", page, re.MULTILINE)]
    explained = {row[0]: row for row in rows if row[0] != "package"}
    assert set(explained) == DECLARED | OPTIONAL
    for name, (_, stated, reason, loaded) in explained.items():
        family = re.match(r"\w+", stated)
        assert family is not None
        assert family[0].lower() in licence(name).lower(), f"{name} says: {licence(name)}"
        assert len(reason) > 20
        assert loaded
    for name in installed_with(DECLARED) - DECLARED:
        assert f"`{name}`" in page, name
