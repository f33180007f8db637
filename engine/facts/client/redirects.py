"""Redirect URLs as URIs: the Redirects section of the document, with what each URL of a client says of itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from cfn_lint_cognito.engine.facts.named_resource import named_resource
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.function import function_of
from cfn_lint_cognito.engine.resolve.functions import entry, is_malformed
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.template import Template, written_at
from cfn_lint_cognito.engine.values.text import Hole, Text
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    TemplatePath,
    Unknown,
    Value,
    entries_of,
    known_or_unknown,
    text_of,
)

_HOLE: Final = "\ue000"
"""Stands for what only the deployment knows while a URL is read; the URI grammar takes it for a letter of some alphabet."""
_SPACE: Final = re.compile(r"\s")
_SCHEME: Final = r"([A-Za-z][A-Za-z0-9+.-]*):"
_MAY_BECOME_A_SCHEME: Final = rf"([A-Za-z][A-Za-z0-9+.-]*)?{_HOLE}"
_KNOWN_END: Final = rf"\.[^.{_HOLE}]+\.[^a-z.{_HOLE}]*[a-z][^.{_HOLE}]*$"
_KNOWN_BEGINNING: Final = rf"([^.{_HOLE}]+\.)+[^a-z.{_HOLE}]*[a-z][^.{_HOLE}]*(?={_HOLE})"
_HOST_NAMES_OF_AWS: Final = frozenset(
    {
        ("AWS::CloudFront::Distribution", "DomainName"),
        ("AWS::EC2::EIP", ""),
        ("AWS::EC2::EIP", "PublicIp"),
        ("AWS::EC2::Instance", "PrivateDnsName"),
        ("AWS::EC2::Instance", "PrivateIp"),
        ("AWS::EC2::Instance", "PublicDnsName"),
        ("AWS::EC2::Instance", "PublicIp"),
        ("AWS::ElasticLoadBalancing::LoadBalancer", "DNSName"),
        ("AWS::ElasticLoadBalancingV2::LoadBalancer", "DNSName"),
        ("AWS::S3::Bucket", "DomainName"),
        ("AWS::S3::Bucket", "DualStackDomainName"),
        ("AWS::S3::Bucket", "RegionalDomainName"),
    }
)
"""The host names that AWS chooses: (resource type, attribute), the attribute "" for Ref. None of them means this machine."""
_LOAD_BALANCER_NAME: Final = {
    "AWS::ElasticLoadBalancing::LoadBalancer": "LoadBalancerName",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "Name",
}
"""The property with which a load balancer's host name begins, as it is written."""
_UP_TO_THE_HOST: Final = r"[^/?#]*//[^/?#@]*"
_BUCKET_WEBSITE: Final = ("AWS::S3::Bucket", "WebsiteURL")
"""The one attribute that is a URL of http: "Return values" of AWS::S3::Bucket."""


def redirects(resource: ResolvedResource, name: str) -> Value | None:
    urls = resource.property(name)
    if not isinstance(urls, Items):
        return urls
    if _holds_a_malformed_function(resource.view.template, urls.origin.used_at):
        return Unknown(name, urls.origin)
    return Items(tuple(_facts(url, resource.view) for url in urls.values), urls.origin)


def _holds_a_malformed_function(template: Template, path: TemplatePath) -> bool:
    """Whether an item of a list is a function without what it takes, as under a wrong indentation: what should stand in it
    stands beside it then, and is no URL. cfn-lint reports it.
    """
    written = written_at(template, path)
    return isinstance(written, list) and any(map(is_malformed, written))


def _facts(url: Value, view: View) -> Entries:
    text = text_of(url)
    ends_in_line_break = text is not None and text.end.endswith("\n")
    if text is not None and ends_in_line_break:
        text = Text.joined([*text.parts[:-1], text.end[:-1]])
    holes = Text((Hole("as written", ""),)) if text is None or _is_reported(text) else text
    literals = [part for part in holes.parts if isinstance(part, str)]
    origin = url.origin
    facts: dict[str, Value | None] = {
        "Text": Known(holes.render(), origin),
        "HasFragment": _has("#", literals, holes, origin),
        "HasWildcard": _has("*", literals, holes, origin),
        "EndsInLineBreak": Known(ends_in_line_break and holes is text, origin),
        "EmptyParts": Items(
            tuple(_empty_parts(written_at(view.template, origin.used_at), origin.used_at, view)), origin
        ),
        "LoadBalancer": _load_balancer(holes, view, origin),
        **_scheme_and_host("".join(_read(part, view.template) for part in holes.parts), origin),
    }
    return entries_of(facts, origin)


