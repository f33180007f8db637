"""The functions that put texts together and take them apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from cfn_lint_cognito.engine.resolve.dynamic_references import text_or_holes
from cfn_lint_cognito.engine.resolve.function import Function, dotted
from cfn_lint_cognito.engine.resolve.spelling import as_written
from cfn_lint_cognito.engine.values.placeholders import holds_placeholder
from cfn_lint_cognito.engine.values.text import Hole, Text
from cfn_lint_cognito.engine.values.value import Items, Known, Origin, TemplatePath, Unknown, Value, known_text, text_of

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.resolve.resolver import Resolver

_LONGEST_TEXT: Final = 1024 * 100
"""How much text is put together: as much as all callback URLs of a client can take, by their number and length."""
_SUB_VARIABLE: Final = re.compile(r"\$\{([^{}]*)\}")
"""What stands between the braces of `${...}`: a name, spaces around it; a literal begins with `!`."""


class Sub(Function):
    is_transparent = True

    def __init__(self, ref: Function, get_att: Function) -> None:
        self._ref, self._get_att = ref, get_att

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value:
        template, variables = self._parts(argument)
        if template is None or holds_placeholder(template):
            return as_written(written, path)
        values: dict[str, Value | None] = {}
        made = _put_together(written, self._texts(resolver, template, variables, values, path), path)
        alone = values.get(template[2:-1].strip())
        return Known(made.value, alone.origin) if isinstance(made, Known) and isinstance(alone, Known) else made

    def names(self, argument: Any) -> Iterator[str]:
        text, variables = self._parts(argument)
        found = map(str.strip, _SUB_VARIABLE.findall(text or ""))
        yield from (name for name in found if not (name.startswith("!") or name in variables))

    def renamed(self, argument: Any, rename: Callable[[str], str]) -> Any:
        text, variables = self._parts(argument)
        if text is None:
            return argument
        kept = {name for name in _SUB_VARIABLE.findall(text) if name.strip() in variables or name.strip()[:1] == "!"}
        renamed = _SUB_VARIABLE.sub(
            lambda found: found[0] if found[1] in kept else f"${{{dotted(found[1].strip(), rename)}}}", text
        )
        return [renamed, argument[1]] if isinstance(argument, list) else renamed

    def _parts(self, argument: Any) -> tuple[str | None, Mapping[str, Any]]:
        """The text, None where there is none, and the variables of its own."""
        text, variables = argument if isinstance(argument, list) and len(argument) == 2 else (argument, {})
        return (text if isinstance(text, str) else None), (variables if isinstance(variables, dict) else {})

    def _texts(
        self,
        resolver: Resolver,
        template: str,
        variables: Mapping[str, Any],
        values: dict[str, Value | None],
        path: TemplatePath,
    ) -> Iterator[Text | None]:
        """The parts of the text. The values of its variables are put into `values`, each resolved once."""
        end = 0
        for variable in _SUB_VARIABLE.finditer(template):
            yield Text.joined([template[end : variable.start()]])
            end = variable.end()
            name = variable.group(1).strip()
            if name.startswith("!"):
                yield Text(("${" + name[1:] + "}",))
                continue
            if name not in values:
                values[name] = self._variable(resolver, name, variables, path)
            yield text_of(values[name])
        yield Text.joined([template[end:]])

    def _variable(
        self, resolver: Resolver, name: str, variables: Mapping[str, Any], path: TemplatePath
    ) -> Value | None:
        if name in variables:
            return resolver.value(variables[name], (*path, "Fn::Sub", 1, name))
        if "." in name:
            return self._get_att.resolve(resolver, {"Fn::GetAtt": name}, name, path)
        return self._ref.resolve(resolver, {"Ref": name}, name, path)


class Join(Function):
    is_transparent = True
    takes = (2,)

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value:
        if not (isinstance(argument, list) and len(argument) == 2 and isinstance(argument[0], str)):
            return as_written(written, path)
        values = resolver.value(argument[1], (*path, "Fn::Join", 1))
        if not isinstance(values, Items):
            return as_written(written, path)
        delimiter = Text.joined([argument[0]])
        texts = ((delimiter, text_of(item)) if index else (text_of(item),) for index, item in enumerate(values.values))
        return _put_together(written, itertools.chain.from_iterable(texts), path)


class Split(Function):
    is_transparent = True
    takes = (2,)

    def resolve(self, resolver: Resolver, written: Any, argument: Any, path: TemplatePath) -> Value:
        if isinstance(argument, list) and len(argument) == 2 and isinstance(argument[0], str) and argument[0]:
            source = resolver.value(argument[1], (*path, "Fn::Split", 1))
            text = known_text(source)
            if source is not None and text is not None:
                origin = Origin(path, source.origin.defined_at, source.origin.source)
                return Items(tuple(Known(item, origin) for item in text.split(argument[0])), origin)
        return as_written(written, path)


def _put_together(written: Any, texts: Iterable[Text | None], path: TemplatePath) -> Known | Unknown:
    """The text that `texts` make one after the other, where something is known of all of them."""
    parts: list[str | Hole] = []
    size = 0
    for text in texts:
        size += 0 if text is None else text.size
        if text is None or size > _LONGEST_TEXT:
            return as_written(written, path)
        parts.extend(text.parts)
    return text_or_holes(written, parts, Origin.at(path))
