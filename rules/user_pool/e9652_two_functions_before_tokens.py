from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule

_CONFIGURED = ("Properties", "LambdaConfig", "PreTokenGenerationConfig", "LambdaArn")


class TwoFunctionsBeforeTokens(Rule):
    """PreTokenGeneration and PreTokenGenerationConfig.LambdaArn name the same function, where both are set.

    Versions and aliases of one function are left alone, and so are a function of the template and an ARN that is written out.

    ## Why

    Cognito rejects the pool with `Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function
    ARN's`. Both set the same trigger; the second one also chooses the version of its events.

    ## In the CDK

    Add one trigger, with the version that the function understands.

    ```python
    pool.add_trigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, define, LambdaVersion.V2_0)
    ```

    ```typescript
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, define, LambdaVersion.V2_0);
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [LambdaConfigType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html): PreTokenGeneration, PreTokenGenerationConfig
    """

    id = "E9652"
    shortdesc = "Two functions before token generation"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-pre-token-generation-legacy-mix/meta.yaml",
            "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html",
            "If you also set an ARN in PreTokenGenerationConfig, its value must be identical to PreTokenGeneration.",
        ),
    )
    anchor_paths = (_CONFIGURED,)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"PreTokenGeneration names the function {diagnostic.get('TokenTriggers', 'Plain')} and PreTokenGenerationConfig "
            f"the function {diagnostic.get('TokenTriggers', 'Configured')}; Cognito rejects the pool with "
            '"Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN\'s".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Remove {diagnostic.name('PreTokenGeneration')}, or let both name one function: Cognito runs only one before it makes tokens."
