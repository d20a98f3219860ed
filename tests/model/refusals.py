"""What the model says when it refuses a value."""

from collections.abc import Callable

import pytest

from liveblog_archive.errors import ModelError


def refusal(make: Callable[..., object], *values: object, **fields: object) -> str:
    """Return the one line that making a value fails with; it is a `ModelError` and nothing else."""
    with pytest.raises(ModelError) as caught:
        make(*values, **fields)
    assert type(caught.value) is ModelError
    return str(caught.value)
