"""JSON Schema (2020-12) of the facts and of the result, made from the fact list and from what the result holds."""

from __future__ import annotations

from typing import Any

from .assess import SCHEMA
from .conditions import VERDICTS
from .facts import FACTS, Fact
from .intake import MAX_ENTRIES, MAX_NUMBER, MAX_TEXT, MAX_UNSURE, UNSURE
from .policy import DOCUMENT
from .targets import NAMES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_LOOSE_DAY = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
Schema = dict[str, Any]


def schemas() -> Schema:
    """Both schemas: ``facts`` and ``result``."""
    return {"facts": facts_schema(), "result": result_schema()}


def facts_schema() -> Schema:
    """What ``assess`` accepts for one person."""
    return {
        "$schema": DIALECT,
        "title": f"{DOCUMENT} 贯通自查：一个人的情况",
        "type": "object",
        "properties": {**{fact.key: _fact(fact) for fact in FACTS}, UNSURE: _UNSURE},
        "additionalProperties": False,
    }


_UNSURE: Schema = {
    "title": "答了不确定的问题",
    "description": "问过、答不出的问题，写它们的 JSON 指针，如 /retired、/titles/0/obtained。结果里不再问，改为请有关单位确认。",
    "type": ["array", "null"],
    "items": {"type": "string"},
    "maxItems": MAX_UNSURE,
}


def _fact(fact: Fact) -> Schema:
    about = {"title": fact.label}
    if fact.ask:
        about["description"] = " ".join(
            part for part in (fact.ask, fact.help, f"（{fact.clause}）" if fact.clause else "") if part
        )
    return {**about, **_type(fact)}


def _type(fact: Fact) -> Schema:
    match fact.kind:
        case "bool":
            return {"type": ["boolean", "null"]}
        case "choice":
            return {"enum": [*(choice.value for choice in fact.choices), None]}
        case "date":
            return {"anyOf": [_DAY if fact.full_date else _LOOSE_DAY, {"type": "null"}]}
        case "integer" | "number":
            return {"type": [fact.kind, "null"], "minimum": 0, "maximum": MAX_NUMBER}
        case "text":
            return {"type": ["string", "null"], "minLength": 1, "maxLength": MAX_TEXT}
        case "list":
            entry = {
                "type": "object",
                "properties": {item.key: _fact(item) for item in fact.items},
                "additionalProperties": False,
            }
            return {"type": ["array", "null"], "items": entry, "maxItems": MAX_ENTRIES}


def _object(optional: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
    }


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_DATE_OR_NULL = _or_null(_DAY)
_MONTHS: Schema = {"type": "array", "items": {"type": "string", "pattern": r"^\d{4}-(0[2468]|1[02])$"}}
_STATUS: Schema = {"enum": list(VERDICTS)}
_PARTY = {
    "type": "object",
    "properties": {"id": _TEXT, "name": _TEXT},
    "required": ["id", "name"],
}
_CONFIRM: Schema = {"type": "array", "items": _object(says=_TEXT, office=_TEXT, readings=_TEXTS)}


def result_schema() -> Schema:
    """What ``assess`` gives for one person."""
    return {
        "$schema": DIALECT,
        "title": f"{DOCUMENT} 贯通自查：结果",
        **_object(
            schema={"const": SCHEMA},
            policy={"const": DOCUMENT},
            rules=_TEXT,
            as_of=_DAY,
            problems={"type": "array", "items": _object(at=_TEXT, says=_TEXT)},
            answer=_object(headline=_TEXT, more=_TEXTS),
            targets={
                "type": "object",
                "properties": {key: _target() for key in NAMES},
                "additionalProperties": False,
            },
            overpass=_overpass(),
            questions=_TEXTS,
            interview=_object(
                so_far=_or_null(_TEXT),
                screens={"type": "array", "items": _object(screen=_TEXT, questions=_TEXTS)},
            ),
            channel=_object(title_to_skill=_skill_channel(), skill_to_title=_title_channel()),
            retirement=_or_null(_retirement()),
            timeline={"type": "array", "items": _stop()},
        ),
    }


def _target() -> Schema:
    condition = _object(
        status={"enum": ["met", "unmet", "unknown", "judgement"]},
        since=_DATE_OR_NULL,
        until=_DATE_OR_NULL,
        facts=_TEXTS,
        statement={"type": "string", "pattern": r"^C\d{3}$"},
        clause=_TEXT,
        quote=_TEXT,
        readings=_TEXTS,
        says=_TEXT,
    )
    route = _object(
        id=_TEXT,
        name=_TEXT,
        status=_STATUS,
        earliest=_DATE_OR_NULL,
        until=_DATE_OR_NULL,
        certain=_DATE_OR_NULL,
        conditions={"type": "array", "items": condition},
    )
    return _object(
        ("sessions",),
        name=_TEXT,
        status=_STATUS,
        answered={"type": "boolean"},
        earliest=_DATE_OR_NULL,
        until=_DATE_OR_NULL,
        certain=_DATE_OR_NULL,
        routes={"type": "array", "items": route},
        missing=_TEXTS,
        confirm=_CONFIRM,
        notes={"type": "array", "items": _object(says=_TEXT, readings=_TEXTS)},
        cites=_TEXTS,
        readings=_TEXTS,
        sessions=_MONTHS,
    )


def _overpass() -> Schema:
    state: Schema = {"enum": ["held", "past", "open", "dated", "ask", "shut", "blank", "map"]}
    date: Schema = _or_null(_LOOSE_DAY)
    rung = _object(id=_TEXT, name=_TEXT, state=state, date=date)
    road = _object(id=_TEXT, to=_TEXT, label=_TEXT, says=_TEXT, state=state, date=_DATE_OR_NULL)
    road["properties"]["from"] = _TEXT
    road["required"].append("from")
    return _object(
        title=_TEXT,
        desc=_TEXT,
        rungs={"type": "array", "items": rung},
        roads={"type": "array", "items": road},
    )


def _stop() -> Schema:
    kinds: Schema = {"enum": ["now", "opens", "ask", "session", "closes", "retirement"]}
    when: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}
    return _object(date=when, kind=kinds, says=_TEXT, gap=_TEXT)


def _skill_channel() -> Schema:
    material = _object(id=_TEXT, name=_TEXT, copies=_or_null({"type": "integer"}))
    option = _object(
        receiver=_PARTY,
        issuer=_PARTY,
        certificate_type={"enum": ["职业技能等级证书", "职业资格证书", None]},
        materials={"type": "array", "items": material},
        sessions=_MONTHS,
        cites=_TEXTS,
    )
    return _object(
        options={"type": "array", "items": option, "minItems": 1},
        theory_exam={"enum": ["may_be_exempt", "not_exempt", "unknown"]},
        confirm=_CONFIRM,
        cites=_TEXTS,
    )


def _title_channel() -> Schema:
    return _object(
        steps=_TEXTS,
        committee={"type": "object", "additionalProperties": _TEXT},
        materials=_TEXT,
        route={"enum": ["review", "exam", "unlisted", None]},
        education_treated_as={"enum": ["中专", "大专", "本科", None]},
        confirm=_CONFIRM,
        cites=_TEXTS,
    )


def _retirement() -> Schema:
    return _object(
        delay_months=_or_null({"type": "integer", "minimum": 0, "maximum": 60}),
        statutory_age=_or_null(_TEXT),
        reach_month=_or_null({"type": "string", "pattern": r"^\d{4}-\d{2}$"}),
        reach_date=_DATE_OR_NULL,
        reached_on_as_of=_or_null({"type": "boolean"}),
    )
