"""Settings and the sources file: TOML that people write by hand."""

from audit.config.files import load_settings, load_sources
from audit.config.settings import Settings

__all__ = ["Settings", "load_settings", "load_sources"]
