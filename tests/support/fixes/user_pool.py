"""What the messages about user pools say to change."""

from __future__ import annotations

import copy

from fixes.changes import (
    Change,
    Path,
    Template,
    at,
    drop,
    properties_of,
    put,
    put_below,
    remove_the_map,
    remove_the_value,
    replace_by,
)
from fixes.entry import Fix

IDENTITY = "arn:aws:ses:us-east-1:123456789012:identity/acme.dev"
KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
SMS = {"SnsCallerArn": "arn:aws:iam::123456789012:role/cognito-sms"}
REQUIRED = {"UsernameConfiguration": {"CaseSensitive": False}, "UserPoolAddOns": {"AdvancedSecurityMode": "OFF"}}
REQUIRED_OF_SENDERS = {"LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:send", "LambdaVersion": "V1_0"}


def write_the_codes(template: Template, path: Path) -> None:
    messages = properties_of(template, path)["AdminCreateUserConfig"]["InviteMessageTemplate"]
    messages[path[-1]] = "Hello {username}, your password is {####}."


def raise_to_plus(template: Template, path: Path) -> None:
    """The tier that the message names for the highest of the settings; each message names the one that it needs."""
    properties = properties_of(template, path)
    protection = properties.get("UserPoolAddOns", {}).get("AdvancedSecurityMode")
    properties["UserPoolTier"] = "PLUS" if protection in ("AUDIT", "ENFORCED") else "ESSENTIALS"


def send_by_ses(template: Template, path: Path) -> None:
    configuration = properties_of(template, path).setdefault("EmailConfiguration", {})
    configuration["EmailSendingAccount"] = "DEVELOPER"
    configuration.setdefault("SourceArn", IDENTITY)


def remove_pre_token_generation(template: Template, path: Path) -> None:
    properties_of(template, path)["LambdaConfig"].pop("PreTokenGeneration")


def keep_administrators_alone(template: Template, path: Path) -> None:
    mechanisms = properties_of(template, path)["AccountRecoverySetting"]["RecoveryMechanisms"]
    mechanisms[:] = [mechanisms[path[-2]]]  # type: ignore[call-overload]


def tell_mechanisms_apart(template: Template, path: Path) -> None:
    if path[-1] == "Name":
        remove_the_map(template, path)
        return
    for number, mechanism in enumerate(
        properties_of(template, path)["AccountRecoverySetting"]["RecoveryMechanisms"], 1
    ):
        mechanism["Priority"] = number


def lower_the_lower_limit(template: Template, path: Path) -> None:
    constraints = at(template, path[:-1])
    constraints[path[-1]] = constraints[str(path[-1]).replace("Min", "Max")]


def add_the_password(template: Template, path: Path) -> None:
    at(template, path[:-1])[path[-1]].append("PASSWORD")


def send_sms(template: Template, path: Path) -> None:
    """SMS is one of the second factors then, where there are others."""
    properties = properties_of(template, path)
    properties.setdefault("SmsConfiguration", copy.deepcopy(SMS))
    factors = properties.get("EnabledMfas", [])
    if factors and "SMS_MFA" not in factors and properties.get("MfaConfiguration") in ("ON", "OPTIONAL"):
        factors.append("SMS_MFA")


def begin_without(*factors: str) -> Change:
    """Leaves the factors out of AllowedFirstAuthFactors; a list without others has the password in their place."""

    def change(template: Template, path: Path) -> None:
        policy = properties_of(template, path)["Policies"]["SignInPolicy"]
        others = [factor for factor in policy["AllowedFirstAuthFactors"] if factor not in factors]
        policy["AllowedFirstAuthFactors"] = others or ["PASSWORD"]

    return change


