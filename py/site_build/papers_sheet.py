"""附件2 for the page: the fields to fill, and the sheet as it is printed, both from the form's own words."""

from __future__ import annotations

import json
from html import escape

from guantong.annex_2 import FIELDS
from guantong.facts import FACTS
from guantong.forms import EDUCATION, ID_TYPES, REACHED_WORDS, SOURCES
from guantong.series import EXAMINED, OTHERS, REVIEWED
from guantong.titles import NAMES
from papers import annex_2_layout as layout

_WORDS = {
    "性别": ("男", "女"),
    "证件类别": ID_TYPES,
    "文化程度": EDUCATION,
    "考生来源": SOURCES,
    "申报等级": REACHED_WORDS,
}
_NEAR = {"职称系列": (*REVIEWED, *EXAMINED, *OTHERS), "职称证书等级": NAMES}
_HINTS = {"出生年月": "如 1985-05", "证件号码": "18位，末位的X大写", "职称证书等级": "照证书写，如“工程师”"}

_OBTAINED = """<p><label for="gt-field-obtained">职称取得时间</label><span class="gt-hint">不印在表上，只用来看等级够不够</span>
<input class="gt-in" id="gt-field-obtained" name="title_obtained" spellcheck="false"></p>"""


def kinds() -> str:
    """The kinds of facts by the names that links use, for reading a link of the calculator."""
    found = {fact.key: fact.kind for fact in FACTS}
    found |= {f"{fact.key}.0.{item.key}": item.kind for fact in FACTS for item in fact.items}
    return escape(json.dumps(found, separators=(",", ":")))


def fields_and_sheet() -> str:
    """The form beside the sheet."""
    return f"""<form class="gt-sheet-form" autocomplete="off" data-needs-script hidden>{"".join(map(_field, FIELDS))}</form>
<p class="gt-acts" data-needs-script hidden><button class="gt-btn is-main" type="button" data-act="print">打印一式三份</button>
<button class="gt-btn" type="button" data-act="document">存成 Word 文档</button>
<button class="gt-btn is-quiet" type="button" data-act="clear">清除全部</button>
<span class="gt-meta" data-said role="status"></span></p>
<p class="gt-meta" data-overflow role="status"></p>
<p class="gt-meta">印好以后：贴照片，本人签名并写上日期，单位盖章，附上职称证书复印件。</p>
<section class="gt-section" data-checks hidden><h2>交之前看一遍</h2><ul class="gt-findings" data-problems></ul></section>
<section class="gt-section gt-sheet-part"><h2>印出来的样子</h2>
<div class="gt-scroll" role="region" tabindex="0" aria-label="附件2的样子，可左右滚动"><div data-sheets></div></div></section>
<template>{_sheet()}</template>"""


def _field(name: str) -> str:
    key = f"gt-field-{FIELDS.index(name)}"
    hint = f'<span class="gt-hint">{_HINTS[name]}</span>' if name in _HINTS else ""
    if name in _WORDS:
        options = "".join(f"<option>{escape(word)}</option>" for word in ("", *_WORDS[name]))
        control = f'<select class="gt-in" id="{key}" name="{name}">{options}</select>'
    elif name in _NEAR:
        words = "".join(f'<option value="{escape(word)}"></option>' for word in _NEAR[name])
        control = (
            f'<input class="gt-in" id="{key}" name="{name}" list="{key}-list" spellcheck="false">'
            f'<datalist id="{key}-list">{words}</datalist>'
        )
    else:
        control = f'<input class="gt-in" id="{key}" name="{name}" spellcheck="false">'
    field = f'<p><label for="{key}">{name}</label>{hint}{control}</p>'
    return field + _OBTAINED if name == "职称证书等级" else field


def _sheet() -> str:
    rows = "".join(map(_row, range(len(layout.ROWS))))
    boxes = _box("is-pledge", layout.PLEDGE, layout.PROMISE, layout.SIGNATURE)
    boxes += "".join(_box("is-opinion", name, "", mark) for name, mark in layout.opinions())
    title = "".join(f"<span>{line}</span>" for line in layout.TITLE)
    notes = "".join(f"<p>{escape(note)}</p>" for note in layout.NOTES)
    columns = "<col>" * len(layout.COLUMNS_MM)
    return (
        f'<section class="gt-sheet"><p class="mark">{layout.MARK}</p><p class="title">{title}</p>'
        f"<table><colgroup>{columns}</colgroup><tbody>{rows}{boxes}</tbody></table>"
        f'<div class="notes">{notes}</div></section>'
    )


def _row(row: int) -> str:
    cells = ""
    for name, span in layout.ROWS[row]:
        label = layout.LABELS[name].replace("\n", "<br>")
        cells += f'<th scope="row">{label}</th><td colspan="{span}" data-cell="{name}"></td>'
    if row == 0:
        cells += f'<td class="photo" rowspan="{layout.PHOTO_ROWS}">{layout.PHOTO}</td>'
    last = ' class="is-last"' if row == len(layout.ROWS) - 1 else ""
    return f"<tr{last}>{cells}</tr>"


def _box(look: str, name: str, words: str, mark: str) -> str:
    rest = len(layout.COLUMNS_MM) - 1
    label = name.replace("\n", "<br>")
    said = f"<p>{words}</p>" if words else ""
    return (
        f'<tr class="{look}"><th scope="row">{label}</th>'
        f'<td colspan="{rest}">{said}<p class="sign">{mark}</p></td></tr>'
    )
