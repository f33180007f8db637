"""User pools with legal and illegal recovery, attributes, first factors and names, what is attached to them, and the fixes."""

from __future__ import annotations

from typing import Any

from fixes import Fix, Path, Template, put, remove_the_value
from hypothesis import strategies as st
from strategies import UNRESOLVABLE, part, some, switches

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
MANY_RANGES = [f"198.51.{number // 256}.{number % 256}/32" for number in range(201)]

limits = st.sampled_from(["0", "1", "9", "10", 20])
attributes = part(
    {
        "Name": st.sampled_from(["team", "level", "email", "updated_at", "email_verified", "Email"]),
        "AttributeDataType": st.sampled_from(["String", "Number", "Boolean", "DateTime"]),
        "DeveloperOnlyAttribute": switches,
        "Required": switches,
        "Mutable": switches,
        "StringAttributeConstraints": part({"MinLength": limits, "MaxLength": limits}),
        "NumberAttributeConstraints": part({"MinValue": limits, "MaxValue": limits}),
    }
)
mechanisms = st.fixed_dictionaries(
    {
        "Name": st.sampled_from(["admin_only", "verified_email", "verified_phone_number"]),
        "Priority": st.sampled_from([1, 2, "1"]),
    }
)
user_pools: st.SearchStrategy[dict[str, Any]] = part(
    {
        "AccountRecoverySetting": st.fixed_dictionaries(
            {"RecoveryMechanisms": st.lists(mechanisms, min_size=1, max_size=2)}
        ),
        "AdminCreateUserConfig": part({"UnusedAccountValidityDays": st.sampled_from([7, 14, "7"])}),
        "AutoVerifiedAttributes": some(["email", "phone_number"], 2),
        "Policies": part(
            {
                "PasswordPolicy": part({"TemporaryPasswordValidityDays": st.sampled_from([7, 14, "7"])}),
                "SignInPolicy": part(
                    {
                        "AllowedFirstAuthFactors": st.lists(
                            st.sampled_from(["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]), min_size=1, unique=True
                        )
                    }
                ),
            }
        ),
        "Schema": st.lists(attributes, min_size=1, max_size=3),
        "SmsConfiguration": st.just({"SnsCallerArn": "arn:aws:iam::123456789012:role/sms"}),
        "UserAttributeUpdateSettings": st.fixed_dictionaries(
            {"AttributesRequireVerificationBeforeUpdate": some(["email", "phone_number"], 2)}
        ),
        "UserPoolName": st.sampled_from(["users", "Bücher", "shop/users", {"Fn::Sub": "bücher-${AWS::StackName}"}]),
        "UserPoolTier": st.sampled_from(["ESSENTIALS", "PLUS"]),
        "WebAuthnRelyingPartyID": st.sampled_from(["auth.acme.dev", "localhost", "https://acme.dev", "localhost:3000"]),
    }
)
actions = st.fixed_dictionaries(
    {"EventAction": st.sampled_from(["BLOCK", "MFA_REQUIRED", "NO_ACTION", "block", "ALLOW"]), "Notify": switches}
)
ranges = st.lists(st.sampled_from(RANGES), max_size=3) | st.just(MANY_RANGES)
pool_ids = st.sampled_from([{"Ref": "VariousPool"}, {"Ref": "OtherPool"}, {"Ref": UNRESOLVABLE}])

RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "VariousPool": st.fixed_dictionaries({"Type": st.just("AWS::Cognito::UserPool"), "Properties": user_pools}),
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
                                "LogLevel": st.just("ERROR"),
                            }
                        ),
                        max_size=2,
                    ),
                }
            ),
        }
    ),
}


def _holder(template: Template, path: Path) -> Any:
    holder: Any = template
    for key in path[:-1]:
        holder = holder[key]
    return holder


def _properties(template: Template, path: Path) -> dict[str, Any]:
    properties: dict[str, Any] = template["Resources"][path[1]]["Properties"]
    return properties


def remove_the_map(template: Template, path: Path) -> None:
    """Removes the map of a list that holds the value at fault."""
    remove_the_value(template, path[:-1])


def keep_administrators_alone(template: Template, path: Path) -> None:
    mechanisms = _properties(template, path)["AccountRecoverySetting"]["RecoveryMechanisms"]
    mechanisms[:] = [mechanisms[path[-2]]]  # type: ignore[call-overload]


def tell_mechanisms_apart(template: Template, path: Path) -> None:
    if path[-1] == "Name":
        remove_the_map(template, path)
        return
    for number, mechanism in enumerate(_properties(template, path)["AccountRecoverySetting"]["RecoveryMechanisms"], 1):
        mechanism["Priority"] = number


def lower_the_lower_limit(template: Template, path: Path) -> None:
    constraints = _holder(template, path)
    constraints[path[-1]] = constraints[str(path[-1]).replace("Min", "Max")]


def add_the_password(template: Template, path: Path) -> None:
    _holder(template, path)[path[-1]].append("PASSWORD")


def verify_the_attribute(template: Template, path: Path) -> None:
    properties = _properties(template, path)
    attribute = _holder(template, path)[path[-1]]
    properties.setdefault("AutoVerifiedAttributes", []).append(attribute)
    if attribute == "phone_number":
        properties.setdefault("SmsConfiguration", {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms"})


def write_a_known_value(template: Template, path: Path) -> None:
    _holder(template, path)[path[-1]] = "SIGN_IN" if "EventFilter" in path else "BLOCK"


def write_a_cidr(template: Template, path: Path) -> None:
    _holder(template, path)[path[-1]] = "203.0.113.0/24"


def join_ranges(template: Template, path: Path) -> None:
    del _holder(template, path)[path[-1]][200:]


def raise_the_pool_to_plus(template: Template, path: Path) -> None:
    pool = _properties(template, path)["UserPoolId"]["Ref"]
    template["Resources"][pool]["Properties"]["UserPoolTier"] = "PLUS"


FIXES: dict[str, Fix] = {
    "E9653": keep_administrators_alone,
    "E9654": tell_mechanisms_apart,
    "E9655": lower_the_lower_limit,
    "E9656": remove_the_value,
    "E9657": remove_the_map,
    "E9658": remove_the_value,
    "E9659": add_the_password,
    "E9660": remove_the_value,
    "E9661": verify_the_attribute,
    "E9662": put(UserPoolName="users"),
    "E9663": put(WebAuthnRelyingPartyID="auth.acme.dev"),
    "E9671": write_a_known_value,
    "E9672": write_a_cidr,
    "E9673": join_ranges,
    "E9674": remove_the_map,
    "E9675": raise_the_pool_to_plus,
}

PRESENCE_COUNTS: dict[str, set[str]] = {
    "E9673": {"BlockedIPRangeList[]", "SkippedIPRangeList[]"},  # A range is one of too many, whatever it is.
}
REVEALS: dict[str, set[str]] = {
    "E9658": {"E9655"},  # The limits count once the type that they are for is given.
}
REST_ON_PRESENCE = {"E9660"}  # Two limits are one too many, whatever they are.
