"""linimasa: dated who-did-what-to-whom knowledge graphs from diplomatic news."""

__all__ = ["__version__"]
__version__ = "0.1.0"
