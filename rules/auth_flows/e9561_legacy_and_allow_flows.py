from cfn_lint_cognito.auth_flows._legacy_flows import SUCCESSORS
from cfn_lint_cognito.auth_flows._rotation_words import REFRESH_FLOW, may_rotate
from cfn_lint_cognito.engine.report.changes import appended, joined, removed, replaced
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import among, listed, with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class LegacyAndAllowFlows(AppClientRule):
    """ExplicitAuthFlows names its flows either in the legacy way or with the prefix ALLOW_, never both.

    The legacy names are ADMIN_NO_SRP_AUTH, CUSTOM_AUTH_FLOW_ONLY and USER_PASSWORD_AUTH. On their own they are
    accepted.

    ## Why

    Cognito rejects the client with `Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.` It
    mostly happens when somebody adds a flow to the list of an old template.

    ## In the CDK

    The construct knows the ALLOW_ names only.

    ```python
    pool.add_client("Web", auth_flows=AuthFlow(user_password=True, user_srp=True))
    ```

    ```typescript
    pool.addClient('Web', { authFlows: { userPassword: true, userSrp: true } });
    ```

    ## When to ignore

    Never: Cognito accepts no such list.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): ExplicitAuthFlows
    """

    id = "E9561"
    shortdesc = "Legacy and ALLOW_ auth flows are mixed"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-explicit-auth-flows-legacy-mix/meta.yaml",
            "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path, diagnostic.value.index(self._legacy(diagnostic)[0]))

    def message(self, diagnostic: Diagnostic) -> str:
        allowed = dict.fromkeys(
            flow for flow in diagnostic.value if isinstance(flow, str) and flow.startswith("ALLOW_")
        )
        mixed = f"ExplicitAuthFlows mixes legacy {listed(self._legacy(diagnostic))} with {listed(allowed)}"
        return (
            f"{with_note(mixed, diagnostic.source(*self.anchor(diagnostic)))}; Cognito rejects the client with "
            "\"Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.\""
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        legacy = self._legacy(diagnostic)
        successors = listed(SUCCESSORS[flow] for flow in legacy)
        return f"Write {successors} instead of {listed(legacy)}{self._addition(diagnostic)}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        written = {flow for flow in diagnostic.value if isinstance(flow, str)}
        changes = []
        for index, flow in enumerate(diagnostic.value):
            if flow in self._legacy(diagnostic):
                item, successor = (*diagnostic.path, index), SUCCESSORS[flow]
                is_there = successor in written
                changes.append(removed(diagnostic, *item) if is_there else replaced(diagnostic, successor, *item))
                written.add(successor)
        if self._addition(diagnostic):
            changes.append(appended(diagnostic, [REFRESH_FLOW]))
        return joined(*changes)

    def _addition(self, diagnostic: Diagnostic) -> str:
        has_unknown_flows = not all(isinstance(flow, str) for flow in diagnostic.value)
        if REFRESH_FLOW in diagnostic.value or has_unknown_flows or may_rotate(diagnostic):
            return ""
        return f", and add {REFRESH_FLOW}"

    def _legacy(self, diagnostic: Diagnostic) -> list[str]:
        return among(diagnostic.value, diagnostic.expected["contains"]["enum"])
