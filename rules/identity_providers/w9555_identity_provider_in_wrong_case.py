from cfn_lint_cognito.engine.report.changes import respelled
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, inferred
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.schemas import names


class IdentityProviderInWrongCase(AppClientRule):
    """COGNITO, Facebook, Google, LoginWithAmazon and SignInWithApple are written in exactly this way.

    Applies to clients on a pool outside the template; E9553 compares the names on a pool of the template.

    ## Why

    Cognito very likely rejects a client that names `google` on a pool whose provider is Google. The text is `The provider
    google does not exist for User Pool us-east-1_a1B2c3D4e.` Cognito compares the names exactly.

    ## In the CDK

    The construct has the names as constants.

    ```python
    pool = UserPool.from_user_pool_id(self, "Pool", "us-east-1_a1B2c3D4e")
    pool.add_client("Web", supported_identity_providers=[UserPoolClientIdentityProvider.GOOGLE])
    ```

    ```typescript
    const pool = UserPool.fromUserPoolId(this, 'Pool', 'us-east-1_a1B2c3D4e');
    pool.addClient('Web', { supportedIdentityProviders: [UserPoolClientIdentityProvider.GOOGLE] });
    ```

    ## When to ignore

    When the pool has a SAML or OIDC provider of that very name, which Cognito allows.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): SupportedIdentityProviders
    """

    id = "W9555"
    shortdesc = "Identity provider name in the wrong case"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-supported-identity-providers-exists/meta.yaml",
            "The provider Google does not exist for User Pool us-east-1_l9gfya7RC.",
        ),
        inferred(
            "https://github.com/lgallard/terraform-aws-cognito-user-pool/issues/119",
            "somebody met that Cognito tells letters of another case apart",
        ),
    )
    uncovers = ("E9554", "W9558", "W9559")

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"SupportedIdentityProviders names {with_note(diagnostic.value, diagnostic.source())}, and Cognito compares names exactly: "
            f'unless the pool has a provider of that spelling, the client is rejected with "The provider {diagnostic.value} does '
            'not exist for User Pool ...".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Write {self._right(diagnostic)}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return respelled(diagnostic, self._right(diagnostic), applicability=UNSAFE)

    def _right(self, diagnostic: Diagnostic) -> str:
        own = ("COGNITO", *names("social identity providers"))
        return next(name for name in own if name.lower() == diagnostic.value.lower())
