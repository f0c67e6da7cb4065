"""For the memory image: which functions of Python's own library are called once the rules stand in memory, and traps for the
others. Most of them were there for imports, which are over when the image is taken.

A trap stops the program at once, as a function does that was taken out of the wasm: no handler of Python's catches it, so it
can't become another answer, and the page goes on with the whole form.
"""

import gc
import os
import sys
from types import CodeType, FunctionType
from typing import Any

#: Where the code of the library says that it comes from; the rules keep every function.
LIBRARY = ("/lib/python314.zip/", "<frozen ")
TOOL = 1

_called: set[CodeType] = set()


def name_of(code: CodeType) -> str:
    """What tells a function apart, in every start of the same library."""
    return f"{code.co_filename}:{code.co_firstlineno}:{code.co_qualname}"


def watch() -> None:
    """From now on functions that are called are noted, each once."""
    monitoring = sys.monitoring

    def note(code: CodeType, _offset: int) -> object:
        _called.add(code)
        return monitoring.DISABLE

    monitoring.use_tool_id(TOOL, "unused")
    monitoring.register_callback(TOOL, monitoring.events.PY_START, note)
    monitoring.set_events(TOOL, monitoring.events.PY_START)


def called() -> str:
    """The functions that were noted, a line each."""
    return "\n".join(sorted({name_of(code) for code in tuple(_called)}))


def trap(called: str) -> None:
    """Puts a trap in place of every function of the library that isn't among these lines."""
    kept = set(called.split("\n"))
    unused = [
        one
        for one in gc.get_objects()
        if isinstance(one, FunctionType)
        and one.__code__.co_filename.startswith(LIBRARY)
        and name_of(one.__code__) not in kept
    ]
    traps: dict[int, CodeType] = {}
    for one in unused:
        free = len(one.__code__.co_freevars)
        if free not in traps:
            traps[free] = _trap(free)
        one.__code__ = traps[free]


def _trap(free: int) -> CodeType:
    """Code that stops the program whatever it is given, for a function with so many variables of others."""

    def stopped(*_given: object, **_named: object) -> object:
        stop: Any = "stop"
        return stop()

    constants = tuple(os.abort if one == "stop" else one for one in stopped.__code__.co_consts)
    return stopped.__code__.replace(
        co_consts=constants, co_freevars=tuple(f"f{index}" for index in range(free))
    )
