"""Functions that take fewer arguments than they are given are called inside the wasm; the others as Pyodide does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from site_build import node

WASM_AS = node.CALCULATOR / "node_modules" / "binaryen" / "bin" / "wasm-as"
MODULE = """
(module
  (import "env" "_PyEM_TrampolineCall_JS" (func $leave (param i32 i32 i32 i32) (result i32)))
  (table 8 funcref)
  (elem (i32.const 1) $none $one $two $three $four $wide)
  (func $none (result i32) (i32.const 100))
  (func $one (param i32) (result i32) (local.get 0))
  (func $two (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1)))
  (func $three (param i32 i32 i32) (result i32)
    (i32.add (i32.mul (local.get 0) (i32.const 10)) (i32.sub (local.get 1) (local.get 2))))
  (func $four (param i32 i32 i32 i32) (result i32) (unreachable))
  (func $wide (param i64) (result i32) (unreachable))
  (func (export "call") (param i32 i32 i32 i32) (result i32)
    (i32.add (i32.const 1000) (call $leave (local.get 0) (local.get 1) (local.get 2) (local.get 3)))))
"""
CALLS = """
import { readFileSync } from "node:fs";
import { withoutLeaving } from %s;
const left = [];
const leave = (place, ...given) => (left.push([place, ...given]), 0);
const wasm = withoutLeaving(new Uint8Array(readFileSync(process.argv[1])));
const { call } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { _PyEM_TrampolineCall_JS: leave } }).exports;
const given = [0, 1, 2, 3, 4, 5, 6, 7, 99].map((place) => call(place, 7, 5, 2));
console.log(JSON.stringify({ given, left }));
"""


def test_the_wasm_is_left_only_for_functions_it_cannot_call(tmp_path: Path) -> None:
    (tmp_path / "in.wat").write_text(MODULE, "utf-8")
    wasm = tmp_path / "in.wasm"
    node.run(str(WASM_AS), "--enable-reference-types", tmp_path / "in.wat", "-o", wasm)
    program = CALLS % json.dumps(str(node.CALCULATOR / "runtime" / "trampoline.mjs"))
    command = [node.executable(), "--input-type=module", "--eval", program, str(wasm)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert found["given"] == [1000, 1100, 1007, 1002, 1073, 1000, 1000, 1000, 1000]
    assert found["left"] == [[place, 7, 5, 2] for place in (0, 5, 6, 7, 99)]
