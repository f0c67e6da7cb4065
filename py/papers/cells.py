"""One cell as the text that a reader sees, and a text as a cell that is never a formula."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_SPACES = re.compile(r"[\u00a0\u3000\ufeff\u200b-\u200d\u2060]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"))
#: what a spreadsheet program would take for the start of a formula (OWASP: CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
#: a number keeps 15 digits in a spreadsheet; the sixteenth and later ones are lost
_KEPT_DIGITS = 15


def text_of(value: object) -> str:
    """The text of a cell's value; dates as YYYY-MM-DD, whole numbers without a point, error values as nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value) if value not in _ERRORS else ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, (time, timedelta)):
        return str(value)
    return clean(str(value))


def _number(value: float) -> str:
    if isinstance(value, float) and not value.is_integer():
        return repr(value) if value == value and abs(value) != float("inf") else ""
    return str(int(value))


def clean(text: str) -> str:
    """Without unprintable characters, blanks at the ends and the blanks of other widths."""
    return _UNPRINTABLE.sub("", _SPACES.sub(" ", text)).strip()


def lost_digits(value: object) -> bool:
    """Whether a number of so many digits stands in a cell that its last ones are gone (an identity number as a number)."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 10**_KEPT_DIGITS


def printable(text: str) -> str:
    """A text that may stand in XML."""
    return _UNPRINTABLE.sub("", text)


def dangerous(text: str) -> bool:
    """Whether a spreadsheet program would take a text for a formula."""
    return text.startswith(_FORMULA)


def guarded(text: str) -> str:
    """For files without cell types (CSV): an apostrophe before what would be taken for a formula."""
    return f"'{text}" if dangerous(text) else text
