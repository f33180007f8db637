"""A template as plain data: what is declared in it, read once and shared by every rule.

Nothing in here resolves anything. Odd shapes (a list where a map belongs, a parameter without a type) are left out
instead of raising, since cfn-lint reports them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from cfn_lint_cognito.engine.template.parameters import Parameter
from cfn_lint_cognito.engine.template.pseudo_parameters import REGION
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.values.value import TemplatePath

_CDK_METADATA: Final = "AWS::CDK::Metadata"
_CDK_RULE: Final = "CheckBootstrapVersion"
_KNOWN_TRANSFORMS: Final = ("AWS::Serverless-2016-10-31", "AWS::LanguageExtensions")


class Template:
    """Everything a rule may ask a template.

    document         the template, after the transforms that the host knows
    regions          those it is deployed to
    regions_are_named  whether somebody named the regions. Else they stand for any: look-ups by AWS::Region are those of them, and
                     conditions on it may be true and false
    given            one map of parameter values for each set that the host was given
    from_unexpanded_loops  the resources that come from a loop (`Fn::ForEach`) over values that only the deployment knows, or
                     have one inside: a host that unrolls loops shows them with values of its own choice
    about_defaults   what to add where a Default is named as the source of a value
    foreign          the resources that other stacks declare: they are neighbours, and nothing is found about them
    app_language     the language of the app of the CDK that made the template, where the host knows it
    """

    def __init__(
        self,
        document: Mapping[str, Any],
        regions: tuple[str, ...],
        given: tuple[Mapping[str, Any], ...] = (),
        from_unexpanded_loops: frozenset[str] = frozenset(),
        about_defaults: str = "",
        foreign: frozenset[str] = frozenset(),
        app_language: str | None = None,
        regions_are_named: bool = False,
    ) -> None:
        self.document = document
        self.regions = tuple(dict.fromkeys(regions))
        self.given = given
        self.from_unexpanded_loops = from_unexpanded_loops
        self.about_defaults = about_defaults
        self.foreign = foreign
        self.app_language = app_language
        self.regions_are_named = regions_are_named

    @cached_property
    def of_any_region(self) -> Template:
        """The same template where nobody named a region."""
        if not self.regions_are_named:
            return self
        return Template(
            self.document,
            self.regions,
            self.given,
            self.from_unexpanded_loops,
            self.about_defaults,
            self.foreign,
            self.app_language,
        )

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        return {name: Parameter(declared) for name, declared in self._maps_of("Parameters")}

    @cached_property
    def parameters_and_region(self) -> dict[str, Parameter]:
        """The parameters, and AWS::Region as one more. Its AllowedValues are the regions that somebody named."""
        named = {"AllowedValues": [*self.regions]} if self.regions_are_named else {}
        return {**self.parameters, REGION: Parameter({"Type": "String", **named})}

    @cached_property
    def secret_parameters(self) -> tuple[str, ...]:
        """The names of the NoEcho parameters."""
        return tuple(name for name, parameter in self.parameters.items() if parameter.is_secret)

    @cached_property
    def conditions(self) -> dict[str, Any]:
        """The Conditions as they are written."""
        return dict(self._section("Conditions"))

    @cached_property
    def mappings(self) -> dict[str, dict[str, Any]]:
        return dict(self._maps_of("Mappings"))

    @cached_property
    def rules(self) -> dict[str, dict[str, Any]]:
        """The Rules as they are written: what CloudFormation asks of the parameters before it deploys anything."""
        return dict(self._maps_of("Rules"))

    @cached_property
    def resources(self) -> dict[str, Resource]:
        return {
            name: Resource(name, declared)
            for name, declared in self._maps_of("Resources")
            if isinstance(declared.get("Type"), str)
        }

    @cached_property
    def outputs(self) -> dict[str, dict[str, Any]]:
        return dict(self._maps_of("Outputs"))

    @cached_property
    def _resources_by_type(self) -> dict[str, list[Resource]]:
        by_type: dict[str, list[Resource]] = {}
        for resource in self.resources.values():
            by_type.setdefault(resource.type, []).append(resource)
        return by_type

    def resources_of(self, resource_type: str) -> list[Resource]:
        return self._resources_by_type.get(resource_type, [])

    @cached_property
    def is_made_by_cdk(self) -> bool:
        """Whether the CDK wrote the template, as its marks tell."""
        marked = any(each.cdk_path is not None or each.type == _CDK_METADATA for each in self.resources.values())
        return marked or _CDK_RULE in self.rules

    @cached_property
    def is_rewritten(self) -> bool:
        """Whether the deployment may have other resources than the template shows: a macro or an unexpanded loop makes them."""
        if self.from_unexpanded_loops:
            return True
        declared = self.document.get("Transform")
        transforms = declared if isinstance(declared, list) else [] if declared is None else [declared]
        resources = self.document.get("Resources")
        included = isinstance(resources, dict) and any(str(key).startswith("Fn::") for key in resources)
        return included or any(transform not in _KNOWN_TRANSFORMS for transform in transforms)

    def _section(self, name: str) -> Iterator[tuple[str, Any]]:
        entries = self.document.get(name)
        if isinstance(entries, dict):
            yield from ((key, value) for key, value in entries.items() if isinstance(key, str))

    def _maps_of(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        return ((key, value) for key, value in self._section(name) if isinstance(value, dict))


def written_at(template: Template, path: TemplatePath) -> Any:
    """What stands at a path of the template."""
    written: Any = template.document
    for key in path:
        written = written[key]
    return written
