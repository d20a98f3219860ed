"""Locks of the kernel on open files, and waiting for other processes.

A lock ends with the process that holds it, so that no crash leaves a stale one.
"""

import importlib
import os
from threading import Event

_PAUSE = 0.01  # seconds between two attempts


def lock(descriptor: int, *, shared: bool = False, patience: float = 0) -> None:
    """Lock an open file until it is closed: alone, or together with others that share it.

    While another holds the lock it is tried again, with pauses of `patience` seconds in all. Raises `BlockingIOError`
    when it is held still, and another `OSError` where nothing can be locked.
    """
    left = round(patience / _PAUSE)  # attempts: no clock is looked at
    while True:
        try:
            return _LOCK(descriptor, shared)
        except (BlockingIOError, PermissionError) as error:  # the second is what Windows says
            if left == 0:
                raise BlockingIOError(*error.args) from error
        left -= 1
        pause(_PAUSE)


def pause(seconds: float) -> None:
    """Give another process some time."""
    Event().wait(seconds)


def _lock_posix(descriptor: int, shared: bool) -> None:
    fcntl = importlib.import_module("fcntl")
    fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def _lock_windows(descriptor: int, shared: bool) -> None:
    """Lock one octet far behind the end of the file, which nobody reads; Windows has no shared locks for it."""
    del shared
    msvcrt = importlib.import_module("msvcrt")
    os.lseek(descriptor, 1 << 30, os.SEEK_SET)
    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


_LOCK = _lock_windows if os.name == "nt" else _lock_posix
