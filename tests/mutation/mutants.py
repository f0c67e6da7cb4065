"""The mutants: mutmut's operators on every module that decides, its tables included, its sentences left alone.

mutmut itself changes functions only; here the thresholds matter most, and they stand in tables beside the functions. So its
operators are taken and the modules are walked anew. Left alone: string literals and whatever is made of Chinese words, the
functions that make a sentence, type annotations and aliases, decorators, ``assert``, imports, ``__all__``. A positional
argument is blanked but not dropped: without it a call only crashes, which flatters the score.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from mutmut.mutation import mutators

PACKAGE = Path(__file__).resolve().parents[2] / "py" / "guantong"
#: the modules that decide, in the order of the data's way
MODULES = (
    "days",
    "windows",
    "clocks",
    "titles",
    "series",
    "honours",
    "retirement",
    "retire",
    "person",
    "intake",
    "conditions",
    "chapter_1",
    "chapter_2",
    "chapter_3_applicants",
    "chapter_3_conditions",
    "chapter_3_channels",
    "chapter_4_applicants",
    "chapter_4_conditions",
    "chapter_4_honours",
    "chapter_4_channels",
    "targets",
    "verdicts",
    "questions",
    "forms",
    "annex_1",
    "annex_2",
)
#: what carries a sentence: parameters and variables, and functions that make one
WORDS = {"says", "lacking", "confirm", "needed", "office", "when", "opening"}
SPEAKING = re.compile(r"\w*(says|question|sentence|words|label)")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
OPERATORS = [pair for pair in mutators.mutation_operators if pair[1] is not mutators.operator_string]
UNTOUCHED = (cst.Annotation, cst.Decorator, cst.Assert, cst.Import, cst.ImportFrom, cst.BaseString)


@dataclass(frozen=True)
class Mutant:
    """One change of one module. ``id`` says where and what, without line numbers, so that it lasts."""

    module: str
    line: int
    id: str
    source: str


def mutants(module: str) -> list[Mutant]:
    """Every mutant of one module, in the order of its text."""
    text = (PACKAGE / f"{module}.py").read_text("utf-8")
    tree = cst.parse_module(text)
    pieces = [tree.code_for_node(piece) for piece in tree.body]
    head = text[: len(text) - len("".join(pieces))]
    seen: Counter[str] = Counter()
    found = []
    for index, (piece, old) in enumerate(zip(tree.body, pieces, strict=True)):
        before, after = head + "".join(pieces[:index]), "".join(pieces[index + 1 :])
        for where, new in _changes(tree, piece, old):
            line, difference = _difference(old, new)
            id = f"{module}.{where}: {difference}"
            seen[id] += 1
            number = f" #{seen[id]}" if seen[id] > 1 else ""
            found.append(Mutant(module, before.count("\n") + line, id + number, before + new + after))
    return found


def _changes(tree: cst.Module, piece: cst.BaseStatement, old: str) -> Iterator[tuple[str, str]]:
    """What one statement of a module can become, with the function or table in which it changes."""
    walk = _Walk()
    piece.visit(walk)
    done = {old}
    for where, node, after in walk.changes:
        changed = piece.deep_replace(node, after)
        assert isinstance(changed, cst.CSTNode)
        new = tree.code_for_node(changed)
        if new not in done:
            done.add(new)
            yield where, new


class _Walk(cst.CSTVisitor):
    """Collects (place, node, what it becomes)."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[tuple[str, cst.CSTNode, cst.CSTNode]] = []
        self.place: list[str] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, UNTOUCHED) or _is_alias(node) or _speaks(node):
            return False
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            self.place.append(node.name.value)
        where = ".".join(self.place) or "table"
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                self.changes += [(where, node, after) for after in operator(node) if not _idle(node, after)]
        return True

    def on_leave(self, node: cst.CSTNode) -> None:
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)) and not _speaks(node):
            self.place.pop()


def _is_alias(node: cst.CSTNode) -> bool:
    """A type alias, ``__all__``, a type variable, or a call that only tells the type checker something."""
    if isinstance(node, cst.Assign):
        name = node.targets[0].target
        if isinstance(name, cst.Name) and name.value == "__all__":
            return True
        return (
            isinstance(node.value, cst.Subscript)
            and isinstance(node.value.value, cst.Name)
            and (node.value.value.value in ("tuple", "dict", "list", "Literal", "Callable"))
        )
    return isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == "TypeVar"


def _speaks(node: cst.CSTNode) -> bool:
    """Whether a node does nothing but make words."""
    if isinstance(node, cst.FunctionDef):
        return bool(SPEAKING.fullmatch(node.name.value))
    if isinstance(node, cst.Arg):
        return (node.keyword is not None and node.keyword.value in WORDS) or _is_words(node.value)
    if isinstance(node, (cst.Assign, cst.AnnAssign)):
        target = node.targets[0].target if isinstance(node, cst.Assign) else node.target
        return isinstance(target, cst.Name) and target.value in WORDS
    return False


def _is_words(node: cst.CSTNode) -> bool:
    """A Chinese text, put together or chosen from several, or the variable that holds one."""
    if isinstance(node, cst.Name):
        return node.value in WORDS
    if isinstance(node, cst.BaseString):
        return bool(CHINESE.search(cst.Module([]).code_for_node(node)))
    if isinstance(node, cst.IfExp):
        return _is_words(node.body) or _is_words(node.orelse)
    if isinstance(node, cst.BinaryOperation):
        return _is_words(node.left) or _is_words(node.right)
    return False


def _idle(node: cst.CSTNode, after: cst.CSTNode) -> bool:
    """Whether a change of a call blanks nothing but words, or takes away a positional argument."""
    if not isinstance(node, cst.Call) or not isinstance(after, cst.Call):
        return False
    if len(after.args) < len(node.args):
        (lost,) = (arg for arg in node.args if all(arg is not other for other in after.args))
        return lost.keyword is None or _speaks(lost)
    return any(_speaks(old) for old, new in zip(node.args, after.args, strict=True) if old is not new)


def _difference(old: str, new: str) -> tuple[int, str]:
    """The number of the first line that changed, and the lines before and after on one line."""
    a, b = old.splitlines(), new.splitlines()
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same + 1, f"{_one_line(a[same:])} → {_one_line(b[same:])}"


def _one_line(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)
