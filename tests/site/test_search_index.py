"""Numbers of years are one word of the index."""

from __future__ import annotations

import pytest

from site_build.search_index import join_years

GAP = "\u200b"


@pytest.mark.parametrize(
    ("cut", "joined"),
    [
        ("职称|满|3|年|或", "职称||满3年|或"),
        ("取得|1|年|后", "取得|1年|后"),
        ("2021|年度", "2021|年度"),
        ("三级|", "三级|"),
    ],
)
def test_years_are_joined(cut: str, joined: str) -> None:
    assert join_years(cut.replace("|", GAP)) == joined.replace("|", GAP)
