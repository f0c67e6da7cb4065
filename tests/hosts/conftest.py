"""The real servers, where the machine has them; what is missing is said at the end of the run."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.real_hosts import found, missing, real_host


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the packages without which a configuration went untested."""
    if packages := missing():
        terminalreporter.write_line(
            f"NOT TESTED: configurations of servers that are not here. On Debian and Ubuntu: apt-get install {' '.join(packages)}",
            yellow=True,
        )


@pytest.fixture(scope="session")
def packed(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a compressed copy beside one page."""
    copy = tmp_path_factory.mktemp("packed") / "site"
    shutil.copytree(site_dir, copy)
    page = copy / "policy" / "index.html"
    page.with_name("index.html.gz").write_bytes(gzip.compress(page.read_bytes(), mtime=0))
    return copy


@pytest.fixture(scope="session", params=found())
def host(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, packed: Path
) -> Iterator[str]:
    """Address of the site on each real server in turn."""
    with real_host(request.param, packed, tmp_path_factory.mktemp(request.param)) as address:
        yield address
