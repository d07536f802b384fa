"""Settings and the sources file: TOML that people write by hand."""

from audit.config.files import load_sources
from audit.config.layers import layers, load_settings, settled
from audit.config.project import as_toml, output_folder, still_of_project
from audit.config.settings import Settings, host_and_port
from audit.config.waivers import add_waiver

__all__ = [
    "Settings",
    "add_waiver",
    "as_toml",
    "host_and_port",
    "layers",
    "load_settings",
    "load_sources",
    "output_folder",
    "settled",
    "still_of_project",
]
