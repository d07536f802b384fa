"""Whether the source that nobody linked is found, and at what cost, in a web that is made up.

    python -m benchmarks.discovery [ARTICLES] [SEED] [--alone] [--misses]

Two hundred articles quote six hundred times from forty outlets and link nothing; the outlets have
five thousand pages, and each tells of them in its own way: news sitemaps, feeds, sections, 50,000
entries, lists without an end, or nothing. Beside each source stand the same speaker on other days,
others on that day, and reprints elsewhere, as they are and edited. What is true is made before
anybody searches (``made_web/world.py``). All is asked over HTTP and TLS of a proxy on loopback in a
process of its own, which counts the requests. The articles are one batch, so that what several ask
is asked once; with ``--alone``, each is audited by itself. CPU is that of this process beyond the
same audits without a search.

How hard it is, the first line says: in how many cases a plain ranking by the words of titles has
the source among the first six, or forty, pages of the outlet (91 % and 100 % on a trial with real
pages).
"""

import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import trustme

from audit.capture import begin_run
from audit.model import Discover
from benchmarks.made_web.measure import Answered, Audited, audited, baseline, settings
from benchmarks.made_web.proxy import serving
from benchmarks.made_web.site import Web
from benchmarks.made_web.titles import ranks
from benchmarks.made_web.world import ARTICLES, SEED, world

_SHOWN = 3
_BASELINES = 10  # articles that are audited without a search, too


def main() -> None:
    """Audits the articles, and prints what came of it."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    number, seed, *_ = [*numbers, *(ARTICLES, SEED)[len(numbers) :]]
    made = world(number, seed=seed)
    articles = made.articles
    first = ranks(made)
    for most in (1, 6, 40):
        part = sum(rank <= most for rank in first) / len(first)
        print(f"by titles       among the first {most:2} pages: {part:.1%}", flush=True)
    with TemporaryDirectory() as name, _proxy(Path(name, "ca.pem"), number, seed) as proxy:
        os.environ["HTTP_PROXY"] = os.environ["HTTPS_PROXY"] = proxy
        held = settings(Path(name, "ca.pem"), Discover.NAMED)
        audited(articles[0], Path(name), proxy, held)  # loads what is needed
        run = None if "--alone" in sys.argv else begin_run(held.fetch)
        done = [audited(article, Path(name), proxy, held, run) for article in articles]
        without = [baseline(each, Path(name), proxy, held) for each in articles[:_BASELINES]]
    _print(done, sum(without) / len(without))
    if "--misses" in sys.argv:
        _print_misses([answered for each in done for answered in each.answered])


def _print(done: Sequence[Audited], without: float) -> None:
    answered = [each for audit in done for each in audit.answered]
    can = [each for each in answered if each.asked.kind.can_be_found]
    cannot = [each for each in answered if not each.asked.kind.can_be_found]
    right = sum(each.is_right for each in can)
    judged = sum(each.is_right and each.is_judged_right for each in can)
    wrong = sum(each.is_wrong for each in answered)
    print(f"attributions    {len(answered)} in {len(done)} articles, {len(can)} with a source")
    print(f"not as written  {sum(not each.is_read for each in answered)}")
    print(f"right page      {right}/{len(can)} {right / len(can):.1%}; right verdict {judged}")
    print(f"none called so  {sum(each.is_right for each in cannot)}/{len(cannot)} without a source")
    print(f"wrong page      {wrong}")
    counts = [audit.requests.total() for audit in done]
    print(
        f"requests        {sum(counts) / len(answered):.2f} an attribution, at most"
        f" {max(counts)} in an article of {len(done[0].answered)}"
    )
    spent = sum(audit.seconds - without for audit in done)
    print(f"CPU             {1000 * spent / len(answered):.0f} ms an attribution")
    print()
    for title, key in (("words", _kind), ("lists", _lists)):
        every, good = Counter(map(key, can)), Counter(key(each) for each in can if each.is_right)
        print(f"{title:48}right   of")
        for name, number in every.items():
            print(f"  {name:46}{good[name]:5}{number:5}")
    print(f"{'nothing to be found there today':48}right   of  a page of the outlet that had them")
    every, good = (
        Counter(map(_kind, cannot)),
        Counter(_kind(each) for each in cannot if each.is_right),
    )
    older = Counter(_kind(each) for each in cannot if each.found in each.asked.right)
    for name, number in every.items():
        print(f"  {name:46}{good[name]:5}{number:5}{older[name]:5}")


def _print_misses(answered: Sequence[Answered]) -> None:
    seen: Counter[tuple[str, str, str]] = Counter()
    for each in answered:
        if each.is_right:
            continue
        what = "wrong" if each.is_wrong else "missed"
        seen[what, _kind(each), _lists(each)] += 1
        if seen[what, _kind(each), _lists(each)] <= _SHOWN:
            print(f"\n{what}: {_kind(each)}, {_lists(each)} ({each.asked.site.host})")
            print(f"  “{each.asked.words}”")
            print(f"  right: {' '.join(sorted(each.asked.right)) or 'none'}")
            print(f"  found: {each.found or 'none'}; read as written: {each.is_read}")
            for line in each.told:
                print(f"  {line}")


def _kind(answered: Answered) -> str:
    return answered.asked.kind.value


def _lists(answered: Answered) -> str:
    return answered.asked.site.lists.value


@contextmanager
def _proxy(ca: Path, articles: int, seed: int) -> Iterator[str]:
    """The address of a proxy in a process of its own; its authority goes to ``ca``."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, ca, articles, seed), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        here.send(None)
        process.join(10)
        process.kill()


def _serve(pipe: Connection, ca: Path, articles: int, seed: int) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(ca))
    with serving(Web(world(articles, seed=seed)), authority) as address:
        pipe.send(address)
        pipe.recv()


if __name__ == "__main__":
    main()
