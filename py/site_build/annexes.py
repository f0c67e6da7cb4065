"""The two annex forms as real tables: every printed word once, in the order of the document."""

from __future__ import annotations

from collections.abc import Sequence

from guantong.policy import Statement
from site_build.html import element, text
from site_build.verbatim import marked

#: Annex 2, row by row: how many columns the blank after each printed field takes. The photo stands beside
#: the first three rows, in a seventh column of its own.
_FORM_ROWS = ((1, 1, 1), (2, 2), (5,), (6,), (3, 2), (3, 2), (3, 2))
_PHOTO_ROWS = 3
_BESIDE_NAME = "6"  #: columns right of a name that stands alone


def cells(statement: Statement) -> list[str]:
    """The words of the cells of a form; the list of statements parts them with a middle dot."""
    return [cell.strip() for cell in statement.text.split("·") if cell.strip()]


def annex1_table(head: Statement) -> str:
    """The header of annex 1 with its 32 columns, and an empty row."""
    names = cells(head)
    header = element("tr", "".join(element("th", text(name), scope="col") for name in names))
    empty = element("tr", "<td></td>" * len(names), aria_hidden="true")
    parts = marked("thead", head, header) + element("tbody", empty)
    return scroller(element("table", parts, class_="gt-form is-wide"), "附件1的表格，共32栏，可左右滚动")


def annex2_table(form: Statement, pledge: Statement, opinions: Statement) -> str:
    """The personal form of annex 2: fields, pledge, three opinions."""
    bodies = (
        marked("tbody", form, _fields(cells(form))),
        marked("tbody", pledge, _pledge(cells(pledge))),
        marked("tbody", opinions, _opinions(opinions)),
    )
    return scroller(element("table", "".join(bodies), class_="gt-form is-sheet"), "附件2的表格")


def scroller(table: str, label: str) -> str:
    """A wide table that scrolls by itself, also with the keyboard."""
    return element("div", table, class_="gt-scroll", role="region", tabindex="0", aria_label=label)


def _fields(names: Sequence[str]) -> str:
    """Rows of name and blank. The statement lists the photo after the third field."""
    photo, queue = _split_photo(names)
    rows: list[str] = []
    for index, blanks in enumerate(_FORM_ROWS):
        row = "".join(_field(queue.pop(0), blank) for blank in blanks)
        if index == 0:
            row += element("td", text(photo), rowspan=str(_PHOTO_ROWS), class_="photo")
        rows.append(element("tr", row))
    return "".join(rows)


def _split_photo(names: Sequence[str]) -> tuple[str, list[str]]:
    """The copy runs the photo and the next field together: “(照片) 证件类别”."""
    at = next(i for i, name in enumerate(names) if "照片" in name)
    photo, _, following = names[at].partition(" ")
    return photo, [*names[:at], following, *names[at + 1 :]]


def _field(name: str, blank: int) -> str:
    return element("th", text(name), scope="row") + element("td", "", colspan=str(blank))


def _alone(name: str, content: str) -> str:
    cells = element("th", text(name), scope="row") + element("td", content, colspan=_BESIDE_NAME)
    return element("tr", cells)


def _pledge(words: Sequence[str]) -> str:
    name, promise = words[0], words[1]
    sentence, _, signature = promise.partition(" ")
    content = element("p", text(sentence)) + element("p", text(signature), class_="sign")
    return _alone(name, content)


def _opinions(statement: Statement) -> str:
    """Three boxes, each a name, a stamp and a date: “… 意见 单位（盖章） 年 月 日”."""
    words = statement.text.replace("·", " ")
    rows: list[str] = []
    for part in words.split("年 月 日"):
        name, mark, _ = part.partition("单位（盖章）")
        if mark:
            content = element("p", f"{mark} 年 月 日", class_="sign")
            rows.append(_alone(name.strip(), content))
    return "".join(rows)
