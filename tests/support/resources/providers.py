"""Identity providers, legal and illegal."""

from __future__ import annotations

from typing import Any

from fixes.providers import DETAILS
from hypothesis import strategies as st

from resources.parts import part, pool_ids

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
