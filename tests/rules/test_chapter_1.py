"""一（二）: whether a title's field, and the work, fit; only the person can say, and only what is not said is asked."""

from __future__ import annotations

import pytest

from guantong.chapter_1 import title_fits_occupation, work_fits_title
from guantong.conditions import CENTRE, COMMITTEE, Condition
from guantong.intake import read

DAY = {"as_of": "2026-11-23"}


def of_title(*, fits: bool | None) -> Condition:
    """The condition on the field of one title."""
    [entry] = read({**DAY, "titles": [{"level": "assistant", "specialty_matches": fits}]}).titles or ()
    return title_fits_occupation(entry)


def of_work(*, fits: bool | None) -> Condition:
    """The condition on the work."""
    return work_fits_title(read({**DAY, "specialty_same_or_similar": fits}))


@pytest.mark.parametrize(
    ("fits", "status"), [(True, "met"), (False, "unmet"), (None, "unknown")], ids=["yes", "no", "open"]
)
def test_a_field_that_fits_is_met_one_that_does_not_is_a_no_and_only_an_open_one_is_asked(
    *, fits: bool | None, status: str
) -> None:
    day = read(DAY).today
    for condition, at, office in (
        (of_title(fits=fits), "/titles/0/specialty_matches", CENTRE),
        (of_work(fits=fits), "/specialty_same_or_similar", COMMITTEE),
    ):
        assert condition.status(day) == status
        assert condition.facts == (at,)
        assert condition.asks == ((at,) if fits is None else ())
        assert (condition.clause, condition.readings, condition.office) == ("一（二）", ("A11",), office)
