"""Make the publisher's search index find what people type: “满3年” as one word.

The index is cut into words at Chinese characters only, so a number parts 满, 3 and 年, while the search box
keeps “满3年” together and finds nothing. Here the three become one word again.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

_GAP = "\u200b"  # what the publisher puts between words
_YEARS = re.compile(f"(满?){_GAP}*([0-9]+){_GAP}*年(?={_GAP}|$)")


def join_years(words: str) -> str:
    """Words of the index with each number of years as one word."""
    return _YEARS.sub(rf"{_GAP}\1\2年", words)


def mend(site: Path) -> None:
    """Rewrite the index of the built site."""
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    for entry in index["docs"]:
        entry["text"] = join_years(entry["text"])
        entry["title"] = join_years(entry["title"])
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")
