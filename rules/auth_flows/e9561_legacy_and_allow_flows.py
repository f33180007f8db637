from cfn_lint_cognito.auth_flows._legacy_flows import SUCCESSORS
from cfn_lint_cognito.auth_flows._rotation_words import REFRESH_FLOW, may_rotate
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import among, listed, noted
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

    def place(self, fault: Fault) -> DocumentPath:
        return (*fault.path, fault.value.index(self._legacy(fault)[0]))

    def message(self, fault: Fault) -> str:
        allowed = dict.fromkeys(flow for flow in fault.value if isinstance(flow, str) and flow.startswith("ALLOW_"))
        mixed = f"ExplicitAuthFlows mixes legacy {listed(self._legacy(fault))} with {listed(allowed)}"
        return (
            f"{noted(mixed, fault.source(*self.place(fault)))}; Cognito rejects the client with "
            "\"Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.\""
        )

    def mend(self, fault: Fault) -> str:
        legacy = self._legacy(fault)
        successors = listed(SUCCESSORS[flow] for flow in legacy)
        return f"Write {successors} instead of {listed(legacy)}{self._addition(fault)}."

    def _addition(self, fault: Fault) -> str:
        has_unknown_flows = not all(isinstance(flow, str) for flow in fault.value)
        if REFRESH_FLOW in fault.value or has_unknown_flows or may_rotate(fault):
            return ""
        return f", and add {REFRESH_FLOW}"

    def _legacy(self, fault: Fault) -> list[str]:
        return among(fault.value, fault.legal["contains"]["enum"])
