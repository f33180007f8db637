"""Risk configurations, log deliveries and users, which only classes without checks write: what Cognito accepts gets no error, and the
rest its rule.
"""

from __future__ import annotations

from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.aws_cognito import (
    CfnLogDeliveryConfiguration,
    CfnUserPoolRiskConfigurationAttachment,
    CfnUserPoolUser,
    FeaturePlan,
    SignInAliases,
    UserPool,
)
from aws_cdk.aws_s3 import Bucket
from in_turn import in_turn
from stacks import Build, Findings, rules

pytestmark = pytest.mark.cdk

Risks = CfnUserPoolRiskConfigurationAttachment
Source = CfnLogDeliveryConfiguration.LogConfigurationProperty


def risks(plan: FeaturePlan = FeaturePlan.PLUS, **properties: Any) -> Build:
    return lambda stack: CfnUserPoolRiskConfigurationAttachment(
        stack,
        "Risks",
        user_pool_id=UserPool(stack, "Pool", feature_plan=plan).user_pool_id,
        client_id="ALL",
        **properties,
    )


def blocked(*ranges: str) -> Build:
    exceptions = Risks.RiskExceptionConfigurationTypeProperty(blocked_ip_range_list=list(ranges))
    return risks(risk_exception_configuration=exceptions)


def compromised(action: str) -> Build:
    actions = Risks.CompromisedCredentialsActionsTypeProperty(event_action=action)
    return risks(
        compromised_credentials_risk_configuration=Risks.CompromisedCredentialsRiskConfigurationTypeProperty(
            actions=actions, event_filter=["SIGN_IN", "SIGN_UP"]
        )
    )


def logs(*sources: str, **properties: Any) -> Build:
    return lambda stack: CfnLogDeliveryConfiguration(
        stack,
        "Logs",
        user_pool_id=UserPool(stack, "Pool", **properties).user_pool_id,
        log_configurations=[
            Source(event_source=source, log_level="INFO" if source == "userAuthEvents" else "ERROR")
            for source in sources
        ],
    )


def delivery(source: str, level: str, **destination: Any) -> Build:
    return lambda stack: CfnLogDeliveryConfiguration(
        stack,
        "Logs",
        user_pool_id=UserPool(stack, "Pool", feature_plan=FeaturePlan.PLUS).user_pool_id,
        log_configurations=[Source(event_source=source, log_level=level, **destination)],
    )


def to_a_bucket(stack: Stack) -> None:
    bucket = CfnLogDeliveryConfiguration.S3ConfigurationProperty(bucket_arn=Bucket(stack, "Bucket").bucket_arn)
    delivery("userNotification", "ERROR", s3_configuration=bucket)(stack)


def user(name: str, **aliases: bool) -> Build:
    """The construct makes UsernameAttributes of aliases without a user name, and AliasAttributes of others."""

    def build(stack: Stack) -> None:
        pool = UserPool(stack, "Pool", sign_in_aliases=SignInAliases(**aliases))
        CfnUserPoolUser(stack, "First", user_pool_id=pool.user_pool_id, username=name)

    return build


ACCEPTED: dict[str, Build] = {
    "risks": compromised("BLOCK"),
    "IP ranges": blocked("203.0.113.0/24", "2001:db8::/32"),
    "logs": logs("userAuthEvents", "userNotification", feature_plan=FeaturePlan.PLUS),
    "messages of a pool of the default plan": logs("userNotification"),
    "an address for a pool of addresses": user("ada@acme.dev", email=True),
    "a name for a pool of names": user("ada", username=True, email=True),
}

NOT_OF_A_CONSTRUCT: dict[str, tuple[Build, str]] = {
    "MFA against compromised credentials": (compromised("MFA_REQUIRED"), "E9671"),
    "an address without a mask": (blocked("203.0.113.7"), "E9672"),
    "too many ranges": (blocked(*(f"198.51.{number // 256}.{number % 256}/32" for number in range(201))), "E9673"),
    "a source twice": (logs("userNotification", "userNotification"), "E9674"),
    "events of a pool of the default plan": (logs("userAuthEvents"), "E9675"),
    "messages in a bucket": (to_a_bucket, "E9676"),
    "activity at the level of errors": (delivery("userAuthEvents", "ERROR"), "W9677"),
    "a name for a pool of addresses": (user("ada", email=True), "E9678"),
    "an address for a pool of names": (user("ada@acme.dev", username=True, email=True), "E9678"),
}

BUILDS: dict[str, Build] = {**ACCEPTED, **{name: build for name, (build, _) in NOT_OF_A_CONSTRUCT.items()}}


@in_turn("name", ACCEPTED)
def test_what_cognito_accepts_gets_no_error(name: str, findings: Findings) -> None:
    assert rules(findings(name), "E") == set()


@in_turn("name", NOT_OF_A_CONSTRUCT)
def test_what_no_construct_stops_gets_its_rule(name: str, findings: Findings) -> None:
    _, rule = NOT_OF_A_CONSTRUCT[name]
    assert rules(findings(name), "EW") == {rule}
