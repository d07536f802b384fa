"""Whether the source that nobody linked is found in a web that was written by hand.

    python -m benchmarks.written_discovery WEB [--misses]

Outlets after the manner of real ones, each with the lists of its content management system, and
stories that quote them (``written_web/``). Each article is audited by itself, over HTTP and TLS of a
proxy on loopback. CPU is that of this process beyond the same audits without a search.
"""

import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import trustme

from audit.model import Discover
from benchmarks.made_web.measure import Answered, Audited, audited, baseline, settings
from benchmarks.made_web.proxy import serving
from benchmarks.written_web.web import WrittenWeb


def main() -> None:
    """Audits the articles of a web, and prints what came of it."""
    name = next(word for word in sys.argv[1:] if not word.startswith("-"))
    web = written(name)
    with TemporaryDirectory() as folder, _proxy(Path(folder, "ca.pem"), name) as proxy:
        os.environ["HTTP_PROXY"] = os.environ["HTTPS_PROXY"] = proxy
        held = settings(Path(folder, "ca.pem"), Discover.NAMED)
        held = replace(held, discovery=replace(held.discovery, sites=web.given))
        audited(web.articles[0], Path(folder), proxy, held)  # loads what is needed
        done = [audited(article, Path(folder), proxy, held) for article in web.articles]
        without = [baseline(each, Path(folder), proxy, held) for each in web.articles]
    _print(web, done, sum(without))
    if "--misses" in sys.argv:
        for audit in done:
            _print_misses(web, audit)


def written(name: str) -> WrittenWeb:
    """A web by the name of its module, as it is today."""
    module = import_module(f"benchmarks.written_web.{name}")
    return WrittenWeb(name, module.sites(), datetime.now(UTC).date(), given=module.GIVEN)


def _is_right(web: WrittenWeb, each: Answered) -> bool:
    if each.found is None:
        return not each.asked.kind.can_be_found
    return web.key_of(each.found) in each.asked.right


def _print(web: WrittenWeb, done: Sequence[Audited], without: float) -> None:
    every = [each for audit in done for each in audit.answered]
    can = [each for each in every if each.asked.kind.can_be_found]
    right = [each for each in can if _is_right(web, each)]
    wrong = [each for each in every if each.found is not None and not _is_right(web, each)]
    requests = sum(audit.requests.total() for audit in done)
    spent = sum(audit.seconds for audit in done) - without
    print(f"attributions    {len(every)} in {len(done)} articles, {len(can)} with a source")
    print(f"not as written  {sum(not each.is_read for each in every)}")
    print(f"right page      {len(right)}/{len(can)} {len(right) / len(can):.1%}")
    print(f"none called so  {sum(each.found is None for each in every) - sum(each.found is None for each in can)}/{len(every) - len(can)} without a source")  # fmt: skip
    print(f"wrong page      {len(wrong)}")
    print(f"requests        {requests / len(every):.2f} an attribution")
    print(f"CPU             {1000 * spent / len(every):.0f} ms an attribution\n")
    sites, good = Counter(each.asked.site.name for each in can), Counter(each.asked.site.name for each in right)  # fmt: skip
    for name, number in sites.items():
        print(f"  {name:24}{good[name]:5}{number:5}")


def _print_misses(web: WrittenWeb, audit: Audited) -> None:
    missed = [each for each in audit.answered if not _is_right(web, each)]
    for each in missed:
        print(f"\n{'missed' if each.found is None else 'wrong'}: {each.asked.site.name}, {each.asked.kind}")  # fmt: skip
        print(f"  “{each.asked.words}”")
        print(f"  right: {' '.join(each.asked.right) or 'none'}; found: {each.found}; read as written: {each.is_read}")  # fmt: skip
        for line in each.told:
            print(f"  {line}")
    if missed:
        for url, number in audit.requests.items():
            print(f"      {number} {url}")


@contextmanager
def _proxy(ca: Path, name: str) -> Iterator[str]:
    """The address of a proxy in a process of its own; its authority goes to ``ca``."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, ca, name), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        here.send(None)
        process.join(10)
        process.kill()


def _serve(pipe: Connection, ca: Path, name: str) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(ca))
    with serving(written(name), authority) as address:
        pipe.send(address)
        pipe.recv()


if __name__ == "__main__":
    main()
