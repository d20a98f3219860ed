"""The shape of the house: who imports whom, who touches the world, and how long anything may be.

Every check is a function from sources to findings, and is shown to fail on a small bad source.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import liveblog_archive
from tests.markdown import first_column, sections
from tests.storm import PATH, ROOT

PACKAGE = Path(liveblog_archive.__file__).parent
MODULE_LINES = 400
FUNCTION_LINES = 44

Sources = dict[str, str]
Findings = list[str]

# A room, and the only rooms above it that it may import.
ALLOWED = {
    "version": set(),
    "locks": set(),
    "syncing": set(),
    "litter": set(),
    "refusals": {"errors"},
    "zones": {"errors"},
    "model": {"errors", "zones"},
    "canonical": {"model"},
    "identity": {"canonical", "errors", "model"},
    "searching": {"identity"},
    "characters": set(),
    "hyperlinks": set(),
    "formats": set(),
    "merging": {"canonical", "errors", "identity", "model", "version"},
    "cldr": set(),
    "overview": {"citation", "cldr", "errors", "model", "zones"},
    "folders": {"errors", "litter", "locks", "refusals", "syncing"},
}
# A room, and the rooms above it that it must not import, in any function either.
FORBIDDEN = {
    "exporters": {"importers"},
    "validation": {"exporters", "importers", "interchange"},
    "archive": {"importers", "validation"},
    "site": {"importers", "validation"},
    "batching": {"files"},
    "api": {"folders", "site"},
}
HEAVY = (
    "babel",
    "feedparser",
    "fsspec",
    "icalendar",
    "jinja2",
    "lxml",
    "pyarrow",
    "pyphen",
    "sqlite3",
    "uharfbuzz",
    "warcio",
)

# Who may open what: people's files, the machine's null device, and data that is installed with a package.
FILES = {"archive.storage", "batching.places", "files", "folders", "syncing"}
PACKAGE_DATA = {
    "zones",
    "schema_files",
    "exporters.pdf.fonts",
    "exporters.pdf.hyphenation",
    "cldr",
    "importers.mapping",
}
PACKAGE_DATA |= {"overview.furniture.catalogue", "exporters.html.printing", "exporters.html.words"}
PACKAGE_DATA |= {"exporters.pdf.hyphenation"}
# Who opens the files inside an archive that is itself held as bytes.
IN_MEMORY = {"importers.packed", "importers.warc.records"}
READING = {"open", "read_bytes", "read_text"}
WRITING = {"write_bytes", "write_text", "unlink", "mkdir", "rename", "replace", "rmdir", "touch"}
CLOCKS_AND_CHANCE = {"time", "random", "secrets", "locale", "socket", "platform", "getpass"}
WORLDLY_CALLS = {"now", "today", "utcnow", "uuid1", "uuid4", "urandom", "getenv", "hash"}
WORLDLY_NAMES = {"environ", "environb"}


def sources(package: Path = PACKAGE) -> Sources:
    """Return the source of each module by its name in the package, which is itself called ``."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = path.read_text(encoding="utf-8")
    return found


OURS = sources()


def packages(modules: Sources) -> set[str]:
    """Return the modules that others stand in."""
    return {""} | {name.rpartition(".")[0] for name in modules}


