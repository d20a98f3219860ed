"""Classes that differ from a frozen one only in that their instances can be written.

Whoever fills an instance names its fields one by one: a loop over the slots takes three times as long, for each entry
of an import. So the fields of an entry stand in `Entry.named` and in `ready.entry` beside the class, and tests hold
both to the constructor, with a value in every field.
"""


def twin(frozen: type) -> type:
    """Return a class with the slots of `frozen`, whose instances may become instances of that."""
    return type(frozen.__name__, (), {"__slots__": vars(frozen)["__slots__"], "__doc__": frozen.__doc__})
