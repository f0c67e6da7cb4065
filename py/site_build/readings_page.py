"""The readings page: an index by number, then each reading with its clauses."""

from __future__ import annotations

from guantong.readings import READINGS, Reading
from site_build.citations import anchors, clause_address
from site_build.html import element, link, text


def readings() -> str:
    """Markdown headings (so that search and contents find each reading) and blocks of HTML."""
    return "\n\n".join([_index(), *(_entry(reading) for reading in READINGS.values())])


def _index() -> str:
    links = (link(f"#{r.number.lower()}", f"{r.number} {r.subject}") for r in READINGS.values())
    return element("ol", "".join(element("li", item) for item in links), class_="gt-index")


def _entry(reading: Reading) -> str:
    heading = f"## {reading.number} {reading.subject} {{ #{reading.number.lower()} }}"
    clauses = "".join(element("li", _clause(path)) for path in reading.clauses)
    rows = (
        ("没写清", element("p", text(reading.open))),
        ("本站取", element("p", text(reading.taken))),
        ("理由", element("p", text(reading.because))),
        ("条款", element("ul", clauses)),
        ("问谁", element("p", text(reading.office))),
    )
    body = "".join(element("dt", name) + element("dd", content) for name, content in rows)
    return f"{heading}\n\n{element('dl', body, class_='gt-plain')}"


def _clause(path: str) -> str:
    return link(clause_address(path), path) if path in anchors() else text(path)
