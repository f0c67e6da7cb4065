"""Stands in for Pyodide's loader of packages: the page hands over archives itself, nothing is ever installed."""

from pathlib import PurePosixPath

from pyodide_js import loadedPackages  # noqa: F401

SITE_PACKAGES = PurePosixPath("/lib/python3.14/site-packages")
DSO_DIR = PurePosixPath("/usr/lib")


def init_loaded_packages() -> None:
    """No package is there at the start."""
