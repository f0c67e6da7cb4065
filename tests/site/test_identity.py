"""Who stands behind the site: shown only where it is filled in; until then it says plainly that it is nobody's office."""

from __future__ import annotations

import re

import jinja2
import pytest

from site_build.paths import DOCS, ROOT

FIELDS = {
    "host": "主办单位",
    "operator": "承办单位",
    "site_code": "政府网站标识码",
    "icp": "ICP备案号",
    "police": "公安备案号",
    "contact": "联系方式",
}


def footer(**filled: str) -> str:
    """The foot of every page under these settings."""
    loader = jinja2.FileSystemLoader(DOCS / "overrides")
    template = jinja2.Environment(loader=loader, autoescape=True).get_template("partials/copyright.html")
    return template.render(config={"extra": {"identity": dict.fromkeys(FIELDS, "") | filled}})


def test_nothing_filled_shows_no_label_and_says_that_it_is_not_official() -> None:
    said = footer()
    assert "非官方网站" in said
    assert [label for label in FIELDS.values() if label in said] == []


@pytest.mark.parametrize(("key", "label"), FIELDS.items())
def test_what_is_filled_is_shown_alone(key: str, label: str) -> None:
    said = footer(**{key: "某处"})
    assert f"<dt>{label}</dt><dd>某处</dd>" in said
    assert said.count("<dt>") == 1
    assert ("非官方网站" in said) == (key != "host")


def test_the_settings_are_those_of_the_file() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    block = text[text.index("  identity:") :]
    named = re.findall(r"^    (\w+):.*#", block[: block.index("\n\n")], re.MULTILINE)
    assert named == list(FIELDS)
