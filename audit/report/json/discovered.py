"""Searches and what they found, as ``report.json`` has them, and back."""

from collections.abc import Mapping
from typing import Any

from audit.model import Discovery, Provider, Search, Searched


def search_object(search: Search) -> dict[str, Any]:
    """The search for the source of one attribution."""
    return {
        "places": [
            {
                "provider": place.provider,
                "where": place.where,
                "query": place.query,
                "listed": place.listed,
                "trouble": place.trouble,
            }
            for place in search.places
        ],
        "words": list(search.words),
        "read": list(search.read),
        "elsewhere": [{"url": url, "why": why} for url, why in search.elsewhere],
        "found": search.found,
    }


def discovery_object(discovery: Discovery) -> dict[str, Any]:
    """How one source was found."""
    return {
        "provider": discovery.provider,
        "where": discovery.where,
        "query": discovery.query,
        "words": list(discovery.words),
        "rank": discovery.rank,
        "of": discovery.of,
    }


def search_of(attribution_id: str, tree: Mapping[str, Any]) -> Search:
    """The search that an attribution's tree has."""
    return Search(
        attribution_id,
        tuple(
            Searched(
                Provider(place["provider"]),
                place["where"],
                place["query"],
                int(place["listed"]),
                place["trouble"],
            )
            for place in tree["places"]
        ),
        tuple(tree["words"]),
        tuple(tree["read"]),
        tuple((page["url"], page["why"]) for page in tree["elsewhere"]),
        tree["found"],
    )


def discovery_of(tree: Mapping[str, Any]) -> Discovery:
    """The discovery that a source's tree has."""
    return Discovery(
        Provider(tree["provider"]),
        tree["where"],
        tree["query"],
        tuple(tree["words"]),
        int(tree["rank"]),
        int(tree["of"]),
    )