def statements(tree: ast.AST, *, everywhere: bool) -> Iterator[ast.stmt]:
    """Yield statements; with `everywhere=False` only those that run when the module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.stmt):
            yield node
        if everywhere or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from statements(node, everywhere=everywhere)


@cache
def import_statements(source: str, *, everywhere: bool) -> list[ast.Import | ast.ImportFrom]:
    """Return the statements that import in a source; each is parsed once, for most are of modules that all see."""
    return [
        node
        for node in statements(ast.parse(source), everywhere=everywhere)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def imports(name: str, modules: Sources, *, everywhere: bool = True) -> set[str]:
    """Return what a module imports: modules of ours by their name with a dot before it, others as written."""
    inside = packages(modules)
    here = name.split(".") if name in inside else name.split(".")[:-1]
    found = set()
    for node in import_statements(modules[name], everywhere=everywhere):
        if isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("liveblog_archive") for alias in node.names}
        else:
            module = node.module or ""
            if node.level == 0 and module.partition(".")[0] != "liveblog_archive":
                found.add(module)
                continue
            above = here[: len(here) + 1 - node.level] if node.level else []
            base = ".".join([*above, module.removeprefix("liveblog_archive").strip(".")]).strip(".")
            for alias in node.names:
                whole = f"{base}.{alias.name}".strip(".")
                found.add(f".{whole if whole in modules else base}")
    return found


def room(name: str, house: str = "") -> str:
    """Return the room of a house that a module is in; empty for one that is in none."""
    start = f"{house}." if house else ""
    return name[len(start) :].partition(".")[0] if name.startswith(start) else ""


class House(NamedTuple):
    """A package, and its rooms as a page of the manual lists them: each imports only those above it.

    Of these, `allowed` has the only ones that a room may import, `forbidden` those that it must not. What stands at
    the front of the package is below all its rooms, but for those that ask it `again`.
    """

    name: str
    order: list[str]
    allowed: dict[str, set[str]]
    forbidden: dict[str, set[str]]
    again: frozenset[str] = frozenset()

    def open_to(self, own: str) -> set[str]:
        """Return the rooms that a room may import."""
        above = {*self.order[: self.order.index(own)]}
        front = {""} if own in self.again else set()
        return above & self.allowed.get(own, above) - self.forbidden.get(own, set()) | {own} | front


def rooms_in(page: str, section: str = "The rooms") -> list[str]:
    return first_column(sections(ROOT / "docs" / "explanation" / page)[section])


LIBRARY = House("", rooms_in("architecture.md"), ALLOWED, FORBIDDEN)
HOUSES = [
    LIBRARY,
    House("importers.html", rooms_in("saved-pages.md"), {}, {}),
    # What holds other files holds those of any format.
    House(
        "importers", rooms_in("architecture.md", "The rooms of the importers"), {}, {}, frozenset({"packed", "sent"})
    ),
]


def forbidden_arrows(modules: Sources, house: House = LIBRARY) -> Findings:
    found = []
    for name in modules:
        own = room(name, house.name)
        for target in imports(name, modules) if own in house.order else ():
            inside = f"{target}.".startswith(f".{house.name}." if house.name else ".")
            if inside and room(target[1:], house.name) not in house.open_to(own):
                found.append(f"{name} imports {target[1:]}")
    return sorted(found)


def cycles(modules: Sources) -> Findings:
    """Return the modules that, while they are imported, import themselves; parents of a module do not count."""
    edges: dict[str, set[str]] = {}
    for name in modules:
        edges[name] = set()
        for target in imports(name, modules, everywhere=False):
            if target.startswith("."):
                parts = target[1:].split(".")
                chain = {".".join(parts[: length + 1]) for length in range(len(parts))}
                parents = {one for one in chain if f"{name}.".startswith(f"{one}.") and one != target[1:]}
                edges[name] |= chain - parents - {name}
    remaining = dict(edges)
    while leaves := [name for name, targets in remaining.items() if not targets & remaining.keys()]:
        for name in leaves:
            del remaining[name]
    return sorted(remaining)


def calls(source: str) -> Iterator[tuple[str, bool]]:
    """Yield the last name of every call, and whether it stands after a dot."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, True
            elif isinstance(node.func, ast.Name):
                yield node.func.id, False


def opened_files(modules: Sources) -> Findings:
    found = []
    for name, source in modules.items():
        for call, dotted in calls(source):
            reads = call in READING and (dotted or call == "open")
            writes = dotted and call in WRITING and not _replaces_text(source, call)
            inside = name in IN_MEMORY and call == "open" and dotted
            if (
                inside
                or name in FILES
                or (name in PACKAGE_DATA and reads)
                or (room(name) == "cli" and call == "open")
            ):
                continue
            if reads or writes:
                found.append(f"{name} calls {call}")
    return sorted(found)


def _replaces_text(source: str, call: str) -> bool:
    """`replace` is a method of texts and times far more often than of paths: it counts only where paths are known."""
    return call == "replace" and not {"os", "pathlib", "shutil"} & imports("a", {"a": source})


def worldly(modules: Sources) -> Findings:
    """Return who looks at a clock, at chance, at the host, or at its environment."""
    found = []
    for name, source in modules.items():
        if room(name) == "cli":
            continue
        found += [f"{name} imports {one}" for one in imports(name, modules) & CLOCKS_AND_CHANCE]
        found += [f"{name} calls {call}" for call, _ in calls(source) if call in WORLDLY_CALLS]
        names = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
        found += [f"{name} reads {one}" for one in names & WORLDLY_NAMES]
    return sorted(found)


def long_modules(modules: Sources) -> Findings:
    return [
        f"{name} has {count} lines"
        for name, source in modules.items()
        if (count := len(source.splitlines())) > MODULE_LINES
    ]


def long_functions(modules: Sources) -> Findings:
    return [
        f"{name}.{node.name} has {count} lines"
        for name, source in modules.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and (count := node.end_lineno - node.lineno + 1) > FUNCTION_LINES
    ]


