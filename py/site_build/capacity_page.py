"""How many visitors a host can serve, worked out from the record of the last load test (``make load``)."""

from __future__ import annotations

import json
from typing import Any

from site_build.html import element, table_head, table_row, text
from site_build.paths import LOAD

_NONE = "建站时没有压力测试的记录。在项目目录里运行 make load，再建一次，结果就会写在这里。"
_GBIT_BYTES = 125_000_000
#: Nobody comes evenly over the day: the busiest hour has about this share of a day's visits.
_PEAK_SHARE = 0.15


def per_day(per_second: float) -> int:
    """Visitors in a day whose busiest hour this rate just serves."""
    return int(per_second * 3600 / _PEAK_SHARE)


def capacity() -> str:
    """A table: what a visit costs, and how many a core and a line can serve in a day."""
    if not LOAD.is_file():
        return element("p", text(_NONE))
    found: dict[str, Any] = json.loads(LOAD.read_text("utf-8"))
    rate = found["nginx"]["per_second"]
    rows = []
    for name, kind in (("只看网页（首页和原文）", "visit"), ("第一次打开计算页", "calculator")):
        requests, size = found[kind]["requests"], found[kind]["bytes"]
        line = per_day(_GBIT_BYTES / size)
        core = f"{per_day(rate / requests):,}" if kind == "visit" else "由线路决定"
        cells = (name, f"{requests} 次", f"{size / 1000:,.0f} KB", core, f"{line:,}")
        rows.append(table_row(cells, _HEAD))
    return element("table", table_head(_HEAD) + element("tbody", "".join(rows)), class_="gt-table is-cards")


_HEAD = ("访问", "请求", "流量（压缩后）", "一个处理器核一天", "1 Gbit/s 线路一天")


def load() -> str:
    """What the load test measured, in sentences."""
    if not LOAD.is_file():
        return element("p", text(_NONE))
    found: dict[str, Any] = json.loads(LOAD.read_text("utf-8"))
    seen = found["nginx"]
    said = (
        f"{found['date']}，nginx 一个进程，{found['connections']} 个连接同时访问 {found['seconds']} 秒（{found['machine']}）。",
        f"每秒 {seen['per_second']:,.0f} 个请求，一半在 {seen['median_ms']:,.0f} 毫秒内答完，百分之九十九在 {seen['p99_ms']:,.0f} 毫秒内。",
        f"一共 {seen['requests']:,.0f} 个请求，连接出错 {seen['errors']:,.0f} 个，被拒绝 {seen['refused']:,.0f} 个。",
        "测试程序和 nginx 在同一台机器上，机器当时还有别的活，所以这是偏低的数字。",
    )
    return element("ul", "".join(element("li", text(line)) for line in said))


PARTS = {"capacity": capacity, "load": load}
