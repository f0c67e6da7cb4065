"""A function of the library that nothing was seen to call stops Python at once, past every handler."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from site_build import node

#: A library of three functions, of which the first is called.
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import unused

code = '''
def plain(given): return given
def other(given, *, named=2): return given
def steps(): yield 1
def outer():
    held = 5
    def inner(): return held
    return inner
'''
exec(compile(code, "/lib/python314.zip/some.py", "exec"))
exec(compile("def own(given): return given", "/rules.zip/rules.py", "exec"))
inner = outer()
unused.trap(unused.name_of(plain.__code__))
assert plain(3) == 3 and own(4) == 4
try:
    eval(sys.argv[2])
except BaseException:
    print("caught")
print("went on")
"""


@pytest.mark.parametrize("call", ["other(1)", "other(1, named=3)", "steps()", "outer()", "inner()"])
def test_a_call_of_it_cannot_be_caught(call: str) -> None:
    done = _run(call)
    assert done.returncode == -signal.SIGABRT
    assert done.stdout == ""


def test_what_is_called_and_the_rules_are_left_as_they_are() -> None:
    done = _run("plain(own(1))")
    assert (done.returncode, done.stdout) == (0, "went on\n")


def _run(call: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, str(node.CALCULATOR / "runtime"), call]
    return subprocess.run(command, capture_output=True, text=True, check=False)
