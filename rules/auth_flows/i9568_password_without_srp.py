from cfn_lint_cognito.auth_flows._legacy_flows import SUCCESSORS
from cfn_lint_cognito.auth_flows._rotation_words import REFRESH_FLOW, may_rotate
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import among, with_note

SRP = "ALLOW_USER_SRP_AUTH"


class PasswordWithoutSrp(AppClientRule):
    """No flow of the client sends the user's password itself to Cognito.

    ## Why

    Whoever reads such a request reads the user's password: a server in between, a proxy, a log. That is so with
    ALLOW_USER_PASSWORD_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH and their legacy names. SRP proves that the user knows the
    password without sending it.

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
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "In this flow, Amazon Cognito receives the password in the request instead of using the SRP protocol to verify passwords.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "With this authentication flow, your app passes a user name and password to Amazon Cognito in the request, instead of using the Secure Remote Password (SRP) protocol to securely transmit the password.",
        ),
    )
    fix_in_cdk = "Allow {userSrp} in {ExplicitAuthFlows} instead, which proves the password without sending it, and change the program that signs users in."

    def message(self, diagnostic: Diagnostic) -> str:
        sender = "a server sends" if "ADMIN" in diagnostic.value else "the app sends"
        return (
            f"With {with_note(diagnostic.value, diagnostic.source())} {sender} the user's password itself to Cognito."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        flows = [flow for flow in diagnostic.get("Properties", "ExplicitAuthFlows") if isinstance(flow, str)]
        legacy = among(flows, SUCCESSORS)
        program = self._program(diagnostic)
        if legacy:
            return (
                f"Write {', '.join(self._whole_list(diagnostic, flows))} instead of the whole list: {SRP} proves the password without "
                f"sending it, and ALLOW_ flows cannot stand beside legacy ones. {program}"
            )
        if SRP in flows:
            return f"Remove it: {SRP}, which is listed too, proves the password without sending it. {program}"
        return f"Allow {SRP} instead, which proves the password without sending it. {program}"

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        if diagnostic.kind is not Kind.L2:
            return self.fix(diagnostic)
        return diagnostic.filled(
            f"Allow {{userSrp}} in {{ExplicitAuthFlows}} instead, which proves the password without sending it. {self._program(diagnostic)}"
        )

    def _program(self, diagnostic: Diagnostic) -> str:
        """What has to change besides the client: Cognito takes the password of no program that still sends it."""
        if "ADMIN" in diagnostic.value:
            return "Change the program on the server first: AdminInitiateAuth takes USER_SRP_AUTH, too."
        return "Change the app first: it signs in with USER_SRP_AUTH then."

    def _whole_list(self, diagnostic: Diagnostic, flows: list[str]) -> list[str]:
        """The flows in a legacy list by the names of today, with SRP for those that send the password."""
        sent = diagnostic.expected["enum"]
        kept = [SUCCESSORS.get(flow, flow) for flow in flows if flow not in sent]
        refresh = [] if may_rotate(diagnostic) else [REFRESH_FLOW]
        return list(dict.fromkeys([SRP, *kept, *refresh]))
