"""Pyodide's own package without its event loop. What a memory image must find again is imported here."""

from pyodide_js._api import scheduleCallback  # noqa: F401
