"""Memory images and tables as files (``calculator/runtime/image_format.mjs``), and the data of a wasm."""

from __future__ import annotations

import json
import struct
import subprocess
from pathlib import Path
from typing import Any

from site_build import node

Run = tuple[int, bytes]  #: an address, and what is written there


def runs(file: bytes) -> list[Run]:
    """What an image or tables write into memory."""
    return _parts(file)[1]


def with_run(file: bytes, place: int, data: bytes) -> bytes:
    """The same file writing these bytes too."""
    head, held = _parts(file)
    return _file(head, sorted([*held, (place, data)]))


def data_of(wasm: Path) -> bytes:
    """What a wasm puts into its memory, from address 0."""
    program = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ dataOf }} from {json.dumps(str(node.CALCULATOR / "runtime" / "wasm.mjs"))};
        process.stdout.write(dataOf(new Uint8Array(readFileSync({json.dumps(str(wasm))}))));
    """
    command = [node.executable(), "--input-type=module", "--eval", program]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _parts(file: bytes) -> tuple[dict[str, Any], list[Run]]:
    (length,) = struct.unpack_from("<I", file)
    head: dict[str, Any] = json.loads(file[4 : 4 + length])
    count = head["runs"]
    numbers = struct.unpack_from(f"<{2 * count}I", file, 4 + length)
    at, place = 4 + length + 8 * count, 0
    found: list[Run] = []
    for gap, size in zip(numbers[:count], numbers[count:], strict=True):
        place += gap
        found.append((place, file[at : at + size]))
        place, at = place + size, at + size
    return head, found


def _file(head: dict[str, Any], held: list[Run]) -> bytes:
    text = json.dumps(head | {"runs": len(held)}).encode()
    text += b" " * (-len(text) % 4)
    ends = (0, *(place + len(data) for place, data in held))
    gaps = (place - end for (place, _), end in zip(held, ends, strict=False))
    numbers = (*gaps, *(len(data) for _, data in held))
    body = struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(data for _, data in held)
    return struct.pack("<I", len(text)) + text + body
