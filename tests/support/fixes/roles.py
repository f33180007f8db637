"""What the messages about roles and permissions say to change."""

from __future__ import annotations

from typing import Any

from fixes.changes import Path, Template, at
from fixes.entry import Fix


def let_cognito_call(template: Template, path: Path) -> None:
    """A permission for what the trigger at the path calls."""
    trigger: Any = at(template, path)
    function = trigger.get("LambdaArn", trigger)
    template["Resources"][f"{path[1]}{path[-1]}"] = {
        "Type": "AWS::Lambda::Permission",
        "Properties": {
            "FunctionName": function,
            "Action": "lambda:InvokeFunction",
            "Principal": "cognito-idp.amazonaws.com",
            "SourceArn": {"Fn::GetAtt": [path[1], "Arn"]},
        },
    }


FIXES: dict[str, Fix] = {
    "W9693": Fix(let_cognito_call),
}
