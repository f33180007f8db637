"""Placeholders that another tool will replace before CloudFormation sees the template."""

from __future__ import annotations

import re
from typing import Final

_PLACEHOLDER: Final = re.compile(
    r"""
    \$\{ (?!AWS::) [A-Za-z]\w* [:(]           # ${self:custom.stage}, ${file(x.yml):y}: the Serverless Framework
    | \#\{ (?!\#|username\}) [^{}]+ \}        # #{AWS::StackName}; {####} and {username} are Cognito's own
    | \{\{ (?!resolve:)                       # {{ stage }}: Jinja, Helm, mustache; {{resolve:...}} is CloudFormation's own
    | \{%                                     # {% if ... %}
    | <%                                      # <%= stage %>
    | __[A-Za-z][A-Za-z0-9_]*__
    | @@[A-Za-z][A-Za-z0-9_.-]*@@
    | \$\([A-Za-z_][\w.-]*\)
    | \A\s*<[^<>?!/][^<>]*(?<!/)>\s*\Z        # nothing but <your-domain>; HTML and XML have more tags, or one that is closed
    """,
    re.VERBOSE,
)
_FIRST_CHARACTERS: Final = frozenset("{<_@(")


def holds_placeholder(text: str) -> bool:
    """Whether another tool will replace a part of a text, so that the text itself is unknown."""
    return not _FIRST_CHARACTERS.isdisjoint(text) and _PLACEHOLDER.search(text) is not None
