"""A second opinion on the policy: a decision table as data and a small evaluator, written from the text alone.

Nothing here imports the rules but ``compare``, which holds the two beside each other. ``table.toml`` is the table.
"""
