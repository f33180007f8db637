"""What every rule is: an ID, a schema of what is legal, and words for what is not.

Whatever resolves and judges is imported by the functions that need it. Many templates have no app client, and every run of
cfn-lint pays for what is imported here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from cfn_lint_cognito._cfnlint import CfnLintTemplate, CloudFormationLintRule, RuleMatch, resource_types
from cfn_lint_cognito._names import APP_CLIENT
from cfn_lint_cognito._schemas import legal, places

if TYPE_CHECKING:
    from cfn_lint_cognito._document import Document
    from cfn_lint_cognito._rule_schema import RuleSchema

PROJECT: Final = "https://github.com/cfn-lint-cognito/cfn-lint-cognito"
DocumentPath = tuple[str | int, ...]

__all__ = ["PROJECT", "AppClientRule", "DocumentPath", "Fault", "ResourceRule", "what_it_checks"]


class Fault(NamedTuple):
    """One value of one deployment that the schema of a rule rejects.

    `path` leads to it in the document; `keyword` and `legal` say what the schema asked for.
    """

    document: Document
    path: DocumentPath
    keyword: str
    legal: Any

    @property
    def value(self) -> Any:
        return self.document.at(self.path)

    def at(self, *path: str | int) -> Any:
        """Another part of the document, e.g. `fault.at("Lifetimes", "AccessToken", "Unit")`."""
        return self.document.at(path)

    def known(self, *path: str | int) -> Any:
        """Another part of the document; None where it is absent or unknown. A list may still hold unknown items."""
        return self.document.known(path)

    def offers(self, value: Any, *path: str | int) -> bool:
        """Whether another part of the document comes from a parameter that offers `value` besides."""
        return value in self.document.origin(path).others

    def source(self, *path: str | int) -> str:
        """Where a value comes from in words ("the Default of parameter Hours"); "" where it stands in the resource."""
        return self.document.origin(path or self.path).source


class ResourceRule(CloudFormationLintRule):  # type: ignore[misc]  # cfn-lint ships no types
    """A rule about resources of one type, or of several that say the same.

    A subclass has an `id`, a `shortdesc`, a docstring with the sections of its page, and `message`. Its schema in
    `schemas/` says what is legal; the document it judges, and so the deployments it counts, are made of what that
    schema names.
    """

    tags: ClassVar[list[str]] = ["cognito"]
    resource_types: ClassVar[tuple[str, ...]] = (APP_CLIENT,)
    points_at: ClassVar[tuple[DocumentPath, ...]] = ()
    """What to point at instead of the value at fault: the first of these parts of the document that is present."""
    points_at_use: ClassVar[bool] = False
    """Point into the resource even where the value comes from a parameter or mapping: what mends it belongs there."""

    _is_switched_off = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.id:
            cls.description = what_it_checks(cls)
            cls.source_url = f"{PROJECT}/blob/main/docs/rules/{places().get(cls.id)}.md"

    def message(self, fault: Fault) -> str:
        """What is wrong, for somebody whose build just broke: the value, what is accepted, what AWS answers."""
        raise NotImplementedError

    def mend(self, fault: Fault) -> str:
        """What to change. A sentence; it must not lead to the next finding."""
        return ""

    def applies(self, fault: Fault) -> bool:
        """Whether a fault is to be reported, for what a schema cannot say."""
        return True

    def place(self, fault: Fault) -> DocumentPath:
        """The part of the document whose line is to be changed."""
        return next((path for path in self.points_at if fault.document.at(path) is not None), fault.path)

    @cached_property
    def schema(self) -> RuleSchema:
        from cfn_lint_cognito._rule_schema import RuleSchema

        return RuleSchema(legal(self.id))

    def initialize(self, cfn: CfnLintTemplate) -> None:
        self._is_switched_off = False

    def is_enabled(self, *arguments: Any, **options: Any) -> bool:
        """What cfn-lint asks between `initialize` and `match`, so that a rule that is switched off need not work."""
        enabled = bool(super().is_enabled(*arguments, **options))
        self._is_switched_off = not enabled
        return enabled

    def matchall_resource_properties(self, *_: Any) -> tuple[RuleMatch, ...]:
        """Nothing, at once: cfn-lint asks every rule for every resource."""
        return ()

    def match(self, cfn: CfnLintTemplate) -> Iterator[RuleMatch]:
        if not self._is_switched_off and not resource_types(cfn).isdisjoint(self.resource_types):
            from cfn_lint_cognito._findings import findings

            yield from findings(self, cfn)


class AppClientRule(ResourceRule):
    """A rule about app clients (`AWS::Cognito::UserPoolClient`)."""


def what_it_checks(rule: type[ResourceRule]) -> str:
    """The first section of a rule's docstring, as one line."""
    text = rule.__doc__ or rule.shortdesc
    return " ".join(text.partition("\n\n")[0].split())
