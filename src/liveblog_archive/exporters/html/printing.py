"""Templates, styles and scripts: files that are installed with their packages."""

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from ...version import __version__

PROGRAM = f"liveblog-archive {__version__}"


# The packages that have templates and assets, by the first part of a template's name.
_PACKAGES = {"page": "liveblog_archive.exporters.html", "site": "liveblog_archive.site"}


@cache
def environment() -> Environment:
    """Return the templates: whatever they print is escaped, and a name that nobody gave is an error."""
    loader = PrefixLoader({name: PackageLoader(package) for name, package in _PACKAGES.items()})
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


@cache
def asset(kind: str, name: str) -> str:
    """Return a style or script that is a file of the package that has the templates `kind`."""
    return resources.files(_PACKAGES[kind]).joinpath(f"assets/{name}").read_text(encoding="utf-8")


def in_page(text: str) -> Markup:
    """Return our own style or script as an element's content, which the templates must not escape."""
    return Markup(text)  # noqa: S704 - a file of this package
