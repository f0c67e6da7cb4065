"""The real nginx and the real Caddy on loopback, each with the configuration that the build made for the site."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_build.hosts import write

#: Server → the Debian package that has it.
PACKAGES = {"nginx": "nginx-light", "caddy": "caddy"}
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_PATIENCE_S = 20

_MAIN = """{modules}
{user}
daemon off;
worker_processes 1;
pid {scratch}/pid;
error_log {scratch}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {scratch}/1; proxy_temp_path {scratch}/2; fastcgi_temp_path {scratch}/3;
    uwsgi_temp_path {scratch}/4; scgi_temp_path {scratch}/5;
    include {scratch}/site.conf;
}}
"""


def found() -> list[str]:
    """The servers that this machine has."""
    return [name for name in PACKAGES if _program(name)]


def missing() -> list[str]:
    """The packages that a machine lacks."""
    return [package for name, package in PACKAGES.items() if not _program(name)]


@contextmanager
def real_host(
    name: str, site: Path, scratch: Path, *, built: Path | None = None, log: Path | None = None
) -> Iterator[str]:
    """Run ``nginx`` or ``caddy`` over the folder ``site``; gives the address. ``log`` takes nginx's lines of requests.

    ``built`` is the site whose configuration is taken, where the folder is filled later.
    """
    write(built or site, scratch)
    port = _free_port()
    command = _nginx(site, scratch, port, log) if name == "nginx" else _caddy(site, scratch, port)
    home = {
        **os.environ,
        "HOME": str(scratch),
        "XDG_DATA_HOME": str(scratch),
        "XDG_CONFIG_HOME": str(scratch),
    }
    with (scratch / "output.log").open("wb") as output:
        running = subprocess.Popen(command, stdout=output, stderr=output, env=home)
    try:
        _wait(port, running, scratch)
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait()


def _nginx(site: Path, scratch: Path, port: int, log: Path | None) -> list[str]:
    config = (scratch / "nginx.conf").read_text("utf-8")
    config = _put(config, r"listen 80;", f"listen 127.0.0.1:{port} backlog=2048;")
    config = _put(config, r"root /var/www/guantong;", f"root {site};")
    if BROTLI.is_file():
        config = _put(config, r"# (brotli_static on;)", r"\1")
    if log is not None:
        config = _put(config, r"access_log off;", f"access_log {log} asked;")
        config = "log_format asked '$request';\n" + config
    (scratch / "site.conf").write_text(config, "utf-8")
    modules = f"load_module {BROTLI};" if BROTLI.is_file() else ""
    user = "user root;" if os.geteuid() == 0 else ""  # else it could not read a folder of tests
    main = scratch / "main.conf"
    main.write_text(_MAIN.format(scratch=scratch, modules=modules, user=user), "utf-8")
    return [str(_program("nginx")), "-p", str(scratch), "-c", str(main)]


def _caddy(site: Path, scratch: Path, port: int) -> list[str]:
    config = (scratch / "Caddyfile").read_text("utf-8")
    config = _put(config, r"(?m)^example\.org \{", f"http://127.0.0.1:{port} {{")
    config = _put(config, r"root \* /var/www/guantong", f"root * {site}")
    path = scratch / "Caddyfile.test"
    path.write_text("{\n\tadmin off\n\tauto_https off\n}\n" + config, "utf-8")
    return [str(_program("caddy")), "run", "--adapter", "caddyfile", "--config", str(path)]


def _put(config: str, pattern: str, new: str) -> str:
    """The configuration with one marked place filled; the place must be there."""
    changed, count = re.subn(pattern, new, config)
    assert count == 1, f"{pattern} stands {count} times in the configuration"
    return changed


def _program(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(port: int, running: subprocess.Popen[bytes], scratch: Path) -> None:
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end and running.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"the server did not start:\n{(scratch / 'output.log').read_text('utf-8')}")
