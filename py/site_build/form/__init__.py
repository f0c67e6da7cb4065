"""The calculator's form as HTML, made from the facts: labels, help, choices and clauses stand nowhere else.

It can be read without script. The page's script fills and reads it by ``data-key``, ``data-kind`` and
``name``; names are those of the link's parameters (``titles.0.level``).
"""

from __future__ import annotations

from guantong.facts import FACTS, GROUPS, Fact, Group
from site_build.form.fields import is_rare, question
from site_build.form.lists import list_question
from site_build.form.shell import shell
from site_build.html import element, text

#: Groups unfolded from the start where the script runs; the others open with a tap.
FIRST_OPEN = ("certificates", "work")


def render_form(*, keeps: bool = True) -> str:
    """The whole calculator: form, place for the live answer, place for the reasons, choice to keep the program."""
    return shell("\n".join(_group(group) for group in GROUPS), keeps=keeps)


def _group(group: Group) -> str:
    facts = [fact for fact in FACTS if fact.group == group.id]
    common = [fact for fact in facts if not is_rare(fact)]
    rare = [fact for fact in facts if is_rare(fact)]
    heading = element("h2", text(group.title)) + '<span class="gt-left" data-left></span>'
    body = element("legend", text(group.title), class_="gt-vh")
    if group.help:
        body += element("p", text(group.help), class_="gt-lead")
    body += "\n".join(_question(fact) for fact in common)
    if rare:
        body += _rare(rare)
    later = None if group.id in FIRST_OPEN else ""
    return (
        f'<details class="gt-part" id="part-{group.id}" open{"" if later is None else " data-later"}>'
        f"<summary>{heading}</summary>{element('fieldset', body)}</details>"
    )


def _rare(facts: list[Fact]) -> str:
    body = "\n".join(_question(fact) for fact in facts)
    summary = f"少见情况（{len(facts)} 问）"
    return f'<details class="gt-rare"><summary>{text(summary)}</summary>{body}</details>'


def _question(fact: Fact) -> str:
    return list_question(fact) if fact.kind == "list" else question(fact, fact.key)
