from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.changes import removed, renamed
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import nearest
from cfn_lint_cognito.engine.schemas import standard_attributes
from cfn_lint_cognito.providers._mapping_words import in_another_case, maps_from_a_text, not_mapped


class UnknownMappedAttribute(Rule):
    """The keys of an AttributeMapping are standard attributes, custom ones with their prefix `custom:`, or `username`.

    The keys are attributes of the pool, the values those of the provider. `username` is no attribute and is meant so. The
    prefix `dev:` is left alone. A custom attribute that the pool does not have is E9604, and a required attribute in
    another case (`Email`) is W9606.

    ## Why

    Cognito rejects the provider with `AttributeMapping contains invalid mapping: [hd]`. It accepted such mappings for years and
    never filled anything with them; since 2026 it refuses them. Mostly the prefix of a custom attribute is missing, or key and
    value are interchanged.

    ## In the CDK

    `custom` of AttributeMapping takes names as they are, so they are written with the prefix.

    ```python
    pool = UserPool(self, "Pool", custom_attributes={"team": StringAttribute(mutable=True)})
    UserPoolIdentityProviderFacebook(
        self,
        "Facebook",
        user_pool=pool,
        client_id="id",
        client_secret="secret",
        attribute_mapping=AttributeMapping(custom={"custom:team": ProviderAttribute.other("team")}),
    )
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', { customAttributes: { team: new StringAttribute({ mutable: true }) } });
    new UserPoolIdentityProviderFacebook(this, 'Facebook', {
      userPool: pool,
      clientId: 'id',
      clientSecret: 'secret',
      attributeMapping: { custom: { 'custom:team': ProviderAttribute.other('team') } },
    });
    ```

    ## When to ignore

    Never: Cognito rejects the key. A provider that was made before 2026 may still have it; the line can go there, too, since
    Cognito never filled anything with it.

    ## References

    - [Specifying identity provider attribute mappings](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html)
    """

    id = "E9605"
    shortdesc = "Provider maps an unknown attribute"
    resource_types = (IDENTITY_PROVIDER,)
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/pull/36964",
            "Cognito now rejects these as invalid mapping keys",
        ),
        deployed(
            "https://github.com/aws/aws-cli/issues/9729",
            "AttributeMapping contains invalid mapping:",
        ),
        deployed(
            "https://github.com/aws/aws-cdk/issues/26820",
            "Although it deploys, when editing the mapping from the console, the mapping is not recognized",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html",
            "The mapped user pool attributes must be mutable.",
        ),
    )
    report_at_use = True

    def applies(self, diagnostic: Diagnostic) -> bool:
        return (
            maps_from_a_text(diagnostic) and in_another_case(str(diagnostic.path[-1]), not_mapped(diagnostic)) is None
        )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"AttributeMapping sets {diagnostic.path[-1]}, which is no standard attribute and lacks the prefix custom:; Cognito "
            f'rejects the provider with "AttributeMapping contains invalid mapping: [{diagnostic.path[-1]}]".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        mapped = diagnostic.get("Mapping", "Attributes")
        immutable = diagnostic.known("Pool", "ImmutableAttributes") or ()
        custom, declared = self._custom(diagnostic), self._declared(diagnostic)
        meant = declared or nearest(str(diagnostic.path[-1]), sorted({*standard_attributes(), "username"}))
        if meant in mapped:
            return f"Remove it: {meant} is mapped besides."
        if meant in immutable:
            return f"Remove it: {meant} is immutable, so that a mapping of it breaks the second sign-in of a user."
        if declared:
            return f"Write {declared}, as {diagnostic.get('Pool', 'Reference')} declares it."
        if meant is not None:
            return f"Write {meant}, or remove it."
        if custom in mapped or custom == "custom:":
            return "Remove it."
        if diagnostic.known("Pool", "Origin") == "template":
            return (
                f"Declare {custom.removeprefix('custom:')} in the {diagnostic.name_in_pool('Schema')} of the pool, with {diagnostic.name_in_pool('Mutable')}: true, and write {custom}, or "
                "remove it."
            )
        return f"Write {custom} if the pool has that attribute, or remove it."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        mapped = diagnostic.get("Mapping", "Attributes")
        declared = self._declared(diagnostic)
        if declared in mapped or self._custom(diagnostic) in mapped:
            return removed(diagnostic)
        if declared is None or declared in (diagnostic.known("Pool", "ImmutableAttributes") or ()):
            return None
        return renamed(diagnostic, declared, applicability=UNSAFE)

    def _custom(self, diagnostic: Diagnostic) -> str:
        """The custom attribute whose prefix may be missing."""
        return f"custom:{str(diagnostic.path[-1]).rpartition(':')[2]}"

    def _declared(self, diagnostic: Diagnostic) -> str | None:
        """The same as the pool declares it, if it does."""
        custom = self._custom(diagnostic).lower()
        declared = diagnostic.known("Pool", "CustomAttributes") or ()
        return next((name for name in declared if isinstance(name, str) and name.lower() == custom), None)
