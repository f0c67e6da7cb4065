"""Data for programs: clauses, rules and link parameters as JSON, each with its JSON Schema, and the schemas of the calculator.

The names of files and keys are published: they stay. Every file says which document and which rules it is about.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from guantong.facts import FACTS, Fact
from guantong.policy import DOCUMENT, ISSUER, TITLE, statement, statements
from guantong.schema import DIALECT, schemas
from guantong.version import rules_hash
from site_build import source_file
from site_build.citation_form import cite
from site_build.citations import readings_of
from site_build.coverage import carriers, roads
from site_build.paths import STAGE
from site_build.plain import plain
from site_build.rules_page import carried, cases_by_clause

Json = dict[str, Any]
FOLDER = STAGE / "data"


def clauses() -> Json:
    """Every statement: words, place, how to cite it, plain words, who decides, readings."""
    return {
        "document": DOCUMENT,
        "title": TITLE,
        "issuer": ISSUER,
        "source": {"file": "policy/source.txt", "sha256": source_file.checksum()},
        "clauses": [
            {
                "id": one.id,
                "clause": one.clause,
                "citation": cite(one.clause),
                "address": f"policy/#{one.anchor}",
                "text": one.text,
                "plain": plain()[one.id].words,
                "decided": plain()[one.id].handling,
                "readings": [reading.number for reading in readings_of(one.clause)],
            }
            for one in statements()
        ],
    }


def rules() -> Json:
    """The statements that rules carry, with modules and cases; the roads, with what they rest on."""
    return {
        "document": DOCUMENT,
        "rules": rules_hash(),
        "statements": [
            {
                "id": one.id,
                "clause": one.clause,
                "address": f"rules/#r-{one.anchor}",
                "modules": [f"guantong/{name}" for name in carriers()[one.id]],
                "cases": list(cases_by_clause().get(one.clause, ())),
            }
            for one in carried()
        ],
        "roads": [
            {
                "id": road.id,
                "clauses": sorted({statement(id).clause for id in road.statements}),
                "rests_on": sorted(road.rests_on),
                "readings": sorted(road.readings),
                "cases": dict(sorted(road.ends.items())),
            }
            for road in roads().values()
        ],
    }


def url_params() -> Json:
    """The parameters after ``calc/#``, in the order of the form."""
    return {"document": DOCUMENT, "page": "calc/", "parameters": list(_parameters())}


def _parameters() -> Iterator[Json]:
    for fact in FACTS:
        yield _parameter(fact.key, fact)
        for item in fact.items:
            yield _parameter(f"{fact.key}.0.{item.key}", item)


def _parameter(name: str, fact: Fact) -> Json:
    return {
        "name": name,
        "label": fact.label,
        "kind": fact.kind,
        "values": [{"value": choice.value, "label": choice.label} for choice in fact.choices],
        "personal": fact.personal,
    }


def _object(title: str, properties: Json) -> Json:
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _inner(properties: Json) -> Json:
    return {key: value for key, value in _object("", properties).items() if key not in ("$schema", "title")}


_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_ID: Json = {"type": "string", "pattern": "^C[0-9]{3}$"}
_NUMBERS: Json = {"type": "array", "items": {"type": "string", "pattern": "^A[0-9]{2}$"}}


def _list(properties: Json) -> Json:
    return {"type": "array", "minItems": 1, "items": _inner(properties)}


def clauses_schema() -> Json:
    """What ``clauses.json`` holds."""
    clause = {"id": _ID, "clause": _TEXT, "citation": _TEXT, "address": _TEXT, "text": _TEXT, "plain": _TEXT}
    clause |= {"decided": {"enum": ["information", "rule", "judgement"]}, "readings": _NUMBERS}
    source = _inner({"file": _TEXT, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}})
    head = {"document": _TEXT, "title": _TEXT, "issuer": _TEXT, "source": source}
    return _object(f"{DOCUMENT}：条款", {**head, "clauses": _list(clause)})


def rules_schema() -> Json:
    """What ``rules.json`` holds."""
    carried_one = {"id": _ID, "clause": _TEXT, "address": _TEXT, "modules": _TEXTS, "cases": _TEXTS}
    counts = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
    ids = {"type": "array", "items": _ID}
    road = {"id": _TEXT, "clauses": _TEXTS, "rests_on": ids, "readings": _NUMBERS, "cases": counts}
    head = {"document": _TEXT, "rules": {"type": "string", "pattern": "^[0-9a-f]{12}$"}}
    return _object(f"{DOCUMENT}：规则", {**head, "statements": _list(carried_one), "roads": _list(road)})


def url_params_schema() -> Json:
    """What ``url-params.json`` holds."""
    kinds = {"enum": ["bool", "choice", "date", "integer", "number", "text", "list"]}
    values = {"type": "array", "items": _inner({"value": _TEXT, "label": _TEXT})}
    one = {"name": _TEXT, "label": _TEXT, "kind": kinds, "values": values, "personal": {"type": "boolean"}}
    return _object(f"{DOCUMENT}：链接参数", {"document": _TEXT, "page": _TEXT, "parameters": _list(one)})


def files() -> dict[str, Json]:
    """Name → content of every file."""
    made = schemas()
    return {
        "clauses.json": clauses(),
        "clauses.schema.json": clauses_schema(),
        "rules.json": rules(),
        "rules.schema.json": rules_schema(),
        "url-params.json": url_params(),
        "url-params.schema.json": url_params_schema(),
        "facts.schema.json": made["facts"],
        "result.schema.json": made["result"],
    }


def place() -> None:
    """Write the files into the stage."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        (FOLDER / name).write_text(text, "utf-8")


def legislation() -> str:
    """The document as schema.org ``Legislation``: only what the text itself says, so no dates."""
    parts = [
        {
            "@type": "Legislation",
            "name": one.clause,
            "legislationIdentifier": cite(one.clause),
            "@id": f"#{one.anchor}",
        }
        for one in statements()
    ]
    return _linked(
        {
            "@type": "Legislation",
            "@id": "#page",
            "name": TITLE,
            "legislationIdentifier": DOCUMENT,
            "legislationPassedBy": {"@type": "GovernmentOrganization", "name": ISSUER},
            "legislationJurisdiction": "武汉市",
            "inLanguage": "zh-CN",
            "hasPart": parts,
        }
    )


def services() -> str:
    """The two services that the document opens, as schema.org ``GovernmentService``."""
    issuer = {"@type": "GovernmentOrganization", "name": ISSUER}
    found = (
        ("专业技术人才申报职业技能等级", "#title-to-skill", "有助理级以上职称的专业技术人才"),
        ("高技能人才申报职称", "#skill-to-title", "有高级工以上证书的高技能人才"),
    )
    return _linked(
        {
            "@graph": [
                {
                    "@type": "GovernmentService",
                    "@id": id,
                    "name": name,
                    "serviceOperator": issuer,
                    "areaServed": "武汉市",
                    "audience": {"@type": "Audience", "audienceType": audience},
                    "isBasedOn": {"@type": "Legislation", "legislationIdentifier": DOCUMENT},
                }
                for name, id, audience in found
            ]
        }
    )


def _linked(content: Json) -> str:
    text = json.dumps({"@context": "https://schema.org", **content}, ensure_ascii=False)
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>'


PARTS = {"legislation": legislation, "services": services}
