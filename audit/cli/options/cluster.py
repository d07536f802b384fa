"""The options that have a batch audited by the machines of a cluster."""

from dataclasses import dataclass
from typing import Annotated

from audit.cli.options.declare import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterOptions:
    """Where a Dask scheduler is, and the place that its workers share."""

    scheduler: Annotated[
        str | None,
        Option(
            metavar="ADDRESS",
            help="Audit on a Dask cluster: tcp://HOST:PORT of its scheduler. Needs the extra dask.",
        ),
    ] = None
    shared: Annotated[
        str | None,
        Option(
            metavar="PLACE",
            help="Where the workers of a cluster keep captures: a folder that all see, or an address"
            " such as s3://bucket/path (the extra s3). [cluster in the output folder]",
        ),
    ] = None
