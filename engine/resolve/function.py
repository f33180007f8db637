"""What a function of CloudFormation is to the pack: how it resolves, what it names, and whether conditions see through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeGuard

from cfn_lint_cognito.engine.resolve.spelling import as_written
from cfn_lint_cognito.engine.values.value import TemplatePath, Value

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.resolve.resolver import Resolver


class Function:
    """One function. An unknown one resolves to what is written, names nothing, and hides from conditions what it names."""

    is_transparent = False
    """Whether it depends on what it names and on what stands in its argument, and on nothing else, so that a condition shows
    which parameters those are.
    """
    takes: tuple[int, ...] = ()
    """How many arguments there are in its list, where it takes nothing but a list."""

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value | None:
        """The value of `written`, which is this function with `argument` and stands at `path`; None for AWS::NoValue."""
        return as_written(written, path)

    def shows_what_it_names(self, argument: Any) -> bool:
        """Whether it is transparent with this argument."""
        return self.is_transparent

    def names(self, argument: Any) -> Iterator[str]:
        """The resources, parameters and attributes that the function itself names (`Pool`, `Web.ClientSecret`), not what
        stands in its argument.
        """
        return iter(())

    def computes_a_name(self, argument: Any) -> bool:
        """Whether another function makes the name of what it refers to, as AWS::LanguageExtensions allows: it may be anything."""
        return False

    def conditions(self, argument: Any) -> Iterator[str]:
        """The conditions that the function itself names."""
        return iter(())

    def branches(self, argument: Any) -> Iterator[tuple[str, bool, Any]]:
        """What stands in it on a condition only: the condition, what it has to be, and what stands there."""
        return iter(())

    def renamed(self, argument: Any, rename: Callable[[str], str]) -> Any:
        """The argument with other names for the resources, parameters, conditions and mappings that the function names."""
        return argument


def function_of(written: Any) -> tuple[str | None, Any]:
    """The name and argument of a function, known or not; (None, None) for a plain value."""
    if isinstance(written, dict) and len(written) == 1:
        name, argument = next(iter(written.items()))
        if is_function(name):
            return name, argument
    return None, None


def is_function(key: Any) -> TypeGuard[str]:
    """Whether a key of a map is the name of a function, known or not."""
    return isinstance(key, str) and (key.startswith("Fn::") or key in ("Ref", "Condition"))


def dotted(name: str, rename: Callable[[str], str]) -> str:
    """`Pool.ProviderName` with another name for `Pool`."""
    resource, dot, attribute = name.partition(".")
    return f"{rename(resource)}{dot}{attribute}"
