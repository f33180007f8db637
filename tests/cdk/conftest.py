"""One app for the stacks of all these files: each has them by name in `BUILDS`, and of those in `WITH_CFN_LINT` the findings
of cfn-lint's own rules count, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # It starts Node.js.
    from stacks import Findings


@pytest.fixture(scope="session")
def _findings_in_every_module(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Findings:
    from stacks import found_in

    collected = {item.module for item in request.session.items if isinstance(item, pytest.Function)}
    modules = sorted((module for module in collected if hasattr(module, "BUILDS")), key=lambda module: module.__name__)
    builds = {f"{module.__name__} {name}": build for module in modules for name, build in module.BUILDS.items()}
    with_cfn_lint = [f"{module.__name__} {name}" for module in modules for name in getattr(module, "WITH_CFN_LINT", ())]
    return found_in(builds, tmp_path_factory.mktemp("cdk.out"), with_cfn_lint)


@pytest.fixture
def findings(request: pytest.FixtureRequest, _findings_in_every_module: Findings) -> Findings:
    """The findings for the template of each of the module's builds, as `cdk synth` writes it."""
    return lambda name: _findings_in_every_module(f"{request.module.__name__} {name}")
