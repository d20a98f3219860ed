"""Classes that differ from a frozen one only in that their instances can be written."""


def twin(frozen: type) -> type:
    """Return a class with the slots of `frozen`, whose instances may become instances of that."""
    return type(frozen.__name__, (), {"__slots__": vars(frozen)["__slots__"], "__doc__": frozen.__doc__})
