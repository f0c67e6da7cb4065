"""Turns docs, calculator and the rules into ``site/``: plain files first, the publisher last."""
