"""A batch on a Dask cluster: the same audits, on machines that share a place for captures.

No engine knows hosts, and none runs a task exactly once. So ``run`` first finds out what is to be
asked for, has each host asked in one place at a time, and then audits from the
captures alone: a task that runs twice writes the same bytes twice. ``shared`` is the place, a
folder or an address of fsspec, ``work`` what the machines do. Needs the extra ``dask``.
"""
