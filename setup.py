"""What a distribution takes from elsewhere: the page that PyPI shows is the README, with links that lead somewhere from there.

Everything else about the package stands in pyproject.toml.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent
PROJECT = "cfn-lint-cognito/cfn-lint-cognito"
_CODE_OR_LINK = re.compile(r"^```.*?^```$|`[^`\n]+`|(!?)(\[[^\]]*\])\(([^)\s]+)\)", re.DOTALL | re.MULTILINE)


def long_description(readme: str, version: str) -> str:
    """The README of a release: what is relative to the repository leads to the tag of that release on GitHub."""
    page = f"https://github.com/{PROJECT}/blob/v{version}/"
    file = f"https://raw.githubusercontent.com/{PROJECT}/v{version}/"

    def whole(found: re.Match[str]) -> str:
        image, text, target = found.groups()
        if target is None or target.startswith("https://"):
            return found[0]
        if target.startswith("#"):
            target = f"README.md{target}"
        return f"{image}{text}({file if image else page}{target})"

    return _CODE_OR_LINK.sub(whole, readme)


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    from setuptools import setup

    version = re.search(r'__version__ = "(.+)"', _read("engine/version.py"))
    assert version is not None
    setup(
        long_description=long_description(_read("README.md"), version[1]),
        long_description_content_type="text/markdown",
    )
