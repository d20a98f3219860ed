"""What the package defines is used in it, or is documented: nothing is kept for tests alone."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.storm import ROOT

SOURCE = ROOT / "src" / "liveblog_archive"
# What docs/explanation/identifiers.md specifies without these names, and the tests of that page hold to it.
SPECIFIED = {"EXCLUDED", "content_alias"}


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield the public functions, classes, methods and constants of a module; decorators have a use for theirs."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list:
            yield node.name
        elif isinstance(node, ast.ClassDef):
            yield node.name
            yield from (member.name for member in node.body if isinstance(member, ast.FunctionDef))
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def used(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module uses, by themselves, of a value, in a type that is a text, or in `__all__`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            yield from re.findall(r"\w+", node.value)


def unused(sources: Iterable[str], documents: Iterable[str]) -> list[str]:
    trees = [ast.parse(source) for source in sources]
    known = {name for tree in trees for name in used(tree)}
    known |= {name for text in documents for name in re.findall(r"\w+", text)}
    names = {name for tree in trees for name in defined(tree) if not name.startswith("_")}
    return sorted(names - known)


def test_whatever_is_defined_is_used_or_documented() -> None:
    sources = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    pages = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", *SOURCE.rglob("*.jinja")]
    assert unused(sources, [path.read_text(encoding="utf-8") for path in pages]) == sorted(SPECIFIED)


def test_what_tests_alone_would_use_is_found() -> None:
    module = "class Sheet:\n    def fold(self): ...\n    def tear(self): ...\ndef press(): Sheet().fold()\nINK = 1\n"
    assert unused([module], []) == ["INK", "press", "tear"]
    assert unused([module], ["`press(sheet)` and `INK`"]) == ["tear"]
    assert unused([module, "press(INK)", "from a import tear as rip"], []) == []
