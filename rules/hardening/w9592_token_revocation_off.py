from cfn_lint_cognito.engine.report.changes import switched
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note


class TokenRevocationOff(AppClientRule):
    """EnableTokenRevocation is not false.

    ## Why

    Nobody can take back one stolen refresh token: RevokeToken and the revocation endpoint refuse the client. The token
    works until it expires (after 30 days by default) or the user is signed out everywhere. An absent property means true
    for a new client.

    ## In the CDK

    The construct leaves revocation on unless it is switched off.

    ```python
    pool.add_client("Web", enable_token_revocation=True)
    ```

    ```typescript
    pool.addClient('Web', { enableTokenRevocation: true });
    ```

    ## When to ignore

    When the claims that revocation adds to the tokens (jti, origin_jti) do not fit into what must carry them.

    ## References

    - [RevokeToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html)
    """

    id = "W9592"
    shortdesc = "Token revocation is switched off"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
            "You can revoke refresh tokens only in app clients with token revocation enabled.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
            "When you create a new user pool client, token revocation is enabled by default.",
        ),
    )
    fix_in_cdk = "Set {EnableTokenRevocation} to true, or leave it out: a new client has it on."

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"EnableTokenRevocation is {with_note('false', diagnostic.source())}, so one stolen refresh token cannot be taken "
            "back: it works until it expires or the user is signed out everywhere."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Set it to true, or remove it: a new client has it on."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        edits = switched(diagnostic, True, "Properties", "EnableTokenRevocation")
        applicability = UNSAFE  # Who writes false may have no room for the claims that revocation adds.
        return edits and edits._replace(applicability=applicability)
