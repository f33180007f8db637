from cfn_lint_cognito.engine.facts.names import IDENTITY_POOL_ROLES
from cfn_lint_cognito.engine.report.changes import removed, renamed
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, nearest
from cfn_lint_cognito.engine.schemas import names


class UnknownIdentityPoolRole(Rule):
    """The keys of `Roles` of an identity pool's role attachment are authenticated and unauthenticated, and no others.

    ## Why

    Cognito rejects the attachment with a validation error about `roles`: `Map keys must satisfy constraint`. Roles for groups
    or claims belong in `RoleMappings`.

    ## In the CDK

    The construct `IdentityPool` writes these keys. `CfnIdentityPoolRoleAttachment` checks nothing:

    ```python
    CfnIdentityPoolRoleAttachment(self, "Roles", identity_pool_id=identities.ref, roles={"authenticated": role.role_arn})
    ```

    ```typescript
    new CfnIdentityPoolRoleAttachment(this, 'Roles', { identityPoolId: identities.ref, roles: { authenticated: role.roleArn } });
    ```

    ## When to ignore

    Never: Cognito accepts no other key.

    ## References

    - [SetIdentityPoolRoles](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html): Roles
    """

    id = "E9636"
    shortdesc = "Unknown role of an identity pool"
    resource_types = (IDENTITY_POOL_ROLES,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-role-attachment-roles-keys/meta.yaml",
            "at 'roles' failed to satisfy constraint: Map keys must satisfy constraint",
        ),
        documented(
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html",
            "Currently only authenticated and unauthenticated roles are supported.",
        ),
    )
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"Roles has the key {self._key(diagnostic)}, and an identity pool has the roles "
            f'{listed(names("roles of an identity pool"))} only; Cognito rejects it with "Map keys must satisfy constraint".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        meant = nearest(self._key(diagnostic), names("roles of an identity pool"))
        if meant in diagnostic.get("Properties", "Roles"):
            return f"Remove it: {meant} has a role besides."
        if meant is not None:
            return f"Did you mean {meant}?"
        return f"Remove it; which role a group or claim gets is said in {diagnostic.name('RoleMappings')}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        meant = nearest(self._key(diagnostic), names("roles of an identity pool"))
        if meant is None:
            return None
        if meant in diagnostic.get("Properties", "Roles"):
            return removed(diagnostic, applicability=UNSAFE)  # It names a role, which may be the one that is meant.
        is_same_but_case = meant == self._key(diagnostic).lower()
        return renamed(diagnostic, meant, applicability=SAFE if is_same_but_case else UNSAFE)

    def _key(self, diagnostic: Diagnostic) -> str:
        return str(diagnostic.path[-1])