def _empty_parts(written: Any, path: TemplatePath, view: View) -> Iterator[Value]:
    """What a text is made of and adds nothing to it, in words: `the Default of parameter Host`."""
    within = view.resolver.branch(written, path)
    if within is None:
        return
    written, path = within
    function, argument = function_of(written)
    if function == "Fn::Sub":
        for name in entry(function).names(argument):
            yield from _empty_parts({"Ref": name}, path, view)
        variables = argument[1] if isinstance(argument, list) and len(argument) == 2 else {}
        for name, value in variables.items() if isinstance(variables, dict) else ():
            yield from _empty_parts(value, (*path, "Fn::Sub", 1, name), view)
    elif function == "Fn::Join":
        parts = argument[1] if isinstance(argument, list) and len(argument) == 2 else []
        for index, value in enumerate(parts if isinstance(parts, list) else []):
            yield from _empty_parts(value, (*path, "Fn::Join", 1, index), view)
    elif function in ("Ref", "Fn::FindInMap"):
        value = view.resolver.value(written, path)
        if isinstance(value, Known) and value.value == "" and value.origin.source:
            yield Known(value.origin.source, value.origin)


def _is_reported(url: Text) -> bool:
    """Whether cfn-lint itself reports it: the empty text, and one with white space."""
    return url.known == "" or any(isinstance(part, str) and _SPACE.search(part) for part in url.parts)


def _read(part: str | Hole, template: Template) -> str:
    if isinstance(part, str):
        return part
    resource, attribute = named_resource(part, template)
    if resource is not None and (resource.type, attribute) in _HOST_NAMES_OF_AWS:
        return Text((part,)).render()
    if resource is not None and (resource.type, attribute) == _BUCKET_WEBSITE:
        return f"http://{Text((part,)).render()}"
    return _HOLE


def _has(character: str, literals: Collection[str], text: Text, origin: Origin) -> Value:
    if any(character in literal for literal in literals):
        return Known(True, origin)
    return Known(False, origin) if text.known is not None else Unknown("URL", origin)


def _load_balancer(url: Text, view: View, origin: Origin) -> Value | None:
    """The load balancer of the template whose host name the URL has, with its name as far as that tells its letters."""
    before = ""
    for part in url.parts:
        if isinstance(part, str):
            before += part
            continue
        resource, attribute = named_resource(part, view.template)
        is_host = resource is not None and resource.type in _LOAD_BALANCER_NAME and attribute == "DNSName"
        if resource is not None and is_host and re.fullmatch(_UP_TO_THE_HOST, before):
            named = ResolvedResource(resource, view).property(_LOAD_BALANCER_NAME[resource.type])
            facts: dict[str, Value] = {"Resource": Known(resource.name, origin)}
            return Entries(facts if named is None else {**facts, "Name": _letters(named)}, origin)
        before += _HOLE
    return None


def _letters(name: Value) -> Value:
    """The text of a name where it is wholly known, or known to hold capital letters."""
    text = text_of(name)
    if text is None:
        return Unknown("Name", name.origin)
    has_capitals = any(isinstance(part, str) and part != part.lower() for part in text.parts)
    if text.known is None and not has_capitals:
        return Unknown("Name", name.origin)
    return Known(text.render(), name.origin)


def _scheme_and_host(url: str, origin: Origin) -> Mapping[str, Value | None]:
    scheme = re.match(_SCHEME, url)
    if scheme is None:
        unknown = Unknown("URL", origin) if re.match(_MAY_BECOME_A_SCHEME, url) else None
        return {"Scheme": unknown, "Host": unknown}
    return {"Scheme": Known(scheme.group(1).lower(), origin), "Host": _host(url[scheme.end() :], origin)}


def _host(after_the_scheme: str, origin: Origin) -> Value | None:
    if _HOLE in after_the_scheme[:2]:
        return Unknown("URL", origin)
    try:
        authority = urlsplit(after_the_scheme)
        host = authority.hostname
        if host is not None and "[" in authority.netloc:
            from ipaddress import IPv6Address  # Few URLs need it, and start-up is paid in every commit hook.

            host = f"[{IPv6Address(host)}]"
    except ValueError:
        return Unknown("URL", origin)
    if host is None or _HOLE not in host:
        return None if host is None else Known(host, origin)
    # Enough labels say where a host is: `${Stage}.example.com`, `example.com${Path}`. One label alone at the end may be that
    # of a file (`${Origin}.html`), and what follows a dot may be anything (`app.${Domain}`).
    end, beginning = re.search(_KNOWN_END, host), re.match(_KNOWN_BEGINNING, host)
    if end is not None:
        return Known(host[host.rindex(_HOLE) + 1 :], origin)
    return known_or_unknown(beginning and beginning.group(), "URL", origin)
