from cfn_lint_cognito.engine.report.evidence import inferred, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.oauth._inert_settings import (
    FLOWS_AND_SCOPES,
    IGNORED,
    SWITCH,
    URLS,
    answer,
    given,
    signs_users_in,
    turned_on,
)
from cfn_lint_cognito.oauth._removal import or_remove


class OAuthSettingsWithoutSwitch(AppClientRule):
    """OAuth settings stand beside `AllowedOAuthFlowsUserPoolClient: true`.

    Fires where the switch is absent and flows, scopes or URLs are set. Fires, too, where it is written as false and only URLs
    are set; E9522 reports flows and scopes there. Silent where the switch may be true in another deployment of the template: there
    somebody chose to keep OAuth off in this one.

    ## Why

    Nobody can sign in through the login page of this client. It answers `Client is not enabled for OAuth2.0 flows.`, and
    the token endpoint `invalid_grant`. An absent switch means false: Cognito then stores these settings and ignores them.

    Such clients deploy, with one doubt: a client with flow code or implicit and no callback URLs may be rejected as if
    the switch were on.

    ## In the CDK

    The construct turns OAuth on unless `disable_o_auth` is set. `CfnUserPoolClient` does not:

    ```python
    CfnUserPoolClient(
        self,
        "Web",
        user_pool_id=pool.user_pool_id,
        allowed_o_auth_flows_user_pool_client=True,
        allowed_o_auth_flows=["code"],
        allowed_o_auth_scopes=["openid"],
        callback_ur_ls=["https://app.example.com/callback"],
        supported_identity_providers=["COGNITO"],
    )
    ```

    ```typescript
    new CfnUserPoolClient(this, 'Web', {
      userPoolId: pool.userPoolId,
      allowedOAuthFlowsUserPoolClient: true,
      allowedOAuthFlows: ['code'],
      allowedOAuthScopes: ['openid'],
      callbackUrLs: ['https://app.example.com/callback'],
      supportedIdentityProviders: ['COGNITO'],
    });
    ```

    ## When to ignore

    When something outside the template turns OAuth on for this client.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): AllowedOAuthFlowsUserPoolClient
    """

    id = "W9523"
    shortdesc = "OAuth settings without the switch have no effect"
    evidence = (
        *IGNORED,
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "in a client made without the switch it is off, and Cognito keeps the redirect URLs of such a client",
        ),
        inferred(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-oauth-callback-required/meta.yaml",
            "the switch is on in this record; a public fix of a template suggests that Cognito asks for callback URLs without it, too",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> tuple[str, ...]:
        return ("Properties", given(diagnostic, (*FLOWS_AND_SCOPES, *URLS))[0])

    def message(self, diagnostic: Diagnostic) -> str:
        settings = given(diagnostic, (*FLOWS_AND_SCOPES, *URLS))
        switch = "false" if diagnostic.get("Properties", SWITCH) is False else "absent, which means false"
        verb = "has" if len(settings) == 1 else "have"
        return (
            f"{listed(settings)} {verb} no effect: AllowedOAuthFlowsUserPoolClient is {switch}, and {answer(diagnostic)}"
            f"{self._may_fail(diagnostic)}"
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        settings = given(diagnostic, (*FLOWS_AND_SCOPES, *URLS))
        return turned_on(diagnostic) + or_remove(
            diagnostic, diagnostic.name(settings[0]) if len(settings) == 1 else "them"
        )

    def _may_fail(self, diagnostic: Diagnostic) -> str:
        if not signs_users_in(diagnostic) or diagnostic.get("Properties", "CallbackURLs") not in (None, []):
            return ""
        return (
            ' (or Cognito rejects the client, as it does with the switch on: "CallbackUrls can not be empty when code flow or '
            'implicit flow is selected").'
        )
