"""What the messages about identity providers say to change."""

from __future__ import annotations

from typing import Any

from fixes.changes import Path, Template, properties_of, remove_the_value
from fixes.entry import Fix

DETAILS: dict[str, dict[str, Any]] = {
    "Facebook": {"client_id": "id", "client_secret": "secret", "authorize_scopes": "public_profile,email"},
    "Google": {"client_id": "id", "client_secret": "secret", "authorize_scopes": "openid email"},
    "SignInWithApple": {"client_id": "id", "team_id": "team", "key_id": "key", "private_key": "secret"},
    "OIDC": {
        "client_id": "id",
        "authorize_scopes": "openid",
        "oidc_issuer": "https://idp.acme.dev",
        "attributes_request_method": "GET",
    },
    "SAML": {"MetadataURL": "https://idp.acme.dev/metadata"},
}
"""What a provider of each type needs."""


def add_what_is_missing(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    needed = DETAILS.get(properties["ProviderType"], DETAILS["Facebook"])
    properties["ProviderDetails"] = {**needed, **properties["ProviderDetails"]}


def keep_the_url(template: Template, path: Path) -> None:
    del properties_of(template, path)["ProviderDetails"]["MetadataFile"]


def write_a_right_detail(template: Template, path: Path) -> None:
    properties_of(template, path)["ProviderDetails"][path[-1]] = DETAILS["OIDC"][str(path[-1])]


def map_what_is_required(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    mapping = properties.setdefault("AttributeMapping", {})
    for resource in template["Resources"].values():
        for entry in resource["Properties"].get("Schema", []):
            name = entry.get("Name")
            if name in ("email", "name") and str(entry.get("Required")).lower() == "true" and name not in mapping:
                for key in [key for key in mapping if key.lower() == name]:
                    del mapping[key]
                mapping[name] = name
                for other in resource["Properties"]["Schema"]:
                    if other.get("Name") == name and str(other.get("Mutable")).lower() == "false":
                        other["Mutable"] = True
    if "email" in mapping:
        ask_for_the_email(template, path)


def ask_for_the_email(template: Template, path: Path) -> None:
    details = properties_of(template, path)["ProviderDetails"]
    if "email" not in details.get("authorize_scopes", "email"):
        details["authorize_scopes"] = f"{details['authorize_scopes']} email".strip()


FIXES: dict[str, Fix] = {
    "E9601": Fix(add_what_is_missing),
    "E9602": Fix(keep_the_url),
    "E9603": Fix(write_a_right_detail),
    "E9604": Fix(remove_the_value),
    "E9605": Fix(remove_the_value),
    # What is mapped is to be writable, and E9574 says so before. A provider that maps nothing fills nothing, whatever it is.
    "W9606": Fix(map_what_is_required, may_reveal={"W9558", "W9559"}, asks_presence_of={"ProviderType"}),
    "W9607": Fix(ask_for_the_email),
}
