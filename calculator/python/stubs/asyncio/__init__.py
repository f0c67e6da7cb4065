"""Stands in for asyncio in the page: the rules are plain functions, nothing is ever awaited.

The real package costs a sixth of the standard library that a start loads. Pyodide only asks whether there is a loop.
"""


def get_event_loop() -> None:
    """There is none."""
    raise RuntimeError("no event loop here")


get_running_loop = _get_running_loop = ensure_future = sleep = get_event_loop


class iscoroutine:  # noqa: N801 - the name of the original
    """Nothing is an instance of it."""
