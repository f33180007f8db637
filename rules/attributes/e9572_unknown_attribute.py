from cfn_lint_cognito.engine.report.changes import respelled
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import nearest, with_note


class UnknownAttribute(AppClientRule):
    """ReadAttributes and WriteAttributes name standard attributes, or custom ones with their prefix `custom:`.

    The standard ones: {{names: name of a standard attribute}}.

    Those that only Cognito writes are {{names: name of an attribute that only Cognito writes}}. The prefix `dev:` is left
    alone, and so is `oidc:profile`, which stands for several standard attributes.

    ## Why

    Cognito rejects the client with `Invalid read attributes specified while creating a client` (or `write attributes`),
    without saying which. Mostly the prefix of a custom attribute is missing, or a name is spelled as in another system:
    givenName for given_name.

    ## In the CDK

    The construct knows the standard names and writes the prefix.

    ```python
    pool = UserPool(self, "Pool", custom_attributes={"tenant": StringAttribute(mutable=True)})
    attributes = ClientAttributes().with_standard_attributes(given_name=True).with_custom_attributes("tenant")
    pool.add_client("Web", read_attributes=attributes, write_attributes=attributes)
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', { customAttributes: { tenant: new StringAttribute({ mutable: true }) } });
    const attributes = new ClientAttributes()
      .withStandardAttributes({ givenName: true })
      .withCustomAttributes('tenant');
    pool.addClient('Web', { readAttributes: attributes, writeAttributes: attributes });
    ```

    ## When to ignore

    Never: Cognito accepts no other names.

    ## References

    - [User pool attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html)
    """

    id = "E9572"
    shortdesc = "Unknown attribute"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-read-attributes-exists/meta.yaml",
            "Invalid read attributes specified while creating a client",
        ),
        deployed(
            "https://github.com/aws/aws-cdk/issues/20760",
            "Invalid write attributes specified while creating a client",
        ),
    )
    uncovers = ("E9574", "I9576")

    def message(self, diagnostic: Diagnostic) -> str:
        list_name = str(diagnostic.path[1])
        permission = "write" if list_name == "WriteAttributes" else "read"
        return (
            f"{list_name} lists {with_note(diagnostic.value, diagnostic.source())}, which is no standard attribute and lacks the "
            f'prefix custom:; Cognito rejects the client with "Invalid {permission} attributes specified while creating a '
            'client".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        custom, declared = self._custom(diagnostic), self._declared(diagnostic)
        if declared:
            return f"Write {declared}, as {diagnostic.get('Pool', 'Reference')} declares it."
        standard = self._standard(diagnostic)
        if standard:
            return f"Write {standard}, or {custom} if it is a custom attribute of the pool."
        return f"Write {custom} if it is a custom attribute of the pool, or remove it."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        declared, standard = self._declared(diagnostic), self._standard(diagnostic)
        if declared:
            return respelled(diagnostic, declared, applicability=SAFE)
        is_pool_known = diagnostic.get("Pool", "CustomAttributes") is not None
        return respelled(diagnostic, standard, applicability=UNSAFE) if standard and is_pool_known else None

    def _custom(self, diagnostic: Diagnostic) -> str:
        prefix, _, name = diagnostic.value.partition(":")
        return f"custom:{name if prefix.lower() == 'custom' else diagnostic.value}"

    def _declared(self, diagnostic: Diagnostic) -> str | None:
        """The custom attribute of the pool that is called so in all but case and prefix."""
        custom = self._custom(diagnostic).lower()
        declared = diagnostic.get("Pool", "CustomAttributes") or ()
        return next((str(name) for name in declared if str(name).lower() == custom), None)

    def _standard(self, diagnostic: Diagnostic) -> str | None:
        """The standard attribute that was probably meant."""
        writable, never_writable = (names["enum"] for names in diagnostic.expected if "enum" in names)
        return nearest(
            diagnostic.value, writable if "WriteAttributes" in diagnostic.path else [*writable, *never_writable]
        )
