"""A rehearsal: an invented amendment beside the first version. Nothing of it is on the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from guantong import chapter_3_conditions
from guantong.policy import statements
from site_build import versions
from site_build.versions import (
    VERSIONS,
    ClashingVersionsError,
    Version,
    check,
    marked,
    place,
    result_changes,
    text_changes,
)
from tests.helpers.page import Page


@contextmanager
def shorter_wait() -> Iterator[None]:
    """The rules of the amendment: two years for 技师 instead of three."""
    rungs = tuple(
        replace(rung, years=2) if rung.id == "assistant_3y_to_skill_2" else rung
        for rung in chapter_3_conditions.RUNGS
    )
    with patch.object(chapter_3_conditions, "RUNGS", rungs):
        yield


def amended() -> Version:
    lines = []
    for one in statements():
        if one.id == "C026":
            one = replace(one, text=one.text.replace("满3年", "满2年", 1))
        if one.id != "C084":
            lines.append(one)
        if one.id == "C031":
            lines.append(
                replace(one, id="C031B", clause="三（二）新增", anchor="s3-2-new", text="新增的一句。")
            )
    return Version("2031", "武人社规〔2031〕9号", tuple(lines), since="2031-03-01", rules=shorter_wait)


OLD = replace(VERSIONS[0], until="2031-02-28")


def test_words_that_changed_came_or_went_are_found() -> None:
    changes = {one.clause: one for one in text_changes(OLD, amended())}
    assert set(changes) == {"三（二）2", "三（二）新增", "五（三）"}
    assert marked(changes["三（二）2"].old, changes["三（二）2"].new).count("<del>3</del><ins>2</ins>") == 1
    assert changes["三（二）新增"].old == ""
    assert changes["五（三）"].new == ""


def test_people_whose_answers_change_are_named_and_the_rules_stay() -> None:
    before = chapter_3_conditions.RUNGS
    found = {(one.person.name, one.target): one for one in result_changes(OLD, amended())}
    assert "2027-07-01" in found["小周", "二级/技师"].after
    assert "2028-07-01" in found["小周", "二级/技师"].before
    assert all(target == "二级/技师" for _, target in found)
    assert chapter_3_conditions.RUNGS is before


def test_the_second_version_is_published_beside_the_first(tmp_path: Path) -> None:
    (tmp_path / "policy.md").write_text(
        '---\ntitle: 政策原文\n---\n\n# 政策原文 { #page }\n\n<p id="s3-2-2">旧文</p>\n', "utf-8"
    )
    assert place(tmp_path, (OLD, amended())) == ["policy-2031.md", "policy-2031-changes.md"]
    old = (tmp_path / "policy.md").read_text("utf-8")
    assert '<p id="s3-2-2">旧文</p>' in old
    assert old.index("# 政策原文") < old.index("2031-03-01 起改用武人社规〔2031〕9号")
    new = (tmp_path / "policy-2031.md").read_text("utf-8")
    assert "2031-03-01 起施行" in new
    shown = Page()
    shown.feed(new)
    assert {mark.id for mark in shown.marked} == {one.anchor for one in amended().lines}
    changes = (tmp_path / "policy-2031-changes.md").read_text("utf-8")
    assert "施行到 2031-02-28" in changes
    assert "小周，二级/技师" in re.sub(r"<[^>]*>", "", changes)


def test_versions_that_overlap_or_have_no_day_are_refused() -> None:
    with pytest.raises(ClashingVersionsError):
        check((replace(OLD, until="2031-03-01"), amended()))
    with pytest.raises(ClashingVersionsError):
        check((OLD, replace(amended(), since="")))
    with pytest.raises(ClashingVersionsError):
        check((OLD, OLD))


def test_with_one_version_nothing_is_added(pages: dict[str, Page], tmp_path: Path) -> None:
    assert place(tmp_path) == []
    assert not [name for name in pages if name.startswith("policy-")]
    assert len(versions.VERSIONS) == 1
