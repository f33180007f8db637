from cfn_lint_cognito.engine.facts.names import USER
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_ATTRIBUTES = ("Properties", "UserAttributes")


class UserNameNotTaken(Rule):
    """The Username of a user is an email address where the pool has `UsernameAttributes: [email]`, and is not one where
    AliasAttributes has email.

    Applies to users of a pool of the template. Silent where the pool takes phone numbers for user names, too. A name with an `@` is
    not looked at more closely in the first case.

    ## Why

    Cognito rejects the user with `Username should be an email.` or `Username cannot be of email format, since user pool is
    configured for email alias.` In the one pool the address is the name. In the other it stands for the name, so that no name may
    look like one.

    ## In the CDK

    `sign_in_aliases` of UserPool with email alone makes UsernameAttributes, and with username beside it AliasAttributes.

    ```python
    staff = UserPool(self, "Staff", sign_in_aliases=SignInAliases(email=True))
    CfnUserPoolUser(self, "First", user_pool_id=staff.user_pool_id, username="ada@acme.dev")
    ```

    ```typescript
    const staff = new UserPool(this, 'Staff', { signInAliases: { email: true } });
    new CfnUserPoolUser(this, 'First', { userPoolId: staff.userPoolId, username: 'ada@acme.dev' });
    ```

    ## When to ignore

    Never: Cognito rejects the user.

    ## References

    - [The attributes of a user pool](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html): sign-in options
    - [The name is no address](https://github.com/crossplane-contrib/provider-upjet-aws/issues/1543)
    - [The name is an address](https://github.com/ks888/LambStatus/pull/71)
    """

    id = "E9678"
    shortdesc = "User name that the pool does not take"
    resource_types = (USER,)
    evidence = (
        deployed(
            "https://github.com/crossplane-contrib/provider-upjet-aws/issues/1543",
            "Username should be an email.",
        ),
        deployed(
            "https://github.com/boto/boto3/issues/3836",
            "An error occurred (InvalidParameterException) when calling the AdminCreateUser operation: Username should be an email.",
        ),
        deployed(
            "https://github.com/aws-amplify/amplify-js/issues/8800",
            "Username cannot be of email format, since user pool is configured for email alias",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        name = with_note(diagnostic.value, diagnostic.source())
        pool = diagnostic.get("Pool", "Reference")
        if self._should_be_address(diagnostic):
            return (
                f"Username is {name}, and {pool} has UsernameAttributes [email], so that the user name is an email address; Cognito "
                'rejects the user with "Username should be an email."'
            )
        return (
            f"Username is {name}, and {pool} has email in AliasAttributes, so that an email address stands for a user name; Cognito "
            'rejects the user with "Username cannot be of email format, since user pool is configured for email alias."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if not self._should_be_address(diagnostic):
            attributes = diagnostic.name("UserAttributes")
            return f"Write a name that is no address, and the address as the attribute email in {attributes}."
        address = self._address(diagnostic)
        return (
            "Write the email address of the user." if address is None else f"Write {address}, the email of this user."
        )

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        address = self._address(diagnostic) if self._should_be_address(diagnostic) else None
        return None if address is None else replaced(diagnostic, address)

    def _should_be_address(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.keyword == "pattern"

    def _address(self, diagnostic: Diagnostic) -> str | None:
        """The attribute email, where it stands in the resource."""
        for index in range(len(diagnostic.known(*_ATTRIBUTES) or ())):
            item = (*_ATTRIBUTES, index)
            value = diagnostic.known(*item, "Value") if diagnostic.known(*item, "Name") == "email" else None
            if isinstance(value, str) and "@" in value and not diagnostic.source(*item, "Value"):
                return value
        return None
