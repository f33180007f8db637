from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import listed

SWITCH = ("Properties", "AllowedOAuthFlowsUserPoolClient")


class OAuthSettingsWhileSwitchedOff(AppClientRule):
    """A client whose AllowedOAuthFlowsUserPoolClient is written as false has no OAuth flows and no OAuth scopes.

    Silent where the false is the value of a parameter whose AllowedValues offer true: there it is a switch that somebody
    may turn.

    ## Why

    The two contradict each other, and Cognito sides with the switch: it stores the flows and scopes and ignores them. The
    stack deploys, and whoever opens the login page reads `Client is not enabled for OAuth2.0 flows.`

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

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AllowedOAuthFlowsUserPoolClient
    - [A client that was accepted and answered invalid_grant](https://github.com/boto/boto3/issues/3916)
    """

    id = "E9522"
    shortdesc = "OAuth settings contradict a switch that says off"
    points_at = (SWITCH,)

    def applies(self, fault: Fault) -> bool:
        return not fault.offers(True, *SWITCH)

    def message(self, fault: Fault) -> str:
        ignored = listed(
            f"{name} ({', '.join(_texts(fault.get('Properties', name)))})" for name in self._settings(fault)
        )
        return (
            f"AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores {ignored} and the login page answers "
            '"Client is not enabled for OAuth2.0 flows."'
        )

    def mend(self, fault: Fault) -> str:
        urls = [name for name in ("CallbackURLs", "LogoutURLs", "DefaultRedirectURI") if fault.get("Properties", name)]
        return f"Set the switch to true, or remove {listed(self._settings(fault) + urls)}."

    def _settings(self, fault: Fault) -> list[str]:
        return [name for name in ("AllowedOAuthFlows", "AllowedOAuthScopes") if fault.known("Properties", name)]


def _texts(items: list[object]) -> list[str]:
    return [item if isinstance(item, str) else "..." for item in items]
