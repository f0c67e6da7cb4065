"""What the last attack on the site found, told to citizens from the attack's own record."""

from __future__ import annotations

import json
from typing import Any

from site_build.html import element, table_head, table_row, text
from site_build.paths import ATTACK

_NONE = "建站时没有攻击的记录。在项目目录里运行 make attack，再建一次，结果就会写在这里。"
_HOSTS = {"nginx": "主机发全套响应头（nginx）", "bare": "主机什么响应头都不发"}
#: What a citizen would call a way out. A way without a name is shown as the attack calls it.
_WAYS = {
    "page-location": "把整个网页跳到别的网址",
    "page-link": "替人点击一个外部链接",
    "page-refresh": "让网页自动转到别的网址",
    "page-popup": "打开一个新窗口",
    "page-form": "提交一张表单",
    "page-webrtc": "网络通话（WebRTC）",
    "page-dns-prefetch": "只查询一个网址在哪里（DNS）",
    "bare-connection": "只连一下，不说话（预先连接）",
    "page-prefetch": "预先取一个网址",
    "webtransport": "WebTransport 连接",
}


def attack() -> str:
    """Who attacked how, and a table of what got out, by host and browser."""
    if not ATTACK.is_file():
        return element("p", text(_NONE))
    found: dict[str, Any] = json.loads(ATTACK.read_text("utf-8"))
    tried = found["tried"]
    browsers = found["browsers"]
    intro = (
        f"最近一次在 {found['date']}，用 {'、'.join(browsers.values())}。"
        f"网页里的脚本试了 {tried['page']} 种办法，计算程序的外壳试了 {tried['worker']} 种，Python 试了 {tried['python']} 种。"
    )
    rows = "".join(_row(host, found["out"][host], list(browsers)) for host in _HOSTS)
    head = table_head(("主机", *browsers))
    table = element("table", head + element("tbody", rows), class_="gt-table is-cards")
    return element("p", text(intro)) + table + element("p", text(_verdict(found["out"]))) + _links(found)


def _links(found: dict[str, Any]) -> str:
    """How many hostile links were opened, all of them without harm, else nothing."""
    if "links" not in found:
        return ""
    return element(
        "p",
        text(
            f"另外在真的浏览器里打开了 {found['links']:,} 个恶意链接，里面有代码、控制字符和几十万字的长文。"
            "没有一个运行起来，计算程序也没有停。"
        ),
    )


def _row(host: str, seen: dict[str, list[str]], browsers: list[str]) -> str:
    return table_row([text(_HOSTS[host]), *(_list(seen[browser]) for browser in browsers)], ("", *browsers))


def _list(ways: list[str]) -> str:
    if not ways:
        return "一种也没有出去"
    return element("ul", "".join(element("li", text(_WAYS.get(way, way))) for way in ways))


def _verdict(out: dict[str, dict[str, list[str]]]) -> str:
    """Whether anything left the sealed worker."""
    inside = {way for seen in out.values() for ways in seen.values() for way in ways} - set(_WAYS)
    if inside:
        return f"有 {len(inside)} 种办法从不该出去的地方出去了，正在处理：{'、'.join(sorted(inside))}。"
    return (
        "从计算程序和 Python 里，一种也没有出去。表里列出的，浏览器的规定管不住，但要先有别人的脚本混进网页才会发生。"
        "别的网站的脚本进不来，本站的脚本都按哈希核对。如果主机没有用 HTTPS，路上的人能改整个网页，这就防不住了。"
    )
