from typing import Final

from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER, POOL_USERS
from cfn_lint_cognito.engine.report.changes import respelled
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import OVER_STACKS, nearest, with_note
from cfn_lint_cognito.engine.schemas import names

_BRANDS = {"amazon": "LoginWithAmazon", "apple": "SignInWithApple"}
_MOST_NAMED = 5


_CONSTRUCTS: Final = {
    "Facebook": "UserPoolIdentityProviderFacebook",
    "Google": "UserPoolIdentityProviderGoogle",
    "LoginWithAmazon": "UserPoolIdentityProviderAmazon",
    "SignInWithApple": "UserPoolIdentityProviderApple",
}


class UnknownIdentityProvider(AppClientRule):
    """Every name in SupportedIdentityProviders is COGNITO or the ProviderName of a provider that the template gives the pool.

    Asked only of clients on a pool of the template. Silent where something else may make providers: a macro, or a loop
    over unknown values. So may a custom resource or nested stack that refers to the pool, in the
    deployments that have it.

    ## Why

    Cognito rejects the client with `The provider Google does not exist for User Pool us-east-1_a1B2c3D4e.` Names are literal:
    `GOOGLE`, `cognito` and `Amazon` are providers that do not exist.

    ## In the CDK

    The construct names the providers that were made with this pool; do not build names by hand.

    ```python
    google = UserPoolIdentityProviderGoogle(self, "Google", user_pool=pool, client_id="id", client_secret_value=secret)
    client = pool.add_client("Web", supported_identity_providers=[UserPoolClientIdentityProvider.GOOGLE])
    client.node.add_dependency(google)
    ```

    ```typescript
    const google = new UserPoolIdentityProviderGoogle(this, 'Google', { userPool: pool, clientId: 'id', clientSecretValue: secret });
    const client = pool.addClient('Web', { supportedIdentityProviders: [UserPoolClientIdentityProvider.GOOGLE] });
    client.node.addDependency(google);
    ```

    ## When to ignore

    When the provider is made outside the template before the client is.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): SupportedIdentityProviders
    - [The provider does not exist, met in the CDK](https://github.com/aws/aws-cdk/issues/15850)
    """

    id = "E9553"
    shortdesc = "Unknown identity provider"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-supported-identity-providers-exists/meta.yaml",
            "The provider Google does not exist for User Pool us-east-1_l9gfya7RC.",
        ),
    )
    uncovers = ("E9554", "W9558", "W9559")

    def message(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.get(*diagnostic.path, "Name")
        problem, _ = self._problem_and_mend(diagnostic)
        return f'{problem}; Cognito rejects the client with "The provider {name} does not exist for User Pool ...".'

    def fix(self, diagnostic: Diagnostic) -> str:
        _, fix = self._problem_and_mend(diagnostic)
        return fix

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        name, offered = str(diagnostic.get(*diagnostic.path, "Name")), self._offered(diagnostic)
        if name in offered or name in diagnostic.get("Providers", "OfOtherPools"):
            return None
        meant = self._meant(name, offered)
        is_same_but_case = meant is not None and meant.lower() == name.lower()
        applicability = SAFE if is_same_but_case else UNSAFE
        return respelled(diagnostic, meant, *diagnostic.path, "Name", applicability=applicability) if meant else None

    def _problem_and_mend(self, diagnostic: Diagnostic) -> tuple[str, str]:
        name, pool = diagnostic.get(*diagnostic.path, "Name"), diagnostic.get("Pool", "Reference")
        offered = self._offered(diagnostic)
        named = with_note(name, diagnostic.source())
        if name in offered:
            problem = f"The identity provider {named} is not deployed along with this client"
            fix = f"Give both the same condition, or leave the name out with {diagnostic.function('Fn::If')}."
            if diagnostic.is_foreign(diagnostic.get("Pool", "Resource")):
                fix = OVER_STACKS.format(thing="provider", left_out="name")
        elif name in diagnostic.get("Providers", "OfOtherPools"):
            problem = f"The identity provider {named} belongs to another user pool, and this client to {pool}"
            fix = "Give that pool such a provider too, or remove the name."
        else:
            problem = f"The template gives {pool} no identity provider {named}"
            fix = self._suggestion(diagnostic, name, offered)
        return problem, fix

    def _suggestion(self, diagnostic: Diagnostic, name: str, offered: list[str]) -> str:
        meant, social = self._meant(name, offered), self._social(name)
        if meant:
            return f"Did you mean {meant}?"
        if social and social != name:
            return f"Cognito's name for it is {social}: write that, and add {self._new(diagnostic, social)}."
        instead = f", or name one that exists: {', '.join(offered)}" if len(offered) <= _MOST_NAMED else ""
        return f"Add {self._new(diagnostic, name)} to the pool{instead}."

    def _new(self, diagnostic: Diagnostic, name: str) -> str:
        """The provider to add. Constructs for social providers give it its name."""
        if diagnostic.kind is Kind.L2 and name in _CONSTRUCTS:
            return diagnostic.new(IDENTITY_PROVIDER, _CONSTRUCTS[name])
        return f"{diagnostic.new(IDENTITY_PROVIDER)} of that name"

    def _offered(self, diagnostic: Diagnostic) -> list[str]:
        return sorted({POOL_USERS, *diagnostic.get("Providers", "Offered")})

    def _meant(self, name: str, offered: list[str]) -> str | None:
        """The one of the pool's providers that was probably meant."""
        same_but_case = (other for other in offered if other.lower() == name.lower())
        social = self._social(name)
        return next(same_but_case, None) or (social if social in offered else nearest(name, offered))

    def _social(self, name: str) -> str | None:
        """Cognito's name of a social provider."""
        return {**{right.lower(): right for right in names("social identity providers")}, **_BRANDS}.get(name.lower())
