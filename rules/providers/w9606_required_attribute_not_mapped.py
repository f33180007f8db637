from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.changes import joined, renamed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import capital, listed
from cfn_lint_cognito.engine.values.document_part import DocumentPath
from cfn_lint_cognito.providers._mapping_words import in_another_case, not_mapped
from cfn_lint_cognito.providers._sentences import sentence

_MAPPING: DocumentPath = ("Properties", "AttributeMapping")


class RequiredAttributeNotMapped(Rule):
    """An identity provider maps every attribute that the pool's Schema declares `Required: true`.

    Without AttributeMapping nothing is mapped. Names are case-sensitive: `Email` is not `email`. One finding for a provider
    names all that is missing.

    Asked only of providers of a pool of the template. Silent where something else may add attributes. That is a macro, a
    trigger of the pool for inbound federation, or a custom resource that refers to the pool.

    W9558 speaks of attributes that a provider maps and a client cannot write, so the two never speak of the same one. A key
    in another case than a required attribute gets this finding and not E9605.

    ## Why

    The stack deploys, and the first sign-in of every user through the provider fails with `attributes required: [email]`.
    Which attributes are required cannot be changed after the pool is created.

    ## In the CDK

    ```python
    pool = UserPool(self, "Pool", standard_attributes=StandardAttributes(email=StandardAttribute(required=True)))
    UserPoolIdentityProviderFacebook(
        self,
        "Facebook",
        user_pool=pool,
        client_id="id",
        client_secret="secret",
        attribute_mapping=AttributeMapping(email=ProviderAttribute.FACEBOOK_EMAIL),
        scopes=["public_profile", "email"],
    )
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', { standardAttributes: { email: { required: true } } });
    new UserPoolIdentityProviderFacebook(this, 'Facebook', {
      userPool: pool,
      clientId: 'id',
      clientSecret: 'secret',
      attributeMapping: { email: ProviderAttribute.FACEBOOK_EMAIL },
      scopes: ['public_profile', 'email'],
    });
    ```

    ## When to ignore

    When nobody signs in through the provider, or when its mapping is made outside the template.

    ## References

    - [Specifying identity provider attribute mappings](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html)
    """

    id = "W9606"
    shortdesc = "Required attribute is not mapped"
    resource_types = (IDENTITY_PROVIDER,)
    evidence = (
        deployed(
            "https://github.com/amazon-archives/amazon-cognito-auth-js/issues/54",
            "attributes required: phone_number",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html",
            "A mapping must be present for each user pool attribute that's required when a user signs in to your application.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html",
            "The mapped user pool attributes must be mutable.",
        ),
    )
    report_at_use = True
    uncovers = ("W9558", "W9559")

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        respelled = [key for _, key in self._respelled(diagnostic)]
        return (*_MAPPING, respelled[0]) if len(respelled) == len(not_mapped(diagnostic)) == 1 else _MAPPING

    def message(self, diagnostic: Diagnostic) -> str:
        missing, respelled = not_mapped(diagnostic), self._respelled(diagnostic)
        what = f"{diagnostic.get('Pool', 'Reference')} requires {listed(missing)}, which this provider does not map"
        if respelled:
            what += f" ({listed(f'{key} is not {name}: the case counts' for name, key in respelled)})"
        return (
            f"{capital(what)}. The stack deploys, and whoever signs in through the provider gets the error "
            f'"attributes required: [{", ".join(missing)}]".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        missing, respelled = not_mapped(diagnostic), dict(self._respelled(diagnostic))
        added = [name for name in missing if name not in respelled]
        todo = [f"write {name} for {key}" for name, key in respelled.items()]
        if besides := self._respelled_again(diagnostic):
            todo.append(f"remove {listed(besides)}")
        if added:
            todo.append(f"add {listed(added)} to {diagnostic.name('AttributeMapping')}")
        if self._lacks_email_scope(diagnostic, missing):
            todo.append(f"add the scope email to {diagnostic.name('authorize_scopes')}")
        immutable = [name for name in missing if name in (diagnostic.known("Pool", "ImmutableAttributes") or ())]
        if immutable:
            todo.append(
                f"make {listed(immutable)} mutable in a new pool, since an immutable attribute that is mapped breaks the "
                "second sign-in"
            )
        return sentence(todo)

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        missing, respelled = not_mapped(diagnostic), self._respelled(diagnostic)
        immutable = diagnostic.known("Pool", "ImmutableAttributes") or ()
        if len(respelled) < len(missing) or self._lacks_email_scope(diagnostic, missing) or {*missing} & {*immutable}:
            return None
        if self._respelled_again(diagnostic):  # Which of them has the right value is for people to say.
            return None
        return joined(*(renamed(diagnostic, name, *_MAPPING, key) for name, key in respelled))

    def _respelled(self, diagnostic: Diagnostic) -> list[tuple[str, str]]:
        """The required attributes that are mapped in another case, each with the key."""
        keys = diagnostic.known("Mapping", "Attributes") or ()
        found = ((name, in_another_case(name, keys)) for name in not_mapped(diagnostic))
        return [(name, key) for name, key in found if key is not None]

    def _respelled_again(self, diagnostic: Diagnostic) -> list[str]:
        """The keys that are one of these attributes in yet another case: E9605 would be next."""
        respelled = self._respelled(diagnostic)
        names, taken = {name.lower() for name, _ in respelled}, {key for _, key in respelled}
        keys = diagnostic.known("Mapping", "Attributes") or ()
        return [key for key in keys if isinstance(key, str) and key.lower() in names and key not in taken]

    def _lacks_email_scope(self, diagnostic: Diagnostic, missing: list[str]) -> bool:
        """Whether W9607 would be next."""
        scopes = diagnostic.known("Properties", "ProviderDetails", "authorize_scopes")
        is_google = diagnostic.known("Properties", "ProviderType") == "Google"
        return is_google and "email" in missing and isinstance(scopes, str) and "email" not in scopes
