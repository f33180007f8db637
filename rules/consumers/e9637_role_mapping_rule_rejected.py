from cfn_lint_cognito.engine.facts.names import IDENTITY_POOL_ROLES
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import counted, listed, nearest, with_note


class RoleMappingRuleRejected(Rule):
    """A role mapping has 25 rules at most, each with a `MatchType` of Equals, Contains, StartsWith or NotEqual.

    ## Why

    Cognito rejects the attachment: with `Member must satisfy enum value set` for another MatchType, letters in another case
    included, and with `The number of rules in the request exceeded 25.` for a 26th rule.

    ## In the CDK

    `RoleMappingMatchType` of the construct `IdentityPool` has the four; `CfnIdentityPoolRoleAttachment` checks nothing.

    ```python
    CfnIdentityPoolRoleAttachment.MappingRuleProperty(
        claim="custom:team", match_type="Equals", value="admins", role_arn=role.role_arn
    )
    ```

    ```typescript
    const rule: CfnIdentityPoolRoleAttachment.MappingRuleProperty = {
      claim: 'custom:team',
      matchType: 'Equals',
      value: 'admins',
      roleArn: role.roleArn,
    };
    ```

    ## When to ignore

    Never: Cognito accepts neither.

    ## References

    - [MappingRule](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MappingRule.html): MatchType
    - [RulesConfigurationType](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RulesConfigurationType.html): up to 25 rules
    """

    id = "E9637"
    shortdesc = "Role mapping rule that Cognito rejects"
    resource_types = (IDENTITY_POOL_ROLES,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-role-mapping-rule-match-type/meta.yaml",
            "Member must satisfy enum value set: [NotEqual, StartsWith, Contains,",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-role-mapping-rules-max/meta.yaml",
            "The number of rules in the request exceeded 25.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        if diagnostic.keyword == "maximum":
            return (
                f"This role mapping has {counted(diagnostic.value, 'rule')}, and {diagnostic.expected} is the most; Cognito answers "
                f'"The number of rules in the request exceeded {diagnostic.expected}."'
            )
        return (
            f"MatchType is {with_note(diagnostic.value or 'the empty text', diagnostic.source())}, and Cognito knows {listed(diagnostic.expected)}; "
            'it rejects the attachment with "Member must satisfy enum value set".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.keyword == "maximum":
            return f"Remove {counted(diagnostic.value - diagnostic.expected, 'rule')}."
        meant = nearest(diagnostic.value, diagnostic.expected)
        return "Write one of these." if meant is None else f"Did you mean {meant}?"

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        meant = None if diagnostic.keyword == "maximum" else nearest(diagnostic.value, diagnostic.expected)
        if meant is None:
            return None
        is_same_but_case = meant.lower() == diagnostic.value.lower()
        return replaced(diagnostic, meant, applicability=SAFE if is_same_but_case else UNSAFE)
