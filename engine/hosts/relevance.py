"""Whether a template may have anything that a rule is about: looked up in its bytes, before anything else is imported."""

from __future__ import annotations

import re

_OF_COGNITO = (b"AWS::Cognito::", b"authenticate-cognito")
"""What a template names that a rule is about: a resource of Cognito's, or a load balancer that signs users in."""
_OF_APIS = (b"AWS::ApiGateway", b"AWS::Serverless::")
"""How the types of APIs and authorizers begin. A rule is about those of a template that mentions Cognito at all."""
_MENTION = b"cognito"
_ESCAPED_ASCII = re.compile(rb"\\(?:x|u00|U000000)([0-7][0-9a-fA-F])")
"""How JSON, and YAML between double quotes, may spell a character of those names."""
_JOINED_LINES = re.compile(rb"\\\r?\n[ \t]*")
"""Where YAML between double quotes goes on in the next line."""


def may_name_cognito(text: bytes) -> bool:
    text = text.replace(b"\0", b"")  # UTF-16 has them, and cfn-lint says that it cannot read it.
    unescaped = _ESCAPED_ASCII.sub(lambda match: bytes([int(match[1], 16)]), _JOINED_LINES.sub(b"", text))
    return any(map(_concerns_a_rule, (text, unescaped)))


def _concerns_a_rule(text: bytes) -> bool:
    if any(name in text for name in _OF_COGNITO):
        return True
    return any(name in text for name in _OF_APIS) and _MENTION in text.lower()
