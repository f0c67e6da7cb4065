"""The policy page says exactly what the source says: no word missing, added or moved."""

from __future__ import annotations

import re

from guantong.policy import source_text, statements
from site_build.citations import anchors
from site_build.verbatim import DAMAGE
from tests.helpers.page import Page


def bare(words: str) -> str:
    """Words without what the copy and the page add: white space, list and link marks, tags, cell borders."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words)
    words = re.sub(r"<[^>]*>", "", words)
    words = re.sub(r"(?m)^- ", "", words)
    return re.sub(r"[\s·*]", "", words)


def test_marked_elements_joined_in_order_are_the_source(policy_page: Page) -> None:
    printed_asterisk = "带号标记"  # the one asterisk that is text goes with the marks on both sides
    said = bare("".join(mark.words for mark in policy_page.marked))
    assert said == bare(source_text())
    assert printed_asterisk in said


def test_asterisk_of_note_2_is_kept(policy_page: Page) -> None:
    words = {mark.statement: mark.words for mark in policy_page.marked}
    assert words["C090"] == "2、带*号标记列为必填项。"


def test_every_statement_stands_once_in_order_with_its_anchor(policy_page: Page) -> None:
    said = [(mark.statement, mark.id) for mark in policy_page.marked]
    assert said == [(statement.id, statement.anchor) for statement in statements()]
    assert len(said) == 108


def test_each_element_says_its_own_statement(policy_page: Page) -> None:
    wanted = {statement.id: bare(statement.text) for statement in statements()}
    assert {mark.statement: bare(mark.words) for mark in policy_page.marked} == wanted


def test_chapters_are_headings(policy_page: Page) -> None:
    tags = {mark.id: mark.tag for mark in policy_page.marked}
    assert {tags[f"s{number}"] for number in range(1, 6)} == {"h2"}
    assert tags["s3-2"] == "h3"


def test_annex_1_is_a_table_of_32_columns(policy_page: Page) -> None:
    (head,) = (mark for mark in policy_page.marked if mark.id == "annex1-head-b")
    assert head.tag == "thead"
    assert head.tags.count("th") == 32


def test_annex_2_is_a_table(policy_page: Page) -> None:
    forms = ("annex2-form", "annex2-pledge", "annex2-opinions")
    parts = [mark for mark in policy_page.marked if mark.id in forms]
    assert [mark.tag for mark in parts] == ["tbody", "tbody", "tbody"]
    assert parts[0].tags.count("th") == 13


def test_broken_web_address_is_one_link(policy_page: Page) -> None:
    (words,) = (mark.words for mark in policy_page.marked if mark.statement == "C072")
    assert "（http://www.whptc.org）" in words
    assert "http://www.whptc.org" in policy_page.links


def test_damage_of_the_copy_is_noted_with_its_reading(policy_page: Page) -> None:
    for number in DAMAGE:
        assert f"../readings/#{number.lower()}" in policy_page.links


def test_each_clause_has_a_link_of_its_own(policy_page: Page) -> None:
    headings = {mark.id for mark in policy_page.marked if mark.tag in ("h2", "h3")}
    for clause, anchor in anchors().items():
        assert f"#{anchor}" in policy_page.links or anchor in headings or clause == "文头"
