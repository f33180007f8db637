from typing import Final

from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed_up_to, nearest
from cfn_lint_cognito.engine.schemas import standard_attributes
from cfn_lint_cognito.providers._mapping_words import maps_from_a_text

_MOST_ATTRIBUTES: Final = 10
_PREFIX: Final = "custom:"


class MappedAttributeNotInPool(Rule):
    """Every `custom:NAME` that an identity provider maps is a Schema entry of the pool.

    Asked only of providers of a pool of the template. Silent where a macro rewrites the template, or where the provider waits
    for a custom resource or nested stack that refers to the pool: either may add attributes. A client that lists the same
    attribute gets E9573 besides, since both lines are to be looked at.

    ## Why

    Cognito rejects the provider with `AttributeMapping contains invalid mapping: [custom:NAME]`. The pool has to have a
    custom attribute before a provider can fill it.

    ## In the CDK

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

    When the attribute was added to the pool outside the template before the provider is made.

    ## References

    - [Specifying identity provider attribute mappings](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html)
    """

    id = "E9604"
    shortdesc = "Provider maps a custom attribute that the pool lacks"
    resource_types = (IDENTITY_PROVIDER,)
    evidence = (
        deployed(
            "https://github.com/aws/aws-cli/issues/9729",
            "AttributeMapping contains invalid mapping: [custom:zen_groups]",
        ),
    )
    report_at_use = True

    def applies(self, diagnostic: Diagnostic) -> bool:
        return maps_from_a_text(diagnostic)

    def message(self, diagnostic: Diagnostic) -> str:
        schema = (
            f"only {listed_up_to(_MOST_ATTRIBUTES, diagnostic.expected)}"
            if diagnostic.expected
            else "no custom attributes"
        )
        attribute = diagnostic.path[-1]
        return (
            f"AttributeMapping sets {attribute}, but the Schema of {diagnostic.get('Pool', 'Reference')} has {schema}; Cognito "
            f'rejects the provider with "AttributeMapping contains invalid mapping: [{attribute}]".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        attribute = str(diagnostic.path[-1])
        name = attribute.removeprefix(_PREFIX)
        immutable = diagnostic.known("Pool", "ImmutableAttributes") or ()
        taken = {*diagnostic.get("Mapping", "Attributes"), *immutable}
        if name in standard_attributes():
            if name in taken:
                return f"Remove it, or give an attribute of your own another name, in {diagnostic.name_in_pool('Schema')} and here."
            return (
                f"Write {name}, since standard attributes have no prefix, or give an attribute of your own another name, in "
                f"{diagnostic.name_in_pool('Schema')} and here."
            )
        if f"{_PREFIX}{attribute}" in diagnostic.expected:
            mutable = (
                f", with {diagnostic.name_in_pool('Mutable')}: true," if f"{_PREFIX}{attribute}" in immutable else ""
            )
            return f"Name it {name}{mutable} in {diagnostic.name_in_pool('Schema')}: Cognito adds the prefix {_PREFIX} by itself."
        bare_name = name.rpartition(":")[2]
        free = (other.removeprefix(_PREFIX) for other in diagnostic.expected if other not in taken)
        nearest_name = nearest(bare_name, free)
        if nearest_name:
            right = f"Write {_PREFIX}{nearest_name}"
            return (
                f"{right}."
                if ":" in name
                else f"{right}, or declare {name} in {diagnostic.name_in_pool('Schema')} as well, with {diagnostic.name_in_pool('Mutable')}: true."
            )
        return (
            f"Declare {name} in {diagnostic.name_in_pool('Schema')}, with {diagnostic.name_in_pool('Mutable')}: true, or remove it."
            if name
            else "Remove it: it names no attribute."
        )
