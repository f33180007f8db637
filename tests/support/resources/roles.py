"""Generated functions that a user pool calls, with and without a permission for it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from resources.parts import part

_functions = st.sampled_from([{"Fn::GetAtt": ["Check", "Arn"]}, {"Fn::Sub": "${Check.Arn}:live"}, {"Ref": "Live"}])
_names = st.sampled_from([{"Ref": "Check"}, {"Fn::GetAtt": ["Check", "Arn"]}, {"Ref": "Live"}, "acme-check", "other"])

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
                    "Action": st.sampled_from(["lambda:InvokeFunction", "lambda:GetFunction"]),
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
}
