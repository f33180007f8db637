from collections.abc import Mapping
from typing import Final

from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, nearest, with_note
from cfn_lint_cognito.providers._details import provider_type, type_is_clear
from cfn_lint_cognito.providers._sentences import sentence

_ANSWERS: Final[Mapping[str, str]] = {
    "OIDC": "clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.",
    "SAML": "At least one of the MetadataURL or MetadataFile should be provided.",
    "SignInWithApple": "clientId, privateKey, teamId, and keyId are all required idp details.",
}
_ANSWER_FOR_SOCIAL_TYPES: Final = "clientId, clientSecret and authorizeScopes are all required idp details."
_ADVICE: Final[Mapping[str, str]] = {
    "attributes_request_method": "mostly GET",
    "client_secret": "best as a dynamic reference to a secret",
    "private_key": "best as a dynamic reference to a secret",
}


class MissingDetail(Rule):
    """The ProviderDetails of an identity provider have the keys that its ProviderType needs.

    | ProviderType | needs |
    |---|---|
    | Facebook, Google, LoginWithAmazon | client_id, client_secret, authorize_scopes |
    | SignInWithApple | client_id, team_id, key_id, private_key |
    | OIDC | client_id, authorize_scopes, oidc_issuer, attributes_request_method |
    | SAML | MetadataURL or MetadataFile |

    One finding for a provider names everything that is missing. A key with a wrong value is not missing: that is E9603.
    Silent where a provider has the name of a social provider and another type. Either of them is wrong, which E9556 reports,
    and the details are looked at when it is fixed.

    ## Why

    Cognito rejects the provider, for instance with `clientId, clientSecret and authorizeScopes are all required idp
    details.` The names in that answer are not those of the template. The keys are written as in the table; spellings such as
    `clientId` or `client_secret_value` are no help.

    ## In the CDK

    The constructs ask for what is needed.

    ```python
    UserPoolIdentityProviderFacebook(self, "Facebook", user_pool=pool, client_id="id", client_secret="secret")
    ```

    ```typescript
    new UserPoolIdentityProviderFacebook(this, 'Facebook', { userPool: pool, clientId: 'id', clientSecret: 'secret' });
    ```

    ## When to ignore

    Never: Cognito accepts no such provider.

    ## References

    - [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html): ProviderDetails
    - [All are required](https://github.com/aws-amplify/amplify-cli/issues/8266)
    """

    id = "E9601"
    shortdesc = "Identity provider lacks a detail that its type needs"
    resource_types = (IDENTITY_PROVIDER,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-social-required-keys/meta.yaml",
            "clientId, clientSecret and authorizeScopes are all required idp details.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-apple-required-keys/meta.yaml",
            "clientId, privateKey, teamId, and keyId are all required idp details.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-oidc-required-keys/meta.yaml",
            "clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-saml-metadata-required/meta.yaml",
            "At least one of the MetadataURL or MetadataFile should be provided.",
        ),
    )

    def applies(self, diagnostic: Diagnostic) -> bool:
        return type_is_clear(diagnostic)

    def message(self, diagnostic: Diagnostic) -> str:
        answer = _ANSWERS.get(diagnostic.get("Properties", "ProviderType"), _ANSWER_FOR_SOCIAL_TYPES)
        needs, missing = self._needed(diagnostic), self._missing(diagnostic)
        if diagnostic.keyword == "anyOf":
            needed, lacks = listed(needs, "or"), "has neither"
        else:
            needed, lacks = listed(needs), f"lacks {listed(missing) if len(missing) < len(needs) else 'all of them'}"
        return (
            f"A provider of type {provider_type(diagnostic)} needs {needed} in its ProviderDetails, and this one {lacks}; Cognito "
            f'rejects it with "{answer}"'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        needs, missing = self._needed(diagnostic), self._missing(diagnostic)
        others = [key for key in diagnostic.value if key not in needs]
        renamed: dict[str, str] = {}
        for key in missing:
            other = nearest(key, (name for name in others if name not in renamed.values()))
            if other is not None:
                renamed[key] = other
        if diagnostic.keyword == "anyOf":
            right = next(iter(renamed), None)
            return f"Rename {renamed[right]} to {right}." if right else f"Add {listed(missing, 'or')}."
        added = [_with_advice(key) for key in missing if key not in renamed]
        todo = [f"rename {other} to {key}" for key, other in renamed.items()]
        return sentence([*todo, f"add {listed(added)}"] if added else todo)

    def _needed(self, diagnostic: Diagnostic) -> list[str]:
        if diagnostic.keyword == "anyOf":
            return [key for alternative in diagnostic.expected for key in alternative["required"]]
        return list(diagnostic.expected)

    def _missing(self, diagnostic: Diagnostic) -> list[str]:
        return [key for key in self._needed(diagnostic) if key not in diagnostic.value]


def _with_advice(key: str) -> str:
    return with_note(key, _ADVICE.get(key, ""))
