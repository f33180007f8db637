from cfn_lint_cognito.attributes._attribute_words import which_have_to_stay
from cfn_lint_cognito.engine.report.evidence import deployed, documented, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class EmptyAttributeList(AppClientRule):
    """Neither ReadAttributes nor WriteAttributes is an empty list.

    ## Why

    Users of the client can change every attribute of their own, custom ones such as a role included. An access token and
    one call of UpdateUserAttributes are enough. Cognito takes an empty list for an absent one, and that means the
    default: every attribute. The stack deploys. An empty ReadAttributes lets the client read every attribute in the same
    way.

    ## In the CDK

    `ClientAttributes()` with nothing chosen writes an empty list.

    ```python
    pool.add_client("Web", write_attributes=ClientAttributes().with_standard_attributes(fullname=True))
    ```

    ```typescript
    pool.addClient('Web', { writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }) });
    ```

    ## When to ignore

    When every attribute is meant; removing the property says so.

    ## References

    - [No attribute is writable, and all are](https://github.com/aws/aws-cdk/issues/30608)
    """

    id = "W9575"
    shortdesc = "Empty attribute list means every attribute"
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/21835",
            "Client has write permissions for customAttribute even if the list is empty",
        ),
        deployed(
            "https://github.com/hashicorp/terraform-provider-aws/issues/28684",
            "If i create a client with write_attributes = [] all attributes are marked as writable",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
            "By default, when you create a new app client, you grant your app read and write permissions for all standard and custom attributes.",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made with empty lists of attributes reads back as one that was made without them",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        if diagnostic.path[1] == "ReadAttributes":
            return (
                "ReadAttributes is an empty list, which means the default and not no attribute: the client can read every "
                "attribute."
            )
        return (
            "WriteAttributes is an empty list, which means the default and not no attribute: users of this client can change "
            "every attribute of their own, custom ones too."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.path[1] == "ReadAttributes":
            return "Name the attributes that the client needs, or remove the property if all are meant."
        return (
            "Name the attributes that users may change, at least one, or remove the property if all are meant."
            f"{which_have_to_stay(diagnostic)}"
        )
