"""The page on speed says what the bench wrote, and nothing where it wrote nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_build import speed_page
from tests.helpers.page import Page


def test_the_page_names_the_run_and_has_a_table_for_each_condition(
    pages: dict[str, Page], site_dir: Path
) -> None:
    found = json.loads(speed_page.RESULTS.read_text("utf-8"))
    page = (site_dir / "speed/index.html").read_text("utf-8")
    assert found["date"] in page
    assert found["command"] in page
    wanted = {
        f"{name}-{condition}"
        for name, browser in found["browsers"].items()
        for condition in browser["conditions"]
    }
    assert len(wanted) >= 4
    assert wanted <= set(pages["speed/"].ids)


def test_ratios_are_those_of_the_medians_of_one_run(site_dir: Path) -> None:
    found = json.loads(speed_page.RESULTS.read_text("utf-8"))
    page = (site_dir / "speed/index.html").read_text("utf-8")
    rows = [part.partition("</tr>")[0] for part in page.split("本站 ÷ 原样的 Pyodide")[1:]]
    told = [[cell.partition("<")[0] for cell in row.split("<td>")[1:]] for row in rows]
    wanted = []
    for browser in found["browsers"].values():
        for variants in browser["conditions"].values():
            ours, stock = variants["ours"], variants["stock"]
            wanted.append(
                [
                    f"{ours[what]['median'] / stock[what]['median']:.2f}"
                    for what in ("bytes", "verdict", "again")
                ]
            )
    assert [[cell for cell in row if cell != "—"] for row in told] == wanted


def test_without_results_the_page_says_so_and_shows_no_number(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(speed_page, "RESULTS", tmp_path / "none.json")
    assert "还没有量过" in speed_page.how()
    assert speed_page.tables() == ""
    assert speed_page.work() == ""
