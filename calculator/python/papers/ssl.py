"""Stands in for ssl in the page: python-stdnum imports it for online checks, and nothing here is ever asked online."""
