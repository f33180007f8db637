from collections.abc import Iterator
from typing import Any, Final

from cfn_lint_cognito.engine.facts.names import IDENTITY_POOL, IDENTITY_POOL_ROLES, USER_POOL_GROUP
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_IDENTITIES: Final = "cognito-identity.amazonaws.com"
_WHO: Final = {"authenticated": "signed-in identities", "unauthenticated": "guests"}


class RoleNoIdentityCanAssume(Rule):
    """The trust policy of a role that an identity pool or a group of users gives to identities lets them assume it.

    Applies to roles of the template. Their trust policy needs a statement that

    - allows `sts:AssumeRoleWithWebIdentity` to the Federated principal cognito-identity.amazonaws.com;
    - asks of `cognito-identity.amazonaws.com:aud` for this identity pool, and not for a user pool, another identity pool or what is
      no ID at all;
    - asks of `cognito-identity.amazonaws.com:amr` for authenticated in the role of signed-in identities, and for
      unauthenticated in that of guests.

    One finding for a role, about the statement that has the fewest flaws. Silent

    - where a part that decides cannot be told, and for principals and keys of other partitions;
    - where a custom resource or a macro knows the role;
    - for the role of guests where the identity pool lets none in, or is not of the template.

    ## Why

    The stack deploys. Then the identity pool answers each request for credentials with
    `Invalid identity pool configuration. Check assigned IAM roles for this pool.`

    ## In the CDK

    `IdentityPool` makes both roles with the right trust policy. For a CfnIdentityPool it is this one:

    ```python
    Role(
        self,
        "SignedIn",
        assumed_by=WebIdentityPrincipal(
            "cognito-identity.amazonaws.com",
            {
                "StringEquals": {"cognito-identity.amazonaws.com:aud": identities.ref},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"},
            },
        ),
    )
    ```

    ```typescript
    new Role(this, 'SignedIn', {
      assumedBy: new WebIdentityPrincipal('cognito-identity.amazonaws.com', {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': identities.ref },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      }),
    });
    ```

    ## When to ignore

    When something outside the template changes the trust policy, or when a group's role is assumed in another way than by the
    identity pool.

    ## References

    - [Role trust and permissions](https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html)
    """

    id = "W9691"
    shortdesc = "Role that no identity can assume"
    resource_types = (IDENTITY_POOL_ROLES, USER_POOL_GROUP)
    evidence = (
        deployed(
            "https://github.com/adrianhall/restaurant-reviews/issues/3",
            "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
        ),
        documented(
            "https://docs.aws.amazon.com/botocore/latest/reference/services/cognito-identity/client/exceptions/InvalidIdentityPoolConfigurationException.html",
            "Your role trust policy must grant AssumeRoleWithWebIdentity permissions to cognito-identity.amazonaws.com.",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:3]

    def message(self, diagnostic: Diagnostic) -> str:
        flaws = listed(
            _flaw(
                flaw["What"], with_note(flaw["Found"], diagnostic.source(*diagnostic.path[:3], "Flaws", index, "Found"))
            )
            for index, flaw in enumerate(self._get(diagnostic, "Flaws"))
        )
        return (
            f"{self._role(diagnostic)} is {self._get(diagnostic, 'Use')}, and its trust policy {flaws}. The identity pool answers "
            'with "Invalid identity pool configuration. Check assigned IAM roles for this pool."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        kind, name = self._get(diagnostic, "Kind"), self._get(diagnostic, "IdentityPool")
        pool = diagnostic.display_name(*diagnostic.path[:3], "IdentityPool") if name else "the identity pool"
        flaws = [str(flaw["What"]) for flaw in self._get(diagnostic, "Flaws")]
        if flaws == ["principal"]:
            return (
                f"Allow sts:AssumeRoleWithWebIdentity to the Federated principal {_IDENTITIES}, where {_IDENTITIES}:aud is the ID of "
                f"{pool} and {_IDENTITIES}:amr is {kind}."
            )
        if "amr" in flaws and self._get(diagnostic, "IsOfBothKinds"):
            return f"Use another role for {_WHO[kind]}."
        words = listed(change for flaw in flaws for change in _changes(diagnostic, flaw, pool, kind))
        return f"{words[0].upper()}{words[1:]}."

    def _role(self, diagnostic: Diagnostic) -> str:
        return diagnostic.display_name(*diagnostic.path[:3], "Role")

    def _get(self, diagnostic: Diagnostic, fact: str) -> Any:
        return diagnostic.get(*diagnostic.path[:3], fact)


def _flaw(what: str, found: str) -> str:
    if what == "principal":
        return f"lets {_IDENTITIES} assume no role"
    if what == "action":
        return f"allows {_IDENTITIES} {found} instead of sts:AssumeRoleWithWebIdentity"
    if what.startswith("key"):
        return f"asks for the unknown key {found}"
    return f"asks for {found} as {_IDENTITIES}:{what}"


def _changes(diagnostic: Diagnostic, flaw: str, pool: str, kind: str) -> Iterator[str]:
    """What to do about a flaw, each as the rest of a sentence."""
    what = flaw.rpartition(" ")[2]
    if flaw == "action":
        yield "allow sts:AssumeRoleWithWebIdentity"
    if flaw.startswith("key"):
        yield f"write {_IDENTITIES}:{what} as the key"
    if flaw in ("aud", "key and aud"):
        yield f"write {diagnostic.attribute('Ref', resource_type=IDENTITY_POOL)} of {pool}, its ID, as {what}"
    if flaw in ("amr", "key and amr"):
        yield f"write {kind} as {what}"
