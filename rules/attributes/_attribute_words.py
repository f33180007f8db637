"""Words that the attribute rules share."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import among, listed
from cfn_lint_cognito.engine.schemas import names, standard_attributes
from cfn_lint_cognito.engine.values.value import is_unknown


def which_have_to_stay(diagnostic: Diagnostic) -> str:
    """What a list of WriteAttributes cannot do without in any deployment, as one more sentence: ` Keep email (the pool requires
    it) in the list.`
    """
    never_writable = names("name of an attribute that only Cognito writes")
    reasons = {
        name: "an identity provider sets it"
        if name in standard_attributes()
        else "an identity provider sets it; do not map it if users must not change it"
        for name in diagnostic.get("Possible", "Mapped")
        if not is_unknown(name)
        and (name in standard_attributes() or (name.startswith("custom:") and _may_be_declared(diagnostic, name)))
    }
    required = diagnostic.known("Pool", "RequiredAttributes") or ()
    reasons |= dict.fromkeys(among(required, standard_attributes()), "the pool requires it")
    kept = [f"{name} ({reason})" for name, reason in sorted(reasons.items()) if name not in never_writable]
    return f" Keep {listed(kept)} in the list." if kept else ""


def _may_be_declared(diagnostic: Diagnostic, name: str) -> bool:
    """What the pool surely lacks is a mistake of the provider (E9604), and cannot be listed (E9573)."""
    declared = diagnostic.known("Pool", "CustomAttributes")
    return declared is None or name in declared or not all(isinstance(other, str) for other in declared)
