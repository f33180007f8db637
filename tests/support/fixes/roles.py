"""What the messages about roles and permissions say to change."""

from __future__ import annotations

from typing import Any

from fixes.changes import Path, Template, at, properties_of, referred_to
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


def let_cognito_send(template: Template, path: Path) -> None:
    """The role at the path: whom it trusts, or what it may do where that is what is missing."""
    properties = properties_of(template, path)
    if len(path) == 3:
        statement: dict[str, Any] = {"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"}
        document = {"Version": "2012-10-17", "Statement": [statement]}
        properties["Policies"] = [{"PolicyName": "send", "PolicyDocument": document}]
        return
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "cognito-idp.amazonaws.com"},
        "Action": "sts:AssumeRole",
    }
    pools = [
        each["Properties"].get("SmsConfiguration", {})
        for each in template["Resources"].values()
        if "Properties" in each
    ]
    (external_id,) = (sms.get("ExternalId") for sms in pools if referred_to(sms.get("SnsCallerArn")) == path[1])
    if external_id is not None:
        statement["Condition"] = {"StringEquals": {"sts:ExternalId": external_id}}
    properties["AssumeRolePolicyDocument"] = {"Version": "2012-10-17", "Statement": [statement]}


FIXES: dict[str, Fix] = {
    # A role that asks for an ExternalId is wrong without one in SmsConfiguration, whatever it asks for.
    "W9692": Fix(let_cognito_send, asks_presence_of={"sts:ExternalId", "sts:ExternalId[]"}),
    "W9691": Fix(let_identities_assume),
    "W9693": Fix(let_cognito_call),
}
