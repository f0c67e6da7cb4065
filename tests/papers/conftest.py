"""LibreOffice is no part of the setup: where the machine has it, what is written is opened in it."""

from __future__ import annotations

from tests.papers.office import OFFICE

collect_ignore = [] if OFFICE else ["test_in_libreoffice.py"]
