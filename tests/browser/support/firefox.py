"""Firefox, where the machine has one."""

from __future__ import annotations

import shutil

#: Its path, or None.
FIREFOX = shutil.which("firefox") or shutil.which("firefox-esr")