class TestArrows:
    @pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)
    def test_every_room_imports_only_what_it_may(self, house):
        assert forbidden_arrows(OURS, house) == []

    @pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)
    def test_every_room_has_its_place_in_the_manual_and_no_other(self, house):
        assert {room(name, house.name) for name in OURS} - {"", "__main__"} == {*house.order}

    def test_the_walls_are_between_rooms_of_which_one_is_above(self):
        for walls in (ALLOWED, FORBIDDEN):
            assert all(rooms <= {*LIBRARY.order[: LIBRARY.order.index(own)]} for own, rooms in walls.items())

    @pytest.mark.parametrize(
        ("name", "source", "finding"),
        [
            ("errors", "from .zones import zone", "errors imports zones"),
            ("model.entry", "from ..canonical import timestamp", "model.entry imports canonical"),
            ("model.entry", "from .. import canonical", "model.entry imports canonical"),
            ("canonical", "def later():\n    from .identity import BlogId", "canonical imports identity"),
            ("identity", "from liveblog_archive.exporters import pdf", "identity imports exporters.pdf"),
            ("importers", "import liveblog_archive.cli", "importers imports cli"),
            ("exporters", "from ..importers.text import read", "exporters imports importers.text"),
            ("citation", "class A:\n    from ..api import parse", "citation imports api"),
            ("interchange", "if True:\n    from ..cli import main", "interchange imports cli"),
            ("importers.text", "from ... import api", "importers.text imports api"),
            ("interchange", "from .. import __version__", "interchange imports "),
            ("canonical", "from .zones import zone", "canonical imports zones"),
            ("api", "def later():\n    from .site import pages", "api imports site.pages"),
            ("garbage", "from .model import Entry", "garbage imports model"),
        ],
    )
    def test_a_wrong_import_is_found(self, name, source, finding):
        assert forbidden_arrows(OURS | {name: source}) == [finding]

    def test_a_wrong_import_within_a_house_is_found(self):
        module = {"importers.html.labels.a": "from ..update import b\nfrom ...schemaorg import c"}
        found = forbidden_arrows(OURS | module, HOUSES[1])
        assert found == ["importers.html.labels.a imports importers.html.update"]

    @pytest.mark.parametrize(
        ("name", "source", "finding"),
        [
            ("importers.html.page", "from ..bbc import read", ["importers.html.page imports importers.bbc"]),
            ("importers.text.shape", "from ..markup import a", ["importers.text.shape imports importers.markup"]),
            ("importers.feeds", "def later():\n    from .. import claims", ["importers.feeds imports importers"]),
            ("importers.sent", "def later():\n    from .. import claims", []),
        ],
    )
    def test_a_wrong_import_between_importers_is_found(self, name, source, finding):
        assert forbidden_arrows(OURS | {name: source}, HOUSES[2]) == finding

    def test_a_right_import_is_none(self):
        assert forbidden_arrows(OURS | {"model.entry": "import errors\nfrom ..errors import ModelError"}) == []


class TestCycles:
    def test_there_are_none(self):
        assert cycles(OURS) == []

    @pytest.mark.parametrize(
        ("modules", "found"),
        [
            ({"a": "from .b import x", "b": "from . import a"}, ["a", "b"]),
            ({"a": "from .b import x", "b": "def f():\n    from .a import y"}, []),
            ({"a": "from .b.c import x", "b": "from ..a import y", "b.c": ""}, ["a", "b"]),
            ({"a": "from .b.c import x", "b": "from .c import x", "b.c": ""}, []),
            ({"b": "from .c import x", "b.c": "from . import y"}, ["b", "b.c"]),
            ({"b": "from .c import x", "b.c": "from .d import y", "b.d": "from .c import z"}, ["b", "b.c", "b.d"]),
            ({"a": "class A:\n    from .b import x", "b": "if True:\n    from .a import y"}, ["a", "b"]),
        ],
    )
    def test_a_cycle_is_found_where_it_would_be_met(self, modules, found):
        assert cycles({"": ""} | modules) == found


