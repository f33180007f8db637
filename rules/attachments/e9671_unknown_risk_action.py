from cfn_lint_cognito.engine.facts.names import RISK_CONFIGURATION
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, nearest, with_note
from cfn_lint_cognito.engine.schemas import names

AGAINST_TAKEOVER = "actions against an account takeover"
LEVELS = ("LowAction", "MediumAction", "HighAction")


class UnknownRiskAction(Rule):
    """The actions and event filters of a risk configuration are those that Cognito knows.

    | Setting | Values |
    |---|---|
    | EventAction against an account takeover | {{names: actions against an account takeover}} |
    | EventAction against compromised credentials | {{names: actions against compromised credentials}} |
    | EventFilter | {{names: events that are searched for compromised credentials}} |

    ## Why

    Cognito rejects the configuration with `Member must satisfy enum value set: [BLOCK, NO_ACTION]` or the like. Multi-factor
    authentication is an action against account takeovers only.

    ## In the CDK

    There is no construct for a risk configuration; CfnUserPoolRiskConfigurationAttachment writes what it is given.

    ## When to ignore

    Never: Cognito accepts nothing else.

    ## References

    - [AccountTakeoverActionType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountTakeoverActionType.html): EventAction
    - [CompromisedCredentialsRiskConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompromisedCredentialsRiskConfigurationType.html): EventFilter
    """

    id = "E9671"
    shortdesc = "Risk action or filter that Cognito does not know"
    resource_types = (RISK_CONFIGURATION,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-risk-account-takeover-event-action-enum/meta.yaml",
            "Member must satisfy enum value set: [MFA_IF_CONFIGURED, BLOCK, NO_ACTION, MFA_REQUIRED]",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-risk-compromised-event-action-enum/meta.yaml",
            "Member must satisfy enum value set: [BLOCK, NO_ACTION]",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-risk-compromised-event-filter-enum/meta.yaml",
            "Member must satisfy enum value set: [SIGN_IN, PASSWORD_CHANGE, SIGN_UP]",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"{self._where(diagnostic)} is {with_note(diagnostic.value or 'empty', diagnostic.source())}, and Cognito knows "
            f"{listed(diagnostic.expected)} there; it rejects the configuration with "
            f'"Member must satisfy enum value set: [{", ".join(diagnostic.expected)}]".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.value in names(AGAINST_TAKEOVER):
            return f"Write {listed(diagnostic.expected, 'or')}: MFA is an action against account takeovers only."
        meant = nearest(diagnostic.value.replace("-", "_"), diagnostic.expected)
        return f"Write {meant}." if meant else f"Write {listed(diagnostic.expected, 'or')}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        meant = nearest(diagnostic.value.replace("-", "_"), diagnostic.expected)
        if meant is None or diagnostic.value in names(AGAINST_TAKEOVER):
            return None
        is_same_but_spelling = meant == diagnostic.value.replace("-", "_").upper()
        return replaced(diagnostic, meant, applicability=SAFE if is_same_but_spelling else UNSAFE)

    def _where(self, diagnostic: Diagnostic) -> str:
        if "EventFilter" in diagnostic.path:
            return "An item of EventFilter"
        level = next((level for level in LEVELS if level in diagnostic.path), "CompromisedCredentialsRiskConfiguration")
        return f"EventAction of {level}"
