"""The little HTML that the generators write by hand: escaping, elements, links."""

from __future__ import annotations

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


def link(address: str, label: str, **values: str | None) -> str:
    """A link with a plain-text label."""
    return element("a", text(label), href=address, **values)
