"""A file that can't be used, said in a sentence."""

from __future__ import annotations


class Refused(Exception):
    """Why a file is not read; the message is one Chinese sentence for the person who chose it."""
