"""The same in Firefox, which needs no driver for it: a page beside the calculator reports to the server what it sees."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from urllib.parse import unquote

from tests.browser.support import hostile
from tests.browser.support.firefox import FIREFOX
from tests.browser.support.watched import Watched, watched

PATIENCE_S = 90
PROBE = Path(__file__).parent / "support" / "probe.html"
REPORT = "/report?"


def test_no_way_leads_out_of_the_worker(site_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with watched(site_dir) as own, watched(tmp_path / "nothing", {".*": b"taken"}) as other:
        own.instead[hostile.WORKER] = hostile.worker(own.url, other.url)
        report = _visit(own, tmp_path / "profile")
        assert report["engine"] == "start"
        tried = json.loads(report["why"].partition("TRIED ")[2])
        gone = [name for name, how in tried.items() if not how.startswith("stopped")]
        assert gone in ([], ["blobWorker"])  # which runs under the same policy
        assert own.leaks() == []
        assert other.asked == []


def test_python_answers(site_dir: Path, tmp_path: Path) -> None:
    with watched(site_dir) as own:
        assert _visit(own, tmp_path / "profile")["engine"] == "ready"


def _visit(own: Watched, profile: Path) -> dict[str, str]:
    """Open the probe and wait for its report."""
    own.instead["^/probe.html$"] = PROBE.read_bytes()
    own.instead["^/report"] = b""
    profile.mkdir()
    command = [str(FIREFOX), "--headless", "--no-remote", "--profile", str(profile), f"{own.url}probe.html"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            for path in own.asked:
                if path.startswith(REPORT):
                    report: dict[str, str] = json.loads(unquote(path.removeprefix(REPORT)))
                    return report
            time.sleep(0.2)
    finally:
        running.terminate()
        running.wait()
    raise AssertionError("Firefox did not report")
