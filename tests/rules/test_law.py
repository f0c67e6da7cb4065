"""Law beside code: quotes are the policy's own words, every statement and reading has its place, anchors stay."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

import guantong
from guantong.facts import FACTS
from guantong.policy import source_text, statements
from guantong.readings import READINGS

PACKAGE = Path(guantong.__file__).parent
#: modules that decide or explain something; the readings and the text itself are what they are held against
MODULES = {
    path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.parent.name not in ("policy", "readings")
}
TEXT = {statement.id: statement.text for statement in statements()}
CLAUSES = {statement.clause for statement in statements()}
QUOTE = re.compile(r"(C\d{3}) ([^\x00-\x7f]|\d+\. ).*?(?= · C\d{3} |$)")
PATH = re.compile(r"[一二三四五]（[一二三四五六]）[\w①②③④⑤-]*|附件[12]·\w+")

#: Statements called a rule or a judgement that no module needs to name, and why.
UNCARRIED: dict[str, str] = {}
#: Readings that decide nothing in the rules, and why.
UNCITED = {
    "A40": "a slip in the title of annex 1; the policy page shows it, no rule reads it",
    "A47": "sentences cut by page breaks; joined in the statements, no rule hangs on it",
}
#: Sections that a finding may name although they are no clause of their own, and why.
SECTIONS = {
    "三（二）": "where the three levels of 三（二）1 to 3 together say that none is below 高级工 (contract, annexes)"
}


def quotes() -> list[tuple[str, str, str]]:
    """Module, statement and quoted words of every quote in a docstring or a comment."""
    return [
        (name, match[1], match[0][5:].strip())
        for name, text in MODULES.items()
        for line in prose(text)
        for match in QUOTE.finditer(line)
    ]


def prose(source: str) -> list[str]:
    """The lines of the docstrings and comments of a module."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    lines = [token.string.lstrip("#: ") for token in tokens if token.type == tokenize.COMMENT]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            lines += (ast.get_docstring(node) or "").splitlines()
    return lines


def constants(source: str) -> list[str]:
    """The texts that a module holds as values, docstrings aside."""
    tree = ast.parse(source)
    found = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [text for text in found if "\n" not in text]


def test_every_quote_stands_word_for_word_in_its_statement() -> None:
    found = quotes()
    assert len(found) >= 35
    wrong = [(name, id, words) for name, id, words in found if words not in TEXT[id]]
    assert not wrong


def test_every_rule_of_the_ladders_and_gates_is_quoted_where_it_is_coded() -> None:
    chapters = {
        "C012",
        "C016",
        "C017",
        "C018",
        "C022",
        "C024",
        "C025",
        "C026",
        "C027",
        "C028",
        "C030",
        "C031",
    }
    chapters |= {
        "C048",
        "C049",
        "C050",
        "C052",
        "C054",
        "C055",
        "C056",
        "C057",
        "C058",
        "C059",
        "C060",
        "C061",
    }
    assert chapters <= {id for _, id, _ in quotes()}


def test_every_statement_named_in_code_exists() -> None:
    named = {id for text in MODULES.values() for id in re.findall(r"\bC\d{3}\b", text)}
    assert named <= set(TEXT)


def test_every_fact_names_a_clause_with_its_own_statement() -> None:
    own = {statement.id: statement.clause for statement in statements()}
    facts = [*FACTS, *(item for fact in FACTS for item in fact.items)]
    assert all(bool(fact.clause) == bool(fact.statement) for fact in facts)
    wrong = [fact.key for fact in facts if fact.statement and own[fact.statement] != fact.clause]
    assert not wrong


def test_every_clause_path_in_code_exists() -> None:
    named = {text for source in MODULES.values() for text in constants(source) if PATH.fullmatch(text)}
    assert len(named) >= 40
    assert named - CLAUSES == set(SECTIONS)


def test_every_rule_and_judgement_is_carried_by_a_module() -> None:
    code = "\n".join(MODULES.values())
    cited = {text for source in MODULES.values() for text in constants(source)}
    lines = (PACKAGE / "policy" / "plain.tsv").read_text("utf-8").splitlines()[1:]
    handling = dict(line.split("\t")[:2] for line in lines)
    assert list(handling) == list(TEXT)
    wanted = {id for id, kind in handling.items() if kind in ("rule", "judgement")}
    carried = {s.id for s in statements() if s.id in code or s.clause in cited}
    assert wanted - carried == set(UNCARRIED)


def test_every_reading_is_cited_by_a_rule_or_declared() -> None:
    cited = {
        number for text in MODULES.values() for number in re.findall(r"(?<![A-Za-z0-9])A\d{2}(?!\d)", text)
    }
    assert cited <= set(READINGS)
    assert set(READINGS) - cited == set(UNCITED)


def test_readings_are_a01_to_a56_and_name_real_clauses() -> None:
    assert list(READINGS) == [f"A{number:02d}" for number in range(1, 57)]
    assert {clause for reading in READINGS.values() for clause in reading.clauses} <= CLAUSES


def test_statements_joined_in_order_are_the_source() -> None:
    assert bare("".join(TEXT.values())) == bare(source_text())


def bare(words: str) -> str:
    """Words without what the copy adds: white space, emphasis, list and cell marks, tags, link brackets."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words)
    words = re.sub(r"<[^>]*>", "", words)
    words = re.sub(r"(?m)^- ", "", words)
    return re.sub(r"[\s·*]", "", words)


def test_published_anchors_never_change() -> None:
    pinned = (Path(__file__).parent / "anchors.txt").read_text("ascii").splitlines()
    assert [f"{statement.id} {statement.anchor}" for statement in statements()] == pinned


def test_anchors_are_unique_ascii_ids() -> None:
    anchors = [statement.anchor for statement in statements()]
    assert len(set(anchors)) == len(anchors) == 108
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", anchor) for anchor in anchors)
