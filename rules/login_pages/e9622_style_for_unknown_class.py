from cfn_lint_cognito.engine.facts.names import UI_CUSTOMIZATION
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, listed_up_to, nearest, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_CSS = ("Properties", "CSS")
_CLASSES = "classes of the classic login pages"
_MOST_NAMES = 5


class StyleForUnknownClass(Rule):
    """The CSS of the classic login pages has styles for the classes that Cognito lets you customize, and for nothing else.

    These are {{names: classes of the classic login pages}}.

    Applies to selectors that are one class or one element, with or without a state such as `:hover`. Silent about longer selectors,
    about a class in another case, and about a style with at-rules, escapes or unbalanced braces. Of a text with parts that only
    the deployment knows, the rule reads what stands before the first of them.

    ## Why

    Cognito rejects the customization with `The CSS class body is not in the list of allowed classes.`, and the stack rolls
    back.

    ## In the CDK

    ```python
    CfnUserPoolUICustomizationAttachment(
        self, "Look", user_pool_id=pool.user_pool_id, client_id="ALL", css=".banner-customizable { background: #fff; }"
    )
    ```

    ```typescript
    new CfnUserPoolUICustomizationAttachment(this, 'Look', {
      userPoolId: pool.userPoolId,
      clientId: 'ALL',
      css: '.banner-customizable { background: #fff; }',
    });
    ```

    ## When to ignore

    Never: Cognito rejects the customization.

    ## References

    - [The style of the classic pages](https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html): the list of classes
    """

    id = "E9622"
    shortdesc = "Style for a class that Cognito does not allow"
    resource_types = (UI_CUSTOMIZATION,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-ui-customization-css-properties/meta.yaml",
            "The CSS class body is not in the list of allowed classes.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html",
            "You can use any of the following CSS class names:",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return _CSS

    def message(self, diagnostic: Diagnostic) -> str:
        unknown = self._unknown(diagnostic)
        which = "which is none" if len(unknown) == 1 else "which are none"
        return (
            f"{with_note('CSS', diagnostic.source(*_CSS))} has styles for {listed_up_to(_MOST_NAMES, unknown)}, {which} of the "
            "classes that Cognito lets you customize; it rejects the customization with "
            '"The CSS class ... is not in the list of allowed classes."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        unknown = self._unknown(diagnostic)
        meant = [self._meant(each) for each in unknown]
        if all(meant):
            return (
                f"Write {listed(f'{right} instead of {wrong}' for right, wrong in zip(meant, unknown, strict=True))}."
            )
        return (
            f"Remove the styles for {listed_up_to(_MOST_NAMES, unknown)}, or write them for a class that ends in -customizable, "
            "such as .background-customizable."
        )

    def _unknown(self, diagnostic: Diagnostic) -> list[str]:
        return [each for each in diagnostic.value if isinstance(each, str) and each not in names(_CLASSES)]

    def _meant(self, selector: str) -> str | None:
        """The class that was probably meant by another one. An element is none of them."""
        if not selector.startswith("."):
            return None
        completed = f"{selector}-customizable"
        return completed if completed in names(_CLASSES) else nearest(selector, names(_CLASSES))
