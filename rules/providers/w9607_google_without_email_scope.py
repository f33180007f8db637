from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import capital, with_note


class GoogleWithoutEmailScope(Rule):
    """A Google provider that maps a required `email` has the scope `email` in its authorize_scopes.

    Asked where the pool of the template declares email with `Required: true` and AttributeMapping fills it from Google's
    email. The scope that is Google's long name for it (`https://www.googleapis.com/auth/userinfo.email`) counts, too. Other
    types of providers are not asked. A required email that is not mapped is W9606.

    ## Why

    The stack deploys, and the first sign-in of every user fails with `attributes required: [email]`. Google tells the email
    address only to those who ask for that scope. AWS's documentation does not say so; a recorded sign-in does.

    ## In the CDK

    The construct asks for `profile` only where no scopes are given.

    ```python
    pool = UserPool(self, "Pool", standard_attributes=StandardAttributes(email=StandardAttribute(required=True)))
    UserPoolIdentityProviderGoogle(
        self,
        "Google",
        user_pool=pool,
        client_id="id",
        client_secret_value=secret,
        attribute_mapping=AttributeMapping(email=ProviderAttribute.GOOGLE_EMAIL),
        scopes=["openid", "email", "profile"],
    )
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', { standardAttributes: { email: { required: true } } });
    new UserPoolIdentityProviderGoogle(this, 'Google', {
      userPool: pool,
      clientId: 'id',
      clientSecretValue: secret,
      attributeMapping: { email: ProviderAttribute.GOOGLE_EMAIL },
      scopes: ['openid', 'email', 'profile'],
    });
    ```

    ## When to ignore

    When nobody signs in through Google.

    ## References

    - [Using social identity providers with a user pool](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html)
    - [Google's scopes](https://developers.google.com/identity/protocols/oauth2/scopes)
    """

    id = "W9607"
    shortdesc = "Google is not asked for a required email"
    resource_types = (IDENTITY_PROVIDER,)
    evidence = (
        deployed(
            "https://github.com/m2tk16/sondratulalaphotography_v2/blob/0f05f0406db506bd712383278f683df4679bb93f/docs/GEN2_PHASE3_REHEARSAL.md",
            "attributes required: [email]",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        scopes = with_note(diagnostic.value or "nothing", diagnostic.source())
        return (
            f"{capital(diagnostic.get('Pool', 'Reference'))} requires email, and this provider asks Google for {scopes}, which does "
            'not tell it. The stack deploys, and whoever signs in through the provider gets the error "attributes required: '
            '[email]".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Add the scope email to {diagnostic.name('authorize_scopes')}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return replaced(diagnostic, f"{diagnostic.value} email".strip())
