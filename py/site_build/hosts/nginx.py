"""Configuration for nginx 1.18 or newer: one file for ``/etc/nginx/conf.d/``."""

from __future__ import annotations

import re

from site_build.hosts.headers import (
    ASK_EACH_TIME,
    COMMON,
    FILE_POLICY,
    FOR_EVER,
    HASHED,
    HSTS,
    SERVICE_WORKER,
    SERVICE_WORKER_POLICY,
    TYPES,
)
from site_build.hosts.pages import Pages

_TEXT = "text/css text/javascript text/plain text/xml application/json application/wasm image/svg+xml"


def render(pages: Pages) -> str:
    """The whole file. Marked lines are the host's own."""
    exceptions = "\n".join(f'    "~{pages.pattern(policy)}" "{policy}";' for policy in pages.others)
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in COMMON.items())
    types = "\n".join(f"        {kind.split(';')[0]} {end.lstrip('.')};" for end, kind in TYPES.items())
    return f"""# Made by `make build` for this very site: the hashes belong to its pages. Copy it with every release, before site/.
# Lines marked SET are yours. The site may also lie in a folder below the root; the last line but one names its 404 page.

map $uri $guantong_policy {{
    default "{FILE_POLICY}";
    "~(/|[.]html)$" "{pages.usual}";
    "~/{re.escape(str(SERVICE_WORKER))}$" "{SERVICE_WORKER_POLICY}";
}}

map $uri $guantong_page_policy {{
    default $guantong_policy;
{exceptions}
}}

map $uri $guantong_cache {{
    default "{ASK_EACH_TIME}";
    "~{HASHED}" "{FOR_EVER}";
}}

server {{
    listen 80;                          # SET: 443 ssl http2, with ssl_certificate and ssl_certificate_key
    server_name example.org;            # SET
    root /var/www/guantong;             # SET: the folder that holds site/'s content

    # Over HTTPS only, once every name below this one has a certificate:
    # add_header Strict-Transport-Security "{HSTS}" always;
    add_header Content-Security-Policy $guantong_page_policy always;
    add_header Cache-Control $guantong_cache always;
{headers}

    types {{
{types}
    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types text/html text/css text/javascript text/plain text/xml application/json;

    access_log off;                     # what a visitor reads is nobody's business
    server_tokens off;
    absolute_redirect off;
    sendfile on;
    tcp_nopush on;
    open_file_cache max=2000 inactive=60s;
    open_file_cache_valid 1s;           # a release shows at once

    # Compressed copies that lie beside a file are sent as they are; what has none is compressed on the way.
    gzip_static on;
    gzip on;
    gzip_vary on;
    gzip_types {_TEXT};
    # brotli_static on;                 # with the package libnginx-mod-http-brotli-static

    if ($request_method !~ ^(GET|HEAD)$) {{ return 405; }}
    location / {{ try_files $uri $uri/ =404; }}
    error_page 404 /404.html;           # SET: /section/404.html, if the site lies in a folder
}}
"""
