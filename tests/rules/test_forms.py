"""What both annexes check alike: which cell is found fault with, what it holds, by which rule; identity numbers; dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from guantong.forms import (
    ID_TYPES,
    SOURCES,
    Findings,
    identity_number,
    real_date,
    source_of_candidate,
    word_list,
)

NOTE = "附件2·说明3"
#: nobody's: 999999 is no district; not one digit is 0, so that each has its weight in the sum
BORN = "1985-11-11"
HEADS = ("99999919851111111", "99999919851111112", "19283719851111999")
Problem = tuple[str, str, str]


def _whole(head: str) -> str:
    """17 digits with the one check character that makes Σ aᵢ·2^(18−i) leave 1 modulo 11 (GB 11643, ISO 7064 MOD 11-2)."""
    sums = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(head))
    [last] = ["0123456789X"[value] for value in range(11) if (sums + value) % 11 == 1]
    return head + last


NUMBERS = tuple(map(_whole, HEADS))
MAN, WOMAN, _ = NUMBERS
NO_DAY = _whole("99999919851131111")


def found(check: Callable[[Findings], object]) -> tuple[list[Problem], list[Problem], str]:
    """Errors and warnings as (column, value, note), and the status."""
    findings = Findings()
    check(findings)
    report = findings.report()
    errors, warnings = (
        [(p["column"], p["value"], p["note"]) for p in report[k]] for k in ("errors", "warnings")
    )
    return errors, warnings, report["status"]


def warned(number: str, birth: str = "", sex: str = "") -> list[str]:
    """What an identity number is warned of; it is never an error, and always shown as it was given (A48)."""
    findings = Findings()
    identity_number(findings, "证件号", number, birth, sex)
    assert not findings.errors
    assert {(p["column"], p["value"], p["note"]) for p in findings.warnings} <= {
        ("证件号", number, "GB 11643")
    }
    assert findings.report()["status"] == "valid"
    return [p["says"] for p in findings.warnings]


def test_a_word_that_is_not_listed_is_shown_with_its_column_and_its_note() -> None:
    assert found(lambda f: word_list(f, "证件类别", "居民身份证", ID_TYPES, NOTE)) == (
        [("证件类别", "居民身份证", NOTE)],
        [],
        "invalid",
    )
    assert found(lambda f: word_list(f, "证件类别", "身份证", ID_TYPES, NOTE)) == ([], [], "valid")


@pytest.mark.parametrize(
    ("written", "errors", "warnings", "status"),
    [
        ("个体企业", 0, 1, "needs_confirmation"),  # the real word, which the printed list lacks (A43)
        ("个体外企", 0, 1, "valid"),  # the printed slip
        ("个体户", 1, 0, "invalid"),
        *((word, 0, 0, "valid") for word in SOURCES if word != "个体外企"),
    ],
)
def test_a_source_is_shown_as_it_was_written(written: str, errors: int, warnings: int, status: str) -> None:
    problem = ("考生来源", written, "附件2·说明5")
    assert found(lambda f: source_of_candidate(f, "考生来源", written, "附件2·说明5")) == (
        [problem] * errors,
        [problem] * warnings,
        status,
    )


@pytest.mark.parametrize("number", NUMBERS)
def test_a_right_number_passes(number: str) -> None:
    assert warned(number, BORN) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_one_wrong_digit_at_any_place_is_noticed(number: str) -> None:
    """MOD 11-2 finds every single wrong digit."""
    for place in range(18):
        for other in "0123456789":
            wrong = number[:place] + other + number[place + 1 :]
            assert wrong == number or any("校验码" in says for says in warned(wrong)), wrong


@pytest.mark.parametrize("number", NUMBERS)
def test_two_neighbours_that_changed_places_are_noticed(number: str) -> None:
    """So does it every swap of unlike neighbours: a slip of the hand."""
    for place in range(16):
        a, b = number[place], number[place + 1]
        wrong = number[:place] + b + a + number[place + 2 :]
        assert a == b or any("校验码" in says for says in warned(wrong)), wrong


@pytest.mark.parametrize(
    ("number", "birth", "sex", "of"),
    [
        (MAN, "", "", []),
        (MAN, "1985-11", "男", []),
        (MAN, "1985-11-11", "男", []),
        (WOMAN, "1985-11-11", "女", []),
        (MAN, "1985-11-12", "男", ["与填写的 1985-11-12 不一致"]),
        (MAN, "1985-12", "男", ["与填写的 1985-12 不一致"]),
        (MAN, "", "女", ["性别"]),
        (WOMAN, "", "男", ["性别"]),
        (MAN, "1985-12", "女", ["不一致", "性别"]),
        (MAN, "", "其他", []),
        (NO_DAY, "", "", ["真实的日期"]),
        (NO_DAY, "1985-11", "男", ["真实的日期"]),
        ("999999851111111", "1985-11-11", "男", ["旧号码"]),
        ("9999998511111111", "", "", ["18位"]),
        ("99999985111111", "", "", ["18位"]),
        ("９９９９９９８５１１１１１１１", "", "", ["18位"]),
        (MAN[:17], "", "", ["18位"]),
        (MAN + "1", "", "", ["18位"]),
        (MAN[:17] + "Y", "", "", ["18位"]),
        ("", "", "", ["18位"]),
    ],
)
def test_a_number_is_warned_of_with_what_is_wrong_with_it(
    number: str, birth: str, sex: str, of: list[str]
) -> None:
    said = warned(number, birth, sex)
    assert len(said) == len(of)
    assert all(part in says for part, says in zip(of, said, strict=True))


def test_a_small_x_is_warned_of_and_read_as_a_large_one() -> None:
    heads = (f"99999919851111{order}" for order in range(111, 200, 2))
    number = next(number for head in heads if (number := _whole(head)).endswith("X"))
    assert warned(number, BORN, "男") == []
    [says] = warned(number.lower(), BORN, "男")
    assert "大写X" in says
    assert ["性别" in says for says in warned(number.lower(), BORN, "女")] == [False, True]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-10-01", date(2019, 10, 1)),  # the example of note 5
        ("2000-02-29", date(2000, 2, 29)),
        ("1900-02-29", None),
        ("1985-5-005", None),
        ("1985-005-5", None),
        ("198-005-05", None),
        ("19851-1-01", None),
        ("1985-05-+5", None),
        ("1985-05- 5", None),
        ("1_85-05-05", None),
        ("+985-05-05", None),
        ("1985-0_5-5", None),
        ("1985-05--5", None),
        ("1985-05/05", None),
        ("1985/05-05", None),
        ("1985-05-05 ", None),
        ("1985-05", None),
        ("19850505", None),
        ("1985-0５-05", None),
        ("", None),
    ],
)
def test_a_day_is_written_like_the_example_and_no_other_way(text: str, day: date | None) -> None:
    assert real_date(text) == day
