"""The same in Firefox, which needs no driver for it: a script put into the page reports to the server what it sees."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from urllib.parse import unquote

from site_build.paths import SITE
from tests.browser.support import hostile
from tests.browser.support.firefox import FIREFOX
from tests.browser.support.watched import Watched, watched

PATIENCE_S = 90
PROBE = Path(__file__).parent / "support" / "probe.js"
REPORT = "/report?"


def test_no_way_leads_out_of_the_worker(site_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with watched(site_dir) as own, watched(tmp_path / "nothing", {".*": b"taken"}) as other:
        own.swap({"worker": hostile.worker(own.url, other.url)})
        report = _visit(own, tmp_path / "profile")
        assert report["engine"] == "start"
        # The quick form and the whole one each report.
        tried, _ = json.JSONDecoder().raw_decode(report["why"].partition("TRIED ")[2])
        gone = [name for name, how in tried.items() if not how.startswith("stopped")]
        assert gone in ([], ["blobWorker"])  # which runs under the same policy
        assert own.leaks() == []
        assert other.asked == []


def test_python_answers(site_dir: Path, tmp_path: Path) -> None:
    with watched(site_dir) as own:
        assert _visit(own, tmp_path / "profile")["engine"] == "ready"


def _visit(own: Watched, profile: Path) -> dict[str, str]:
    """Open the probe and wait for its report."""
    page = own.instead.get("^/calc/$") or (SITE / "calc" / "index.html").read_bytes()
    own.instead["^/calc/$"] = page.replace(b"</title>", b'</title><script src="/probe.js"></script>')
    own.instead["^/probe.js$"] = PROBE.read_bytes()
    own.instead["^/report"] = b""
    profile.mkdir()
    command = [str(FIREFOX), "--headless", "--no-remote", "--profile", str(profile), f"{own.url}calc/"]
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
