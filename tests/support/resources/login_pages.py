"""Domains and styles of login pages, and the records that custom domains rest on, legal and illegal."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from resources.parts import UNRESOLVABLE, pool_ids

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


_styles = st.sampled_from(
    [
        ".logo-customizable { max-width: 60%; }",
        ".logo { max-width: 60%; }",
        "body { margin: 0; } .banner-customizable:hover { color: red; }",
        "/* body { } */ .label-customizable, a:hover { color: red; }",
        "@media print { body { margin: 0; } }",
        "body { margin: 0;",
    ]
)
_terms = st.fixed_dictionaries(
    _resource(
        "AWS::Cognito::Terms",
        st.fixed_dictionaries(
            {
                "UserPoolId": pool_ids,
                "ClientId": st.sampled_from(
                    [{"Ref": "Client"}, {"Fn::GetAtt": ["Client", "ClientId"]}, {"Ref": UNRESOLVABLE}, "3n4b5urk1ft4"]
                ),
                "TermsName": st.sampled_from(["terms-of-use", "privacy-policy"]),
                "TermsSource": st.just("LINK"),
                "Enforcement": st.just("NONE"),
                "Links": st.just({"cognito:default": "https://acme.dev/terms"}),
            }
        ),
    )
)


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
                        [
                            "login.acme.dev",
                            "aws.login.acme.dev",
                            "acme.dev",
                            "acme.co.uk",
                            {"Fn::Sub": "${Pool}.acme.dev"},
                        ]
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
    "Terms": _terms,
    "SecondTerms": _terms,
    "Look": st.fixed_dictionaries(
        _resource(
            "AWS::Cognito::UserPoolUICustomizationAttachment",
            st.fixed_dictionaries({"UserPoolId": pool_ids, "ClientId": st.just("ALL")}, optional={"CSS": _styles}),
        ),
        optional=_waiting("PrefixDomain", "CustomDomain"),
    ),
}
