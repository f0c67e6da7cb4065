"""The pages for lists and annex forms: everything that stands there before a file is chosen."""

from __future__ import annotations

import json

from site_build.form.lists import icon
from site_build.form.shell import ICONS
from site_build.papers_sheet import fields_and_sheet, kinds
from site_build.paths import CALCULATOR, STAGE

SILENT = "文件只在这台设备上读取和计算，不上传，不保存。关掉网页就没有了。"
NO_SCRIPT = (
    "<noscript><p class='gt-notice'>浏览器没有运行 JavaScript，这里读不了文件。"
    "空白表格照样可以下载；也可以查<a href='../tables/'>对照表</a>。</p></noscript>"
)
TYPED = "填的内容只在这台设备上，不上传，不保存。关掉网页就没有了。"
OWN_FORM = "经办机构发了自己的空白表，就用它的；在<a href='../list/'>名单核对</a>里可以直接填进去。"
KINDS = ".xlsx,.xlsm,.csv,.txt,.xls"

PROGRESS = """<div class="gt-load" data-progress hidden><span data-progress-words role="status"></span>
<progress max="1" aria-label="进度"></progress>
<button class="gt-btn is-quiet" type="button" data-act="cancel">停下</button></div>
<div class="gt-notice" data-refused role="alert" hidden></div>"""


def script() -> str:
    """Name of the script of these pages."""
    manifest: dict[str, str] = json.loads((STAGE / CALCULATOR / "manifest.json").read_text("utf-8"))
    return manifest["papers_script"]


def drop(act: str, label: str, hint: str, *, of_chosen: bool = False) -> str:
    """A place to choose a file or drop one."""
    mark = " data-of-chosen disabled" if of_chosen else ""
    return (
        f'<div class="gt-drop" data-drop><label class="gt-pick"><input type="file" accept="{KINDS}" data-file="{act}"{mark}>'
        f"<span>{label}</span></label><span class='gt-meta'>{hint}</span></div>"
    )


def opening(id_: str, title: str, lead: str, silent: str = SILENT) -> str:
    """The head of a page."""
    symbols = "".join(
        f'<symbol id="gi-{name}" viewBox="0 0 24 24">{path}</symbol>' for name, path in ICONS.items()
    )
    return f"""<div class="gt-calc gt-papers" id="{id_}" data-tables="../tables/" data-readings="../readings/">
<svg class="gt-sprite" aria-hidden="true" focusable="false">{symbols}</svg>
<h1>{title}</h1>
<p class="gt-lead">{lead}</p>
<p class="gt-meta">{icon("lock")} {silent}</p>
{NO_SCRIPT}"""


def list_page() -> str:
    """名单核对."""
    orders = (
        ("row", "按名单次序"),
        ("group", "按结果"),
        ("name", "按姓名"),
        ("last_day", "按退休前最后一天"),
    )
    options = "".join(f'<option value="{key}">{label}</option>' for key, label in orders)
    return f"""{opening("gt-list", "名单核对", "选一份职工名单，逐人算出现在可申报什么、哪天起可申报、要问什么。")}
<section data-choose data-needs-script hidden>
{drop("list", "选择名单文件", "也可以把文件拖到这里。支持 .xlsx 和 .csv，第一行是列名，一行一人。")}
<details class="gt-fold"><summary>粘贴表格</summary>
<label>从 Excel 或 WPS 里连列名一起复制，粘贴到这里：
<textarea class="gt-in" rows="6" spellcheck="false" autocomplete="off"></textarea></label>
<p class="gt-acts"><button class="gt-btn" type="button" data-act="paste">用粘贴的内容</button></p></details>
</section>
<p class="gt-meta" data-off-paper>还没有名单？<a href="../assets/forms/list.xlsx" download="空白名单.xlsx">下载空白名单</a>，填好再来。</p>
<p class="gt-acts" data-needs-script hidden><button class="gt-btn is-quiet flush" type="button" data-act="clear" hidden>清除全部</button>
<span class="gt-meta" data-said role="status"></span></p>
<div class="gt-engine" data-engine hidden></div>
{PROGRESS}
<section class="gt-section" data-mapping hidden><h2>核对列名</h2>
<p data-read></p>
<p data-sheets hidden><label>工作表 <select class="gt-in" data-sheet></select></label></p>
<ul class="gt-columns" data-columns></ul>
<label class="gt-check"><input type="checkbox" data-blank>职称、技能等级或荣誉一栏空着，就是没有</label>
<p><label>年限算到哪一天（不填就是今天） <input class="gt-in gt-day" type="date" data-as-of></label></p>
<p class="gt-acts"><button class="gt-btn is-main" type="button" data-act="start">开始核对</button></p></section>
<section class="gt-section" data-results hidden><h2>核对结果</h2>
<p class="gt-meta" data-as-of-words role="status"></p>
<div class="gt-counts" role="group" aria-label="按结果筛选" data-counts></div>
<div class="gt-section" data-questions></div>
<section class="gt-section"><h2>逐人</h2>
<p class="gt-find"><label>找姓名或证书 <input class="gt-in" type="search" data-words autocomplete="off" spellcheck="false"></label>
<label>排列 <select class="gt-in" data-order>{options}</select></label></p>
<div data-people></div>
<p class="gt-meta" data-shown role="status"></p>
<p class="gt-acts"><button class="gt-btn is-quiet flush" type="button" data-act="show-more">再显示 50 人</button>
<button class="gt-btn is-quiet flush" type="button" data-act="show-all">全部显示</button></p>
<p class="gt-acts"><button class="gt-btn is-main" type="button" data-act="results">保存为表格</button>
<button class="gt-btn" type="button" data-act="print">{icon("print")}打印</button></p></section>
<section class="gt-section" data-off-paper><h2>为选中的人填表</h2>
<p class="gt-acts"><span data-chosen role="status"></span>
<button class="gt-btn is-quiet flush" type="button" data-act="choose-shown">选中筛选出的全部</button>
<button class="gt-btn is-quiet flush" type="button" data-act="choose-none">取消选择</button></p>
<p class="gt-acts"><button class="gt-btn" type="button" data-act="annex1" data-of-chosen disabled>填附件1</button>
<button class="gt-btn" type="button" data-act="annex2" data-of-chosen disabled>填附件2（一人三份）</button></p>
<div data-form>{drop("form", "填进经办机构的空白表", "选择经办机构发的附件1空白表（.xlsx），下拉菜单和说明都会保留。", of_chosen=True)}</div>
<p class="gt-meta">名单里没有的栏目会空着。级别填的是目前最高的一级，请逐人核对。</p></section>
</section></div>"""


