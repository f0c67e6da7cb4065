"""What stands around the questions: drawings, live answer, place of the reasons, dock of the phone.

Everything that needs the script is hidden until the script shows it.
"""

from __future__ import annotations

import json
from html import escape

from guantong.assess import assess
from guantong.facts import FACTS
from guantong.interview import SCREENS
from guantong.link_names import RENAMED, REWORDED
from guantong.policy import statements
from guantong.version import rules_hash
from site_build.form.lists import icon
from site_build.hosts.headers import SERVICE_WORKER

#: Path data on a 24 by 24 grid.
ICONS = {
    "ok": '<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16.3 9.5"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>',
    "ask": '<circle cx="12" cy="12" r="9"/>'
    '<path d="M9.3 9.4a2.8 2.8 0 1 1 4.2 2.5c-1 .6-1.5 1.1-1.5 2.1M12 17v.1"/>',
    "no": '<circle cx="12" cy="12" r="9"/><path d="M7.5 12h9"/>',
    "yes": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "x": '<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>',
    "del": '<path d="M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5"/>',
    "edit": '<path d="M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4"/>',
    "back": '<path d="m15 5-7 7 7 7"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7'
    'M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17"/>',
    "lock": '<rect x="5" y="11" width="14" height="9" rx="1.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "pin": '<path d="M12 21.5s-7-6.3-7-11.7a7 7 0 0 1 14 0c0 5.4-7 11.7-7 11.7z"/><circle cx="12" cy="9.8" r="2.4"/>',
    "dots": '<circle cx="12" cy="12" r="9"/><path d="M8 12v.1M12 12v.1M16 12v.1"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z"/>',
    "go": '<path d="M5 12h14M13 6l6 6-6 6"/>',
}

TITLE = "你可以申报哪一级"
INTRO = "先填证书，再答工作情况。不确定的可以不答，答案会随着填写更新。"

NO_SCRIPT = (
    '<noscript><p class="gt-notice">浏览器没有运行 JavaScript，这里不能自动计算。'
    '问题可以照样看，答案请查<a href="../tables/">对照表</a>。</p></noscript>'
)

PRIVACY = "你填的内容只留在这台设备上，不会上传。"

STEP = f"""<div class="gt-step" data-step hidden>
<button class="gt-btn is-quiet flush" type="button" data-act="back">{icon("back")}上一步</button>
<span data-count></span></div>"""

NEXT = f"""<div class="gt-acts" data-next-act hidden>
<button class="gt-btn is-main" type="submit">下一步{icon("go")}</button>
<span class="gt-meta">不确定的可以不选，直接往下走。</span></div>"""

TICKS = "".join(
    f'<label class="gt-check" hidden><input type="checkbox" data-personal-tick="{fact.key}">'
    f"链接里也写{fact.label}</label>"
    for fact in FACTS
    if fact.personal
)

SHARE = f"""<section class="gt-share" data-share aria-labelledby="gt-share-title">
<h2 id="gt-share-title">把回答带走</h2>
<p class="gt-meta" data-contains></p>
{TICKS}
<div class="gt-acts"><button class="gt-btn" type="button" data-act="copy">{icon("link")}复制链接</button>
<button class="gt-btn" type="button" data-act="code" aria-expanded="false" aria-controls="gt-code">显示二维码</button>
<button class="gt-btn is-quiet" type="button" data-act="clear">清除全部</button>
<span class="gt-meta" data-copied role="status"></span></div>
<p data-copy-by-hand hidden><label class="gt-meta">请自己复制这个链接：
<input class="gt-in" type="text" readonly></label></p>
<figure id="gt-code" data-code hidden><div data-code-place></div>
<figcaption class="gt-meta">在这台设备上画的，没有发给谁。用手机扫一扫，就在手机上接着看。</figcaption></figure></section>"""

OFFLINE = f"""<details class="gt-fold" data-offline="{SERVICE_WORKER.name}" hidden><summary>断网也能用</summary>
<label class="gt-check"><input type="checkbox" data-offline-tick>把计算程序存在这台设备上</label>
<p class="gt-meta" data-offline-said role="status"></p>
<p class="gt-meta">存的只有本站公开的程序文件，没有你填的内容。去掉勾，就全部删掉。“清除全部”只清你填的内容，不动程序。</p>
<p class="gt-meta">这一页的规则版本：{rules_hash()}。有网络时，打开的总是最新的一版，旧的随后删掉。</p></details>"""

