"""How tests are run: the same examples of properties each time, and what is traced for coverage.

No test fails because a machine is slow. `--hypothesis-profile=default` looks for new examples.
"""

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import liveblog_archive

settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

TESTS = Path(__file__).parent

# They take what other tests have covered to many more materials, or to judges, and take twice to three times as long
# when each line is traced.
UNTRACED = {
    TESTS / name
    for name in (
        "archive/test_judges.py",
        "exporters/html/test_browser.py",
        "exporters/pdf/test_conformance.py",
        "exporters/test_clients.py",
        "exporters/test_memory.py",
        "identity/matching/test_benchmark.py",
        "identity/test_quotes_benchmark.py",
        "importers/html/test_browser.py",
        "importers/html/test_corpus.py",
        "importers/html/test_other_markup.py",
        "importers/test_fuzz.py",
        "importers/test_privacy.py",
        "importers/text/test_every_habit.py",
        "importers/text/test_unseen.py",
        "interchange/test_corpus.py",
        "interchange/test_memory.py",
        "interchange/test_rdf.py",
        "test_docs.py",
        "test_real_blog.py",
    )
}


def pytest_collection() -> None:
    """Import each module while lines are traced: the test that asks for it first may not be."""
    assert all(path.is_file() for path in UNTRACED)
    for module in pkgutil.walk_packages(liveblog_archive.__path__, "liveblog_archive."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests of `UNTRACED` out of coverage."""
    for item in items:
        if item.path in UNTRACED:
            item.add_marker(pytest.mark.no_cover)
