"""附件2 as a Word document (.docx): the official form's layout, one page a copy, an attached page only where text overflows.

The parts of the document are written here with the standard library: heights are exact, so that a copy is one page in every
program. See the decision record for why no library does this in the browser.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

from . import annex_2_layout as layout
from .cells import printable

_STAMP = (1980, 1, 1, 0, 0, 0)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
)
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="21"/>'
    '<w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults></w:styles>"
)
_BOX_MM, _PLEDGE_MM = 32, 30


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def document(people: Iterable[Mapping[str, str]], copies: int = layout.COPIES) -> bytes:
    """One document with the forms of all people, each in so many copies; the fields by their printed names."""
    body: list[str] = []
    for person in people:
        sheet = layout.lay_out(person)
        body += [_form(sheet) + (_attached(sheet, person) if sheet.attached else "") for _ in range(copies)]
    target = io.BytesIO()
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
        "word/_rels/document.xml.rels": _RELATIONS.format(kind="styles", target="styles.xml"),
        "word/styles.xml": _STYLES,
        "word/document.xml": _whole(body),
    }
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text.encode(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _whole(body: list[str]) -> str:
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{0}" w:bottom="{0}" w:left="{1}" w:right="{1}" w:header="0" w:footer="0" w:gutter="0"/>'
    section = f"<w:sectPr>{page.format(_twips(15), _twips(20))}</w:sectPr>"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_W}><w:body>'
        f"{''.join(body)}{section}</w:body></w:document>"
    )


def _form(sheet: layout.Sheet) -> str:
    """One page; the first paragraph asks for a new one."""
    head = _paragraph(layout.MARK, new_page=True, exact=7) + "".join(
        _paragraph(line, centred=True, size=32, bold=True, exact=10) for line in layout.TITLE
    )
    notes = "".join(_paragraph(note, size=16, exact=3.6) for note in layout.NOTES)
    return head + _table(sheet) + notes


def _attached(sheet: layout.Sheet, person: Mapping[str, str]) -> str:
    name = (person.get("姓名") or "").strip()
    head = _paragraph(layout.ATTACHED, new_page=True, centred=True, size=32, bold=True)
    lines = [_paragraph(f"{layout.FIELDS[0]}：{name}")] if name else []
    for field, text in sheet.attached:
        lines += [_paragraph(f"{field}：", bold=True), *(_paragraph(part) for part in text.splitlines())]
    return head + "".join(lines)


def _table(sheet: layout.Sheet) -> str:
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in layout.COLUMNS_MM)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = [_fields(sheet, index) for index in range(len(layout.ROWS))]
    rows.append(_box(layout.PLEDGE, layout.PROMISE, layout.SIGNATURE, _PLEDGE_MM))
    rows += [_box(name, "", mark, _BOX_MM) for name, mark in layout.opinions()]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(layout.WIDTH_MM)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        f'<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _fields(sheet: layout.Sheet, row: int) -> str:
    cells: list[str] = []
    column = 0
    for name, span in layout.ROWS[row]:
        cells.append(_cell(layout.LABELS[name], column, 1, centred=True))
        cells.append(_cell(sheet.cells.get(name, ""), column + 1, span))
        column += 1 + span
    if row < layout.PHOTO_ROWS:
        merge = '<w:vMerge w:val="restart"/>' if row == 0 else "<w:vMerge/>"
        cells.append(_cell(layout.PHOTO if row == 0 else "", column, 1, centred=True, merge=merge))
    return _row(cells, layout.height_mm(row))


def _box(name: str, words: str, mark: str, height: float) -> str:
    rest = len(layout.COLUMNS_MM) - 1
    content = _paragraph(words) + _paragraph("") + _paragraph(mark, right=True)
    return _row(
        [_cell(name, 0, 1, centred=True), _cell("", 1, rest, content=content, align="bottom")], height
    )


def _row(cells: list[str], height: float) -> str:
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_twips(height)}" w:hRule="exact"/></w:trPr>'
        f"{''.join(cells)}</w:tr>"
    )


def _cell(
    text: str,
    column: int,
    span: int,
    *,
    centred: bool = False,
    merge: str = "",
    content: str = "",
    align: str = "center",
) -> str:
    width = _twips(sum(layout.COLUMNS_MM[column : column + span]))
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inner = content or "".join(
        _paragraph(part, centred=centred, exact=5) for part in text.splitlines() or [""]
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merge}<w:vAlign w:val="{align}"/></w:tcPr>{inner}</w:tc>'


def _paragraph(
    text: str,
    *,
    centred: bool = False,
    right: bool = False,
    size: int = 0,
    bold: bool = False,
    new_page: bool = False,
    exact: float = 0,
) -> str:
    """``size`` in half points, ``exact`` line height in millimetres."""
    side = "center" if centred else "right" if right else "left"
    spacing = f'<w:spacing w:line="{_twips(exact)}" w:lineRule="exact"/>' if exact else ""
    page = "<w:pageBreakBefore/>" if new_page else ""
    run = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    words = (
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(printable(text), quote=False)}</w:t></w:r>'
        if text
        else ""
    )
    return f'<w:p><w:pPr>{page}{spacing}<w:jc w:val="{side}"/></w:pPr>{words}</w:p>'
