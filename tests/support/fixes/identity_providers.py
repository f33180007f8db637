"""What the messages about the identity providers of a client say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, properties_of, remove_mappings, wait_for
from fixes.entry import Fix


def name_the_providers(template: Template, path: Path) -> None:
    properties_of(template, path)["SupportedIdentityProviders"] = ["COGNITO"]


def name_a_known_provider(template: Template, path: Path) -> None:
    names = properties_of(template, path)["SupportedIdentityProviders"]
    del names[path[4]]
    if "COGNITO" not in names:
        names.append("COGNITO")


def spell_the_provider(template: Template, path: Path) -> None:
    names = properties_of(template, path)["SupportedIdentityProviders"]
    known = ("COGNITO", "Facebook", "Google", "LoginWithAmazon", "SignInWithApple")
    right = next(name for name in known if name.lower() == names[path[4]].lower())
    del names[path[4]]
    if right not in names:
        names.append(right)


def rename_the_provider(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    old, provider_type = properties["ProviderName"], properties["ProviderType"]
    new = provider_type if provider_type not in ("SAML", "OIDC") else f"{old}-{provider_type}"
    properties["ProviderName"] = new
    for resource in template["Resources"].values():
        names = resource.get("Properties", {}).get("SupportedIdentityProviders", [])
        names[:] = dict.fromkeys(new if name == old else name for name in names)


def add_branding(template: Template, path: Path) -> None:
    template["Resources"][f"{path[1]}Branding"] = {
        "Type": "AWS::Cognito::ManagedLoginBranding",
        "Properties": {"UserPoolId": {"Ref": "Pool"}, "ClientId": {"Ref": path[1]}, "UseCognitoProvidedValues": True},
    }


FIXES: dict[str, Fix] = {
    "W9551": Fix(name_the_providers),
    "W9552": Fix(name_the_providers),
    # Whether the client waits for a provider is asked when it names that provider.
    "E9553": Fix(name_a_known_provider, may_reveal={"E9554"}),
    "E9554": Fix(wait_for("AWS::Cognito::UserPoolIdentityProvider")),
    "W9555": Fix(spell_the_provider, may_reveal={"E9554"}),
    # The details are looked at when the name does not contradict the type any more, and a client that knew the right name
    # before may not wait for it.
    "E9556": Fix(rename_the_provider, may_reveal={"E9601", "E9554"}),
    "W9557": Fix(add_branding),
    # A mapping of a required attribute is removed. A client can name a provider by Ref, whatever it is called.
    "W9558": Fix(remove_mappings, may_reveal={"W9606"}, asks_presence_of={"ProviderName"}),
    "W9559": Fix(remove_mappings, may_reveal={"W9606"}),
}
