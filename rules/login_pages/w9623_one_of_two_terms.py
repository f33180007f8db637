from cfn_lint_cognito.engine.facts.names import TERMS
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.schemas import names

_NAME = ("Properties", "TermsName")


class OneOfTwoTerms(Rule):
    """A client that has terms of use has a privacy policy as well, and the reverse.

    Applies to the terms documents (AWS::Cognito::Terms) of a client of the template. Silent where a macro rewrites the template,
    and where a custom resource or a nested stack refers to the client or its pool: either may make the other document. Silent,
    too, where another document may be the missing one.

    ## Why

    The stack deploys, and the sign-up page shows neither of the two documents. AWS documents that Cognito displays them only
    when a client has both.

    ## In the CDK

    There is no construct for terms documents; CfnTerms writes what it is given.

    ```python
    for name in ("terms-of-use", "privacy-policy"):
        CfnTerms(
            self,
            name,
            user_pool_id=pool.user_pool_id,
            client_id=client.user_pool_client_id,
            terms_name=name,
            terms_source="LINK",
            enforcement="NONE",
            links={"cognito:default": f"https://acme.dev/{name}"},
        )
    ```

    ```typescript
    for (const termsName of ['terms-of-use', 'privacy-policy']) {
      new CfnTerms(this, termsName, {
        userPoolId: pool.userPoolId,
        clientId: client.userPoolClientId,
        termsName,
        termsSource: 'LINK',
        enforcement: 'NONE',
        links: { 'cognito:default': `https://acme.dev/${termsName}` },
      });
    }
    ```

    ## When to ignore

    When the other document is made outside the template.

    ## References

    - [CreateTerms](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateTerms.html)
    - [Terms documents](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html#managed-login-terms-documents)
    """

    id = "W9623"
    shortdesc = "One of the two terms documents"
    resource_types = (TERMS,)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateTerms.html",
            "You must provide both types of terms documents in at least one language before Amazon Cognito displays your terms documents.",
        ),
    )
    anchor_paths = (_NAME,)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        client = diagnostic.display_name("References", "ClientId", 0, "Resource")
        return (
            f"The template gives the client {client} {with_note(diagnostic.get(*_NAME), diagnostic.source(*_NAME))} and no "
            f"{self._other(diagnostic)}; Cognito displays neither of the two before the client has both."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        client = diagnostic.display_name("References", "ClientId", 0, "Resource")
        return (
            f"Add {diagnostic.new(TERMS)} with {diagnostic.name('TermsName')} {self._other(diagnostic)} for {client}."
        )

    def _other(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.get(*_NAME)
        return next(other for other in names("terms documents of a client") if other != name)
