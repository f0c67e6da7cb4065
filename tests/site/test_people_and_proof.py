"""The examples and the verification page say what the rules and the cases say, and nothing is left an orphan."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from guantong.facts import FACTS
from guantong.policy import statements
from guantong.version import rules_hash
from site_build import condition_coverage, coverage
from site_build.calculator_link import calculator_link
from site_build.paths import CASES
from site_build.plain import Plain
from site_build.proof_runs import runs
from tests.helpers.page import Page
from tests.proof.record import record

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
    monkeypatch.setattr(coverage, "plain", lambda: {"C067": Plain("judgement", "看情况。")})
    with pytest.raises(coverage.OrphanError, match="C067"):
        coverage.check()


def test_a_road_without_a_case_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "roads", lambda: {"new": coverage.Road("new")})
    with pytest.raises(coverage.OrphanError, match="new"):
        coverage.check()


def test_a_condition_that_no_case_meets_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(condition_coverage, "named", lambda: {"C002": ("chapter_9.py",)})
    with pytest.raises(coverage.OrphanError, match="no case meets: C002"):
        condition_coverage.check()


def test_a_condition_that_no_chapter_names_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    less = {key: names for key, names in condition_coverage.named().items() if key != "C050"}
    monkeypatch.setattr(condition_coverage, "named", lambda: less)
    with pytest.raises(coverage.OrphanError, match="no chapter names: C050"):
        condition_coverage.check()


def written(folder: Path, rules: str) -> str:
    """The page's part on one whole run on these rules."""
    run = {"title": "逐点", "command": "make proof", "date": "2026-11-24", "rules": rules, "seconds": 200}
    table = [["错", "发现的"], ["少一年", "案例"]]
    text = json.dumps({**run, "counts": {"点": 12000, "违反": 0}, "table": table}, ensure_ascii=False)
    (folder / "points.json").write_text(text, "utf-8")
    return runs(folder)


def test_what_a_proof_found_is_shown_with_date_time_and_command(tmp_path: Path) -> None:
    assert "make proof" in runs(tmp_path)
    shown = written(tmp_path, rules_hash())
    for part in (
        "点 12,000",
        "违反 0",
        "用时 3 分钟",
        "2026-11-24",
        "<code>make proof</code>",
        "少一年",
        "案例",
    ):
        assert part in shown
    assert "改动以前" not in shown


def test_a_result_of_other_rules_says_so(tmp_path: Path) -> None:
    assert "改动以前" in written(tmp_path, "of-long-ago")


def test_a_whole_run_is_written_down_with_the_rules_it_ran_on(tmp_path: Path) -> None:
    record("points", "逐点", {"点": 3}, 1.4, folder=tmp_path)
    found = json.loads((tmp_path / "points.json").read_text("utf-8"))
    assert (found["rules"], found["seconds"]) == (rules_hash(), 1)
    assert found["command"] == "python -m tests.proof.points"
