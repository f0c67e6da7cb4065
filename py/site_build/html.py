"""The little HTML that the generators write by hand: escaping, elements, links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def text(value: str) -> str:
    """Text made safe for HTML."""
    return escape(value, quote=False)


def attributes(**values: str | None) -> str:
    """Attributes in the order given; ``class_`` is written ``class``, ``data_x`` is written ``data-x``."""
    given = {name.rstrip("_").replace("_", "-"): value for name, value in values.items()}
    return "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value is not None)


def element(tag: str, content: str, **values: str | None) -> str:
    """An element around content that already is HTML."""
    return f"<{tag}{attributes(**values)}>{content}</{tag}>"


def table_head(names: Iterable[str]) -> str:
    """The head of a table from plain-text names of its columns."""
    cells = "".join(element("th", text(name), scope="col") for name in names)
    return element("thead", element("tr", cells))


def table_row(cells: Sequence[str], head: Sequence[str | None]) -> str:
    """A row whose first cell names it, from cells that already are HTML; on a phone each says what column it is of, if told."""
    rest = zip(cells[1:], head[1:], strict=True)
    return element(
        "tr",
        element("th", cells[0], scope="row")
        + "".join(element("td", cell, data_th=name) for cell, name in rest),
    )


def link(address: str, label: str, **values: str | None) -> str:
    """A link with a plain-text label."""
    return element("a", text(label), href=address, **values)
