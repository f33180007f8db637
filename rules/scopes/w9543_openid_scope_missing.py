from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import among, listed, noted
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

    def place(self, fault: Fault) -> DocumentPath:
        return (*SCOPES, fault.value.index(self._scopes(fault)[0]))

    def message(self, fault: Fault) -> str:
        scopes = self._scopes(fault)
        held = noted(listed(scopes), fault.source(*self.place(fault)))
        return (
            f"AllowedOAuthScopes holds {held} without openid, and AWS documents "
            f"that {'this one' if len(scopes) == 1 else 'these'} can only be requested together with it; Cognito very likely "
            "rejects the client."
        )

    def mend(self, fault: Fault) -> str:
        return "Add openid."

    def _scopes(self, fault: Fault) -> list[str]:
        return among(fault.value, names("scopes that need openid"))
