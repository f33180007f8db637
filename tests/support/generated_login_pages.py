"""Literal resources that login pages rest on, legal and illegal, and what the messages of their rules say to change."""

from __future__ import annotations

from typing import Any

from fixes import Fix, put, raise_the_tier, wait_for
from hypothesis import strategies as st
from strategies import UNRESOLVABLE, pool_ids

Template = dict[str, Any]
Path = tuple[str | int, ...]

CERTIFICATE = "arn:aws:acm:{}:111122223333:certificate/12345678-1234-1234-1234-123456789012"
RECORD = "AWS::Route53::RecordSet"

_prefixes = st.sampled_from(
    [
        "acme-login",
        "acme-cognito-dev",
        "aws",
        "awsome",
        {"Ref": "Pool"},
        {"Fn::Sub": "cognito-${Pool}"},
        {"Fn::Sub": f"aws-${{{UNRESOLVABLE}}}"},
    ]
)


def _waiting(*resources: str) -> dict[str, st.SearchStrategy[Any]]:
    """What a resource may wait for besides."""
    return {"DependsOn": st.sampled_from(resources)}


def _resource(resource_type: str, properties: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    return {"Type": st.just(resource_type), "Properties": properties}


RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "PrefixDomain": st.fixed_dictionaries(
        _resource(
            "AWS::Cognito::UserPoolDomain",
            st.fixed_dictionaries(
                {"Domain": _prefixes, "UserPoolId": pool_ids, "ManagedLoginVersion": st.sampled_from([2, "2", 1])}
            ),
        )
    ),
    "CustomDomain": st.fixed_dictionaries(
        _resource(
            "AWS::Cognito::UserPoolDomain",
            st.fixed_dictionaries(
                {
                    "Domain": st.sampled_from(
                        ["login.acme.dev", "aws.login.acme.dev", {"Fn::Sub": "${Pool}.acme.dev"}]
                    ),
                    "UserPoolId": pool_ids,
                    "CustomDomainConfig": st.fixed_dictionaries(
                        {
                            "CertificateArn": st.sampled_from(
                                [
                                    CERTIFICATE.format("us-east-1"),
                                    CERTIFICATE.format("eu-west-1"),
                                    {"Fn::Sub": CERTIFICATE.format("${AWS::Region}")},
                                    {"Ref": UNRESOLVABLE},
                                ]
                            )
                        }
                    ),
                },
                optional={"ManagedLoginVersion": st.sampled_from([1, 2])},
            ),
        ),
        optional=_waiting("ParentRecord", "PrefixDomain"),
    ),
    "ParentRecord": st.fixed_dictionaries(
        _resource(
            RECORD,
            st.fixed_dictionaries(
                {
                    "HostedZoneName": st.just("acme.dev."),
                    "Name": st.sampled_from(["acme.dev", "Acme.dev.", "login.acme.dev", "www.acme.dev"]),
                    "Type": st.sampled_from(["A", "A", "AAAA"]),
                    "TTL": st.just("300"),
                    "ResourceRecords": st.just(["192.0.2.1"]),
                }
            ),
        )
    ),
    "Style": st.fixed_dictionaries(
        _resource(
            "AWS::Cognito::ManagedLoginBranding",
            st.fixed_dictionaries(
                {"UserPoolId": st.just({"Ref": "Pool"})},
                optional={
                    "ClientId": st.just({"Ref": "Client"}),
                    "UseCognitoProvidedValues": st.sampled_from([True, False, "true"]),
                    "Settings": st.just({"categories": {"global": {"colorSchemeMode": "DARK"}}}),
                    "Assets": st.lists(
                        st.fixed_dictionaries(
                            {
                                "Category": st.sampled_from(["FAVICON_ICO", "FAVICON_SVG", "FORM_LOGO"]),
                                "ColorMode": st.just("DYNAMIC"),
                                "Extension": st.sampled_from(["ICO", "SVG", "PNG"]),
                                "Bytes": st.just("PHN2Zy8+"),
                            }
                        ),
                        max_size=2,
                    ),
                },
            ),
        )
    ),
    "Look": st.fixed_dictionaries(
        _resource(
            "AWS::Cognito::UserPoolUICustomizationAttachment",
            st.fixed_dictionaries(
                {"UserPoolId": pool_ids, "ClientId": st.just("ALL")}, optional={"CSS": st.just(".a {}")}
            ),
        ),
        optional=_waiting("PrefixDomain", "CustomDomain"),
    ),
}


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


FIXES: dict[str, Fix] = {
    "E9611": choose_a_domain,
    "E9612": put(CustomDomainConfig={"CertificateArn": CERTIFICATE.format("us-east-1")}),
    "E9613": choose_a_domain,
    "E9614": raise_the_tier,
    "E9615": put(ClientId={"Ref": "Client"}),
    "E9616": drop_the_provided_values,
    "E9617": make_it_the_icon,
    "E9618": wait_for("AWS::Cognito::UserPoolDomain"),
    "W9619": add_an_awaited_domain,
    "W9620": wait_for(RECORD),
}

PRESENCE_COUNTS: dict[str, set[str]] = {
    "W9620": {"CustomDomainConfig"},  # It makes the domain a custom one, whatever the certificate is.
}

REVEALS: dict[str, set[str]] = {
    "E9614": {"W9557"},  # With a higher tier each client needs a style, as the message says.
}
