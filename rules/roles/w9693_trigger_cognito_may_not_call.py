from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class TriggerCognitoMayNotCall(Rule):
    """A function of the template that is a Lambda trigger of a user pool has an AWS::Lambda::Permission for
    cognito-idp.amazonaws.com.

    One finding for each function. A permission for its ARN, its name, an alias or a version counts; one that names another user
    pool of the template in SourceArn does not. Silent

    - where a permission of the template may be for the function, and that cannot be told;
    - where a function of SAM has an event of type Cognito, for which SAM makes the permission;
    - where another stack or a custom resource may add it: an exported output names the function, or a custom resource, nested stack
      or macro knows it;
    - where the wrong principal of a permission for the user pool is reported by cfn-lint itself (W3664).

    ## Why

    The stack deploys. Then Cognito answers whatever would call the trigger, a sign-up or a sign-in, with
    `PreSignUp invocation failed due to error AccessDeniedException.` Only the console adds the permission by itself.

    ## In the CDK

    `lambda_triggers` and `add_trigger` of a UserPool add the permission. A CfnUserPool needs it.

    ```python
    handler.add_permission(
        "Cognito", principal=ServicePrincipal("cognito-idp.amazonaws.com"), source_arn=pool.user_pool_arn
    )
    ```

    ```typescript
    handler.addPermission('Cognito', {
      principal: new ServicePrincipal('cognito-idp.amazonaws.com'),
      sourceArn: pool.userPoolArn,
    });
    ```

    ## When to ignore

    When the permission is given outside the template, by a script for example.

    ## References

    - [Lambda trigger errors](https://repost.aws/knowledge-center/cognito-lambda-trigger-errors)
    - [Things to know about Lambda triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html)
    """

    id = "W9693"
    shortdesc = "Trigger that Cognito may not call"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/awslabs/service-workbench-on-aws/issues/1136",
            "PreSignUp invocation failed due to error AccessDeniedException.",
        ),
        documented(
            "https://repost.aws/knowledge-center/cognito-lambda-trigger-errors",
            "When you create a trigger outside the Amazon Cognito console, you must explicitly add permissions",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:3]

    def message(self, diagnostic: Diagnostic) -> str:
        names = diagnostic.get(*diagnostic.path[:3], "Triggers")
        verb = "calls" if len(names) == 1 else "call"
        return (
            f"{listed(names)} {verb} {self._function(diagnostic)}, and no AWS::Lambda::Permission of this template lets "
            f'cognito-idp.amazonaws.com do so: Cognito answers users with "{str(names[0]).removesuffix("Config")} invocation failed due to error '
            'AccessDeniedException."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return (
            f"Add an AWS::Lambda::Permission with the FunctionName {self._function(diagnostic)}, the Action lambda:InvokeFunction, the "
            "Principal cognito-idp.amazonaws.com, and the Arn of "
            f"{diagnostic.display_name(*diagnostic.path[:3], 'Pool')} as SourceArn."
        )

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        return (
            f"Pass the function to {diagnostic.name('LambdaConfig', resource_type=USER_POOL)} of a UserPool, or call "
            f"{diagnostic.spelled('addPermission')} of {self._function(diagnostic)} for the ServicePrincipal cognito-idp.amazonaws.com."
        )

    def _function(self, diagnostic: Diagnostic) -> str:
        return diagnostic.display_name(*diagnostic.path[:3], "Function")
