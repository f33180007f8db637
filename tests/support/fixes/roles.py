"""What the messages about roles and permissions say to change."""

from __future__ import annotations

from typing import Any

from fixes.changes import Path, Template, at, referred_to
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


def let_identities_assume(template: Template, path: Path) -> None:
    """The role at the path, and one of its own for guests where it is theirs, too."""
    name, resources = path[1], template["Resources"]
    given = [
        each["Properties"] for each in resources.values() if each["Type"] == "AWS::Cognito::IdentityPoolRoleAttachment"
    ]
    for roles, pool in ((each.get("Roles", {}), each["IdentityPoolId"]) for each in given):
        kinds = [kind for kind, role in roles.items() if referred_to(role) == name]
        resources[name]["Properties"]["AssumeRolePolicyDocument"] = _trusting(pool, kinds[0])
        if len(kinds) > 1:
            guests = f"{name}Guests"
            resources[guests] = {
                "Type": "AWS::IAM::Role",
                "Properties": {"AssumeRolePolicyDocument": _trusting(pool, kinds[1])},
            }
            roles[kinds[1]] = {"Fn::GetAtt": [guests, "Arn"]}


def _trusting(pool: Any, kind: str) -> dict[str, Any]:
    statement = {
        "Effect": "Allow",
        "Principal": {"Federated": "cognito-identity.amazonaws.com"},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": pool},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": kind},
        },
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


FIXES: dict[str, Fix] = {
    "W9691": Fix(let_identities_assume),
    "W9693": Fix(let_cognito_call),
}