def verify_the_attribute(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    attribute = at(template, path[:-1])[path[-1]]
    properties.setdefault("AutoVerifiedAttributes", []).append(attribute)
    if attribute == "phone_number":
        send_sms(template, path)


def make_mutable(template: Template, path: Path) -> None:
    at(template, path[:-1])["Mutable"] = True


def add_required_members(template: Template, path: Path) -> None:
    """All that the resource lacks: one finding names everything."""
    properties = properties_of(template, path)
    for name in REQUIRED.keys() & properties.keys():
        properties[name] = {**REQUIRED[name], **properties[name]}
    triggers = properties.get("LambdaConfig", {})
    senders = triggers.keys() & {"CustomEmailSender", "CustomSMSSender"}
    if any("LambdaArn" not in triggers[name] for name in senders):
        triggers.setdefault("KMSKeyID", KEY)
    for name in senders | (triggers.keys() & {"InboundFederation"}):
        triggers[name] = {**REQUIRED_OF_SENDERS, **triggers[name]}
    if "PreTokenGenerationConfig" in triggers:
        function = triggers.get("PreTokenGeneration", REQUIRED_OF_SENDERS["LambdaArn"])
        triggers["PreTokenGenerationConfig"] = {
            **REQUIRED_OF_SENDERS,
            "LambdaArn": function,
            **triggers["PreTokenGenerationConfig"],
        }
    mechanisms = properties.get("AccountRecoverySetting", {}).get("RecoveryMechanisms", [])
    taken = {str(mechanism.get("Priority")) for mechanism in mechanisms}
    for mechanism in mechanisms:
        if "Priority" not in mechanism:
            mechanism["Priority"] = next(priority for priority in (1, 2) if str(priority) not in taken)
            taken.add(str(mechanism["Priority"]))


FIXES: dict[str, Fix] = {
    "E9641": Fix(drop("UsernameAttributes")),
    "E9642": Fix(send_sms),
    "E9643": Fix(put(EnabledMfas=["SOFTWARE_TOKEN_MFA"])),
    # A sender needs a key, whatever its function is.
    "E9644": Fix(put_below("LambdaConfig", KMSKeyID=KEY), asks_presence_of={"LambdaArn"}),
    "E9645": Fix(put_below("EmailConfiguration", SourceArn=IDENTITY)),
    "E9646": Fix(put_below("EmailConfiguration", From="no-reply@acme.dev")),
    "W9647": Fix(replace_by(IDENTITY)),
    "E9648": Fix(write_the_codes),
    "E9649": Fix(send_by_ses),
    "E9650": Fix(drop("EnabledMfas")),
    "E9651": Fix(raise_to_plus),
    "E9652": Fix(remove_pre_token_generation),
    "E9653": Fix(keep_administrators_alone),
    "E9654": Fix(tell_mechanisms_apart),
    "E9655": Fix(lower_the_lower_limit),
    "E9656": Fix(remove_the_value),
    "E9657": Fix(remove_the_map),
    # The limits count once the type that they are for is given.
    "E9658": Fix(remove_the_value, may_reveal={"E9655"}),
    "E9659": Fix(add_the_password),
    "E9660": Fix(remove_the_value, rests_on_presence=True),  # Two limits are one too many, whatever they are.
    "E9661": Fix(verify_the_attribute),
    "E9662": Fix(put(UserPoolName="users")),
    "E9663": Fix(put(WebAuthnRelyingPartyID="auth.acme.dev")),
    # The ARN of a trigger tells the region of the pool.
    "E9664": Fix(add_required_members, may_reveal={"W9647"}),
    "E9665": Fix(begin_without("EMAIL_OTP", "SMS_OTP")),
    "E9666": Fix(put(WebAuthnFactorConfiguration="MULTI_FACTOR_WITH_USER_VERIFICATION")),
    "W9667": Fix(begin_without("SOFTWARE_TOKEN")),
    "I9668": Fix(make_mutable),
    "W9669": Fix(remove_the_map),
    "E9670": Fix(send_sms),
    "W9697": Fix(put(UserPoolTier="PLUS")),
    "W9698": Fix(send_sms),
}
