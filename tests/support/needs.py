"""What a file of tests needs of the machine, beside Python and what pip installs."""

from __future__ import annotations

import re
from pathlib import Path

NODE = "Node.js, which runs the constructs of the CDK"
SHELL = "a POSIX shell, as the environments that it makes do"
_OF_THE_CDK = Path(__file__).parents[1] / "cdk"
_IN_A_SHELL = re.compile(r"^(?:from|import) (?:environments|fcntl|pty)\b|\.symlink_to\(", re.MULTILINE)


def needs(file: Path) -> set[str]:
    """What must be there before a file of tests can be imported: aws_cdk starts Node.js, and Windows has no `fcntl`."""
    needed = {NODE} if _OF_THE_CDK in file.parents else set()
    return needed | ({SHELL} if _IN_A_SHELL.search(file.read_text(encoding="utf-8")) else set())
