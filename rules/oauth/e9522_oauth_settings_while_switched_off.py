from collections.abc import Iterable, Iterator

from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.oauth._inert_settings import FLOWS_AND_SCOPES, IGNORED, SWITCH, URLS, answer, given, turned_on
from cfn_lint_cognito.oauth._removal import or_remove


class OAuthSettingsWhileSwitchedOff(AppClientRule):
    """A client whose AllowedOAuthFlowsUserPoolClient is written as false has no OAuth flows and no OAuth scopes.

    Silent where the switch may be true in another deployment of the template, by a condition, a mapping or a parameter,
    whatever its Default. There somebody chose to keep OAuth off in this one.

    ## Why

    Nobody can sign in through the login page of this client: it answers `Client is not enabled for OAuth2.0 flows.` The
    stack deploys, but its settings contradict each other, and Cognito sides with the switch. It stores the flows and
    scopes and ignores them.

    ## In the CDK

    `disable_o_auth` writes the false; leave it out when `o_auth` is given. The construct throws when both are set.

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(flows=OAuthFlows(authorization_code_grant=True)))
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { flows: { authorizationCodeGrant: true } } });
    ```

    ## When to ignore

    When the settings are kept on purpose for a client that is switched on later.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): AllowedOAuthFlowsUserPoolClient
    """

    id = "E9522"
    shortdesc = "OAuth settings contradict a switch that says off"
    evidence = IGNORED
    anchor_paths = (("Properties", SWITCH),)

    def message(self, diagnostic: Diagnostic) -> str:
        ignored = listed(
            with_note(name, ", ".join(_texts(diagnostic.known("Properties", name) or ())))
            for name in given(diagnostic, FLOWS_AND_SCOPES)
        )
        return f"AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores {ignored} and {answer(diagnostic)}"

    def fix(self, diagnostic: Diagnostic) -> str:
        return turned_on(diagnostic) + or_remove(
            diagnostic, diagnostic.names(given(diagnostic, (*FLOWS_AND_SCOPES, *URLS)))
        )


def _texts(items: Iterable[object]) -> Iterator[str]:
    return (item if isinstance(item, str) else "..." for item in items)
