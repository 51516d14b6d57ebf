"""What differs between two full builds of one site, and is therefore no difference. The rules are data: noise.json."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("noise.json")


@cache
def page_rules() -> tuple[re.Pattern[str], ...]:
    """What is the same wherever it stands in a page."""
    rules = json.loads(TABLE.read_text(encoding="utf-8"))["rules"]
    return tuple(re.compile(rule["pattern"]) for rule in rules if rule["kind"] == "replace" and "**/*.html" in rule["files"])


def without_noise(html: str) -> str:
    for pattern in page_rules():
        html = pattern.sub("", html)
    return html
