"""What is shipped to browsers, as a CycloneDX bill of materials: libraries with version and licence, files with hashes.

No date and no serial number: the same site gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from guantong.version import rules_hash
from site_build import node

NAME = "sbom.json"

#: Python packages whose files reach the browser: name, licence, purpose.
PACKAGES = (
    ("mkdocs-material", "MIT", "theme: styles, search, icons"),
    ("openpyxl", "MIT", "workbooks, loaded when a list is opened"),
    ("et-xmlfile", "MIT", "part of openpyxl"),
    ("python-stdnum", "LGPL-2.1-or-later", "check digits, loaded when a list is opened"),
)

#: The same of npm.
NPM_PACKAGES = (
    ("uqr", "codes to scan"),
    ("workbox-core", "the calculator without a network"),
    ("workbox-precaching", "the calculator without a network"),
    ("workbox-routing", "the calculator without a network"),
    ("workbox-strategies", "the calculator without a network"),
)

Component = dict[str, Any]


def write_sbom(site: Path) -> None:
    """Write ``sbom.json`` into the built site."""
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": _component("application", "guantong", rules_hash(), "Apache-2.0")},
        "components": [*libraries(), *_files(site)],
    }
    (site / NAME).write_text(json.dumps(bom, ensure_ascii=False, indent=1) + "\n", "utf-8")


def libraries() -> list[Component]:
    """The libraries of others that are shipped."""
    package = json.loads((node.PYODIDE / "package.json").read_text("utf-8"))
    lock = json.loads((node.PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    made = [
        _component("library", "pyodide", package["version"], package["license"], "npm"),
        _component("library", "cpython", lock["info"]["python"], "PSF-2.0", "generic"),
    ]
    for name, use in NPM_PACKAGES:
        package = json.loads((node.PYODIDE.parent / name / "package.json").read_text("utf-8"))
        made.append(_component("library", name, package["version"], package["license"], "npm", use))
    return made + [
        _component("library", name, version(name), licence, "pypi", use) for name, licence, use in PACKAGES
    ]


def _component(
    kind: str, name: str, number: str, licence: str, registry: str | None = None, use: str | None = None
) -> Component:
    found: Component = {
        "type": kind,
        "name": name,
        "version": number,
        "licenses": [{"license": {"id": licence}}],
    }
    if registry:
        found["purl"] = f"pkg:{registry}/{name}@{number}"
    if use:
        found["description"] = use
    return found


def _files(site: Path) -> list[Component]:
    """Every file that a browser may be sent, but for its compressed copies."""
    return [
        {
            "type": "file",
            "name": path.relative_to(site).as_posix(),
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
        }
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix not in (".br", ".gz") and path.name != NAME
    ]
