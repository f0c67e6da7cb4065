"""One question as HTML: its words, its help, its field, why it is asked. Each can be left unanswered."""

from __future__ import annotations

from guantong.facts import Choice, Fact
from guantong.policy import statement
from guantong.titles import LEVEL_NAMES, TABLE
from site_build.html import attributes, element, text

YES_NO = (Choice("true", "是"), Choice("false", "否"))
UNSURE = "不确定"
#: More choices than this become a drop-down list.
MOST_RADIOS = 6
LEAVE_EMPTY = "不确定就留空。"
QUIET = 'autocomplete="off" autocapitalize="off" spellcheck="false"'


def question(fact: Fact, path: str, *, row_of: Fact | None = None) -> str:
    """The question of one fact; ``path`` is its parameter name (``titles.0.level``), ``row_of`` the list it stands in."""
    id = dashed(path)
    choices = YES_NO if fact.kind == "bool" else fact.choices
    few = fact.kind == "bool" or (bool(choices) and row_of is None and len(choices) <= MOST_RADIOS)
    if few:
        field = radios(path, id, choices)
    elif choices:
        field = _select(path, id, choices)
    elif fact.kind == "date":
        field = _date(fact, path, id)
    else:
        field = _input(fact, path, id)
    if few or fact.kind == "date":
        ask = element("span", text(fact.ask), id=f"l-{id}")
    else:
        ask = element("label", text(fact.ask), id=f"l-{id}", for_=f"f-{id}")
    elsewhere = row_of is not None and row_of.screen != fact.screen
    return block(fact, id, ask, hint(fact, bool(choices)), field, elsewhere=elsewhere)


def block(fact: Fact, id: str, ask: str, help: str, field: str, *, elsewhere: bool = False) -> str:
    """What every question has in common: words, mark, help, field, place for an error, reason.

    ``elsewhere``: the interview asks it on another screen than the row it stands in.
    """
    about = attributes(
        id=f"q-{id}",
        data_key=fact.key,
        data_kind=fact.kind,
        data_label=fact.label,
        data_screen=fact.screen,
        data_rare="" if is_rare(fact) else None,
        data_if_asked="" if fact.if_asked else None,
        data_elsewhere="" if elsewhere else None,
        data_personal="" if fact.personal else None,
    )
    return (
        f'<div class="gt-q"{about}>'
        f'<div class="gt-ask">{ask}<span class="gt-matters" data-matters hidden>还会影响结果</span></div>'
        f'<p class="gt-hint" id="h-{id}">{text(help)}</p>'
        f'<p class="gt-error" id="e-{id}" data-error hidden></p>'
        f"{field}{why(fact)}</div>"
    )


def is_rare(fact: Fact) -> bool:
    """True for what most people need not answer: it has an ordinary value, or only opens an extra road."""
    return fact.claim or fact.ordinary is not None


def hint(fact: Fact, has_choices: bool) -> str:
    """The fact's help, and what an empty answer stands for."""
    parts = [fact.help] if fact.help else []
    ordinary = next((c.label for c in (*YES_NO, *fact.choices) if c.value == _written(fact.ordinary)), None)
    if ordinary is not None:
        parts.append(f"不答就按“{ordinary}”算。")
    elif fact.claim:
        parts.append("不答就当没有。")
    elif not has_choices and fact.key != "as_of":
        parts.append(LEAVE_EMPTY)
    return "".join(parts)


def why(fact: Fact) -> str:
    """The statement of the policy that makes the question necessary, with its place in the text."""
    if not fact.statement:
        return ""
    asked_by = statement(fact.statement)
    return (
        '<details class="gt-reason"><summary>为什么问这个</summary>'
        f'<blockquote class="gt-quote">“{text(asked_by.text.strip())}”'
        f'<cite><a href="../policy/#{asked_by.anchor}">{text(fact.clause)}</a></cite></blockquote></details>'
    )


def dashed(path: str) -> str:
    """A parameter name as part of an id."""
    return path.replace(".", "-")


def _written(value: bool | str | None) -> str | None:
    return str(value).lower() if isinstance(value, bool) else value


def _described(id: str) -> str:
    return f' aria-describedby="h-{id} e-{id}"'


def radios(path: str, id: str, choices: tuple[Choice, ...]) -> str:
    """The choices and 不确定, which is chosen at first; short ones side by side."""
    options = "".join(_radio(path, choice.value, choice.label) for choice in choices)
    options += _radio(path, "", UNSURE, checked=True)
    short = all(len(choice.label) <= 4 for choice in choices)
    look = "gt-options" if short else "gt-options is-list"
    named = f' role="radiogroup" aria-labelledby="l-{id}"{_described(id)}'
    return f'<div class="{look}"{named}>{options}</div>'


def _radio(path: str, value: str, label: str, *, checked: bool = False) -> str:
    mark = " checked" if checked else ""
    field = f'<input type="radio"{attributes(name=path, value=value)}{mark}>'
    return f'<label class="gt-option">{field}<span>{text(label)}</span></label>'


def _select(path: str, id: str, choices: tuple[Choice, ...]) -> str:
    options = f'<option value="" selected>{UNSURE}</option>'
    options += "".join(element("option", text(choice.label), value=choice.value) for choice in choices)
    return f'<select class="gt-in"{attributes(id=f"f-{id}", name=path)}{_described(id)}>{options}</select>'


def _input(fact: Fact, path: str, id: str) -> str:
    mode = {"integer": "numeric", "number": "decimal"}.get(fact.kind)
    listed = f"s-{id}" if fact.suggestions else None
    field = (
        f'<input class="gt-in" type="text" {QUIET}'
        f"{attributes(id=f'f-{id}', name=path, inputmode=mode, list=listed)}{_described(id)}>"
    )
    if fact.suggestions:
        options = "".join(_suggestion(name) for name in fact.suggestions)
        field += f'<datalist id="{listed}">{options}</datalist>'
    return field


def _suggestion(name: str) -> str:
    """A published name; a title's name is shown with its series and level, one name in several series with each."""
    meant = "；".join(f"{series}系列 {LEVEL_NAMES[level]}" for series, title, level in TABLE if title == name)
    return element("option", "", value=name, label=f"{name}（{meant}）" if meant else None)


def _date(fact: Fact, path: str, id: str) -> str:
    boxes = "".join(
        f'<label><input class="gt-in {part}" type="text" inputmode="numeric" {QUIET}'
        f"{attributes(name=f'{path}.{part}', maxlength=length, data_part=part)}{_described(id)}>"
        f"<span>{word}</span></label>"
        for part, length, word in (("y", None, "年"), ("m", "2", "月"), ("d", "2", "日"))
    )
    return f'<div class="gt-date" role="group" aria-labelledby="l-{id}"{_described(id)}>{boxes}</div>'
