from cfn_lint_cognito.engine.report.changes import removed, respelled
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed_up_to, nearest, with_note
from cfn_lint_cognito.engine.schemas import names, standard_attributes

MOST_ATTRIBUTES = 10


class CustomAttributeNotInPool(AppClientRule):
    """Every `custom:NAME` in ReadAttributes and WriteAttributes is a Schema entry of the pool.

    Asked only of clients on a pool of the template. Silent where a macro rewrites the template, or where the client waits
    for a custom resource or nested stack that refers to the pool: either may add attributes.

    ## Why

    Cognito rejects the client with `Invalid write attributes specified while creating a client` (or `read attributes`).
    It does not say which attribute it means.

    ## In the CDK

    ```python
    pool = UserPool(self, "Pool", custom_attributes={"team": StringAttribute(mutable=True)})
    pool.add_client("Web", read_attributes=ClientAttributes().with_custom_attributes("team"))
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', { customAttributes: { team: new StringAttribute({ mutable: true }) } });
    pool.addClient('Web', { readAttributes: new ClientAttributes().withCustomAttributes('team') });
    ```

    ## When to ignore

    When the attribute was added to the pool outside the template before the client is made.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): ReadAttributes, WriteAttributes
    - [Invalid write attributes](https://github.com/aws/aws-cdk/issues/2608)
    """

    id = "E9573"
    shortdesc = "Custom attribute is not in the pool's schema"
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
        kind = "read" if diagnostic.path[1] == "ReadAttributes" else "write"
        schema = (
            f"only {listed_up_to(MOST_ATTRIBUTES, diagnostic.expected)}"
            if diagnostic.expected
            else "no custom attributes"
        )
        if self._is_elsewhere(diagnostic):
            schema = "that entry only under another condition"
        return (
            f"{diagnostic.path[1]} lists {with_note(diagnostic.value, diagnostic.source())}, but the Schema of {diagnostic.get('Pool', 'Reference')} "
            f'has {schema}; Cognito rejects the client with "Invalid {kind} attributes specified while creating a client".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if self._is_elsewhere(diagnostic):
            return f"Give the entry to {diagnostic.name_in_pool('Schema')} in every deployment, or leave the attribute out here with {diagnostic.function('Fn::If')}."
        name = diagnostic.value.partition(":")[2]
        if name in names("name of an attribute that only Cognito writes"):
            if diagnostic.path[1] == "WriteAttributes":
                return "Remove it: only Cognito writes that attribute."
            return f"Write {name}: it is a standard attribute, and those have no prefix."
        if name in standard_attributes():
            return self._mend_of_a_standard_name(diagnostic, name)
        prefix = diagnostic.value.removesuffix(name)
        if f"{prefix}{diagnostic.value}" in diagnostic.expected:
            return f"Name it {name} in {diagnostic.name_in_pool('Schema')}: Cognito adds the prefix {prefix} by itself."
        bare_name = name.rpartition(":")[2]
        nearest_name = nearest(bare_name, (attribute.removeprefix(prefix) for attribute in diagnostic.expected))
        if nearest_name:
            declared = f"{prefix}{nearest_name}"
            return (
                f"Write {declared}."
                if ":" in name
                else f"Write {declared}, or declare {name} in {diagnostic.name_in_pool('Schema')} as well."
            )
        return (
            f"Declare {name} in {diagnostic.name_in_pool('Schema')}, or remove it."
            if name
            else "Remove it: it names no attribute."
        )

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        name = diagnostic.value.partition(":")[2]
        if self._is_elsewhere(diagnostic) or name not in standard_attributes():
            return None
        if name in names("name of an attribute that only Cognito writes") and diagnostic.path[1] == "WriteAttributes":
            return removed(diagnostic)
        only_reads = diagnostic.path[1] == "ReadAttributes"
        return respelled(diagnostic, name, applicability=SAFE if only_reads else UNSAFE)

    def _mend_of_a_standard_name(self, diagnostic: Diagnostic, name: str) -> str:
        standard = f"Write {name}: it is a standard attribute, and those have no prefix"
        if name not in (diagnostic.known("Pool", "StandardAttributes") or ()):
            return f"{standard}."
        return (
            f"{standard}. Or rename the entry {name} of {diagnostic.name_in_pool('Schema')}, which stands for the standard one, if an attribute of your own is "
            "meant."
        )

    def _is_elsewhere(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.value in diagnostic.get("Possible", "CustomAttributes")
