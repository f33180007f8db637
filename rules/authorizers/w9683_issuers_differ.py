from typing import Final

from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_ORIGINAL: Final = "https://cognito-idp.REGION.amazonaws.com/POOL_ID"
_UPDATED: Final = "https://issuer-cognito-idp.REGION.amazonaws.com/POOL_ID"


class IssuersDiffer(Rule):
    """Whoever takes the tokens of a user pool asks for the issuer that they have: `https://cognito-idp.REGION...`, or
    `https://issuer-cognito-idp.REGION...` where `IssuerConfiguration.Type` is UPDATED.

    Applies to these, where they name a user pool of the template:

    - JWT authorizers, those of SAM and of OpenAPI definitions, too;
    - OpenID Connect in AWS::AppSync::GraphQLApi;
    - DiscoveryUrl of agent gateways and runtimes;
    - load balancers that sign users in, and Cognito authorizers of REST APIs, which take the original issuer only.

    Silent where ProviderURL names the issuer, and where a custom resource knows the user pool.

    ## Why

    Every call is answered with 401: the `iss` of the token is another one than what is asked for. AWS documents that the updated
    issuer does not work with load balancers and Cognito authorizers of API Gateway.

    ## In the CDK

    `UserPool` sets no issuer, so it is the original one. It is a property of the L1 within it.

    ```python
    pool.node.default_child.add_property_override("IssuerConfiguration.Type", "ORIGINAL")
    ```

    ```typescript
    (pool.node.defaultChild as CfnUserPool).addPropertyOverride('IssuerConfiguration.Type', 'ORIGINAL');
    ```

    ## When to ignore

    Never: no token has the issuer that is asked for.

    ## References

    - [IssuerConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html)
    - [Identity provider and relying party endpoints](https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html)
    """

    id = "W9683"
    shortdesc = "Issuer of the pool and of its consumer differ"
    resource_types = (USER_POOL,)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html",
            "Updated issuers have the format of https://issuer-cognito-idp.[region].amazonaws.com/[userPoolId]",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html",
            "The updated issuer type is not currently compatible with Application Load Balancer authentication with Amazon Cognito",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path[:3], "Text")

    def message(self, diagnostic: Diagnostic) -> str:
        pool, asks_for = self._pool(diagnostic), diagnostic.get(*diagnostic.path[:3], "AsksFor")
        what = diagnostic.get(*diagnostic.path[:3], "What")
        if asks_for == "ORIGINAL only":
            return (
                f"The tokens of {pool} have the issuer {_UPDATED}, since its IssuerConfiguration is of type UPDATED. AWS documents "
                f"that {what} cannot take them."
            )
        text = with_note(str(diagnostic.get(*self.anchor(diagnostic))), diagnostic.source(*self.anchor(diagnostic)))
        is_updated = asks_for == "ORIGINAL"
        reason = "is of type UPDATED" if is_updated else "is not of type UPDATED"
        return (
            f"The issuer of {what} is {text}, and the tokens of {pool} have {_UPDATED if is_updated else _ORIGINAL}, since its "
            f"IssuerConfiguration {reason}: every token is refused."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        asks_for = diagnostic.get(*diagnostic.path[:3], "AsksFor")
        if asks_for == "UPDATED":
            return "Write cognito-idp in place of issuer-cognito-idp."
        if asks_for == "ORIGINAL" and not diagnostic.get(*diagnostic.path[:3], "SomeTakeOnlyOriginal"):
            return "Write issuer-cognito-idp in place of cognito-idp."
        others = ""
        if diagnostic.get(*diagnostic.path[:3], "SomeAskForUpdated"):
            others = ", and name cognito-idp in place of issuer-cognito-idp wherever its tokens are taken"
        return f"Set {diagnostic.name('IssuerConfiguration')} of {self._pool(diagnostic)} to the type ORIGINAL{others}."

    def _pool(self, diagnostic: Diagnostic) -> str:
        return diagnostic.display_name(*diagnostic.path[:3], "Pool")
