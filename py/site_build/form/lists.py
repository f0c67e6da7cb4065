"""Certificates and honours: one row each. The row in the page is also the pattern that the script copies."""

from __future__ import annotations

from guantong.facts import Choice, Fact
from site_build.form.fields import block, dashed, question, radios
from site_build.html import element, text

HAVE = (Choice("some", "有"), Choice("none", "没有"))


def list_question(fact: Fact) -> str:
    """“有 / 没有 / 不确定”, the first row, and a way to add one."""
    words = f"{icon('plus')}再加一项{text(fact.label)}"
    add = f'<button class="gt-btn is-dash" type="button" data-add hidden>{words}</button>'
    field = f'{radios(fact.key, fact.key, HAVE)}<div class="gt-rows" data-rows>{_row(fact)}</div>{add}'
    return block(fact, fact.key, element("span", text(fact.ask), id=f"l-{fact.key}"), fact.help, field)


def _row(fact: Fact) -> str:
    """One entry twice: as a line to read, with “改” and “删除”, and as the fields to fill in. The script shows either."""
    path = f"{fact.key}.0"
    id = dashed(path)
    fields = _fields(path, fact, [item for item in fact.items if item.ordinary is None])
    rare = [item for item in fact.items if item.ordinary is not None]
    if rare:
        summary = f"<summary>少见情况（{len(rare)} 问）</summary>"
        fields += f'<details class="gt-rare">{summary}{_fields(path, fact, rare)}</details>'
    title = f'<span class="gt-row-title" id="l-{id}">{text(fact.label)} <span data-number>1</span></span>'
    about = f'type="button" data-remove aria-describedby="l-{id}" hidden'
    remove = f'<button class="gt-btn is-quiet" {about}>{icon("del")}去掉这一项</button>'
    return (
        f'<div data-row="0" role="group" aria-labelledby="l-{id}">{_line()}'
        f'<div class="gt-row-edit" data-edit><div class="gt-row-head">{title}{remove}</div>'
        f'<p class="gt-error" id="e-{id}" data-row-error hidden></p>'
        f'<div class="gt-fields">{fields}</div>'
        f'<button class="gt-btn" type="button" data-done hidden>写好了这一项</button></div></div>'
    )


def _line() -> str:
    buttons = "".join(
        f'<button class="gt-icon" type="button" {hook}>{icon(name)}</button>'
        for hook, name in (("data-change", "edit"), ("data-drop", "del"))
    )
    return (
        '<div class="gt-row" data-line hidden><div><b data-what></b><span class="gt-meta" data-when></span></div>'
        f"<div>{buttons}</div></div>"
    )


def _fields(path: str, fact: Fact, items: list[Fact]) -> str:
    return "".join(question(item, f"{path}.{item.key}", row_of=fact) for item in items)


def icon(name: str) -> str:
    """One of the drawings that the shell carries."""
    return f'<svg class="ic" aria-hidden="true"><use href="#gi-{name}"/></svg>'
