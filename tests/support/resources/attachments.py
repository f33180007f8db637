"""Risk configurations and log deliveries of user pools, legal and illegal."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from resources import user_pool
from resources.parts import UNRESOLVABLE, part, some, switches

RANGES = [
    "203.0.113.0/24",
    "203.0.113.7/24",
    "203.0.113.7",
    "203.0.113.0/33",
    "2001:db8::/32",
    "2001:db8::1",
    "office.acme.dev",
    {"Ref": UNRESOLVABLE},
]
STREAM = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/acme"
MANY_RANGES = [f"198.51.{number // 256}.{number % 256}/32" for number in range(201)]

actions = st.fixed_dictionaries(
    {"EventAction": st.sampled_from(["BLOCK", "MFA_REQUIRED", "NO_ACTION", "block", "ALLOW"]), "Notify": switches}
)
ranges = st.lists(st.sampled_from(RANGES), max_size=3) | st.just(MANY_RANGES)
pool_ids = st.sampled_from([{"Ref": "VariousPool"}, {"Ref": "OtherPool"}, {"Ref": UNRESOLVABLE}])

RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "VariousPool": user_pool.RESOURCES["VariousPool"],
    "Risks": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPoolRiskConfigurationAttachment"),
            "Properties": st.fixed_dictionaries(
                {"UserPoolId": pool_ids, "ClientId": st.sampled_from(["ALL", {"Ref": "Client"}])},
                optional={
                    "AccountTakeoverRiskConfiguration": st.fixed_dictionaries(
                        {"Actions": part({"LowAction": actions, "MediumAction": actions, "HighAction": actions})}
                    ),
                    "CompromisedCredentialsRiskConfiguration": st.fixed_dictionaries(
                        {
                            "Actions": st.fixed_dictionaries(
                                {"EventAction": st.sampled_from(["BLOCK", "NO_ACTION", "MFA_REQUIRED"])}
                            )
                        },
                        optional={"EventFilter": some(["SIGN_IN", "SIGN_UP", "SIGNUP"], 2)},
                    ),
                    "RiskExceptionConfiguration": part({"BlockedIPRangeList": ranges, "SkippedIPRangeList": ranges}),
                },
            ),
        }
    ),
    "Logs": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::LogDeliveryConfiguration"),
            "Properties": st.fixed_dictionaries(
                {
                    "UserPoolId": pool_ids,
                    "LogConfigurations": st.lists(
                        st.fixed_dictionaries(
                            {
                                "EventSource": st.sampled_from(["userAuthEvents", "userNotification"]),
                                "LogLevel": st.sampled_from(["ERROR", "INFO"]),
                            },
                            optional={
                                "S3Configuration": st.just({"BucketArn": "arn:aws:s3:::acme-logs"}),
                                "FirehoseConfiguration": st.just({"StreamArn": STREAM}),
                            },
                        ),
                        min_size=1,
                        max_size=2,
                    ),
                }
            ),
        }
    ),
    "User": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPoolUser"),
            "Properties": st.fixed_dictionaries(
                {
                    "UserPoolId": pool_ids,
                    "Username": st.sampled_from(["ada", "ada@acme.dev", 12345, "+15555550100", {"Ref": UNRESOLVABLE}]),
                },
                optional={"UserAttributes": st.just([{"Name": "email", "Value": "ada@acme.dev"}])},
            ),
        }
    ),
}
