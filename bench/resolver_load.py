"""How long the vocabulary takes to load and what memory it needs, in a process of its own.

python -m bench.resolver_load
"""

import resource
import time

from matcher import Vocabulary


def main() -> None:
    """Load, ask each resolver once and print."""
    began = time.perf_counter()
    vocabulary = Vocabulary.load()
    print(f"vocabulary {vocabulary.version} loaded in {time.perf_counter() - began:.2f} s")
    for ask in (vocabulary.resolve_occupation, vocabulary.resolve_specialty, vocabulary.resolve_skill):
        began = time.perf_counter()
        ask("nurse")
        print(f"  first {ask.__name__}: {time.perf_counter() - began:.2f} s")
    print(f"memory with nothing else: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
