import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pytest


@pytest.fixture(autouse=True)
def figures_of_its_own():
    """What one test drew is not on the axes of the next."""
    yield
    plt.close("all")
