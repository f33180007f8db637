"""What the commands share: the options of `cfn-lint-cognito` that fix, and how a command prints. Only the standard library."""

from __future__ import annotations

import io
import os
import sys
from errno import EINVAL, EPIPE
from typing import Final, TextIO

FIX: Final = "--fix"
DIFF: Final = "--diff"
UNSAFE_FIXES: Final = "--unsafe-fixes"


def show(text: str, output: TextIO | None = None) -> int:
    """Writes a text as far as somebody reads it: `head -1` closes the pipe, and has what it wanted."""
    output = output or sys.stdout
    if isinstance(output, io.TextIOWrapper):
        output.reconfigure(errors="replace")  # A terminal in ASCII shows a page, too.
    try:
        print(text, end="", flush=True, file=output)
    except OSError as closed:
        if closed.errno not in (EPIPE, EINVAL):  # The first; on Windows the second.
            raise
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), output.fileno()
        )  # Else Python tries once more at its end, and complains.
    return 0
