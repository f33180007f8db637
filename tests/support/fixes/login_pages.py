"""What the messages about domains and login pages say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, put, raise_the_tier, wait_for
from fixes.entry import Fix

CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"


def choose_a_domain(template: Template, path: Path) -> None:
    """Another name, of the kind that it is."""
    properties = template["Resources"][path[1]]["Properties"]
    properties["Domain"] = "login.acme-fixed.dev" if "CustomDomainConfig" in properties else "acme-fixed"


def drop_the_provided_values(template: Template, path: Path) -> None:
    del template["Resources"][path[1]]["Properties"]["UseCognitoProvidedValues"]


def make_it_the_icon(template: Template, path: Path) -> None:
    """What the path leads to is the Category of one image."""
    template["Resources"][path[1]]["Properties"]["Assets"][path[4]]["Category"] = "FAVICON_ICO"


def add_an_awaited_domain(template: Template, path: Path) -> None:
    resource = template["Resources"][path[1]]
    template["Resources"][f"{path[1]}Domain"] = {
        "Type": "AWS::Cognito::UserPoolDomain",
        "Properties": {"UserPoolId": resource["Properties"]["UserPoolId"], "Domain": "acme-fixed"},
    }
    resource["DependsOn"] = f"{path[1]}Domain"


def add_the_other_terms(template: Template, path: Path) -> None:
    resource = template["Resources"][path[1]]
    name = resource["Properties"]["TermsName"]
    other = "privacy-policy" if name == "terms-of-use" else "terms-of-use"
    template["Resources"][f"{path[1]}Other"] = {
        **resource,
        "Properties": {**resource["Properties"], "TermsName": other},
    }


FIXES: dict[str, Fix] = {
    "E9611": Fix(choose_a_domain),
    "E9612": Fix(put(CustomDomainConfig={"CertificateArn": CERTIFICATE})),
    "E9613": Fix(choose_a_domain),
    "E9614": Fix(
        raise_the_tier, may_reveal={"W9557"}
    ),  # With a higher tier each client needs a style, as the message says.
    "E9615": Fix(put(ClientId={"Ref": "Client"})),
    "E9616": Fix(drop_the_provided_values),
    "E9617": Fix(make_it_the_icon),
    "E9618": Fix(wait_for("AWS::Cognito::UserPoolDomain")),
    "W9619": Fix(add_an_awaited_domain),
    # It makes the domain a custom one, whatever the certificate is.
    "W9620": Fix(wait_for("AWS::Route53::RecordSet"), asks_presence_of={"CustomDomainConfig"}),
    "E9621": Fix(choose_a_domain, asks_presence_of={"CustomDomainConfig"}),
    "E9622": Fix(put(CSS=".logo-customizable {}")),
    "W9623": Fix(add_the_other_terms),
}
