"""Validation: strict checks of written files, independent of what wrote them."""

from attrs import frozen


@frozen
class Problem:
    """Something wrong in a file: `path` says where, in the terms of the format, `message` what and by which rule."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"
