"""Silence around a library that logs what our own errors say better."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_NAMES: Final = ("trafilatura", "htmldate", "courlan", "justext", "readability")
"""The loggers of trafilatura and of what it calls."""


class _Silence:
    """The loggers that are silenced now, as long as any thread asks for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._depth = 0
        self._loggers: list[logging.Logger] = []

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Silence the loggers that nobody has given a level, and give them back as they were."""
        with self._lock:
            self._depth += 1
            if self._depth == 1:
                self._loggers = [found for name in _NAMES if not (found := logging.getLogger(name)).level]
                for logger in self._loggers:
                    logger.setLevel(logging.CRITICAL + 1)
        try:
            yield
        finally:
            with self._lock:
                self._depth -= 1
                if not self._depth:
                    for logger in self._loggers:
                        logger.setLevel(logging.NOTSET)


quiet: Final = _Silence().hold
"""A context in which trafilatura logs nothing, unless its user asked for its log by setting a level."""