class TestTheWorld:
    def test_only_the_edge_opens_files(self):
        assert opened_files(OURS) == []

    @pytest.mark.parametrize(
        ("name", "source", "finding"),
        [
            ("model", "open('a')", "model calls open"),
            ("importers.text", "path.read_bytes()", "importers.text calls read_bytes"),
            ("exporters.ical", "with path.open('wb') as f: pass", "exporters.ical calls open"),
            ("zones", "path.write_text('a')", "zones calls write_text"),
            ("cli", "path.read_text()", "cli calls read_text"),
            ("cli.archive", "path.read_text()", "cli.archive calls read_text"),
            ("archive.stored", "path.read_bytes()", "archive.stored calls read_bytes"),
            ("api", "import os\nos.replace(a, b)", "api calls replace"),
            ("citation", "from pathlib import Path\nPath('a').unlink()", "citation calls unlink"),
        ],
    )
    def test_an_opened_file_is_found(self, name, source, finding):
        assert opened_files({name: source}) == [finding]

    @pytest.mark.parametrize(
        ("name", "source"),
        [
            ("files", "open('a')"),
            ("zones", "path.open('rb')"),
            ("model", "text.replace('a', 'b')"),
            ("cli", "os.open(0)"),
            ("archive.storage", "path.mkdir()"),
        ],
    )
    def test_what_may_be_opened_is_no_finding(self, name, source):
        assert opened_files({name: source}) == []

    def test_only_the_command_line_looks_at_the_clock_and_nobody_at_chance(self):
        # A file is written aside under a name that nobody else can have guessed; no content knows anything of it.
        assert worldly(OURS) == ["batching.places imports secrets", "files calls urandom"]

    @pytest.mark.parametrize(
        ("source", "finding"),
        [
            ("import time", "model imports time"),
            ("def f():\n    from random import choice", "model imports random"),
            ("import locale", "model imports locale"),
            ("from secrets import token_hex", "model imports secrets"),
            ("datetime.now(UTC)", "model calls now"),
            ("date.today()", "model calls today"),
            ("datetime.datetime.utcnow()", "model calls utcnow"),
            ("uuid.uuid4()", "model calls uuid4"),
            ("hash('a')", "model calls hash"),
            ("os.environ['HOME']", "model reads environ"),
        ],
    )
    def test_a_look_at_the_world_is_found(self, source, finding):
        assert worldly({"model": source}) == [finding]

    def test_times_of_day_are_no_clock(self):
        assert worldly({"model": "from datetime import time\ntime(9, 5)"}) == []

    def test_the_command_line_may_look(self):
        assert worldly({"cli": "import time\ntime.monotonic()"}) == []


class TestLengths:
    def test_no_module_is_too_long(self):
        assert long_modules(OURS) == []

    def test_no_function_is_too_long(self):
        assert long_functions(OURS) == []

    def test_a_module_that_is_too_long_is_found(self):
        assert long_modules({"a": "x = 1\n" * 400}) == []
        assert long_modules({"a": "x = 1\n" * 401}) == ["a has 401 lines"]

    def test_a_function_that_is_too_long_is_found(self):
        assert long_functions({"a": "def f():\n" + "    x = 1\n" * 43}) == []
        body = "class A:\n    async def f(self):\n" + "        x = 1\n" * 44
        assert long_functions({"a": body}) == ["a.f has 45 lines"]

    def test_no_type_is_ignored(self):
        assert [name for name, source in OURS.items() if "type: ignore" in source] == []


class TestTheFirstImport:
    def modules(self, statement: str) -> list[str]:
        script = f"import sys; {statement}; print(*sys.modules)"
        done = subprocess.run([sys.executable, "-c", script], env=PATH, capture_output=True, check=True, cwd=ROOT)
        return done.stdout.decode().split()

    def loaded(self, statement: str) -> set[str]:
        return {name.split(".")[0] for name in self.modules(statement)}

    def test_a_worker_of_a_batch_loads_no_archive(self):
        loaded = self.modules("from liveblog_archive.batching.map_shard import map_shard")
        assert "liveblog_archive.batching.places" in loaded
        assert [name for name in loaded if name.startswith("liveblog_archive.archive")] == []

    def test_loads_nothing_heavy(self):
        loaded = self.loaded("import liveblog_archive")
        assert "liveblog_archive" in loaded
        assert not loaded & set(HEAVY)

    @pytest.mark.parametrize("package", HEAVY)
    def test_something_heavy_is_found(self, package):
        assert package in self.loaded(f"import liveblog_archive, {package}")


class TestThePublicNames:
    def test_are_pinned(self):
        assert liveblog_archive.__all__ == [
            "Archive",
            "ArchiveError",
            "CitationError",
            "ExportError",
            "ImportFailure",
            "LiveBlog",
            "LiveBlogError",
            "ModelError",
            "batch",
            "cite",
            "export",
            "match",
            "merge",
            "parse",
            "quote",
            "read",
            "revise",
            "stream",
            "validate",
            "write",
        ]

    def test_are_few_and_exist(self):
        assert len(liveblog_archive.__all__) <= 20
        assert all(hasattr(liveblog_archive, name) for name in liveblog_archive.__all__)
