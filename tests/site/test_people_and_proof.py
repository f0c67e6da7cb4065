"""The examples and the verification page say what the rules and the cases say, and nothing is left an orphan."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from guantong.facts import FACTS
from guantong.policy import statements
from site_build import coverage
from site_build.calculator_link import calculator_link
from site_build.paths import CASES
from site_build.plain import Plain
from site_build.proof_runs import runs
from tests.helpers.page import Page

PEOPLE = json.loads((CASES / "people.json").read_text("utf-8"))["cases"]
PERSONAL = {fact.key for fact in FACTS if fact.personal}


def calculator_links(page: Page) -> list[str]:
    return [link for link in page.links if "calc/#" in link]


def test_every_person_has_a_section_and_a_link(pages: dict[str, Page]) -> None:
    page = pages["people/"]
    assert {case["id"].lower() for case in PEOPLE} <= set(page.ids)
    assert len(calculator_links(page)) == len(PEOPLE) == 20


def test_links_carry_every_fact_that_is_not_personal(pages: dict[str, Page]) -> None:
    for case, address in zip(PEOPLE, calculator_links(pages["people/"]), strict=True):
        named = {name.split(".")[0] for name, _ in parse_qsl(urlsplit(address).fragment)}
        assert named == set(case["facts"]) - PERSONAL


def test_a_link_is_written_as_the_calculator_writes_it() -> None:
    facts = {
        "works_in_wuhan": True,
        "birth_date": "1970-01-01",
        "titles": [],
        "skills": [{"level": "3", "years_worked": 2.5}, {"level": "2"}],
        "target_series": "工程&1",
    }
    assert calculator_link(facts) == (
        "#works_in_wuhan=true&titles=none&skills.0.level=3&skills.0.years_worked=2.5&skills.1.level=2"
        "&target_series=%E5%B7%A5%E7%A8%8B%261"
    )


def test_every_statement_stands_on_the_verification_page(pages: dict[str, Page]) -> None:
    linked = {urlsplit(link).fragment for link in pages["proof/"].links if "policy/#" in link}
    assert {statement.anchor for statement in statements()} <= linked


def test_a_rule_without_code_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "plain", lambda: {"C001": Plain("rule", "")})
    with pytest.raises(coverage.OrphanError, match="C001"):
        coverage.check()


def test_a_judgement_that_names_nobody_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "plain", lambda: {"C069": Plain("judgement", "看情况。")})
    with pytest.raises(coverage.OrphanError, match="C069"):
        coverage.check()


def test_a_road_without_a_case_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "roads", lambda: {"new": coverage.Road("new")})
    with pytest.raises(coverage.OrphanError, match="new"):
        coverage.check()


def test_what_a_proof_wrote_is_shown_with_date_and_command(tmp_path: Path) -> None:
    assert "make proof" in runs(tmp_path)
    found = {"title": "逐点", "command": "make proof", "date": "2026-11-24", "counts": {"点": 12, "违反": 0}}
    (tmp_path / "points.json").write_text(json.dumps(found), "utf-8")
    assert runs(tmp_path) == (
        "<dl><dt>逐点</dt><dd>点 12，违反 0。2026-11-24，<code>make proof</code></dd></dl>"
    )
