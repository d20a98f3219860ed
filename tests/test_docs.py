"""The manual is true: what it shows happens, and what there is, it names."""

import ast
import builtins
import re
import shlex
from inspect import signature
from pathlib import Path

import attrs
import click
import pytest

import liveblog_archive as lba
from liveblog_archive import errors, model
from liveblog_archive.cli import commands
from liveblog_archive.exporters import EXPORTERS
from liveblog_archive.exporters.options import names
from liveblog_archive.importers import IMPORTERS
from tests.markdown import blocks, first_column, run_page, sections
from tests.storm import EXAMPLE, ROOT, ZONE

DOCS = ROOT / "docs"
PACKAGE = ROOT / "src" / "liveblog_archive"
SAVED_PAGES = PACKAGE / "importers" / "html"
PAGES = sorted(DOCS.rglob("*.md"))
READING = "Reading options"


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run_page(page, tmp_path)


def how_tos() -> list[Path]:
    """Return the pages that the README lists of what can be done, in its order."""
    (line,) = re.findall(r"^- Do:.*?^- ", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [ROOT / target for target in re.findall(r"\]\((docs/how-to/[^)#]+)", line)]


def test_the_readme_lists_every_page_of_what_can_be_done() -> None:
    assert sorted(how_tos()) == sorted((DOCS / "how-to").glob("*.md"))


def test_the_pages_can_be_followed_one_after_the_other_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for page in how_tos():
        run_page(page, tmp_path)


def names_left_open(code: str) -> set[str]:
    """Return the names that Python code uses, and neither makes nor imports."""
    nodes = list(ast.walk(ast.parse(code)))
    used = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    made = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    made |= {alias.asname or alias.name.partition(".")[0] for node in nodes for alias in getattr(node, "names", ())}
    made |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ExceptHandler) and node.name}
    made |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    return used - made - set(dir(builtins))


def test_a_name_that_is_left_open_is_found() -> None:
    assert names_left_open("import a.b as c, d.e\nx = [c(y) for y in d.e]\ndef f(z): return f(z, x, print)") == set()
    assert names_left_open("x = [lba.read(y)]") == {"lba", "y"}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=name)
def test_python_can_be_copied_from_any_block_without_those_before_it(page: Path) -> None:
    code = [block for block in blocks(page) if block.language == "python"]
    assert {block.line: found for block in code if (found := names_left_open(block.text))} == {}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CHANGELOG.md"], ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_every_page_is_linked_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name(page) for page in PAGES if f"({name(page)})" not in readme] == []


# Command line


def leaves(group: click.Group, name: str = "") -> dict[str, click.Command]:
    """Return the commands that do something, by their names, those of groups included."""
    found: dict[str, click.Command] = {}
    for title, command in group.commands.items():
        found |= leaves(command, f"{title} ") if isinstance(command, click.Group) else {f"{name}{title}": command}
    return found


COMMANDS = leaves(commands)


# A command keeps the help option of the first context it is used in.
HELP = ["-h", "--help"]


def flags(parameters: list[click.Parameter]) -> set[str]:
    return {flag for option in parameters if isinstance(option, click.Option) for flag in option.opts}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_in_the_manual_and_no_other(command: str) -> None:
    page = sections(DOCS / "reference" / "cli.md")
    text = page[command] + (page[READING] if "reading options" in page[command] else "")
    documented = {word for cell in first_column(text) for word in cell.replace(",", "").split() if word[0] == "-"}
    assert documented == flags(COMMANDS[command].params)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_calls_the_value_of_an_option_what_the_help_calls_it(command: str) -> None:
    page = sections(DOCS / "reference" / "cli.md")
    text = page[command] + page[READING]
    valued = [one for one in COMMANDS[command].params if isinstance(one, click.Option) and one.metavar]
    assert [one.opts[0] for one in valued if f"`{one.opts[-1]} {one.metavar}`" not in text] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_that_it_takes(command: str) -> None:
    program, *words = shlex.split((COMMANDS[command].epilog or "").removeprefix("Example: "))
    named = command.split()
    assert (program, words[: len(named)]) == ("liveblog-archive", named)
    COMMANDS[command].make_context(command, words[len(named) :], help_option_names=HELP)


def test_the_arguments_of_every_command_are_in_the_manual() -> None:
    page = sections(DOCS / "reference" / "cli.md")
    for title, command in COMMANDS.items():
        context = click.Context(command, info_name=f"liveblog-archive {title}", help_option_names=HELP)
        usage = " ".join(command.collect_usage_pieces(context))
        assert f"`{context.command_path} {usage}`" in page[title]


def test_no_command_in_the_manual_is_gone() -> None:
    headings = re.findall(r"^## ([a-z ]+)$", (DOCS / "reference" / "cli.md").read_text(), re.MULTILINE)
    assert sorted(headings) == sorted(COMMANDS)


# Python


def test_every_public_name_is_in_the_manual() -> None:
    text = (DOCS / "reference" / "api.md").read_text() + (DOCS / "reference" / "errors.md").read_text()
    assert [public for public in lba.__all__ if not re.search(rf"\b{public}\b", text)] == []


