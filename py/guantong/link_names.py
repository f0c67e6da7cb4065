"""What the parameters of a link, and their values, were called earlier: links that people keep go on working.

A fact that is renamed gets a line here, and so does a value. Names are those of the parameters without the number of an
entry (``titles.obtained``), never positions. Nothing was renamed yet.
"""

from __future__ import annotations

from typing import Final

#: old name → today's name
RENAMED: Final[dict[str, str]] = {}
#: today's name → old value → today's value
REWORDED: Final[dict[str, dict[str, str]]] = {}
