"""Workbooks and documents in and out, on kept libraries: annex 1, annex 2 and lists of people.

What the policy says comes from :mod:`guantong`; this package reads files, maps columns, and writes files.
It runs unchanged on the command line and in the browser's sealed worker.
"""
