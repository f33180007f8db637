from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class OAuthClientWithoutDomain(AppClientRule):
    """A pool of the template whose client uses OAuth has an AWS::Cognito::UserPoolDomain in the template.

    Silent where a macro rewrites the template, and where a custom resource or nested stack refers to the pool: either may
    make the domain.

    ## Why

    Nobody can sign in or get a token by OAuth: without a domain there is no login page, no authorize endpoint and no
    token endpoint. The stack deploys all the same, and the domain may well be made elsewhere.

    ## In the CDK

    ```python
    pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-web"))
    ```

    ```typescript
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'acme-web' } });
    ```

    ## When to ignore

    When another stack makes the domain, or something else does before users sign in.

    ## References

    - [AWS::Cognito::UserPoolDomain](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooldomain.html)
    """

    id = "I9529"
    shortdesc = "OAuth client without a user pool domain"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html",
            "Amazon Cognito activates the public webpages listed here when you assign a domain to your user pool.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html",
            "It also hosts the standard OpenID Connect (OIDC) endpoints like authorize, userInfo, and token",
        ),
    )
    fix_in_cdk = "Add one with {addDomain} of the pool, unless it is made elsewhere."
    report_at_use = True
    anchor_paths = (("Properties", "AllowedOAuthFlowsUserPoolClient"),)

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"OAuth is on, but the template gives {diagnostic.get('Pool', 'Reference')} no AWS::Cognito::UserPoolDomain; without a "
            "domain there is no login page and no token endpoint."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Add one, unless it is made elsewhere."
