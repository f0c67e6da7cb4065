"""Terms and cross-references of the policy lead to one glossary; the downloaded text is the text; the official sheet says it all."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from guantong.policy import source_text
from site_build.cross_references import REFERENCES, Linker
from site_build.terms import SECTIONS, terms
from tests.helpers.page import Page
from tests.site.test_policy_text import bare


def test_every_term_stands_once_in_the_glossary(pages: dict[str, Page]) -> None:
    ids = [term.anchor for term in terms()]
    assert len(ids) == len(set(ids))
    assert {term.section for term in terms()} == set(SECTIONS)
    assert [id for id in pages["glossary/"].ids if id.startswith("t-")] == ids


def test_the_policy_explains_each_term_that_it_links(policy_page: Page) -> None:
    linked = {link for link in policy_page.links if link.startswith("#t-")}
    explained = {f"#{id}" for id in policy_page.ids if id.startswith("t-")}
    assert linked == explained
    assert "#t-access-type" in linked
    wanted = {f"#{term.anchor}" for term in terms() if term.in_law}
    assert wanted == linked, "a pattern of the glossary that no clause uses"


def test_cross_references_stand_in_the_law() -> None:
    for words in REFERENCES:
        assert words in source_text().replace("\n", ""), words


def test_linking_changes_no_word_and_links_a_term_once() -> None:
    used: set[str] = set()
    said = Linker(used).linked("取得<助理级>职称，助理级（附件1）", "C044")
    assert re.sub(r"<[^>]*>", "", said) == "取得&lt;助理级&gt;职称，助理级（附件1）"
    assert said.count("gt-term") == 1
    assert 'href="#annex1"' in said
    assert used == {"assistant"}


def test_a_reference_never_points_to_its_own_place() -> None:
    assert "gt-ref" not in Linker(set()).linked("湖北省规定条件", "C052")


def test_the_downloaded_text_is_the_text_and_has_its_checksum(site_dir: Path, policy_page: Page) -> None:
    data = (site_dir / "policy/source.txt").read_bytes()
    assert data.decode("utf-8") == source_text()
    digest = hashlib.sha256(data).hexdigest()
    assert (site_dir / "policy/source.txt.sha256").read_text("utf-8") == f"{digest}  source.txt\n"
    assert digest in (site_dir / "policy/index.html").read_text("utf-8")
    assert {"source.txt", "source.txt.sha256"} <= set(policy_page.links)


def test_the_official_sheet_says_the_whole_document(site_dir: Path) -> None:
    html = (site_dir / "policy/official/index.html").read_text("utf-8")
    sheet = html[html.index('class="gt-official"') :]
    sheet = sheet[sheet.index(">") + 1 : sheet.index("</article>")]
    assert bare(sheet.replace("&lt;", "<")) == bare(source_text())
