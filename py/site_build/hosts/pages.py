"""The policies of the built pages, grouped: the commonest one is the rule, the others are exceptions by path."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from site_build.content_policy import policy_in
from site_build.hosts.headers import page_policy


class NoPolicyError(Exception):
    """A page carries no policy."""


@dataclass(frozen=True)
class Pages:
    """``usual`` is the policy of most pages; ``others`` maps another policy to the addresses that need it."""

    usual: str
    others: dict[str, list[str]]

    def pattern(self, policy: str) -> str:
        """Regular expression for the end of the paths with this policy, wherever the site stands."""
        names = "|".join(re.escape(address.rstrip("/")) for address in self.others[policy])
        return f"/({names})/(index[.]html)?$"


def read(site: Path) -> Pages:
    """Read the policies from the pages. Raises ``NoPolicyError``."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        policy = policy_in(page.read_text("utf-8"))
        if policy is None:
            raise NoPolicyError(f"{address} carries no content security policy")
        found[page_policy(policy, address)].append(address)
    usual = max(found, key=lambda policy: len(found[policy]))
    return Pages(usual, {policy: addresses for policy, addresses in found.items() if policy != usual})
