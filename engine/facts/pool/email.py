"""What the email settings say, read as a mail program would: the Email section of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from cfn_lint_cognito.engine.facts.arns import region_of_arn
from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.references import named_in
from cfn_lint_cognito.engine.template.pseudo_parameters import REGION
from cfn_lint_cognito.engine.values.text import Text
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Known,
    Unknown,
    Value,
    below,
    known_or_unknown,
    known_text,
    text_of,
)

_LONGEST: Final = 512
"""An address has at most 320 characters, and the parser takes its time for a text that was made to take it."""
_SOURCE_ARN: Final[Mapping[bool, tuple[str, ...]]] = {
    True: ("EmailConfiguration", "SourceArn"),
    False: ("AccountTakeoverRiskConfiguration", "NotifyConfiguration", "SourceArn"),
}
"""Where the ARN of the SES identity stands: in a user pool, and in its risk configuration."""


def email(resource: ResolvedResource, name: str) -> Value | None:
    """`FromIsAddress` says whether From can be the sender of an email, `SourceRegion` in which region the SES identity is,
    `PoolRegion` in which one the pool surely is.
    """
    return _FACTS[name](resource)


def _from_is_address(resource: ResolvedResource) -> Value | None:
    sender = resource.property("EmailConfiguration", "From")
    if sender is None:
        return None
    text = known_text(sender)
    return known_or_unknown(None if text is None else _is_address(text), "From", sender.origin)


def _is_address(text: str) -> bool | None:
    """Whether a text is an email address, alone or as `Name <address>`; None where mail programs would not agree."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not text.isprintable():
        return None
    _, bracket, inner = text.rpartition("<")
    address = inner.removesuffix(">") if bracket and text.endswith(">") else text
    if address.rstrip().endswith("@"):
        return False
    return _is_one_mailbox(address)


def _is_one_mailbox(address: str) -> bool | None:
    from email.errors import MessageError  # Few templates need it, and each run of cfn-lint pays for what is imported.
    from email.policy import default

    try:
        header: Any = default.header_factory("From", address)
    except (AttributeError, IndexError, TypeError, ValueError, RecursionError, MessageError):
        return None  # Some malformed texts are too much for the parser.
    mailboxes = [mailbox for mailbox in header.addresses if mailbox.username and mailbox.domain]
    if not mailboxes:
        return False
    if len(header.addresses) > 1:
        return None
    if header.defects:
        return False if any(map(str.isspace, mailboxes[0].username)) else None
    return True


def _source_region(resource: ResolvedResource) -> Value | None:
    source = resource.property(*_SOURCE_ARN[resource.declaration.type == USER_POOL])
    if source is None:
        return None
    return known_or_unknown(region_of_arn(text_of(source), "ses"), "SourceArn", source.origin)


def _pool_region(resource: ResolvedResource) -> Value:
    """Where the pool is, by the ARN of a function (which is always in the region of its pool) or by the pool's ID."""
    reference = pool_of(resource)
    pool = resource.view.template.resources.get(reference.resource or "")
    telling = (
        [(resource.property("UserPoolId"), _region_of_pool_id)]
        if pool is None
        else [(arn, _region_of_function) for arn in _functions(ResolvedResource(pool, resource.view))]
    )
    for value, region_of in telling:
        region = region_of(text_of(value))
        if isinstance(value, Known) and region is not None and not _is_made_with_the_region(value, resource):
            return Known(region, value.origin)
    return Unknown("region of the pool", resource.origin)


def _functions(pool: ResolvedResource) -> Iterator[Value | None]:
    triggers = pool.property("LambdaConfig")
    for trigger in triggers.values.values() if isinstance(triggers, Entries) else ():
        yield below(trigger, "LambdaArn") if isinstance(trigger, Entries) else trigger


def _region_of_function(arn: Text | None) -> str | None:
    return region_of_arn(arn, "lambda")


def _region_of_pool_id(pool_id: Text | None) -> str | None:
    before, underscore, _ = ("" if pool_id is None else pool_id.known or "").partition("_")
    return before if before and underscore else None


def _is_made_with_the_region(value: Known, resource: ResolvedResource) -> bool:
    """Whether AWS::Region stands in a value: that is where cfn-lint is run for, and the pool may be made elsewhere."""
    written: Any = resource.view.template.document
    for key in value.origin.used_at:
        written = written[key]
    return REGION in named_in(written)


_FACTS: Final[Mapping[str, Callable[[ResolvedResource], Value | None]]] = {
    "FromIsAddress": _from_is_address,
    "SourceRegion": _source_region,
    "PoolRegion": _pool_region,
}
