import re

from cfn_lint_cognito.engine.facts.names import APP_CLIENT, IDENTITY_POOL, IDENTITY_POOL_ROLES
from cfn_lint_cognito.engine.report.changes import replaced, text_with_references, written_instead
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented, tested
from cfn_lint_cognito.engine.report.pool_words import named
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed_up_to, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_MOST_NAMES = 3
_CLIENT = re.compile(r":[^:/]+\Z")
"""Which client a name is about, if it says so."""
_REFERENCE = re.compile(r"\$\{[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*\}|\$\{AWS::[A-Za-z]+\}", re.ASCII)
_LISTS_OF_ARNS = {":saml-provider/": "SamlProviderARNs", ":oidc-provider/": "OpenIdConnectProviderARNs"}


class RoleMappingNamesNoProvider(Rule):
    """A role mapping names a provider of its identity pool, and a user pool as
    `cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID`.

    `IdentityProvider` of a mapping is its name; where that is absent, its key. Fires where the name is

    - the ID, ARN or URL of a user pool, any other URL, or a provider name without a client ID;
    - none of the providers of the identity pool, where that is in the template.

    For the latter the rule has to know all providers of the identity pool: user pools with their clients, public providers,
    SAML, OpenID Connect and the developers' own name. It is silent where a custom resource or a nested stack refers to the
    identity pool.

    ## Why

    Cognito rejects the attachment with `(...) is not a valid RoleMapping ProviderName or is not a configured provider.`

    ## In the CDK

    The key of a map cannot be an intrinsic function, so `IdentityProvider` has to hold the name and the key may be any.

    ```python
    CfnIdentityPoolRoleAttachment.RoleMappingProperty(
        type="Token",
        ambiguous_role_resolution="AuthenticatedRole",
        identity_provider=f"{pool.user_pool_provider_name}:{client.user_pool_client_id}",
    )
    ```

    ```typescript
    const mapping: CfnIdentityPoolRoleAttachment.RoleMappingProperty = {
      type: 'Token',
      ambiguousRoleResolution: 'AuthenticatedRole',
      identityProvider: `${pool.userPoolProviderName}:${client.userPoolClientId}`,
    };
    ```

    `IdentityPoolProviderUrl.userPool(pool, client)` of the construct `IdentityPool` makes that name.

    ## When to ignore

    Never: Cognito accepts no other name.

    ## References

    - [AWS::Cognito::IdentityPoolRoleAttachment RoleMapping](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-identitypoolroleattachment-rolemapping.html): IdentityProvider
    - [The same answer, met before](https://github.com/aws/aws-cdk/issues/7670)
    """

    id = "E9635"
    shortdesc = "Role mapping names no identity provider"
    resource_types = (IDENTITY_POOL_ROLES,)
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/22951",
            "(https://cognito-idp.us-west-1.amazonaws.com/us-west-1_rRwJgkwYX) is not a valid RoleMapping ProviderName or is not a configured provider.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-role-mappings-key-format/meta.yaml",
            "(bogus) is not a valid RoleMapping ProviderName or is not a configured provider.",
        ),
        tested(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-role-mappings-key-format/templates/fail.template.json",
            "The identity pool of the template that was rejected has no provider named bogus.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html",
            "The string identifies the identity provider, for example, graph.facebook.com or cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi:app_client_id.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return self._name(diagnostic)

    def message(self, diagnostic: Diagnostic) -> str:
        what = "The key of this role mapping" if self._is_key(diagnostic) else "IdentityProvider of this role mapping"
        return (
            f"{what} is {self._named(diagnostic)}; Cognito rejects it with "
            '"(...) is not a valid RoleMapping ProviderName or is not a configured provider."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if self._is_of_no_provider(diagnostic):
            return self._fix_of_no_provider(diagnostic)
        name = self._name(diagnostic)
        pool, text = diagnostic.get(*name, "Pool"), diagnostic.get(*name, "Text")
        bare_name = text.partition("://")[2]
        if diagnostic.get(*name, "Form") == "URL" and not pool and bare_name and "cognito-idp." not in text:
            return f"Write it without the scheme: {bare_name}{self._and_configure(diagnostic, bare_name)}."
        of_the_pool = self._of_the_pool(diagnostic)
        if len(of_the_pool) == 1:
            return self._write(diagnostic, of_the_pool[0])
        if self._is_key(diagnostic):
            function = ", which may be an Fn::Sub" if diagnostic.kind is Kind.TEMPLATE else ""
            return (
                "Write cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID as the key, or as its "
                f"{diagnostic.name('IdentityProvider')}{function}."
            )
        if pool:
            if diagnostic.kind is not Kind.TEMPLATE:
                return (
                    f"Write {diagnostic.attribute('ProviderName', pool)} of {diagnostic.document.display_name(pool)}, a colon, and "
                    f"{diagnostic.attribute('Ref', resource_type=APP_CLIENT)} of the client that signs the users in."
                )
            return f"Write Fn::Sub of ${{{pool}.ProviderName}}:${{CLIENT}}, with the client that signs the users in."
        return "Write cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID, with the client that signs the users in."

    def _and_configure(self, diagnostic: Diagnostic, bare_name: str) -> str:
        configured = diagnostic.get(*diagnostic.path[:3], "Configured")
        if configured is None or bare_name in configured:
            return ""
        name = diagnostic.name("SupportedLoginProviders", resource_type=IDENTITY_POOL)
        is_public = bare_name in names("names of public login providers")
        where = f"{name} of {self._identity_pool(diagnostic)}" if is_public else self._identity_pool(diagnostic)
        return f", and add that provider to {where}"

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        name, only = self._name(diagnostic), self._only_one(diagnostic)
        if only is not None and not self._is_key(diagnostic):
            value = text_with_references(only)
            client = _CLIENT.search(str(diagnostic.get(*name, "Text")))
            is_guess = self._is_of_no_provider(diagnostic) or (client is not None and not only.endswith(client[0]))
            return written_instead(diagnostic, value, *name, applicability=UNSAFE if is_guess else SAFE)
        if self._is_of_no_provider(diagnostic) or self._is_key(diagnostic) or diagnostic.get(*name, "Pool"):
            return None
        text = str(diagnostic.get(*name, "Text"))
        bare_name = text.partition("://")[2]
        is_url = diagnostic.get(*name, "Form") == "URL" and bare_name and "cognito-idp." not in text
        configured = diagnostic.get(*diagnostic.path[:3], "Configured")
        is_known = configured is None or bare_name in configured
        return replaced(diagnostic, bare_name, *name) if is_url and is_known else None

    def _only_one(self, diagnostic: Diagnostic) -> str | None:
        """The only provider that can be meant, as a literal or as the text of an Fn::Sub."""
        configured = self._configured(diagnostic)
        if self._is_of_no_provider(diagnostic):
            meant = [] if self._list_of_its_kind(diagnostic) else configured
        else:
            meant = self._of_the_pool(diagnostic)
        is_text = len(meant) == 1 and "${" not in _REFERENCE.sub("", meant[0])
        return meant[0] if is_text else None

    def _of_the_pool(self, diagnostic: Diagnostic) -> list[str]:
        """What the identity pool has of the user pool that is named wrongly."""
        pool = diagnostic.get(*self._name(diagnostic), "Pool")
        return [each for each in self._configured(diagnostic) if f"${{{pool}." in each or f"${{{pool}}}" in each]

    def _named(self, diagnostic: Diagnostic) -> str:
        name = self._name(diagnostic)
        if not self._is_of_no_provider(diagnostic):
            lacking = ", without a client ID" if diagnostic.get(*name, "Form") == "provider name" else ""
            return f"{named(diagnostic, name)}{lacking}"
        configured = self._configured(diagnostic)
        written = with_note(diagnostic.get(*name, "Text"), diagnostic.source(*name))
        has = listed_up_to(_MOST_NAMES, configured) if configured else "none"
        return f"{written}, which is no provider of the identity pool {self._identity_pool(diagnostic)} (it has {has})"

    def _fix_of_no_provider(self, diagnostic: Diagnostic) -> str:
        configured = self._configured(diagnostic)
        list_of_its_kind = self._list_of_its_kind(diagnostic)
        if list_of_its_kind:
            return (
                f"Add that provider to {diagnostic.name(list_of_its_kind, resource_type=IDENTITY_POOL)} of {self._identity_pool(diagnostic)}, or remove this role "
                "mapping."
            )
        if not configured:
            return f"Give {self._identity_pool(diagnostic)} the provider that is meant, or remove this role mapping."
        if len(configured) > 1:
            start = f"Add {diagnostic.name('IdentityProvider')} with" if self._is_key(diagnostic) else "Write"
            return f"{start} one of these names."
        return self._write(diagnostic, configured[0])

    def _write(self, diagnostic: Diagnostic, name: str) -> str:
        start = (
            f"Add {diagnostic.name('IdentityProvider')} to this role mapping:" if self._is_key(diagnostic) else "Write"
        )
        if "${" not in name:
            return f"{start} {name}."
        if diagnostic.kind is Kind.TEMPLATE:
            return f"{start} {name}, with Fn::Sub."
        provider, client = (diagnostic.name(part, resource_type=IDENTITY_POOL) for part in ("ProviderName", "ClientId"))
        return f"{start} the name of the provider that {self._identity_pool(diagnostic)} has: its {provider}, a colon and its {client}."

    def _configured(self, diagnostic: Diagnostic) -> list[str]:
        return diagnostic.get(*diagnostic.path[:3], "Configured") or []

    def _list_of_its_kind(self, diagnostic: Diagnostic) -> str:
        """Where the identity pool would have a provider of that name, "" where the name does not say."""
        if diagnostic.get(*self._name(diagnostic), "Form") == "provider name and client":
            return "CognitoIdentityProviders"
        text = diagnostic.get(*self._name(diagnostic), "Text")
        if text in names("names of public login providers"):
            return "SupportedLoginProviders"
        return next((property_name for part, property_name in _LISTS_OF_ARNS.items() if part in text), "")

    def _identity_pool(self, diagnostic: Diagnostic) -> str:
        return diagnostic.display_name(*diagnostic.path[:3], "IdentityPool")

    def _is_of_no_provider(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.path[3] == "IsConfigured"

    def _is_key(self, diagnostic: Diagnostic) -> bool:
        return bool(diagnostic.get(*diagnostic.path[:3], "NamedByKey"))

    def _name(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path[:3], "Name")
