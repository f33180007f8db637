from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class InvitationWithoutCode(Rule):
    """The messages of an InviteMessageTemplate hold `{####}`, where Cognito puts the temporary password.

    Users who sign in with a one-time code need no password. So the rule is silent where AllowedFirstAuthFactors has
    {{names: one-time codes as first factors}}, or may have.

    ## Why

    Cognito rejects the pool, because the text `failed to satisfy constraint`. Without the password an invitation is of no
    use. According to the documentation `{username}` belongs in both messages, too.

    ## In the CDK

    The construct does not look for it.

    ```python
    UserPool(
        self,
        "Pool",
        user_invitation=UserInvitationConfig(email_body="Hello {username}, your password is {####}."),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', { userInvitation: { emailBody: 'Hello {username}, your password is {####}.' } });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [MessageTemplateType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_MessageTemplateType.html): EmailMessage, SMSMessage
    - [Users without passwords](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpool-invitemessagetemplate.html)
    - [User invitation messages](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html)
    """

    id = "E9648"
    shortdesc = "Invitation without its code"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-invite-message-username-placeholder/meta.yaml",
            "at 'adminCreateUserConfig.inviteMessage.emailMessage' failed to satisfy constraint",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-invite-sms-message-placeholder/meta.yaml",
            "at 'adminCreateUserConfig.inviteMessage.smsMessage' failed to satisfy constraint",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"{with_note(str(diagnostic.path[-1]), diagnostic.source())} of InviteMessageTemplate has no {{####}}, which stands for the "
            'temporary password; Cognito rejects the pool, because the text "failed to satisfy constraint".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        user_name = "" if "{username}" in diagnostic.value else ", and {username} where the user name does"
        return f"Write {{####}} where the password belongs{user_name}."
