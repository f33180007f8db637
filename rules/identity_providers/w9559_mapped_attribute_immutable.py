from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class MappedAttributeImmutable(Rule):
    """An identity provider maps no attribute that the pool's Schema declares `Mutable: false`, or without Mutable.

    An entry without Mutable makes an attribute that nobody can change, a standard one, too. Only a standard attribute without
    an entry is mutable.

    An attribute that the pool requires has to be mapped (W9606), so only another pool fixes that.

    ## Why

    Users sign in once and never again. Cognito writes mapped attributes at every sign-in: the first one succeeds, the
    second fails with `user.email: Attribute cannot be updated.` Mutability cannot be changed after the pool is created.

    ## In the CDK

    Custom attributes are immutable unless said otherwise.

    ```python
    UserPool(self, "Pool", custom_attributes={"team": StringAttribute(mutable=True)})
    ```

    ```typescript
    new UserPool(this, 'Pool', { customAttributes: { team: new StringAttribute({ mutable: true }) } });
    ```

    ## When to ignore

    When every user signs in once.

    ## References

    - [SchemaAttributeType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html): Mutable
    - [Two defaults of Mutable](https://github.com/aws/aws-cdk/issues/8624)
    """

    id = "W9559"
    shortdesc = "Attribute mapped from a provider is immutable"
    evidence = (
        deployed(
            "https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/issues/835",
            "error_description=user.email: Attribute cannot be updated.",
        ),
        deployed(
            "https://github.com/aws-amplify/amplify-js/issues/3526",
            "email Attribute cannot be updated.",
        ),
        deployed(
            "https://github.com/aws/aws-cdk/issues/8624",
            "The default value for Mutable when the Schema property is specified for an attribute is false",
        ),
    )
    resource_types = (IDENTITY_PROVIDER,)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        attribute = diagnostic.path[-1]
        pool = diagnostic.get("Pool", "Reference")
        second = f'a user\'s first sign-in succeeds, and the second fails with "user.{attribute}: Attribute cannot be updated."'
        if attribute in diagnostic.get("Pool", "ImmutableByDefault"):
            return f"This provider sets {attribute}, which {pool} declares without Mutable, so that it is immutable; {second}"
        source = diagnostic.source(
            "Pool", "ImmutableAttributes", diagnostic.get("Pool", "ImmutableAttributes").index(attribute)
        )
        return f"This provider sets {attribute}, which {pool} declares with {with_note('Mutable: false', source)}; {second}"

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.path[-1] in (diagnostic.known("Pool", "RequiredAttributes") or ()):
            return (
                "Make the attribute mutable in a new pool: it cannot be changed in this one, and the mapping has to stay, since the "
                "pool requires the attribute."
            )
        return "Remove the mapping, or make the attribute mutable in a new pool: it cannot be changed in this one."
