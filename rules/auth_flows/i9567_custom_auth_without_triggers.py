from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class CustomAuthWithoutTriggers(AppClientRule):
    """A client that lists ALLOW_CUSTOM_AUTH (or CUSTOM_AUTH_FLOW_ONLY) belongs to a pool with the three triggers for it.

    They are DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse. Asked only where the pool is in the
    template and the flow is listed; the default flows contain it too.

    ## Why

    Every sign-in with CUSTOM_AUTH fails, because nothing makes or checks the challenge. Without any trigger Cognito
    answers `Custom auth lambda trigger is not configured for the user pool`. The stack deploys, and other ways to sign in
    work.

    ## In the CDK

    ```python
    UserPool(
        self,
        "Pool",
        lambda_triggers=UserPoolTriggers(
            define_auth_challenge=define, create_auth_challenge=create, verify_auth_challenge_response=verify
        ),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', {
      lambdaTriggers: { defineAuthChallenge: define, createAuthChallenge: create, verifyAuthChallengeResponse: verify },
    });
    ```

    ## When to ignore

    When no sign-in uses CUSTOM_AUTH; removing the flow from the list says so.

    ## References

    - [Custom authentication challenge triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html)
    """

    id = "I9567"
    shortdesc = "Custom authentication without its triggers"
    evidence = (
        deployed(
            "https://github.com/aws-amplify/amplify-js/issues/6327",
            "Custom auth lambda trigger is not configured for the user pool",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return ("Properties", "ExplicitAuthFlows", self._flow(diagnostic)[0])

    def message(self, diagnostic: Diagnostic) -> str:
        triggers, missing = self._missing(diagnostic)
        flow = with_note(self._flow(diagnostic)[1], diagnostic.source(*self.anchor(diagnostic)))
        return (
            f"ExplicitAuthFlows lists {flow}, but {diagnostic.get('Pool', 'Reference')} lacks the {triggers} {listed(missing)}; the "
            "stack deploys, and every sign-in with CUSTOM_AUTH fails."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        triggers, _ = self._missing(diagnostic)
        return f"Add the {triggers} to {diagnostic.name_in_pool('LambdaConfig')}, or remove the flow."

    def _missing(self, diagnostic: Diagnostic) -> tuple[str, list[str]]:
        """`trigger` or `triggers`, and which ones the pool lacks."""
        needed = names("triggers of custom authentication")
        missing = [trigger for trigger in needed if trigger not in diagnostic.get("Pool", "Triggers")]
        return "trigger" if len(missing) == 1 else "triggers", missing

    def _flow(self, diagnostic: Diagnostic) -> tuple[int, str]:
        custom = names("flows of custom authentication")
        return next(
            (index, flow)
            for index, flow in enumerate(diagnostic.get("Properties", "ExplicitAuthFlows"))
            if flow in custom
        )
