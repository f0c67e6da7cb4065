"""The headers of every answer, and how long an answer may be kept."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath

from site_build.content_policy import HEADER_ONLY

#: What a device may be asked for: nothing. Writing to the clipboard stays, for “复制链接”.
_NOT_USED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip

#: The same for every answer.
COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_USED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-DNS-Prefetch-Control": "off",
}

#: For a server that is reached over HTTPS only. Browsers pass over it on plain HTTP.
HSTS = "max-age=31536000; includeSubDomains"

#: What isn't a page may load nothing, also where it is opened by itself or started as a worker.
FILE_POLICY = f"default-src 'none'; {HEADER_ONLY}"

#: The script that serves the calculator's page without a network, for visitors who ticked that. It may ask this site.
SERVICE_WORKER = PurePosixPath("calc/offline.js")
SERVICE_WORKER_POLICY = f"default-src 'none'; connect-src 'self'; {HEADER_ONLY}"

#: A name that holds the hash of its content, as regular expression that every server here understands.
HASHED = r"[.-][0-9a-f]{8,}\.[a-z.]+$"
#: Nothing on the way may rewrite what the pages check byte by byte.
FOR_EVER = "public, max-age=31536000, immutable, no-transform"
ASK_EACH_TIME = "no-cache, no-transform"

#: Types that a server may not know by itself.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".whl": "application/zip",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


#: The page that other sites may frame: this site itself, and those that the publisher names for the build.
EMBEDDED = "embed/"


def page_policy(in_page: str, address: str) -> str:
    """The header for the page at an address of the site, from the policy that stands in it."""
    if address.removesuffix("index.html") != EMBEDDED:
        return f"{in_page}; {HEADER_ONLY}"
    return "; ".join(
        (in_page, " ".join(("frame-ancestors 'self'", *os.environ.get("EMBEDDED_BY", "").split())))
    )


def file_policy(path: str) -> str:
    """The header for what isn't a page."""
    return SERVICE_WORKER_POLICY if path.endswith(f"/{SERVICE_WORKER}") else FILE_POLICY


def cache_control(path: str) -> str:
    """How long the answer for this path may be kept."""
    return FOR_EVER if re.search(HASHED, path) else ASK_EACH_TIME
