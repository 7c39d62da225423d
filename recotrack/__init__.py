"""recotrack: recommendations made to a government, and what became of them."""

__version__ = "0.1.0"
