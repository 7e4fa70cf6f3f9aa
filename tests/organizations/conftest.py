"""The component of organisations with the list of the package, and the French language without a model."""

import pytest

from claimx.components.organizations import Organizations, make_list
from claimx.french.language import ClaimxFrench


@pytest.fixture(scope="session")
def french():
    return ClaimxFrench()


@pytest.fixture(scope="session")
def component():
    return Organizations(make_list())
