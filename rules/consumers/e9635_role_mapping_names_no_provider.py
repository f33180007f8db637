from cfn_lint_cognito.engine.facts.names import IDENTITY_POOL_ROLES
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.pool_words import named
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class RoleMappingNamesNoProvider(Rule):
    """A role mapping of an identity pool names a user pool as `cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID`.

    `IdentityProvider` of a mapping is its name; where that is absent, its key. Fires where the name is the ID, ARN or URL of a
    user pool, any other URL, or a provider name without a client ID. SAML and OIDC providers, social ones and developers' own
    names are left alone.

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

    Never: Cognito accepts no other name of a user pool.

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
        documented(
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html",
            "The string identifies the identity provider, for example, graph.facebook.com or cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi:app_client_id.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:4]

    def message(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.path[:4]
        lacking = ", without a client ID" if diagnostic.get(*name, "Form") == "provider name" else ""
        what = "The key of this role mapping" if self._is_key(diagnostic) else "IdentityProvider of this role mapping"
        return (
            f"{what} is {named(diagnostic, name)}{lacking}; Cognito rejects it with "
            '"(...) is not a valid RoleMapping ProviderName or is not a configured provider."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.path[:4]
        pool, text = diagnostic.get(*name, "Pool"), diagnostic.get(*name, "Text")
        bare_name = text.partition("://")[2]
        if diagnostic.get(*name, "Form") == "URL" and not pool and bare_name and "cognito-idp." not in text:
            return f"Write it without the scheme: {bare_name}."
        if self._is_key(diagnostic):
            return (
                "Write cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID as the key, or as its IdentityProvider, which may "
                "be an Fn::Sub."
            )
        if pool:
            return f"Write Fn::Sub of ${{{pool}.ProviderName}}:${{CLIENT}}, with the client that signs the users in."
        return "Write cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID, with the client that signs the users in."

    def _is_key(self, diagnostic: Diagnostic) -> bool:
        return bool(diagnostic.get(*diagnostic.path[:3], "NamedByKey"))