@pytest.mark.parametrize(
    "function",
    [
        *(getattr(lba, public) for public in lba.__all__ if public[0].islower()),
        *(getattr(lba.catalogue, public) for public in lba.catalogue.__all__ if public[0].islower()),
    ],
    ids=lambda function: function.__name__,
)
def test_every_function_is_in_the_manual_as_it_is_called(function: object) -> None:
    text = " ".join((DOCS / "reference" / "api.md").read_text().split())
    called = next(iter(re.findall(rf"`{function.__name__}\((.*?)\)(?: ->|`)", text)))  # type: ignore[attr-defined]
    shown = [part.strip() for part in called.split(",")]
    parameters = signature(function).parameters.values()  # type: ignore[arg-type]
    keywords = [p for p in parameters if p.kind is p.KEYWORD_ONLY]
    real = [p.name if p.default is p.empty else f"{p.name}={_literal(p.default)}" for p in parameters]
    more = [f"**{real.pop()}"] if any(p.kind is p.VAR_KEYWORD for p in parameters) else []
    if keywords:
        real.insert(len(real) - len(keywords), "*")
    real += more
    if "…" in shown:  # the same as the function before it
        shown[shown.index("…") : shown.index("…") + 1] = [word for word in real if word not in shown]
    assert shown == real


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def test_every_field_of_the_model_is_in_the_manual() -> None:
    page = sections(DOCS / "reference" / "api.md")
    several = page["Blocks"] + page["Agent, Capture, Note, Span"]
    missing = []
    for public in model.__all__:
        kind = getattr(model, public)
        if not attrs.has(kind) or public == "Bounds":
            continue
        text = page.get(public) or several[several.index(f"`{public}`") :].partition("\n")[0]
        missing += [f"{public}.{field.name}" for field in attrs.fields(kind) if f"`{field.name}`" not in text]
    assert missing == []


def test_every_type_of_what_is_returned_is_in_the_manual() -> None:
    text = sections(DOCS / "reference" / "api.md")["Types"]
    assert [name for name in lba.types.__all__ if not re.search(rf"`{name}[`(]", text)] == []


def test_every_error_and_its_fields_are_in_the_manual() -> None:
    text = (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, lba.LiveBlogError)]
    assert set(first_column(text)) == {kind.__name__ for kind in kinds}
    for kind in kinds:
        assert all(f"`{field.name}`" in text for field in attrs.fields(kind))  # type: ignore[arg-type]


def test_every_format_is_in_the_manual() -> None:
    text = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
    assert [row.name for row in (*IMPORTERS, *EXPORTERS) if f"`{row.name}`" not in text] == []


def test_every_option_of_every_format_is_in_the_manual_and_no_other() -> None:
    rows = re.findall(
        r"^\| (.*?) \| (.*?) \|", sections(DOCS / "reference" / "api.md")["Options of formats"], re.MULTILINE
    )
    every = ", ".join(f"`{row.name}`" for row in EXPORTERS)
    documented = {
        (format_, option)
        for options, formats in rows
        for option in re.findall(r"`(\w+)`", options)
        for format_ in re.findall(r"`(\w+)`", every if formats == "all" else formats)
    }
    assert documented == {(row.name, option) for row in EXPORTERS for option in names(row.options)}


# Saved pages


@pytest.mark.parametrize("heading", ["The way of a page", "A page that is read wrongly"])
def test_no_module_of_saved_pages_is_spoken_of_that_is_gone(heading: str) -> None:
    named = re.findall(r"`(\w+/\w+)`", sections(DOCS / "explanation" / "saved-pages.md")[heading])
    assert named
    assert [name for name in named if not (SAVED_PAGES / f"{name}.py").exists()] == []


def test_every_module_of_saved_pages_has_its_place_on_the_way() -> None:
    modules = {f"{path.parent.name}/{path.stem}" for path in SAVED_PAGES.glob("*/*.py") if path.stem != "__init__"}
    way = sections(DOCS / "explanation" / "saved-pages.md")["The way of a page"]
    assert modules <= set(re.findall(r"`(\w+/\w+)`", way))


# Notes


def codes_in(tree: ast.AST) -> set[str]:
    """Return the codes that a module makes notes with: `Note(code="…")` and `….note("…", …)`."""
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        arguments: list[ast.expr] = []
        if isinstance(node.func, ast.Name) and node.func.id == "Note":
            arguments = [keyword.value for keyword in node.keywords if keyword.arg == "code"] or node.args[:1]
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "note":
            arguments = node.args[:1]
        found |= {value.value for value in arguments if isinstance(value, ast.Constant)}
    return found


def test_a_code_is_found_however_a_note_is_made() -> None:
    source = 'Note(code="one", text=t); Note("two", t); self.dating.note("three", t); Note(code=code); note("no")'
    assert codes_in(ast.parse(source)) == {"one", "two", "three"}


def test_every_code_of_a_note_is_in_the_manual_and_no_other() -> None:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    used = set().union(*(codes_in(ast.parse(source)) for source in sources))
    documented = first_column((DOCS / "reference" / "notes.md").read_text(encoding="utf-8"))
    assert documented == sorted(used)


def test_the_notes_of_the_example_are_all_in_the_manual() -> None:
    capture = lba.read(EXAMPLE, timezone=ZONE).capture
    assert capture is not None
    documented = first_column((DOCS / "reference" / "notes.md").read_text(encoding="utf-8"))
    assert {note.code for note in capture.notes} <= set(documented)
