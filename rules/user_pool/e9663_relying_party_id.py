import re

from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

RELYING_PARTY = ("Properties", "WebAuthnRelyingPartyID")
_AROUND_THE_DOMAIN = re.compile(
    r"\A([a-z][a-z0-9+.-]*:)?//([^/@]*@)?|:[0-9]*([/?#].*)?$|[/?#].*$", re.IGNORECASE | re.DOTALL
)
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*", re.IGNORECASE)


class RelyingPartyId(Rule):
    """WebAuthnRelyingPartyID is a domain name, without a scheme, a port or a path.

    ## Why

    Cognito rejects the pool with `RelyingPartyId contains invalid characters`. Passkeys belong to a domain.

    ## In the CDK

    ```python
    UserPool(self, "Pool", passkey_relying_party_id="auth.example.com")
    ```

    ```typescript
    new UserPool(this, 'Pool', { passkeyRelyingPartyId: 'auth.example.com' });
    ```

    ## When to ignore

    Never: Cognito accepts no such ID.

    ## References

    - [WebAuthnConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html): RelyingPartyId
    - [AWS::Cognito::UserPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html): WebAuthnRelyingPartyID
    """

    id = "E9663"
    shortdesc = "Relying party ID is no domain name"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-web-authn-relying-party-format/meta.yaml",
            "RelyingPartyId contains invalid characters",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        given = diagnostic.known(*RELYING_PARTY)
        named = "This WebAuthnRelyingPartyID" if given is None else with_note(given, diagnostic.source())
        return (
            f"{named} has {self._part(diagnostic.value)}, and a relying party is named by its domain alone; Cognito rejects the "
            'pool with "RelyingPartyId contains invalid characters".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        given = self._domain(diagnostic)
        return f"Write {given}." if given else "Write the domain name alone, as in auth.example.com."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        given = self._domain(diagnostic)
        return replaced(diagnostic, given, *RELYING_PARTY) if given else None

    def _domain(self, diagnostic: Diagnostic) -> str:
        """The domain name alone; "" where it cannot be told."""
        given = _AROUND_THE_DOMAIN.sub("", diagnostic.known(*RELYING_PARTY) or "")
        return given if _DOMAIN.fullmatch(given) else ""

    def _part(self, known: str) -> str:
        if "://" in known:
            return "a scheme"
        return "a port" if ":" in known else "a path"
