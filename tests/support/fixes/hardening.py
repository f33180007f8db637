"""What the messages about hardening say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, drop, properties_of, put
from fixes.entry import ANY_RULE, Fix


def use_a_pool(template: Template, path: Path) -> None:
    pools = [name for name, other in template["Resources"].items() if other["Type"] == "AWS::Cognito::UserPool"]
    properties_of(template, path)["UserPoolId"] = {"Ref": pools[0]}


FIXES: dict[str, Fix] = {
    "E9501": Fix(use_a_pool, may_reveal=ANY_RULE),  # The pool is known now, with all that rests on it.
    "E9502": Fix(put(ClientName="web")),
    "I9591": Fix(put(PreventUserExistenceErrors="ENABLED")),
    "W9592": Fix(put(EnableTokenRevocation=True)),
    "E9593": Fix(drop("AnalyticsConfiguration"), rests_on_presence=True),
    "W9594": Fix(drop("AnalyticsConfiguration"), rests_on_presence=True),
}
