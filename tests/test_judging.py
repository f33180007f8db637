"""What cfn-lint's validator makes of a document, where that differs from what a template needs."""

from __future__ import annotations

import pytest
from cfn_lint_cognito._cfnlint import violations


@pytest.mark.parametrize(
    ("schema", "value", "legal"),
    [
        ({"const": "client_credentials"}, "false", False),
        ({"const": "client_credentials"}, "client_credentials", True),
        ({"const": True}, "true", False),
        ({"const": True}, 1, False),
        ({"const": 1}, 1, True),
        ({"enum": ["code", "implicit"]}, "false", False),
        ({"enum": ["code", "true"]}, True, False),
        ({"contains": {"const": "code"}}, ["false", {"Unknown": "x"}], True),
        ({"not": {"contains": {"const": "code"}}}, ["false"], True),
        ({"required": ["Name"]}, {"Unknown": "x"}, True),
        ({"not": {"required": ["Name"]}}, {"Unknown": "x"}, True),
        ({"minItems": 1}, {"Unknown": "x"}, True),
    ],
)
def test_values_equal_only_themselves_and_unknown_ones_are_not_judged(
    schema: object, value: object, legal: bool
) -> None:
    document = {"Properties": {"Judged": value}}
    judged = {"properties": {"Properties": {"properties": {"Judged": schema}}}}
    assert (list(violations(judged, document)) == []) is legal
