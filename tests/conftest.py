"""Profiles of hypothesis: a few hundred templates in CI, many in a long run (`--hypothesis-profile=long`)."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
_PHASES = [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]
settings.register_profile(
    "ci", max_examples=300, deadline=None, phases=_PHASES, derandomize=True, suppress_health_check=_QUIET
)
settings.register_profile("long", max_examples=20_000, deadline=None, phases=_PHASES, suppress_health_check=_QUIET)
settings.load_profile("ci")
