from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import noted


class PasswordWithoutSrp(AppClientRule):
    """No flow of the client sends the user's password itself to Cognito.

    ## Why

    With ALLOW_USER_PASSWORD_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH and their legacy names the password passes through the
    app or the server that asks for it, and whatever logs or intercepts there reads it. SRP proves that the user knows
    the password without sending it.

    ## In the CDK

    ```python
    pool.add_client("Web", auth_flows=AuthFlow(user_srp=True))
    ```

    ```typescript
    pool.addClient('Web', { authFlows: { userSrp: true } });
    ```

    ## When to ignore

    When a user migration Lambda trigger needs the password, when a trusted server signs users in, or while testing.

    ## References

    - [Authentication flows](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html)
    """

    id = "I9568"
    shortdesc = "Passwords are sent to Cognito without SRP"
    mend_in_cdk = "Allow user_srp in auth_flows instead, which proves the password without sending it."

    def message(self, fault: Fault) -> str:
        sender = "a server sends" if "ADMIN" in fault.value else "the app sends"
        return f"With {noted(fault.value, fault.source())} {sender} the user's password itself to Cognito."

    def mend(self, fault: Fault) -> str:
        return "Allow ALLOW_USER_SRP_AUTH instead, which proves the password without sending it."
