"""Where things stand in the project, seen from its root."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
STAGE = ROOT / "build" / "docs"
SITE = ROOT / "site"
HOSTS = ROOT / "build" / "hosts"  #: configurations of real servers for the built site
CASES = ROOT / "tests" / "rules" / "cases"  #: worked cases, some shown and all counted on pages
PROOF = ROOT / "tests" / "proof" / "results"  #: what the long proofs found when they last ran whole
ATTACK = ROOT / "tests" / "attack" / "found.json"  #: record of the last attack
LOAD = ROOT / "tests" / "load" / "found.json"  #: record of the last load test
CALCULATOR = "assets/calculator"  #: folder of what the calculator loads, inside the stage and the site
