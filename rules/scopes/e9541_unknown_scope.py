from cfn_lint_cognito.engine.facts.names import RESOURCE_SERVER
from cfn_lint_cognito.engine.report.changes import respelled
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import OVER_STACKS, nearest, with_note
from cfn_lint_cognito.engine.schemas import names

_MOST_NAMED = 5
_ADMIN = "aws.cognito.signin.user.admin"


class UnknownScope(AppClientRule):
    """Every scope is one of Cognito's own or `identifier/name` of a resource server that the template gives the pool.

    Cognito's own: {{names: Cognito's own scopes}}.

    Asked only of clients on a pool of the template. Silent where something else may make resource servers: a macro, or a
    loop over unknown values. So may a custom resource or nested stack that refers to the pool, in the
    deployments that have it.

    ## Why

    Cognito rejects the client with `Invalid scope requested: api/read`, and CloudFormation rolls the stack back. The
    usual causes are the name of the scope without the identifier of its resource server, and a typing error. Scopes are
    literal: `api/Read` is another one.

    ## In the CDK

    Take the scope from its resource server, which spells it and waits for it too.

    ```python
    read = ResourceServerScope(scope_name="read", scope_description="Read")
    server = pool.add_resource_server("Api", identifier="api", scopes=[read])
    pool.add_client("Web", o_auth=OAuthSettings(scopes=[OAuthScope.resource_server(server, read)]))
    ```

    ```typescript
    const read = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read' });
    const server = pool.addResourceServer('Api', { identifier: 'api', scopes: [read] });
    pool.addClient('Web', { oAuth: { scopes: [OAuthScope.resourceServer(server, read)] } });
    ```

    ## When to ignore

    When the resource server of that scope is made outside the template before this stack is deployed.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AllowedOAuthScopes
    """

    id = "E9541"
    shortdesc = "Unknown OAuth scope"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-oauth-scopes-unknown/meta.yaml",
            "Invalid scope requested: api/read",
        ),
        deployed(
            "https://github.com/awsdocs/aws-cloudformation-user-guide/issues/564",
            "Invalid scope requested: Cognito",
        ),
    )
    uncovers = ("E9542",)

    def message(self, diagnostic: Diagnostic) -> str:
        scope = diagnostic.get(*diagnostic.path, "Name")
        problem, _ = self._problem_and_mend(diagnostic)
        return (
            f"The scope {with_note(scope, diagnostic.source())} {problem}; Cognito rejects the client with "
            f'"Invalid scope requested: {scope}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        _, fix = self._problem_and_mend(diagnostic)
        return fix

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        scope = str(diagnostic.get(*diagnostic.path, "Name"))
        offered = self._offered(diagnostic)
        elsewhere = (*diagnostic.get("Scopes", "OfOtherPools"), *diagnostic.get("Possible", "Scopes"))
        if scope in offered or scope in elsewhere:
            return None
        meant = self._meant(scope, offered, self._own_scopes(diagnostic))
        if meant is None or meant == _ADMIN:
            return None
        return respelled(diagnostic, meant, *diagnostic.path, "Name", applicability=UNSAFE)

    def _problem_and_mend(self, diagnostic: Diagnostic) -> tuple[str, str]:
        scope, pool = diagnostic.get(*diagnostic.path, "Name"), diagnostic.get("Pool", "Reference")
        offered = self._offered(diagnostic)
        if scope in offered:
            owner = next((each for each in diagnostic.get("Scopes", "Conditional") if each["Name"] == scope), None)
            server = (
                f"the resource server {owner['Server']} (condition {owner['Condition']})"
                if owner
                else "a resource server"
            )
            problem = f"comes from {server}, which is not deployed along with this client"
            fix = f"Give both the same condition, or leave the scope out with {diagnostic.function('Fn::If')}."
            if diagnostic.is_foreign(owner["Server"] if owner else diagnostic.get("Pool", "Resource")):
                fix = OVER_STACKS.format(thing="resource server", left_out="scope")
        elif scope in diagnostic.get("Scopes", "OfOtherPools"):
            problem = f"comes from a resource server of another user pool, and this client belongs to {pool}"
            fix = "Give that pool such a resource server too, or remove the scope."
        elif scope in diagnostic.get("Possible", "Scopes"):
            problem = f"is given by a resource server of {pool} only under another condition"
            fix = (
                f"Give the scope there in every deployment, or leave it out here with {diagnostic.function('Fn::If')}."
            )
        else:
            problem = f"is none of Cognito's own, and no resource server of {pool} gives it"
            fix = self._suggestion(diagnostic, scope, offered, self._own_scopes(diagnostic))
        return problem, fix

    def _suggestion(self, diagnostic: Diagnostic, scope: str, offered: list[str], own: tuple[str, ...]) -> str:
        suggestion = self._meant(scope, offered, own)
        if suggestion == _ADMIN:
            return f"Did you mean {_ADMIN}, with which the application may read and change the user's own data?"
        if suggestion:
            return f"Did you mean {suggestion}?"
        declare = f"Declare it in {diagnostic.new(RESOURCE_SERVER)} of that pool"
        instead = f"name one that exists: {', '.join(offered)}" if 0 < len(offered) <= _MOST_NAMED else "remove it"
        return f"{declare}, or {instead}."

    def _own(self, scope: str, own: tuple[str, ...]) -> str | None:
        """The one of Cognito's own scopes that is meant where a resource server's is not: phone by phone_number."""
        lower = scope.lower()
        if "/" in scope:
            return None
        if _ADMIN in own and ("cognito" in lower or lower.endswith("user.admin")):
            return _ADMIN
        return next((name for name in own if lower.startswith(name)), None)

    def _meant(self, scope: str, offered: list[str], own: tuple[str, ...]) -> str | None:
        """The scope that was probably meant."""
        without_identifier = (name for name in offered if name.endswith(f"/{scope}"))
        return next(without_identifier, None) or nearest(scope, [*own, *offered]) or self._own(scope, own)

    def _offered(self, diagnostic: Diagnostic) -> list[str]:
        return sorted(set(diagnostic.get("Scopes", "Offered")))

    def _own_scopes(self, diagnostic: Diagnostic) -> tuple[str, ...]:
        users_sign_in = "client_credentials" not in (diagnostic.known("Properties", "AllowedOAuthFlows") or ())
        return names("Cognito's own scopes") if users_sign_in else ()