_AFTER = f"""<div class="gt-after" data-needs-script hidden>
<details class="gt-fold" data-given hidden><summary>已经回答的</summary><ul class="gt-given" data-given-list></ul></details>
<button class="gt-btn is-main" type="button" data-act="more" hidden></button>
{SHARE}
{{offline}}
<p><button class="gt-btn is-quiet flush" type="button" data-act="all">一次看全部问题</button>
<button class="gt-btn is-quiet flush" type="button" data-act="ask" hidden>一步一步地答</button></p></div>"""

SIDE = f"""<aside class="gt-side gt-live" aria-label="目前的答案" data-needs-script hidden>
<h2>按目前的回答</h2>
<div data-headline aria-live="polite"><p class="gt-meta">填一本证书，就会看到第一个答案。</p></div>
<div data-next></div>
<ul data-live></ul>
<p data-jump hidden><a class="gt-btn" href="#gt-answer">看理由和办法{icon("go")}</a></p>
<p class="gt-meta" data-waiting>等不及，可以先看<a href="../tables/">对照表</a>。</p>
<p class="gt-meta">{icon("lock")} {PRIVACY}</p></aside>"""

FILTER = """<p class="gt-filter" data-filter hidden><span data-filtered role="status"></span>
<label class="gt-check"><input type="checkbox" data-filter-box checked>收起不影响结果的问题</label></p>"""

DOCK = f"""<div class="gt-dock" role="region" aria-label="目前的答案" data-dock hidden>
<div data-dock-text></div>
<a class="gt-btn" href="#gt-answer">看结果{icon("go")}</a></div>"""


def shell(groups: str, *, keeps: bool) -> str:
    """The calculator around the questions given as HTML; with ``keeps`` the choice to keep its program on the device."""
    return f"""<div class="gt-calc" id="gt-calc"
data-policy="../policy/" data-readings="../readings/" data-tables="../tables/" data-links="../links/"
data-anchors="{escape(_anchors())}" data-screens="{escape(_screens())}" data-renamed="{escape(_renamed())}">
{_sprite()}
{NO_SCRIPT}
<div class="gt-body"><div class="gt-calc-form">
{STEP}
<h1 data-heading tabindex="-1">{TITLE}</h1>
<p class="gt-lead" data-lead>{INTRO}</p>
<div class="gt-notice" data-notice role="status" hidden></div>
<form data-form novalidate autocomplete="off">
<div class="gt-stage" data-stage hidden></div>
<div data-groups>
{FILTER}
{groups}
</div>
{NEXT}
</form>
<div class="gt-engine" data-engine data-needs-script hidden></div></div>
{SIDE}
<section class="gt-result" id="gt-answer" tabindex="-1" aria-label="结果和理由" data-answer hidden></section>
{_AFTER.format(offline=OFFLINE if keeps else "")}</div>
{DOCK}</div>"""


def _screens() -> str:
    """The screens of the interview, and the order in which they come while nothing is known yet."""
    known = {
        "screens": {one.id: {"title": one.title, "help": one.help, "judged": one.judged} for one in SCREENS},
        "first": assess({})["interview"]["screens"],
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def _renamed() -> str:
    return json.dumps({"names": RENAMED, "values": REWORDED}, ensure_ascii=False, separators=(",", ":"))


def _sprite() -> str:
    symbols = "".join(
        f'<symbol id="gi-{name}" viewBox="0 0 24 24">{path}</symbol>' for name, path in ICONS.items()
    )
    return f'<svg class="gt-sprite" aria-hidden="true" focusable="false">{symbols}</svg>'


def _anchors() -> str:
    """Places on the policy page by statement and by clause; for a clause, that of its first statement."""
    every = statements()
    clauses: dict[str, str] = {}
    for one in every:
        clauses.setdefault(one.clause, one.anchor)
    known = {"statements": {one.id: one.anchor for one in every}, "clauses": clauses}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))
