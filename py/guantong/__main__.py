"""``python -m guantong COMMAND FILE``: see :mod:`guantong.cli`."""

from __future__ import annotations

import sys

from .cli import USAGE, answer


def main(arguments: list[str]) -> int:
    """Exit status 0 with JSON on standard output, or 2 with sentences on standard error."""
    if arguments in (["-h"], ["--help"]):
        print(USAGE)
        return 0
    if arguments == ["schema"]:
        arguments = ["schema", ""]
    if len(arguments) != 2:
        print(USAGE, file=sys.stderr)
        return 2
    command, name = arguments
    try:
        text = "" if command == "schema" else _read(name)
    except OSError as wrong:
        print(f"读不到文件 {name}：{wrong.strerror}。", file=sys.stderr)
        return 2
    except UnicodeDecodeError:
        print(f"文件 {name} 不是 UTF-8 编码的文本。", file=sys.stderr)
        return 2
    reply = answer(command, text)
    sys.stdout.buffer.write((reply.out + "\n").encode() if reply.out else b"")
    sys.stderr.buffer.write(reply.err.encode())
    return reply.status


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig")
    with open(name, encoding="utf-8-sig") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
