"""Archives that only some pages need. The engine adds them to Python when a page asks: ``engine.add("papers")``.

Beside the rest of the standard library (``rest``), which is always there, each is a function that gives the files of
the archive, e.g. the packages of a library for spreadsheets.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from site_build.papers_archive import papers_archive


@dataclass(frozen=True, slots=True)
class More:
    """One archive that is loaded on demand."""

    files: Callable[[], dict[str, bytes]]  #: name in the archive → contents; Python is compiled
    needs: tuple[str, ...] = ("rest",)  #: what is added before it
    level: int = 0  #: optimisation: 2 drops docstrings and assertions, where the packages can do without


#: By the name that the page asks for.
MORE: dict[str, More] = {"papers": More(papers_archive, needs=(), level=2)}
