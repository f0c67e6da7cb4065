"""Stands in for pydoc in the page: python-stdnum imports it for its lists of modules, which no page asks for."""
