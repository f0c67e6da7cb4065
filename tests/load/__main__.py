"""``python -m tests.load [--seconds 60]``: the built site on real nginx under wrk, on loopback; write what was measured.

Readers' requests: pages, styles and scripts as one visit asks for them. One worker process of nginx, so that the
numbers are those of one core; wrk runs beside it on the same machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

from site_build.paths import CALCULATOR, LOAD, SITE
from tests.helpers.page import Page
from tests.helpers.real_hosts import real_host

CONNECTIONS = 500
READ = ("index.html", "policy/index.html")
CALCULATE = "calc/index.html"


def loads(page: str) -> set[str]:
    """The page and the scripts and styles that it loads, as paths in the site."""
    found = {urljoin(f"/{page}", load).lstrip("/") for load in Page.read(SITE / page).loads}
    return {page, *(path for path in found if path.endswith((".js", ".css", ".svg")))}


def runtime() -> set[str]:
    """What the calculator loads at its start."""
    pieces = json.loads((SITE / CALCULATOR / "manifest.json").read_text("utf-8"))["pieces"]
    return {f"{CALCULATOR}/{piece['name']}" for piece in pieces.values() if "name" in piece}


def sent(path: str) -> int:
    """Bytes of the smallest copy of a file."""
    copies = [SITE / path, SITE / f"{path}.br", SITE / f"{path}.gz"]
    return min(copy.stat().st_size for copy in copies if copy.is_file())


def measured(output: str) -> dict[str, float]:
    """The numbers in wrk's report; times in milliseconds."""

    def number(pattern: str) -> float:
        match = re.search(pattern, output)
        if not match:
            return 0.0
        unit = {"us": 0.001, "ms": 1.0, "s": 1000.0}.get(match[2] if match.re.groups > 1 else "", 1.0)
        return round(float(match[1]) * unit, 2)

    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", output)
    return {
        "per_second": number(r"Requests/sec:\s+([\d.]+)"),
        "median_ms": number(r"50%\s+([\d.]+)(us|ms|s)"),
        "p99_ms": number(r"99%\s+([\d.]+)(us|ms|s)"),
        "requests": number(r"(\d+) requests in"),
        "errors": sum(map(int, errors.groups())) if errors else 0,
        "refused": number(r"Non-2xx or 3xx responses: (\d+)"),
    }


def main() -> int:
    """Run wrk; exit status 1 where a request failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.load")
    parser.add_argument("--seconds", type=int, default=60)
    seconds = parser.parse_args().seconds
    wrk = shutil.which("wrk")
    if wrk is None:
        print("wrk is not here. On Debian and Ubuntu: apt-get install wrk")
        return 1
    read = set().union(*(loads(page) for page in READ))
    calculate = loads(CALCULATE) | runtime()
    with tempfile.TemporaryDirectory() as scratch:
        script = Path(scratch) / "mix.lua"
        paths = ", ".join(f'"/{path.removesuffix("index.html")}"' for path in sorted(read))
        text = (Path(__file__).parent / "mix.lua").read_text("utf-8")
        script.write_text(text.replace("{PATHS}", paths), "utf-8")
        with real_host("nginx", SITE, Path(scratch)) as host:
            command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(script), host]
            output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(output)
    result = measured(output)
    found = {
        "date": date.today().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "seconds": seconds,
        "connections": CONNECTIONS,
        "nginx": result,
        "visit": {"requests": len(read), "bytes": sum(map(sent, read))},
        "calculator": {"requests": len(calculate), "bytes": sum(map(sent, calculate))},
    }
    LOAD.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 1 if result["errors"] or result["refused"] else 0


if __name__ == "__main__":
    sys.exit(main())
