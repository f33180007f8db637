from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_LONGEST_CUSTOM_NAME = 20


class VerifiedFlagInSchema(Rule):
    """Schema has no entry for email_verified or phone_number_verified.

    ## Why

    Every pool has the two flags, and Schema cannot declare them. Cognito takes such an entry for a custom attribute: the pool
    gets `custom:email_verified`, which nothing sets, and the flag email_verified stays as it is. phone_number_verified is too
    long for the name of a custom attribute, so that Cognito rejects the pool.

    ## In the CDK

    The construct has no such standard attributes. `auto_verify` lets Cognito verify addresses and set the flags.

    ```python
    UserPool(self, "Pool", auto_verify=AutoVerifiedAttrs(email=True))
    ```

    ```typescript
    new UserPool(this, 'Pool', { autoVerify: { email: true } });
    ```

    ## When to ignore

    When the pool has been made with the entry: Cognito removes no attribute.

    ## References

    - [User pool attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html)
    - [The flags in Schema](https://github.com/aws/aws-cdk/issues/14175)
    """

    id = "W9669"
    shortdesc = "Verified flag in Schema makes a custom attribute"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/14175",
            "Value 'phone_number_verified' at 'schema.1.member.name' failed to satisfy constraint: Member must have length less than or equal to 20",
        ),
        deployed(
            "https://github.com/aws/aws-cdk/pull/14699",
            "When specified, Cognito interprets these as custom attributes, and applies the corresponding validation.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.value
        declared = f"Schema has an entry for {with_note(name, diagnostic.source())}, a flag that every pool has"
        if len(name) > _LONGEST_CUSTOM_NAME:
            return (
                f"{declared}. Cognito takes the entry for a custom attribute and rejects the pool, because such a name has at "
                f"most {_LONGEST_CUSTOM_NAME} characters."
            )
        return (
            f"{declared}. Cognito makes the custom attribute custom:{name} of the entry, which nothing sets, and the flag stays as "
            "it is."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        custom = f"custom:{diagnostic.value}"
        return (
            f"Remove the entry, and {custom} where clients or identity providers name it, before the pool is made. To verify "
            f"addresses, use {diagnostic.name('AutoVerifiedAttributes')}."
        )
