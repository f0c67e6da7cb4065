"""How much one core of a real server can give: ``python -m tests.load``."""