def annex_2_page() -> str:
    """填写附件2."""
    head = opening("gt-annex2", "填写附件2", "填一次，印出一式三份，也可以存成 Word 文档。", TYPED)
    return f"""{head.replace("data-tables", f"data-kinds='{kinds()}' data-tables", 1)}
<p class="gt-meta">不想在网页上填？<a href="../assets/forms/annex2.docx" download="附件2（空白）.docx">下载空白附件2</a>。</p>
<p class="gt-acts" data-needs-script hidden><label class="gt-from-link">在<a href="../calc/">计算页</a>答过了，就把那里复制的链接粘贴到这里
<input class="gt-in" type="text" data-link autocomplete="off" spellcheck="false"></label>
<button class="gt-btn" type="button" data-act="from-link">带过来</button></p>
<div class="gt-engine" data-engine hidden></div>
{PROGRESS}
{fields_and_sheet()}</div>"""


def annex_1_page() -> str:
    """检查附件1."""
    return f"""{opening("gt-annex1", "检查附件1", "选一份填好的附件1，逐行检查，列出每一处问题和建议。")}
<section data-choose data-needs-script hidden>
{drop("annex1", "选择附件1", "也可以把文件拖到这里。支持 .xlsx，以及 UTF-8 或 GB18030 的 .csv。")}
<details class="gt-fold"><summary>粘贴表格</summary>
<label>从 Excel 或 WPS 里连表头一起复制，粘贴到这里：
<textarea class="gt-in" rows="6" spellcheck="false" autocomplete="off"></textarea></label>
<p class="gt-acts"><button class="gt-btn" type="button" data-act="paste">用粘贴的内容</button></p></details>
</section>
<p class="gt-meta" data-off-paper>还没有填？<a href="../assets/forms/annex1.xlsx" download="附件1（空白）.xlsx">下载空白附件1</a>，表头、次序和下拉词照原文。{OWN_FORM}</p>
<p class="gt-acts" data-needs-script hidden><button class="gt-btn is-quiet flush" type="button" data-act="clear" hidden>清除全部</button>
<span class="gt-meta" data-said role="status"></span></p>
<div class="gt-engine" data-engine hidden></div>
{PROGRESS}
<section class="gt-section" data-results hidden><h2>检查结果</h2>
<p data-count role="status"></p>
<label class="gt-check"><input type="checkbox" data-errors>只看错误</label>
<ol class="gt-findings" data-findings></ol>
<p class="gt-acts"><button class="gt-btn is-quiet flush" type="button" data-act="show-more">再显示 50 条</button></p>
<p class="gt-acts"><button class="gt-btn" type="button" data-act="take-all">采用列出的全部建议</button>
<button class="gt-btn is-main" type="button" data-act="corrected" disabled>保存改好的文件</button>
<span class="gt-meta" data-fixes role="status"></span></p>
<p class="gt-meta" data-off-paper>点了建议才会改，文件里别的内容都不动。提醒不是错误，核对过就可以。</p></section></div>"""


PARTS = {
    "papers_script": script,
    "list_page": list_page,
    "annex_one_page": annex_1_page,
    "annex_two_page": annex_2_page,
}
