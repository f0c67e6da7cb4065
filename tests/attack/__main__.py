"""``python -m tests.attack``: attack in both browsers, on a host with headers and on one without; write what got out.

``--sample`` attacks on nginx in Chromium only. Either way the exit status is 1 where something got out that
``found.json`` does not name; without ``--sample`` that file is written anew.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.attack.catcher import Catcher, catcher
from tests.attack.sites import HOSTS, WAYS, served, with_attacker
from tests.attack.visits import BROWSERS, version, visit
from tests.browser.support import hostile
from tests.helpers.real_hosts import found

FOUND = Path(__file__).parent / "found.json"
LEAVING = ("form", "popup", "link", "location", "refresh")


def attack(host: str, browser: str, inside: str, scratch: Path, leaving: tuple[str, ...]) -> set[str]:
    """The ways that got out with the attacker in the page and in ``inside`` (``worker`` or ``rules``)."""
    log = scratch / "asked.log"
    log.touch()
    (scratch / "host").mkdir()
    folder = scratch / "site"
    with catcher() as notes, served(host, folder, scratch / "host", log) as own:
        with_attacker(folder, notes, own, inside)
        return _visits(own, browser, inside, scratch, leaving, notes, log)


def _visits(
    own: str, browser: str, inside: str, scratch: Path, leaving: tuple[str, ...], notes: Catcher, log: Path
) -> set[str]:
    def reported(what: str) -> Callable[[], bool]:
        return lambda: f"/report?{what}" in log.read_text("utf-8")

    looked_up = visit(browser, f"{own}calc/?visit=stay", scratch / "stay", reported("engine-"))
    for way in leaving:
        visit(browser, f"{own}calc/?visit={way}", scratch / way, reported(way))
    if "/report?engine-ready" not in log.read_text("utf-8") and inside == "rules":
        raise AssertionError(f"{browser}: Python never ran, so nothing was attacked from it")
    out = notes.hits | ({"page-dns-prefetch"} if looked_up else set())
    at_home = re.findall(r"/leak/([a-z-]+)", log.read_text("utf-8"))
    return out | {f"own-{way}" for way in at_home}


def ways() -> dict[str, int]:
    """How many ways are tried, by who tries."""
    page = (WAYS / "page.js").read_text("utf-8")
    return {
        "page": len(re.findall(r'^  ["a-z-]+: (?:async )?\(\) =>', page, re.M)),
        "worker": hostile.worker("", "").decode().count("leak/"),
        "python": hostile.rules_text("", "").count('": lambda'),
    }


def main() -> int:
    """Attack, compare, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack")
    parser.add_argument("--sample", action="store_true")
    sample = parser.parse_args().sample
    here = [host for host in HOSTS if host == "bare" or host in found()]
    if len(here) < len(HOSTS):
        print("NOT ATTACKED: nginx is not here. On Debian and Ubuntu: apt-get install nginx-light")
    browsers, hosts = (BROWSERS[:1], here[:1]) if sample else (BROWSERS, here)
    out: dict[str, dict[str, list[str]]] = {}
    for host in hosts:
        for browser in browsers:
            got = _everyone(host, browser, () if sample else LEAVING)
            out.setdefault(host, {})[browser] = sorted(got)
            print(f"{host}, {browser}: {', '.join(sorted(got)) or 'nothing got out'}", flush=True)
    known = json.loads(FOUND.read_text("utf-8")) if FOUND.is_file() else {"out": {}}
    if not sample:
        versions = {browser: version(browser) for browser in browsers}
        record = {"date": date.today().isoformat(), "browsers": versions, "tried": ways(), "out": out}
        FOUND.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")
    new = {
        f"{host}/{browser}/{way}"
        for host, seen in out.items()
        for browser, got in seen.items()
        for way in set(got) - set(known["out"].get(host, {}).get(browser, []))
    }
    if new:
        print(f"not known before: {', '.join(sorted(new))}")
    return 1 if new else 0


def _everyone(host: str, browser: str, leaving: tuple[str, ...]) -> set[str]:
    got: set[str] = set()
    for inside in ("rules", "worker"):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            got |= attack(host, browser, inside, Path(scratch), leaving if inside == "rules" else ())
    return got


if __name__ == "__main__":
    sys.exit(main())
