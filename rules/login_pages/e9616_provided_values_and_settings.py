from cfn_lint_cognito.engine.facts.names import BRANDING
from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, tested
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_PROVIDED = ("Properties", "UseCognitoProvidedValues")


class ProvidedValuesAndSettings(Rule):
    """A managed login branding has Cognito's own values (`UseCognitoProvidedValues: true`) or Settings, and not both.

    Empty Settings (`{}`) are settings, too. Assets beside Cognito's own values are accepted.

    ## Why

    Cognito rejects the style: `useCognitoProvidedValues or settings should be specified (but not both)`.

    ## In the CDK

    ```python
    CfnManagedLoginBranding(
        self,
        "Style",
        user_pool_id=pool.user_pool_id,
        client_id=client.user_pool_client_id,
        settings={"categories": {"global": {"colorSchemeMode": "DARK"}}},
    )
    ```

    ```typescript
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      settings: { categories: { global: { colorSchemeMode: 'DARK' } } },
    });
    ```

    ## When to ignore

    Never: Cognito rejects the style.

    ## References

    - [CreateManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html): UseCognitoProvidedValues
    """

    id = "E9616"
    shortdesc = "Branding has both Cognito's values and settings"
    resource_types = (BRANDING,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-managed-login-branding-values-exclusive/meta.yaml",
            "useCognitoProvidedValues or settings should be specified (but not both)",
        ),
        tested(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-managed-login-branding-values-exclusive/templates/fail.template.json",
            "The Settings of the template that was rejected are empty.",
        ),
    )
    anchor_paths = (_PROVIDED,)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        provided = with_note("UseCognitoProvidedValues is true", diagnostic.source(*_PROVIDED))
        given = "Settings are given as well, though empty" if diagnostic.value == {} else "Settings are given as well"
        return (
            f'{provided}, and {given}; Cognito rejects the style with "useCognitoProvidedValues or settings '
            'should be specified (but not both)".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.value == {}:
            return f"Remove {diagnostic.name('Settings')}."
        return f"Remove {diagnostic.name('UseCognitoProvidedValues')}, so that the settings count, or remove {diagnostic.name('Settings')}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return removed(diagnostic, "Properties", "Settings") if diagnostic.value == {} else None
