"""Generated roles and permissions: functions that a user pool calls, roles that identities assume, and roles with which a user pool
sends SMS messages, each with and without what lets it.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from resources.parts import part

_functions = st.sampled_from([{"Fn::GetAtt": ["Check", "Arn"]}, {"Fn::Sub": "${Check.Arn}:live"}, {"Ref": "Live"}])
_names = st.sampled_from([{"Ref": "Check"}, {"Fn::GetAtt": ["Check", "Arn"]}, {"Ref": "Live"}, "acme-check", "other"])
_audiences = st.sampled_from(["us-east-1_a1B2c3D4e", {"Ref": "Identities"}, {"Ref": "Pool"}])
_kinds = st.sampled_from(["authenticated", "authenticated", "unauthenticated", ["authenticated", "unauthenticated"]])
_trust = st.fixed_dictionaries(
    {
        "Effect": st.just("Allow"),
        "Principal": st.sampled_from(
            [
                {"Federated": "cognito-identity.amazonaws.com"},
                {"Federated": ["cognito-identity.amazonaws.com", "graph.facebook.com"]},
                {"Service": "lambda.amazonaws.com"},
            ]
        ),
        "Action": st.sampled_from(
            ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", ["sts:TagSession", "sts:AssumeRole"]]
        ),
    },
    optional={
        "Condition": st.fixed_dictionaries(
            {"StringEquals": st.fixed_dictionaries({"cognito-identity.amazonaws.com:aud": _audiences})},
            optional={"ForAnyValue:StringLike": st.fixed_dictionaries({"cognito-identity.amazonaws.com:amr": _kinds})},
        )
    },
)
_sending_trust = st.fixed_dictionaries(
    {
        "Effect": st.sampled_from(["Allow", "Deny"]),
        "Principal": st.sampled_from([{"Service": "cognito-idp.amazonaws.com"}, {"Service": ["lambda.amazonaws.com"]}]),
        "Action": st.sampled_from(["sts:TagSession", "sts:AssumeRole", "sts:*"]),
    },
    optional={
        "Condition": st.fixed_dictionaries(
            {"StringEquals": st.fixed_dictionaries({"sts:ExternalId": st.sampled_from(["acme", ["acme", "another"]])})}
        )
    },
)
_permissions = st.fixed_dictionaries(
    {
        "Effect": st.just("Allow"),
        "Action": st.sampled_from([["sns:Subscribe", "s3:*"], "sns:Publish", "sns:*"]),
        "Resource": st.just("*"),
    }
)

RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "Check": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Lambda::Function"),
            "Properties": st.fixed_dictionaries(
                {"Runtime": st.just("nodejs22.x")}, optional={"FunctionName": st.just("acme-check")}
            ),
        }
    ),
    "Live": st.just({"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Check"}, "Name": "live"}}),
    "CallCheck": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Lambda::Permission"),
            "Properties": st.fixed_dictionaries(
                {
                    "FunctionName": _names,
                    "Action": st.sampled_from(["lambda:GetFunction", "lambda:InvokeFunction"]),
                    "Principal": st.sampled_from(["cognito-idp.amazonaws.com", "sns.amazonaws.com", "*"]),
                },
                optional={
                    "SourceArn": st.sampled_from(
                        [{"Fn::GetAtt": ["Calling", "Arn"]}, {"Fn::GetAtt": ["OtherPool", "Arn"]}]
                    )
                },
            ),
        }
    ),
    "Calling": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPool"),
            "Properties": st.fixed_dictionaries(
                {"LambdaConfig": part(dict.fromkeys(("PreSignUp", "PostConfirmation", "CustomMessage"), _functions))}
            ),
        }
    ),
    "Identities": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::IdentityPool"),
            "Properties": st.fixed_dictionaries({"AllowUnauthenticatedIdentities": st.booleans()}),
        }
    ),
    "Assumed": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::IAM::Role"),
            "Properties": st.fixed_dictionaries(
                {
                    "AssumeRolePolicyDocument": st.fixed_dictionaries(
                        {"Statement": st.lists(_trust, min_size=1, max_size=2)}
                    )
                }
            ),
        }
    ),
    "RolesOfIdentities": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::IdentityPoolRoleAttachment"),
            "Properties": st.fixed_dictionaries(
                {
                    "IdentityPoolId": st.just({"Ref": "Identities"}),
                    "Roles": part(
                        {
                            "authenticated": st.just({"Fn::GetAtt": ["Assumed", "Arn"]}),
                            "unauthenticated": st.just({"Fn::GetAtt": ["Assumed", "Arn"]}),
                            "Authenticated": st.just("arn:aws:iam::123456789012:role/users"),
                        }
                    ),
                }
            ),
        }
    ),
    "Sender": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::IAM::Role"),
            "Properties": st.fixed_dictionaries(
                {
                    "AssumeRolePolicyDocument": st.fixed_dictionaries(
                        {"Statement": st.lists(_sending_trust, max_size=2)}
                    )
                },
                optional={
                    "Policies": st.fixed_dictionaries(
                        {
                            "PolicyName": st.just("send"),
                            "PolicyDocument": st.fixed_dictionaries({"Statement": _permissions}),
                        }
                    ).map(lambda policy: [policy]),
                    "ManagedPolicyArns": st.just(["arn:aws:iam::aws:policy/AmazonSNSFullAccess"]),
                },
            ),
        }
    ),
    "Sending": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPool"),
            "Properties": st.fixed_dictionaries(
                {
                    "SmsConfiguration": st.fixed_dictionaries(
                        {"SnsCallerArn": st.just({"Fn::GetAtt": ["Sender", "Arn"]})},
                        optional={"ExternalId": st.sampled_from(["acme", "other"])},
                    )
                }
            ),
        }
    ),
}

NEEDS = {
    "Calling": ("Check",),
    "CallCheck": ("Check", "Calling"),
    "RolesOfIdentities": ("Assumed", "Identities"),
    "Sending": ("Sender",),
}
