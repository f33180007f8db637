"""Draws a terminal with a run of cfn-lint, as an SVG that asks no other host for anything, not even for a font."""

from __future__ import annotations

import io
import re

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

_WIDTH = 100
_THEME = TerminalTheme(background=(13, 17, 23), foreground=(230, 237, 243), normal=[(0, 0, 0)] * 8)
_STYLES = {
    r"^\$ ": "bold #7ee787",
    r"^E\d{4} ": "bold #ff7b72",
    r"^W\d{4} ": "bold #e3b341",
    r"^\S+:\d+:\d+$": "#8b949e",
    r"\[when [^\]]+\]": "#79c0ff",
}
_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>TITLE</title>
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def picture(command: str, output: str) -> str:
    """A terminal in which `command` has printed `output`."""
    console = Console(record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in f"$ {command}\n{output}".split("\n"):
        text = Text(line)
        for pattern, style in _STYLES.items():
            text.highlight_regex(pattern, style)
        console.print(text)
    console.print()  # Room below the last line.
    svg = console.export_svg(
        title="",
        theme=_THEME,
        code_format=_SVG.replace("TITLE", command),
        font_aspect_ratio=0.61,
        unique_id="terminal",
    )
    return re.sub(r"[ \t]+$", "", svg.replace("</text><", "</text>\n<"), flags=re.MULTILINE)
