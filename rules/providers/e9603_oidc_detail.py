from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.providers._details import type_is_clear


class OidcDetail(Rule):
    """An OIDC provider has an `oidc_issuer` that begins with https://, and an `attributes_request_method` of GET or POST.

    A detail that is not there is E9601.

    ## Why

    Cognito rejects the provider: with `OIDC endpoint must start with https://` for the issuer, and with `Member must satisfy
    enum value set: [POST, GET]` for the method. `get` in small letters is another method, too.

    ## In the CDK

    The construct takes the method as an enumeration, and the issuer as it is.

    ```python
    UserPoolIdentityProviderOidc(
        self,
        "Corp",
        user_pool=pool,
        client_id="id",
        client_secret="secret",
        issuer_url="https://idp.example.com",
        attribute_request_method=OidcAttributeRequestMethod.GET,
    )
    ```

    ```typescript
    new UserPoolIdentityProviderOidc(this, 'Corp', {
      userPool: pool,
      clientId: 'id',
      clientSecret: 'secret',
      issuerUrl: 'https://idp.example.com',
      attributeRequestMethod: OidcAttributeRequestMethod.GET,
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such provider.

    ## References

    - [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html): ProviderDetails
    - [Using OIDC identity providers with a user pool](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html)
    """

    id = "E9603"
    shortdesc = "OIDC detail that Cognito rejects"
    resource_types = (IDENTITY_PROVIDER,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-oidc-issuer-https/meta.yaml",
            "OIDC endpoint must start with https://",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-oidc-attributes-request-method/meta.yaml",
            "Member must satisfy enum value set: [POST, GET]",
        ),
    )

    def applies(self, diagnostic: Diagnostic) -> bool:
        return type_is_clear(diagnostic)

    def message(self, diagnostic: Diagnostic) -> str:
        value = with_note("empty" if diagnostic.value == "" else str(diagnostic.value).strip(), diagnostic.source())
        if diagnostic.keyword == "enum":
            return (
                f"The detail {diagnostic.path[-1]} is {value}, and an OIDC provider has {listed(diagnostic.expected, 'or')}; Cognito "
                'rejects it with "Member must satisfy enum value set: [POST, GET]".'
            )
        return (
            f"The detail {diagnostic.path[-1]} is {value}, and Cognito asks an OIDC provider over https only; it rejects the "
            'provider with "OIDC endpoint must start with https://".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.keyword == "enum":
            method = str(diagnostic.value).strip().upper()
            return f"Write {method if method in diagnostic.expected else listed(diagnostic.expected, 'or')}."
        return "Write the whole URL of the issuer, beginning with https://."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        method = str(diagnostic.value).strip().upper()
        is_certain = diagnostic.keyword == "enum" and method in diagnostic.expected
        return replaced(diagnostic, method) if is_certain else None
