"""The decision tables page, from the tables that the rules themselves make."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from guantong.tables import Table
from guantong.tables import tables as rule_tables
from site_build.annexes import scroller
from site_build.citations import clause_address
from site_build.html import element, link, table_head, text

#: A table with more rows starts folded.
LONG = 30
#: A table with more columns, or with a longer cell, becomes a list of cards on the phone.
_MOST_COLUMNS = 5
_LONGEST_CELL = 24


def tables() -> str:
    """A list of the tables, then one section for each; all of it can be read without a script."""
    made = rule_tables()
    index = "".join(element("li", link(f"#{table.id}", table.title)) for table in made)
    return "\n\n".join([element("ul", index, class_="gt-index"), *(_section(table) for table in made)])


def _section(table: Table) -> str:
    return f"## {table.title} {{ #{table.id} }}\n\n{rendered(table)}"


def rendered(table: Table) -> str:
    """A table without its heading: what it says of itself, the rows, the clauses."""
    clauses = "".join(element("li", link(clause_address(path), path)) for path in table.clauses)
    parts = [
        element("p", text(table.intro)) if table.intro else "",
        _folded(scroller(_table(table), table.title), len(table.rows)),
        element("ul", clauses, class_="gt-cites") if clauses else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _folded(content: str, rows: int) -> str:
    if rows <= LONG:
        return content
    return element("details", element("summary", f"展开全表（{rows}行）") + content, class_="gt-long")


def _table(table: Table) -> str:
    groups = (
        _group(name, list(rows), table.head) for name, rows in groupby(table.rows, key=lambda row: row[0])
    )
    kind = "gt-table is-cards" if _crowded(table) else "gt-table"
    return element("table", table_head(table.head) + "".join(groups), class_=kind)


def _crowded(table: Table) -> bool:
    longest = max(len(cell) for row in table.rows for cell in row[1:])
    return len(table.head) > _MOST_COLUMNS or longest > _LONGEST_CELL


def _group(name: str, rows: Sequence[Sequence[str]], head: Sequence[str]) -> str:
    """Rows with the same name, which is said once."""
    span = str(len(rows)) if len(rows) > 1 else None
    title = element("th", text(name), scope="rowgroup" if span else "row", rowspan=span)
    lines = [_cells(row[1:], head[1:]) for row in rows]
    lines[0] = title + lines[0]
    return element("tbody", "".join(element("tr", line) for line in lines))


def _cells(cells: Sequence[str], names: Sequence[str]) -> str:
    named = zip(cells, names, strict=True)
    return "".join(element("td", text(cell), data_th=name) for cell, name in named)
