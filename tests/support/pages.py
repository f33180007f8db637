"""The pages of the rules, as they are in the repository."""

from __future__ import annotations

import generate
from linting import ROOT


def text_of(page: generate.Page) -> str:
    file = ROOT / page.path
    assert file.exists(), f"{page.rule.id} has no page yet: run python docs/generate.py"
    return file.read_text(encoding="utf-8")
