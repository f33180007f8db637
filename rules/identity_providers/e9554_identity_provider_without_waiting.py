from cfn_lint_cognito.engine.report.changes import awaiting
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import capital, ways_to_wait
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

    report_at_use = True
    fix_in_cdk = "Let the client wait for the provider by {node.addDependency}."

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:-1]

    def message(self, diagnostic: Diagnostic) -> str:
        provider = diagnostic.display_name(*self.anchor(diagnostic), "Provider")
        name = diagnostic.known(*self.anchor(diagnostic), "Name")
        creates = "creates" if self._is_waiting(diagnostic) else "may create"
        named = f"The identity provider {name}" if name is not None else "This identity provider"
        return (
            f"{named} is made by the resource {provider}, which the client does not wait for; CloudFormation {creates} the "
            f'client first, and Cognito then rejects it with "The provider {name if name is not None else "..."} does not '
            'exist for User Pool ...".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        provider = diagnostic.get(*self.anchor(diagnostic), "Provider")
        condition = diagnostic.get(*self.anchor(diagnostic), "Condition")
        return ways_to_wait(
            provider, f"the Ref of {provider} instead of the name", condition, self._is_waiting(diagnostic)
        )

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        if self._is_waiting(diagnostic) or diagnostic.get(*self.anchor(diagnostic), "Condition"):
            return None
        return awaiting(diagnostic, str(diagnostic.get(*self.anchor(diagnostic), "Provider")))

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        provider = diagnostic.get(*self.anchor(diagnostic), "Provider")
        shown = diagnostic.document.display_name(provider)
        first = f"{shown} waits for this client: remove that dependency. " if self._is_waiting(diagnostic) else ""
        reference = f"write {diagnostic.attribute('Ref', provider)} of {shown} instead of the name"
        condition = diagnostic.get(*self.anchor(diagnostic), "Condition")
        if condition:
            choice = diagnostic.function("Fn::If")
            return f"{first}{capital(reference)}, by {choice} with {condition}, the condition of {shown}."
        return f"{first}{diagnostic.filled(self.fix_in_cdk)}"

    def _is_waiting(self, diagnostic: Diagnostic) -> bool:
        """Whether the provider waits for the client."""
        return bool(diagnostic.get(*self.anchor(diagnostic), "IsWaiting"))
