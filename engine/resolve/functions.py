"""CloudFormation's functions; `text_functions.py` holds those that join and split texts.

Each has one entry, which says how it resolves, what it names, and whether conditions see through it. What cannot be resolved
comes back as `Unknown`, with as much of its text as can be told. Few other modules name a function: `KNOW_FUNCTIONS` in
`tests/project/test_layers.py` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cfn_lint_cognito.engine.resolve.dynamic_references import text_or_holes
from cfn_lint_cognito.engine.resolve.function import Function, dotted, function_of
from cfn_lint_cognito.engine.resolve.spelling import as_written
from cfn_lint_cognito.engine.resolve.text_functions import Join, Split, Sub
from cfn_lint_cognito.engine.template.pseudo_parameters import NO_VALUE, PARTITION, REGION, URL_SUFFIX, of_region
from cfn_lint_cognito.engine.values.text import GET_ATT, REF, Hole, Text
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import (
    Items,
    Known,
    Origin,
    TemplatePath,
    Unknown,
    Value,
    known_text,
    scalar_text,
    text_of,
)

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.resolve.resolver import Resolver

REF_IS_PROPERTY: Final = {
    "AWS::Cognito::UserPoolIdentityProvider": "ProviderName",
    "AWS::Cognito::UserPoolResourceServer": "Identifier",
}
"""What `Ref` returns for resources whose Ref is one of their own properties ("Return values" of each resource's page)."""


class _If(Function):
    takes = (3,)

    def condition(self, argument: Any) -> str | None:
        """The condition that decides; None where the function is malformed."""
        return (
            argument[0] if isinstance(argument, list) and len(argument) == 3 and isinstance(argument[0], str) else None
        )

    def chosen(
        self, argument: Any, path: TemplatePath, truth_of: Callable[[str], Truth]
    ) -> tuple[Any, TemplatePath] | None:
        """The branch that is taken, with its path; None where that cannot be decided."""
        condition = self.condition(argument)
        truth = None if condition is None else truth_of(condition)
        if truth is None:
            return None
        index = self.index_of_branch(truth)
        return argument[index], (*path, "Fn::If", index)

    def index_of_branch(self, truth: bool) -> int:
        return 1 if truth else 2

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value | None:
        chosen = self.chosen(argument, path, resolver.environment.condition)
        return as_written(written, path, may_be_absent=True) if chosen is None else resolver.value(*chosen)

    def conditions(self, argument: Any) -> Iterator[str]:
        if isinstance(argument, list) and argument and isinstance(argument[0], str):
            yield argument[0]

    def branches(self, argument: Any) -> Iterator[tuple[str, bool, Any]]:
        condition = self.condition(argument)
        if condition is not None:
            yield from ((condition, truth, argument[self.index_of_branch(truth)]) for truth in (True, False))

    def renamed(self, argument: Any, rename: Callable[[str], str]) -> Any:
        return _first_renamed(argument, rename)


class _Ref(Function):
    is_transparent = True

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value | None:
        name = argument
        if name == NO_VALUE:
            return None
        if not isinstance(name, str):
            return as_written(written, path)
        if name in resolver.template.parameters:
            found = resolver.environment.parameter(name)
            if found is not None:
                origin = Origin(path, found.written or path, found.source)
                if isinstance(found.value, str):
                    return text_or_holes(written, [found.value], origin)
                return Items(tuple(text_or_holes(written, [item], origin) for item in found.value), origin)
        elif name in resolver.template.resources:
            returned = self._of_resource(resolver, name)
            if returned is not None:
                text = text_of(returned)
                known = None if text is None else text.known
                return Unknown(written, Origin.at(path), text) if known is None else Known(known, Origin.at(path))
        elif name in (REGION, PARTITION, URL_SUFFIX):
            region = resolver.environment.region()
            if region is not None:
                return Known(of_region(name, region), Origin.at(path))
        return Unknown(written, Origin.at(path), Text((Hole(REF, name),)))

    def _of_resource(self, resolver: Resolver, name: str) -> Value | None:
        returned = REF_IS_PROPERTY.get(resolver.template.resources[name].type)
        return None if returned is None else resolver.property_of(name, returned)

    def shows_what_it_names(self, argument: Any) -> bool:
        return isinstance(argument, str)  # AWS::LanguageExtensions may compute the name.

    def names(self, argument: Any) -> Iterator[str]:
        if isinstance(argument, str):
            yield argument

    def computes_a_name(self, argument: Any) -> bool:
        return isinstance(argument, dict)

    def renamed(self, argument: Any, rename: Callable[[str], str]) -> Any:
        return rename(argument) if isinstance(argument, str) else argument


class _GetAtt(Function):
    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value:
        if isinstance(argument, str):
            argument = argument.split(".", 1)
        if isinstance(argument, list) and len(argument) == 2 and all(isinstance(part, str) for part in argument):
            return Unknown(written, Origin.at(path), Text((Hole(GET_ATT, ".".join(argument)),)))
        return as_written(written, path)

    def names(self, argument: Any) -> Iterator[str]:
        if isinstance(argument, str):
            yield argument
        elif isinstance(argument, list) and argument and isinstance(argument[0], str):
            yield ".".join(part for part in argument if isinstance(part, str))

    def computes_a_name(self, argument: Any) -> bool:
        return isinstance(argument, list) and bool(argument) and isinstance(argument[0], dict)

    def renamed(self, argument: Any, rename: Callable[[str], str]) -> Any:
        return dotted(argument, rename) if isinstance(argument, str) else _first_renamed(argument, rename)


class _Select(Function):
    is_transparent = True
    takes = (2,)

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value:
        if isinstance(argument, list) and len(argument) == 2:
            index = known_text(resolver.value(argument[0], (*path, "Fn::Select", 0)))
            values = resolver.value(argument[1], (*path, "Fn::Select", 1))
            position = int(index) if index is not None and index.isdecimal() and len(index) < 9 else None
            if isinstance(values, Items) and position is not None and position < len(values.values):
                # Whether AWS::NoValue leaves a gap in the list is not documented.
                has_gaps = isinstance(argument[1], list) and len(argument[1]) != len(values.values)
                return as_written(written, path) if has_gaps else values.values[position]
        return as_written(written, path)


class LookUp(NamedTuple):
    """An `Fn::FindInMap` taken apart."""

    map_name: Any
    keys: tuple[Any, Any]
    has_default: bool
    default: Any = None


class _FindInMap(Function):
    is_transparent = True
    takes = (3, 4)

    def parsed(self, argument: Any) -> LookUp | None:
        """None where it is malformed."""
        if not (isinstance(argument, list) and len(argument) in (3, 4)):
            return None
        map_name, first, second, *options = argument
        if options and isinstance(options[0], dict) and "DefaultValue" in options[0]:
            return LookUp(map_name, (first, second), True, options[0]["DefaultValue"])
        return LookUp(map_name, (first, second), False)

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value | None:
        look_up = self.parsed(argument)
        if look_up is None:
            return as_written(written, path)
        place: TemplatePath = ("Mappings",)
        found: Any = resolver.template.mappings
        for index, key_written in enumerate((look_up.map_name, *look_up.keys)):
            key = None
            if "Fn::Transform" not in found:
                key = self._key(resolver, key_written, found, (*path, "Fn::FindInMap", index))
            if key is None:
                may_be_absent = look_up.has_default and self._default(resolver, look_up, path) is None
                return as_written(written, path, may_be_absent=may_be_absent)
            found = found.get(key)
            place = (*place, key)
            if found is None or (index < 2 and not isinstance(found, dict)):
                return self._default(resolver, look_up, path) if look_up.has_default else as_written(written, path)
        if not all(scalar_text(each) is not None for each in (found if isinstance(found, list) else [found])):
            return as_written(written, path)
        resolved = resolver.value(found, place)
        return None if resolved is None else _moved(resolved, path, ".".join(map(str, place)))

    def _default(self, resolver: Resolver, look_up: LookUp, path: TemplatePath) -> Value | None:
        return resolver.value(look_up.default, (*path, "Fn::FindInMap", 3, "DefaultValue"))

    def _key(self, resolver: Resolver, written: Any, found: Mapping[str, Any], path: TemplatePath) -> str | None:
        function, name = function_of(written)
        if function == "Ref" and isinstance(name, str) and name in resolver.template.parameters:
            keys = [key for key in found if isinstance(key, str)]
            value = resolver.environment.parameter_as_key(name, keys)
            return value if isinstance(value, str) else None
        return known_text(resolver.value(written, path))

    def renamed(self, argument: Any, rename: Callable[[str], str]) -> Any:
        return _first_renamed(argument, rename)


class _Transform(Function):
    """What a macro makes, which may be nothing."""

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value:
        return as_written(written, path, may_be_absent=True)


class _Import(Function):
    """What comes from another stack. Its hole is of the kind of the function, so that it can be told from other unknowns."""

    def __init__(self, name: str) -> None:
        self._name = name

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value:
        return as_written(written, path, kind=self._name)


IMPORTS: Final = ("Fn::ImportValue", "Fn::GetStackOutput")
IF: Final = _If()
FIND_IN_MAP: Final = _FindInMap()
_REF: Final = _Ref()
_GET_ATT: Final = _GetAtt()
FUNCTIONS: Final[Mapping[str, Function]] = {
    "Ref": _REF,
    "Fn::FindInMap": FIND_IN_MAP,
    "Fn::GetAtt": _GET_ATT,
    "Fn::If": IF,
    "Fn::Join": Join(),
    "Fn::Select": _Select(),
    "Fn::Split": Split(),
    "Fn::Sub": Sub(_REF, _GET_ATT),
    "Fn::Transform": _Transform(),
    **{name: _Import(name) for name in IMPORTS},
}
_UNKNOWN_FUNCTION: Final = Function()


def is_malformed(written: Any) -> bool:
    """Whether something is a function that lacks what it takes, as under a wrong indentation. cfn-lint reports that."""
    function, argument = function_of(written)
    if function is None:
        return False
    takes = entry(function).takes
    if takes:
        return not isinstance(argument, list) or len(argument) not in takes
    return argument is None or argument in ("", [], {})


def entry(name: str) -> Function:
    return FUNCTIONS.get(name, _UNKNOWN_FUNCTION)


def _moved(value: Value, path: TemplatePath, source: str) -> Value:
    """`value` as it was written in a mapping, used at `path`."""
    origin = Origin(path, value.origin.defined_at, source)
    if isinstance(value, Items):
        return Items(tuple(_moved(item, path, source) for item in value.values), origin)
    return value._replace(origin=origin)


def _first_renamed(argument: Any, rename: Callable[[str], str]) -> Any:
    if isinstance(argument, list) and argument and isinstance(argument[0], str):
        return [rename(argument[0]), *argument[1:]]
    return argument
