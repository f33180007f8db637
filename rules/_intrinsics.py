"""CloudFormation's intrinsic functions, resolved as far as one deployment is known.

This is the only module that knows them. What cannot be resolved comes back as `Unknown`, with as much of its text as can
be told.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from cfn_lint_cognito._conditions import spelled
from cfn_lint_cognito._references import SUB_VARIABLE
from cfn_lint_cognito._template import PARTITIONS, REGION, ParameterValue, Resource, Template, TemplatePath, scalar_text
from cfn_lint_cognito._values import Entries, Hole, Items, Known, Origin, Text, Unknown, Value, known_text, text_of

DYNAMIC_REFERENCE = "{{resolve:"
NO_VALUE = "AWS::NoValue"
REF_IS_PROPERTY = {
    "AWS::Cognito::UserPoolIdentityProvider": "ProviderName",
    "AWS::Cognito::UserPoolResourceServer": "Identifier",
}
"""What `Ref` returns for resources whose Ref is one of their own properties ("Return values" of each resource's page)."""

_LONGEST_TEXT = 1024 * 100
"""How much text is put together: as much as all callback URLs of a client can take, by their number and length."""
_FEWEST_GROUPS = 3
"""How many groups of items make it worth while to look at each alone."""


Result = TypeVar("Result")


class Argument(NamedTuple):
    """The value of a parameter, where it comes from in words, where it is written, if that is in the template, and what the
    parameter may be instead.
    """

    value: ParameterValue
    source: str = ""
    written: TemplatePath | None = None
    others: tuple[str, ...] = ()


class Environment(Protocol):
    """What a deployment has decided. None means undecided or unknown."""

    @property
    def template(self) -> Template: ...

    def parameter(self, name: str) -> Argument | None: ...

    def parameter_as_key(self, name: str, keys: Sequence[str]) -> ParameterValue | None:
        """The value of a parameter that selects one of the `keys` of a mapping."""

    def region(self) -> str | None: ...

    def condition(self, name: str) -> bool | None: ...

    def remembered(self, thing: Hashable, make: Callable[[], Result]) -> Result:
        """What `make` makes of the template in this environment. It need not be called a second time."""


class Intrinsics:
    """Resolves what stands in a template, in one environment."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.template = environment.template
        self._resolving: set[str] = set()

    def value(self, written: Any, path: TemplatePath) -> Value | None:
        """The value of `written`, which stands at `path`; None when it is AWS::NoValue."""
        if isinstance(written, dict):
            return self._map_or_function(written, path)
        if isinstance(written, list):
            return self.items(written, path)
        if isinstance(written, str) and DYNAMIC_REFERENCE in written:
            return _from_parts(written, [written], Origin.at(path))
        if scalar_text(written) is None:
            return Unknown(written, Origin.at(path))
        return Known(written, Origin.at(path))

    def _map_or_function(self, written: dict[Any, Any], path: TemplatePath) -> Value | None:
        function, argument = _function(written)
        if function == "Fn::If":
            chosen = self._chosen(argument, path)
            return _opaque(written, path) if chosen is None else self.value(*chosen)
        if function is not None:
            resolve = _RESOLVERS.get(function)
            return _opaque(written, path) if resolve is None else resolve(self, written, argument, path)
        if _may_have_more_keys(written):
            return _opaque(written, path)
        entries = ((key, self.value(entry, (*path, key))) for key, entry in written.items())
        return Entries({str(key): entry for key, entry in entries if entry is not None}, Origin.at(path))

    def items(self, written: list[Any], path: TemplatePath) -> Items:
        values = (self.value(item, (*path, index)) for index, item in enumerate(written))
        return Items(tuple(value for value in values if value is not None), Origin.at(path))

    def branch(self, written: Any, path: TemplatePath) -> tuple[Any, TemplatePath] | None:
        """What stands behind every `Fn::If` around `written`, with its path; None when it is AWS::NoValue.

        An `Fn::If` that cannot be decided is returned as it is.
        """
        while True:
            function, argument = _function(written)
            if function == "Ref" and argument == NO_VALUE:
                return None
            chosen = self._chosen(argument, path) if function == "Fn::If" else None
            if chosen is None:
                return written, path
            written, path = chosen

    def referred_to(self, written: Any, path: TemplatePath, key: str) -> str | None:
        """What a `Ref` that is the value of a key of a map names; None for any other value."""
        within = self.branch(written, path)
        if within is None or not isinstance(within[0], dict) or key not in within[0]:
            return None
        value = self.branch(within[0][key], (*within[1], key))
        function, name = (None, None) if value is None else _function(value[0])
        return name if function == "Ref" and isinstance(name, str) else None

    def _chosen(self, argument: Any, path: TemplatePath) -> tuple[Any, TemplatePath] | None:
        """The branch that the `Fn::If` at `path` takes, with its path; None where that cannot be decided."""
        if not (isinstance(argument, list) and len(argument) == 3 and isinstance(argument[0], str)):
            return None
        truth = self.environment.condition(argument[0])
        if truth is None:
            return None
        index = 1 if truth else 2
        return argument[index], (*path, "Fn::If", index)

    def _ref(self, written: Any, name: Any, path: TemplatePath) -> Value | None:
        if name == NO_VALUE:
            return None
        if not isinstance(name, str):
            return _opaque(written, path)
        if name in self.template.parameters:
            found = self.environment.parameter(name)
            if found is not None:
                origin = Origin(path, found.written or path, found.source, found.others)
                if isinstance(found.value, str):
                    return _from_parts(written, [found.value], origin)
                return Items(tuple(_from_parts(written, [item], origin) for item in found.value), origin)
        elif name in self.template.resources:
            resource = self.template.resources[name]
            property_name = REF_IS_PROPERTY.get(resource.type)
            if property_name is not None:
                returned = self.property_of(name, property_name)
                if returned is not None:
                    text = text_of(returned)
                    known = None if text is None else text.known
                    return Unknown(written, Origin.at(path), text) if known is None else Known(known, Origin.at(path))
        elif name.startswith("AWS::"):
            known = self._pseudo_parameter(name)
            if known is not None:
                return Known(known, Origin.at(path))
        return Unknown(written, Origin.at(path), Text((Hole("Ref", name),)))

    def property_of(self, resource_name: str, *keys: str) -> Value | None:
        """A property of a resource, resolving only what leads to it; None when it is absent or goes round in a circle."""
        if resource_name in self._resolving:
            return None
        thing = ("property of", resource_name, *keys)
        return self.environment.remembered(thing, lambda: self._property_of(resource_name, keys))

    def _property_of(self, resource_name: str, keys: Sequence[str]) -> Value | None:
        resource = self.template.resources[resource_name]
        self._resolving.add(resource_name)
        try:
            return self.at(resource.properties, (*resource.path, "Properties"), keys)
        finally:
            self._resolving.discard(resource_name)

    def at(self, written: Any, path: TemplatePath, keys: Sequence[str]) -> Value | None:
        """The value below `keys` of a map, resolving only what leads to it; None when there is none."""
        for key in keys:
            chosen = self.branch(written, path)
            if chosen is None:
                return None
            written, path = chosen
            if not isinstance(written, dict) or _function(written)[0] is not None:
                return _opaque(written, path)
            if key not in written:
                return _opaque(written, path) if _may_have_more_keys(written) else None
            written, path = written[key], (*path, key)
        return self.value(written, path)

    def _pseudo_parameter(self, name: str) -> str | None:
        if name not in {REGION, "AWS::Partition", "AWS::URLSuffix"}:
            return None
        region = self.environment.region()
        if region is None or name == REGION:
            return region
        partition = next((names for prefix, names in PARTITIONS.items() if region.startswith(prefix)), None)
        return (partition or ("aws", "amazonaws.com"))[0 if name == "AWS::Partition" else 1]

    def _get_att(self, written: Any, argument: Any, path: TemplatePath) -> Value:
        if isinstance(argument, str):
            argument = argument.split(".", 1)
        if isinstance(argument, list) and len(argument) == 2 and all(isinstance(part, str) for part in argument):
            return Unknown(written, Origin.at(path), Text((Hole("Fn::GetAtt", ".".join(argument)),)))
        return _opaque(written, path)

    def _sub(self, written: Any, argument: Any, path: TemplatePath) -> Value:
        template, variables = argument, {}
        if isinstance(argument, list) and len(argument) == 2 and isinstance(argument[1], dict):
            template, variables = argument
        if not isinstance(template, str):
            return _opaque(written, path)
        values: dict[str, Value | None] = {}
        made = _put_together(written, self._texts(template, variables, values, path), path)
        alone = values.get(template[2:-1].strip())
        return Known(made.value, alone.origin) if isinstance(made, Known) and isinstance(alone, Known) else made

    def _texts(
        self, template: str, variables: Mapping[str, Any], values: dict[str, Value | None], path: TemplatePath
    ) -> Iterator[Text | None]:
        """The parts of the text of an `Fn::Sub`. The values of its variables are put into `values`, each resolved once."""
        end = 0
        for variable in SUB_VARIABLE.finditer(template):
            yield Text.joined([template[end : variable.start()]])
            end = variable.end()
            name = variable.group(1).strip()
            if name.startswith("!"):
                yield Text(("${" + name[1:] + "}",))
                continue
            if name not in values:
                values[name] = self._variable(name, variables, path)
            yield text_of(values[name])
        yield Text.joined([template[end:]])

    def _variable(self, name: str, variables: Mapping[str, Any], path: TemplatePath) -> Value | None:
        if name in variables:
            return self.value(variables[name], (*path, "Fn::Sub", 1, name))
        if "." in name:
            return self._get_att({"Fn::GetAtt": name}, name, path)
        return self._ref({"Ref": name}, name, path)

    def _join(self, written: Any, argument: Any, path: TemplatePath) -> Value:
        if not (isinstance(argument, list) and len(argument) == 2 and isinstance(argument[0], str)):
            return _opaque(written, path)
        values = self.value(argument[1], (*path, "Fn::Join", 1))
        if not isinstance(values, Items):
            return _opaque(written, path)
        delimiter = Text.joined([argument[0]])
        texts = ((delimiter, text_of(item)) if index else (text_of(item),) for index, item in enumerate(values.values))
        return _put_together(written, itertools.chain.from_iterable(texts), path)

    def _split(self, written: Any, argument: Any, path: TemplatePath) -> Value:
        if isinstance(argument, list) and len(argument) == 2 and isinstance(argument[0], str) and argument[0]:
            source = self.value(argument[1], (*path, "Fn::Split", 1))
            text = known_text(source)
            if source is not None and text is not None:
                origin = Origin(path, source.origin.written, source.origin.source)
                return Items(tuple(Known(item, origin) for item in text.split(argument[0])), origin)
        return _opaque(written, path)

    def _select(self, written: Any, argument: Any, path: TemplatePath) -> Value:
        if isinstance(argument, list) and len(argument) == 2:
            index = known_text(self.value(argument[0], (*path, "Fn::Select", 0)))
            values = self.value(argument[1], (*path, "Fn::Select", 1))
            position = int(index) if index is not None and index.isdecimal() and len(index) < 9 else None
            if isinstance(values, Items) and position is not None and position < len(values.values):
                # Whether AWS::NoValue leaves a gap in the list is not documented.
                has_gaps = isinstance(argument[1], list) and len(argument[1]) != len(values.values)
                return _opaque(written, path) if has_gaps else values.values[position]
        return _opaque(written, path)

    def _find_in_map(self, written: Any, argument: Any, path: TemplatePath) -> Value | None:
        if not (isinstance(argument, list) and len(argument) in (3, 4)):
            return _opaque(written, path)
        place: TemplatePath = ("Mappings",)
        found: Any = self.template.mappings
        for index, key_written in enumerate(argument[:3]):
            if "Fn::Transform" in found:
                return _opaque(written, path)
            key = self._map_key(key_written, found, (*path, "Fn::FindInMap", index))
            if key is None:
                return _opaque(written, path)
            found = found.get(key)
            place = (*place, key)
            if found is None or (index < 2 and not isinstance(found, dict)):
                return self._map_default(written, argument, path)
        if not _is_literal(found):
            return _opaque(written, path)
        resolved = self.value(found, place)
        return None if resolved is None else _moved(resolved, path, ".".join(map(str, place)))

    def _map_default(self, written: Any, argument: list[Any], path: TemplatePath) -> Value | None:
        options = argument[3] if len(argument) == 4 else None
        if isinstance(options, dict) and "DefaultValue" in options:
            return self.value(options["DefaultValue"], (*path, "Fn::FindInMap", 3, "DefaultValue"))
        return _opaque(written, path)

    def _map_key(self, written: Any, found: Mapping[str, Any], path: TemplatePath) -> str | None:
        function, name = _function(written)
        if function == "Ref" and isinstance(name, str) and name in self.template.parameters:
            value = self.environment.parameter_as_key(name, [key for key in found if isinstance(key, str)])
            return value if isinstance(value, str) else None
        return known_text(self.value(written, path))


def aspects(resource: Resource, lists: Callable[[], Collection[str]]) -> list[Resource]:
    """The resource once for the items of its `lists` that hang on the same conditions, each without the other items.

    Judged one by one they make far fewer deployments than all together. The resource itself comes back where that does not
    matter.
    """
    found = resource.conditions_of_items
    if len({conditions for each in found.values() for conditions in each}) < _FEWEST_GROUPS:
        return [resource]
    names = [name for name in lists() if name in found]
    items = [(name, index, conditions) for name in names for index, conditions in enumerate(found[name])]
    groups = sorted({conditions for _, _, conditions in items}, key=sorted)
    if len(groups) < _FEWEST_GROUPS:
        return [resource]
    properties = resource.properties
    parts: list[Resource] = []
    for group in groups:
        kept = {(name, index) for name, index, conditions in items if conditions == group}
        shown = {
            name: [item if (name, index) in kept else {"Ref": NO_VALUE} for index, item in enumerate(properties[name])]
            for name in names
        }
        declared = {**resource.declared, "Properties": {**properties, **shown}}
        parts.append(Resource(resource.name, declared, aspect=(frozenset(names), group)))
    return parts


_Resolver = Callable[[Intrinsics, Any, Any, TemplatePath], "Value | None"]
_RESOLVERS: dict[str, _Resolver] = {
    "Ref": Intrinsics._ref,
    "Fn::GetAtt": Intrinsics._get_att,
    "Fn::Sub": Intrinsics._sub,
    "Fn::Join": Intrinsics._join,
    "Fn::Split": Intrinsics._split,
    "Fn::Select": Intrinsics._select,
    "Fn::FindInMap": Intrinsics._find_in_map,
}


def _function(written: Any) -> tuple[str | None, Any]:
    """The name and argument of an intrinsic, known or not; (None, None) for a plain value."""
    if isinstance(written, dict) and len(written) == 1:
        name, argument = next(iter(written.items()))
        if isinstance(name, str) and (name.startswith("Fn::") or name in ("Ref", "Condition")):
            return name, argument
    return None, None


def _may_have_more_keys(written: Mapping[Any, Any]) -> bool:
    """Whether a macro or a loop beside the keys of a map may add others."""
    return any(isinstance(key, str) and key.startswith("Fn::") for key in written)


def _opaque(written: Any, path: TemplatePath) -> Unknown:
    """An unknown value whose text equals only that of an intrinsic written the same way."""
    return Unknown(written, Origin.at(path), Text((Hole("as written", spelled(written)),)))


def _put_together(written: Any, texts: Iterable[Text | None], path: TemplatePath) -> Known | Unknown:
    """The text that `texts` make one after the other, where something is known of all of them."""
    parts: list[str | Hole] = []
    size = 0
    for text in texts:
        size += 0 if text is None else text.size
        if text is None or size > _LONGEST_TEXT:
            return _opaque(written, path)
        parts.extend(text.parts)
    return _from_parts(written, parts, Origin.at(path))


def _from_parts(written: Any, parts: Sequence[str | Hole], origin: Origin) -> Known | Unknown:
    text = Text.joined(parts)
    if any(isinstance(part, str) and DYNAMIC_REFERENCE in part for part in text.parts):
        text = Text.joined(list(_with_dynamic_references(text)))
    known = text.known
    return Unknown(written, origin, text) if known is None else Known(known, origin)


def _with_dynamic_references(text: Text) -> Iterator[str | Hole]:
    """The parts of a text with each `{{resolve:...}}` as one hole, whatever stands between its braces."""
    reference: list[str] | None = None
    for part in text.parts:
        if isinstance(part, Hole):
            if reference is None:
                yield part
            else:
                reference.append(f"{part.kind} {part.name}")
            continue
        rest = part
        while rest:
            if reference is None:
                before, opened, rest = rest.partition(DYNAMIC_REFERENCE)
                yield before
                reference = [] if opened else None
            else:
                inside, closed, rest = rest.partition("}}")
                reference.append(inside)
                if closed:
                    yield Hole("dynamic reference", "".join(reference))
                    reference = None
    if reference is not None:
        yield Hole("dynamic reference", "".join(reference))


def _is_literal(written: Any) -> bool:
    """Whether `written` is what a mapping can hold: a scalar or a list of scalars."""
    return all(scalar_text(each) is not None for each in (written if isinstance(written, list) else [written]))


def _moved(value: Value, path: TemplatePath, source: str) -> Value:
    """`value` as it was written in a mapping, used at `path`."""
    origin = Origin(path, value.origin.written, source)
    if isinstance(value, Known):
        return Known(value.value, origin)
    if isinstance(value, Items):
        return Items(tuple(_moved(item, path, source) for item in value.values), origin)
    return value
