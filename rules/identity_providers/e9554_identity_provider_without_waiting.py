from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import ways_to_wait
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class IdentityProviderWithoutWaiting(AppClientRule):
    """A client waits for the identity providers that it names.

    Waiting means that CloudFormation creates the provider first: by DependsOn, or because the client refers to it, directly
    or through other resources.

    ## Why

    The first deployment may fail, and the next one succeed: CloudFormation creates both at the same time. If the client
    is first, Cognito rejects it with `The provider Google does not exist for User Pool us-east-1_a1B2c3D4e.` and the
    stack is rolled back.

    ## In the CDK

    The construct does not wait by itself.

    ```python
    client = pool.add_client("Web", supported_identity_providers=[UserPoolClientIdentityProvider.GOOGLE])
    client.node.add_dependency(google)
    ```

    ```typescript
    const client = pool.addClient('Web', { supportedIdentityProviders: [UserPoolClientIdentityProvider.GOOGLE] });
    client.node.addDependency(google);
    ```

    ## When to ignore

    Never; one line of DependsOn costs nothing.

    ## References

    - [The same race in the CDK](https://github.com/aws/aws-cdk/issues/15692)
    - [DependsOn](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html)
    """

    id = "E9554"
    shortdesc = "Client does not wait for its identity provider"
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/15850",
            "The provider Google does not exist for User Pool eu-west-1_D4Lw3qvRK.",
        ),
        deployed(
            "https://github.com/lgallard/terraform-aws-cognito-user-pool/issues/71",
            "InvalidParameterException: The provider Salesforce does not exist for User Pool YYYYYYY.",
        ),
    )

    points_at_use = True
    mend_in_cdk = "Let the client wait for it: client.node.add_dependency(provider)."

    def place(self, fault: Fault) -> DocumentPath:
        return fault.path[:-1]

    def message(self, fault: Fault) -> str:
        provider = fault.called(*self.place(fault), "Provider")
        name = fault.known(*self.place(fault), "Name")
        creates = "creates" if self._is_waiting(fault) else "may create"
        named = f"The identity provider {name}" if name is not None else "This identity provider"
        return (
            f"{named} is made by the resource {provider}, which the client does not wait for; CloudFormation {creates} the "
            f'client first, and Cognito then rejects it with "The provider {name if name is not None else "..."} does not '
            'exist for User Pool ...".'
        )

    def mend(self, fault: Fault) -> str:
        provider = fault.get(*self.place(fault), "Provider")
        condition = fault.get(*self.place(fault), "Condition")
        return ways_to_wait(provider, f"the Ref of {provider} instead of the name", condition, self._is_waiting(fault))

    def mend_for_constructs(self, fault: Fault) -> str:
        if fault.get(*self.place(fault), "Condition"):
            return self.mend(fault)
        provider = fault.called(*self.place(fault), "Provider")
        first = f"{provider} waits for this client: remove that dependency. " if self._is_waiting(fault) else ""
        return f"{first}{self.mend_in_cdk}"

    def _is_waiting(self, fault: Fault) -> bool:
        """Whether the provider waits for the client."""
        return bool(fault.get(*self.place(fault), "IsWaiting"))
