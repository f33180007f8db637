from cfn_lint_cognito.engine.facts.names import RISK_CONFIGURATION, USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.schemas import names

_PROPERTY_PATHS = (
    ("Properties", "EmailConfiguration", "SourceArn"),
    ("Properties", "AccountTakeoverRiskConfiguration", "NotifyConfiguration", "SourceArn"),
)


class SourceArnRegion(Rule):
    """The SourceArn of a user pool, or of its risk configuration, is in a region from which every pool sends emails, or in the
    pool's own.

    | Pool in | sends from |
    |---|---|
    | any region | {{names: regions from which every user pool sends emails}} |
    | many regions, not all of them | the pool's own |

    So the rule speaks only where the template tells that the pool is in another region than SourceArn. The ARN of a trigger tells
    it, or the pool's ID, unless AWS::Region stands in it.

    ## Why

    Cognito rejects the pool, or its risk configuration, with `Provided SourceArn must be in one of the following SES regions`
    and lists them. AWS may add regions, which is why this is a warning.

    ## In the CDK

    `ses_region` is what counts.

    ```python
    UserPool(self, "Pool", email=UserPoolEmail.with_ses(from_email="no-reply@example.com", ses_region="eu-west-1"))
    ```

    ```typescript
    new UserPool(this, 'Pool', { email: UserPoolEmail.withSES({ fromEmail: 'no-reply@example.com', sesRegion: 'eu-west-1' }) });
    ```

    ## When to ignore

    When AWS's documentation says that Cognito sends from that region.

    ## References

    - [Amazon SES email configuration regions](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html#user-pool-email-developer-region-mapping)
    - [Other regions than the three](https://github.com/aws/aws-cdk/issues/17795)
    """

    id = "W9647"
    shortdesc = "Source ARN is in a region from which Cognito does not send"
    resource_types = (USER_POOL, RISK_CONFIGURATION)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-email-sourcearn-region/meta.yaml",
            "Invalid EmailConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-risk-notify-source-arn-region/meta.yaml",
            "Invalid NotifyConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html",
            "Amazon Cognito can send email messages with Amazon Simple Email Service resources in the Amazon Web Services Region where you created your user pool, and in alternate Regions in some cases.",
        ),
    )
    anchor_paths = _PROPERTY_PATHS

    def message(self, diagnostic: Diagnostic) -> str:
        sending = names("regions from which every user pool sends emails")
        property_path = next(
            property_path for property_path in _PROPERTY_PATHS if diagnostic.get(*property_path) is not None
        )
        pool = ("Email", "PoolRegion")
        return (
            f"SourceArn names an identity in {with_note(diagnostic.value, diagnostic.source(*property_path))}, and the pool is in "
            f"{with_note(diagnostic.get(*pool), diagnostic.source(*pool))}; Cognito very likely rejects that with "
            f'"Provided SourceArn must be in one of the following SES regions: {", ".join(sending)}."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        sending = names("regions from which every user pool sends emails")
        return f"Verify the address or domain with Amazon SES in {listed(sending, 'or')}, and name that identity."
