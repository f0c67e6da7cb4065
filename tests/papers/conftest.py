"""LibreOffice is no part of the setup: where the machine has it, what is written is opened in it."""

from __future__ import annotations

import shutil

collect_ignore = [] if shutil.which("soffice") else ["test_in_libreoffice.py"]
