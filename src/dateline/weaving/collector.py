"""Collector: Python's search for cycles, paused where millions of objects are made and no cycle is."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for cycles within; afterwards as before. It took a fifth of the time of large weavings."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
