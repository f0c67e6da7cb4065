"""The page on speed and size: tables made from what the bench measured, and the sizes of this very build."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from site_build.annexes import scroller
from site_build.compressed import packed_bytes
from site_build.html import element, table_head, table_row, text
from site_build.paths import CALCULATOR, ROOT, STAGE

RESULTS = ROOT / "tests" / "bench" / "results.json"
OURS, STOCK, NATIVE = "ours", "stock", "native"
NAMES = {
    OURS: "本站计算页",
    STOCK: "原样的 Pyodide",
    "pyscript": "PyScript",
    "micropython": "MicroPython（只有一条规则）",
    "publicodes": "publicodes（只有一条规则）",
}
BROWSERS = {"chromium": "Chromium", "firefox": "Firefox"}

Form = Callable[[float], str]


def _milliseconds(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _hundredths(value: float) -> str:
    return f"{value:.2f}"


def _megabytes(value: float) -> str:
    return f"{value / 1e6:.2f}"


#: What the bench calls it → what the table says, and how the number is written.
MEASURES: dict[str, tuple[str, Form]] = {
    "bytes": ("到第一个结果下载，MB", _megabytes),
    "bytes_all": ("一共下载，MB", _megabytes),
    "fcp": ("第一次显示，毫秒", _milliseconds),
    "ready": ("Python 备好，毫秒", _milliseconds),
    "verdict": ("第一个结果，毫秒", _milliseconds),
    "again": ("第二次来，第一个结果，毫秒", _milliseconds),
    "change": ("改一处，到新结果，毫秒", _milliseconds),
}
#: What the files of a visit hold, by the first word of their names.
PIECES = {
    "worker": "启动程序",
    "quick": "Python 本身，只留规则用得到的部分",
    "image": "已经启动好的内存",
    "python": "Python 本身，完整",
    "stdlib": "标准库里规则用到的部分",
    "rules": "规则",
    "tables": "规则没读过的表，第一个结果出来以后才取",
}
#: What is said of our page beside stock Pyodide.
RATIOS = ("bytes", "verdict", "again")


def how() -> str:
    """When, where and with which command it was measured."""
    if not RESULTS.is_file():
        return element("p", "这一版还没有量过。")
    found = _results()
    versions = "；".join(browser["version"] for browser in found["browsers"].values())
    return element(
        "p",
        f"{text(found['date'])}，{element('code', text(found['command']))}，{text(found['machine'])}。{text(versions)}。",
    )


def tables() -> str:
    """A table for each browser and condition."""
    found = _results()
    parts: list[str] = []
    for name, browser in found["browsers"].items():
        for condition, variants in browser["conditions"].items():
            title = f"{BROWSERS[name]}，{found['conditions'][condition]}"
            parts.append(element("h3", text(title), id=f"{name}-{condition}"))
            parts.append(scroller(_table(variants), title))
    return "\n\n".join(parts)


def work() -> str:
    """Many evaluations, and memory."""
    found = _results()
    if not found["browsers"]:
        return ""
    count = f"{found['evaluations']:,}"
    head = ("在哪里算", "每人，毫秒", "是本机的几倍", "网页进程最多占内存，MB")
    rows: list[str] = []
    for name, browser in found["browsers"].items():
        for variant, spent in browser["evaluations"].items():
            figures = [_spread(spent["ms"], _hundredths), _spread(spent["times"], _hundredths)]
            if variant == NATIVE:
                rows.append(
                    _row(f"本机的 Python {found['native']}，与 {BROWSERS[name]} 轮流", [*figures, "—"])
                )
            elif variant in (OURS, STOCK):
                memory = f"{browser['memory'][variant] / 1e6:,.0f}"
                rows.append(_row(f"{NAMES[variant]}，{BROWSERS[name]}", [*figures, memory]))
    return scroller(_framed(head, rows), f"算 {count} 人")


def pieces() -> str:
    """What a visit to the calculator of this build fetches, by file."""
    folder = STAGE / CALCULATOR
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    files = [folder / name for name in (*manifest["early"], *manifest["later"])]
    parts = (
        element("dt", text(PIECES[file.name.partition("-")[0]]))
        + element(
            "dd", f"{_megabytes(packed_bytes(file)['br'])} MB，解开后 {_megabytes(file.stat().st_size)} MB"
        )
        for file in files
    )
    return element("dl", "".join(parts))


def _table(variants: dict[str, Any]) -> str:
    measures = [what for what in MEASURES if any(what in values for values in variants.values())]
    head = ("做法", *(MEASURES[what][0] for what in measures))
    rows = [
        _row(NAMES[name], [_cell(values, what) for what in measures]) for name, values in variants.items()
    ]
    if OURS in variants and STOCK in variants:
        rows.append(_row("本站 ÷ 原样的 Pyodide", [_ratio(variants, what) for what in measures]))
    return _framed(head, rows)


def _framed(head: Iterable[str], rows: Iterable[str]) -> str:
    return element("table", table_head(head) + element("tbody", "".join(rows)), class_="gt-table")


def _cell(values: dict[str, Any], what: str) -> str:
    if what not in values:
        return "—"
    return _spread(values[what], MEASURES[what][1])


def _spread(found: dict[str, Any], written: Form) -> str:
    """The median, and the least and the most where they differ."""
    if found["least"] == found["most"]:
        return written(found["median"])
    spread = f"{written(found['least'])}–{written(found['most'])}"
    return f"{written(found['median'])} <small>（{spread}，{found['runs']} 次）</small>"


def _ratio(variants: dict[str, Any], what: str) -> str:
    if what not in RATIOS:
        return "—"
    return f"{variants[OURS][what]['median'] / variants[STOCK][what]['median']:.2f}"


def _row(label: str, cells: list[str]) -> str:
    """A row of figures, in a table that is never made into cards."""
    return table_row((text(label), *cells), (None,) * (1 + len(cells)))


def _results() -> dict[str, Any]:
    """What the bench wrote; nothing of any browser where it was not run."""
    if not RESULTS.is_file():
        return {"browsers": {}}
    found: dict[str, Any] = json.loads(RESULTS.read_text("utf-8"))
    return found


PARTS = {"speed_how": how, "speed_tables": tables, "speed_work": work, "speed_pieces": pieces}
