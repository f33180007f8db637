from cfn_lint_cognito.engine.report.changes import appended
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.schemas import standard_attributes
from cfn_lint_cognito.engine.values.document_part import DocumentPath
from cfn_lint_cognito.engine.values.value import is_unknown


class MappedAttributeNotWritable(AppClientRule):
    """A client that lists WriteAttributes lists all attributes that its identity providers map.

    `username`, `email_verified`, `phone_number_verified` and `sub` are left alone: no client can write them. So are
    attributes that the pool of the template requires: E9574 asks the client for those. A list with `oidc:profile`, which
    stands for several attributes, is left alone, too.

    ## Why

    Each sign-in through the provider fails with an error: Cognito writes the mapped attributes for the client, and this
    client may not write one of them. The stack deploys.

    But users can change whatever their client may write, with their access token. An attribute that decides what they may
    do (`custom:role`) is better set by a Lambda trigger than mapped.

    ## In the CDK

    ```python
    pool.add_client("Web", write_attributes=ClientAttributes().with_standard_attributes(email=True, given_name=True))
    ```

    ```typescript
    pool.addClient('Web', {
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, givenName: true }),
    });
    ```

    ## When to ignore

    When no user signs in through that provider and this client.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): WriteAttributes
    """

    id = "W9558"
    shortdesc = "Attribute mapped from a provider is not writable"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "If your app client does not have write access to a mapped attribute, Amazon Cognito throws an error when it tries to update the attribute.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return ("Properties", "WriteAttributes")

    def message(self, diagnostic: Diagnostic) -> str:
        missing = self._anywhere(diagnostic, "Attribute")
        providers = [diagnostic.document.display_name(provider) for provider in self._anywhere(diagnostic, "Provider")]
        one = len(providers) == 1
        return (
            f"The identity {'provider' if one else 'providers'} {listed(providers)} {'sets' if one else 'set'} "
            f"{listed(missing)}, which {with_note('WriteAttributes', diagnostic.source('Properties', 'WriteAttributes'))} leaves out; "
            f"the stack deploys, and signing in through {'it' if one else 'them'} fails when Cognito writes "
            f"{'that attribute' if len(missing) == 1 else 'those attributes'}."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        missing = self._anywhere(diagnostic, "Attribute")
        custom = [name for name in missing if name not in standard_attributes()]
        if not custom:
            return f"Add {listed(missing)} to {diagnostic.name('WriteAttributes')}, or remove the mapping."
        them = "it" if len(custom) == 1 else "them"
        which = f" (users can then change {listed(custom)} themselves)"
        return f"Add {listed(missing)} to {diagnostic.name('WriteAttributes')}{which}; do not map {listed(custom)} if users must not change {them}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        missing = self._anywhere(diagnostic, "Attribute")
        if any(name not in standard_attributes() for name in missing):
            return None
        return appended(diagnostic, missing, "Properties", "WriteAttributes", applicability=UNSAFE)

    def _anywhere(self, diagnostic: Diagnostic, what: str) -> list[str]:
        """The providers or attributes at fault in any deployment: told of each combination of providers apart, one mistake would
        be as many findings as there are combinations.
        """
        several = (*diagnostic.get("Possible", "NotWritable"), *diagnostic.value)
        return list(dict.fromkeys(each[what] for each in several if not is_unknown(each)))
