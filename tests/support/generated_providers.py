"""Identity providers for the generated templates, legal and illegal, and what their messages say to change."""

from __future__ import annotations

from typing import Any

from fixes import Fix, Path, Template, remove_the_value
from hypothesis import strategies as st
from strategies import part, pool_ids

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

KEYS = ["email", "Email", "name", "names", "team", "custom:team", "custom:teams", "custom:email", "username", "userId"]

details = part(
    {
        "client_id": st.just("id"),
        "client_secret": st.just("secret"),
        "clientSecret": st.just("secret"),
        "team_id": st.just("team"),
        "key_id": st.just("key"),
        "private_key": st.just("secret"),
        "authorize_scopes": st.sampled_from(["openid email", "profile", "profile email openid", ""]),
        "oidc_issuer": st.sampled_from(["https://idp.acme.dev", "http://idp.acme.dev", "idp.acme.dev"]),
        "attributes_request_method": st.sampled_from(["GET", "POST", "get", "PUT"]),
        "MetadataURL": st.sampled_from(["https://idp.acme.dev/metadata", ""]),
        "MetadataFile": st.just("<EntityDescriptor/>"),
    }
)
mappings = part({key: st.sampled_from(["email", "claim"]) for key in KEYS})


@st.composite
def providers(draw: st.DrawFn) -> dict[str, Any]:
    provider_type = draw(st.sampled_from(sorted(DETAILS)))
    properties = {
        "ProviderName": "Corp" if provider_type in ("OIDC", "SAML") else provider_type,
        "ProviderType": provider_type,
        "ProviderDetails": draw(details | st.builds(lambda some: {**DETAILS[provider_type], **some}, details)),
        "UserPoolId": draw(pool_ids),
    }
    if draw(st.booleans()):
        properties["AttributeMapping"] = draw(mappings)
    return {"Type": "AWS::Cognito::UserPoolIdentityProvider", "Properties": properties}


RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {"Corp": providers()}


def _properties(template: Template, path: Path) -> dict[str, Any]:
    properties: dict[str, Any] = template["Resources"][path[1]]["Properties"]
    return properties


def add_what_is_missing(template: Template, path: Path) -> None:
    properties = _properties(template, path)
    needed = DETAILS.get(properties["ProviderType"], DETAILS["Facebook"])
    properties["ProviderDetails"] = {**needed, **properties["ProviderDetails"]}


def keep_the_url(template: Template, path: Path) -> None:
    del _properties(template, path)["ProviderDetails"]["MetadataFile"]


def write_a_right_detail(template: Template, path: Path) -> None:
    _properties(template, path)["ProviderDetails"][path[-1]] = DETAILS["OIDC"][str(path[-1])]


def map_what_is_required(template: Template, path: Path) -> None:
    properties = _properties(template, path)
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
    details = _properties(template, path)["ProviderDetails"]
    if "email" not in details.get("authorize_scopes", "email"):
        details["authorize_scopes"] = f"{details['authorize_scopes']} email".strip()


FIXES: dict[str, Fix] = {
    "E9601": add_what_is_missing,
    "E9602": keep_the_url,
    "E9603": write_a_right_detail,
    "E9604": remove_the_value,
    "E9605": remove_the_value,
    "W9606": map_what_is_required,
    "W9607": ask_for_the_email,
}

PRESENCE_COUNTS: dict[str, set[str]] = {
    "W9606": {"ProviderType"},  # A provider that maps nothing fills nothing, whatever it is.
}

REVEALS: dict[str, set[str]] = {
    # The details are looked at when the name does not contradict the type any more, and a client that knew the right name
    # before may not wait for it.
    "E9556": {"E9601", "E9554"},
    "W9606": {"W9558"},  # What is mapped is to be writable, and E9574 says so before.
    "W9558": {"W9606"},  # A mapping of a required attribute is removed,
    "W9559": {"W9606"},
    "E9572": {"W9606"},  # or one along with an unknown attribute of a client.
    "E9573": {"W9606"},
}
"""Like REVEALS of test_properties.py: what fixing one finding may bring to light."""
