from cfn_lint_cognito.engine.report.changes import appended
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import among, listed, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath

SCOPES = ("Properties", "AllowedOAuthScopes")


class OpenIdScopeMissing(AppClientRule):
    """A client through which users sign in asks for openid where it asks for phone, email or profile.

    ## Why

    Cognito very likely rejects the client. If not, the application cannot ask for the three: AWS documents that openid
    gives the ability to request other scopes, and this client may not ask for openid.

    ## In the CDK

    The construct adds openid to these three by itself.

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(scopes=[OAuthScope.OPENID, OAuthScope.EMAIL]))
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { scopes: [OAuthScope.OPENID, OAuthScope.EMAIL] } });
    ```

    ## When to ignore

    When the client is deployed as it is and works: nobody has recorded what Cognito answers.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): AllowedOAuthScopes
    """

    id = "W9543"
    shortdesc = "phone, email or profile without openid"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
            "The minimum scope for OpenID Connect (OIDC) queries. Authorizes the ID token, the unique-identifier claim sub, and the ability to request other scopes.",
        ),
        inferred(
            "https://github.com/aws-amplify/amplify-js/issues/10060",
            "a user was told that the three cannot be chosen without openid; no rejection is on record",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*SCOPES, diagnostic.value.index(self._scopes(diagnostic)[0]))

    def message(self, diagnostic: Diagnostic) -> str:
        scopes = self._scopes(diagnostic)
        held = with_note(listed(scopes), diagnostic.source(*self.anchor(diagnostic)))
        return (
            f"AllowedOAuthScopes holds {held} without openid, and AWS documents "
            f"that {'this one' if len(scopes) == 1 else 'these'} can only be requested together with it; Cognito very likely "
            "rejects the client."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Add openid."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return appended(diagnostic, ["openid"], *SCOPES)

    def _scopes(self, diagnostic: Diagnostic) -> list[str]:
        return among(diagnostic.value, names("scopes that need openid"))
