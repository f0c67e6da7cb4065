"""The attack: a second origin that notes every hit, and code inside the page, the worker and Python that tries to reach it."""
