"""Helps for the tests of the calculator in real browsers."""
