"""The rules stand in the open as they run, and the data for programs is what its schemas say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import jsonschema
import pytest

from guantong.policy import statements
from site_build.coverage import carriers
from site_build.rules_page import PACKAGE, carried, cases_by_clause, snippets
from tests.helpers.page import Page
from tests.site.test_links import exists

FILES = ("clauses", "rules", "url-params")


def load(site_dir: Path, name: str) -> Any:
    return json.loads((site_dir / "data" / name).read_text("utf-8"))


def test_each_rule_shows_code_that_stands_in_its_module() -> None:
    assert len(carried()) > 50
    for one in carried():
        for name in carriers()[one.id]:
            pieces = snippets(name, one)
            assert pieces, (one.id, name)
            source = (PACKAGE / name).read_text("utf-8")
            lines = [line.strip() for line in source.splitlines()]
            for piece in pieces:
                assert all(line.strip() in lines for line in piece.splitlines()), (one.id, name)
                assert dedent(piece) == piece


def test_the_code_of_a_rung_is_that_rung_alone() -> None:
    one = next(one for one in statements() if one.id == "C056")
    (piece,) = (p for p in snippets("chapter_4_conditions.py", one) if p.startswith("# C056"))
    assert '"skill_3_to_assistant"' in piece
    assert "C057" not in piece


def test_cases_are_named_for_the_clauses_they_decide() -> None:
    assert "P01" in cases_by_clause()["三（二）3"]
    assert cases_by_clause()["附件1·说明4"]
    assert cases_by_clause()["三（三）末段-材料"]


def test_every_clause_links_to_its_code(pages: dict[str, Page]) -> None:
    linked = {link for link in pages["policy/"].links if link.startswith("../rules/#")}
    assert "../rules/#r-s3-2-2" in linked
    assert {id for id in pages["rules/"].ids if id.startswith("r-")} == {
        f"r-{one.anchor}" for one in carried()
    }


@pytest.mark.parametrize("name", FILES)
def test_data_is_what_its_schema_says(site_dir: Path, name: str) -> None:
    schema = load(site_dir, f"{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(load(site_dir, f"{name}.json"), schema)


def test_a_lost_key_is_found_by_the_schema(site_dir: Path) -> None:
    data = load(site_dir, "clauses.json")
    del data["clauses"][7]["citation"]
    with pytest.raises(jsonschema.ValidationError, match="citation"):
        jsonschema.validate(data, load(site_dir, "clauses.schema.json"))


def test_addresses_in_the_data_exist(site_dir: Path, pages: dict[str, Page]) -> None:
    clauses, rules = load(site_dir, "clauses.json"), load(site_dir, "rules.json")
    for one in (*clauses["clauses"], *rules["statements"]):
        assert exists(pages, site_dir, one["address"]), one["address"]
    assert [one["id"] for one in clauses["clauses"]] == [one.id for one in statements()]


def linked_data(site_dir: Path, page: str) -> Any:
    html = (site_dir / page / "index.html").read_text("utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, flags=re.S)
    return json.loads(found)


def test_the_policy_is_described_as_legislation(site_dir: Path, pages: dict[str, Page]) -> None:
    said = linked_data(site_dir, "policy")
    assert said["@type"] == "Legislation"
    assert said["legislationIdentifier"] == "武人社规〔2022〕2号"
    assert {part["@id"].removeprefix("#") for part in said["hasPart"]} <= set(pages["policy/"].ids)
    assert not [key for key in said if "date" in key.lower()], "the copy has no date"


def test_the_guide_describes_two_services(site_dir: Path) -> None:
    services = linked_data(site_dir, "guide")["@graph"]
    assert [one["@type"] for one in services] == ["GovernmentService", "GovernmentService"]
