"""The picture that a page carries: whole, named, and free of style and script."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from guantong.overpass import ROADS, RUNG_NAMES
from site_build.picture import SIZES, Size, picture

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("size", SIZES)
def test_the_map_is_drawn_in_every_size_with_all_that_the_rules_say(size: Size) -> None:
    text = picture(size)
    drawn = ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    words = ["".join(node.itertext()) for node in drawn.iter(f"{SVG}text")]
    assert set(RUNG_NAMES.values()) <= set(words)
    assert len(drawn.findall(f".//{SVG}path[@class='op-line op-map']")) == len(ROADS)
    ids = {node.get("id") for node in drawn.iter() if node.get("id")}
    assert {drawn.get("aria-labelledby"), drawn.get("aria-describedby")} == ids
    assert not any(name in ("style", "onload", "href") for node in drawn.iter() for name in node.attrib)


def test_no_word_of_the_map_leaves_the_picture() -> None:
    for size in SIZES:
        drawn = ElementTree.fromstring(picture(size))
        left, _, width, _ = (float(part) for part in drawn.attrib["viewBox"].split())
        starts = [float(node.attrib["x"]) for node in drawn.iter("text") if "text-anchor" not in node.attrib]
        assert starts
        assert all(left <= start <= left + width for start in starts)
