from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import among, listed, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_DOMAIN = ("Properties", "Domain")
_RESERVED = "words that no part of a domain prefix may be"


class ReservedWordInDomainPrefix(Rule):
    """No part of a domain prefix, between its hyphens, is `aws`, `amazon` or `cognito`.

    Applies to domains without CustomDomainConfig. A longer part is left alone, such as `awsome` or `amazonia`: a prefix with
    `awsome` in it was deployed.

    ## Why

    The domain is rejected with `Invalid request provided: AWS::Cognito::UserPoolDomain`, which names neither the word nor the
    property. AWS keeps these words for itself.

    ## In the CDK

    The construct lets such a prefix pass.

    ```python
    pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-login"))
    ```

    ```typescript
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'acme-login' } });
    ```

    ## When to ignore

    Never: Cognito rejects the prefix.

    ## References

    - [Using the Amazon Cognito prefix domain](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html)
    """

    id = "E9611"
    shortdesc = "Domain prefix holds a reserved word"
    resource_types = (DOMAIN,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-domain-reserved-word/meta.yaml",
            "Invalid request provided: AWS::Cognito::UserPoolDomain",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return _DOMAIN

    def message(self, diagnostic: Diagnostic) -> str:
        words = among(diagnostic.value, names(_RESERVED))
        noun = "word" if len(words) == 1 else "words"
        prefix = diagnostic.known(*_DOMAIN)
        domain = (
            "This domain prefix"
            if prefix is None
            else with_note(f"The domain prefix {prefix}", diagnostic.source(*_DOMAIN))
        )
        return (
            f"{domain} holds the {noun} {listed(words)}, and AWS reserves {listed(names(_RESERVED))}; the domain is rejected "
            'with "Invalid request provided: AWS::Cognito::UserPoolDomain".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Choose a prefix without these words."
