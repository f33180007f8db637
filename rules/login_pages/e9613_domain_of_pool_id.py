from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_NAMES_OF_THE_ID = ("", "UserPoolId")


class DomainOfPoolId(Rule):
    """A domain is not made of what holds the ID of a user pool: its Ref, UserPoolId, ARN, ProviderName or ProviderURL.

    A part of the ID that Fn::Split takes out of it is left alone.

    ## Why

    The domain is rejected, and the stack says no more than `Invalid request provided: AWS::Cognito::UserPoolDomain`.
    Cognito's own answer begins `The domain name contains an invalid character`. A domain has lower-case letters, digits and
    hyphens. The ID of a pool has an underscore and, nearly always, capitals (`eu-west-1_AbCdEf123`). Nobody knows the ID
    before the deployment, so the CDK and plain cfn-lint cannot look at it.

    ## In the CDK

    ```python
    pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix=f"acme-{Aws.ACCOUNT_ID}"))
    ```

    ```typescript
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: `acme-${Aws.ACCOUNT_ID}` } });
    ```

    ## When to ignore

    Never: no ID of a pool is without an underscore.

    ## References

    - [Met in the CDK](https://github.com/aws/aws-cdk/issues/37514), and [before](https://github.com/aws/aws-cdk/issues/8703)
    """

    id = "E9613"
    shortdesc = "Domain is made of a user pool's ID"
    resource_types = (DOMAIN,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-domain-prefix-format/meta.yaml",
            "Invalid request provided: AWS::Cognito::UserPoolDomain",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-domain-prefix-format/meta.yaml",
            "The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html",
            r"Pattern: ^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return ("Properties", "Domain")

    def message(self, diagnostic: Diagnostic) -> str:
        pool = diagnostic.display_name(*diagnostic.path[:-1], "Resource")
        attribute = diagnostic.get(*diagnostic.path[:-1], "Attribute")
        held = (
            f"the ID of {pool}" if attribute in _NAMES_OF_THE_ID else f"the {attribute} of {pool}, and with it its ID"
        )
        return (
            f"This domain holds {held}, which has an underscore and capitals (eu-west-1_AbCdEf123). Cognito accepts lower-case "
            "letters, digits and hyphens, and the domain is rejected with "
            '"Invalid request provided: AWS::Cognito::UserPoolDomain".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.get("Properties", "CustomDomainConfig") is not None:
            return "Write the name that the certificate is for."
        return f"Make the prefix of a name of your own, with {diagnostic.function('${AWS::AccountId}')} where it has to be unique."
