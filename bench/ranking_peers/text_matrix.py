"""Peers that hold the text of a position against all texts at once, and put the gates to that order."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.masks import Masks, Rows
from bench.ranking_peers.peer import Asking

Scores = NDArray[np.float32]


def best(rows: Rows, scores: Scores, limit: int) -> list[int]:
    """Give the rows with the highest scores, best first."""
    if limit < len(rows):
        chosen = np.argpartition(-scores, limit)[:limit]
        rows, scores = rows[chosen], scores[chosen]
    found: list[int] = rows[np.argsort(-scores, kind="stable")].tolist()
    return found


class RapidfuzzMatrix(Asking):
    """rapidfuzz's own loop in C++ over every text."""

    name = "rapidfuzz cdist, then gates"
    does = "token_set_ratio of everybody's text in one call, then the gates in numpy; text alone orders"

    def take(self, crowd: Crowd) -> None:
        """Keep the texts as rapidfuzz wants them."""
        self._texts = [utils.default_process(person.text) for person in crowd.profiles]
        self._masks = Masks(crowd)

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Score everybody, then ask who may."""
        wanted = [utils.default_process(asked.text)]
        scores = process.cdist(wanted, self._texts, scorer=fuzz.token_set_ratio, dtype=np.float32)[0]
        rows = self._masks.eligible(asked)
        return best(rows, scores[rows], limit)


class TfIdf(Asking):
    """scikit-learn's TF-IDF, with the product in the quick direction."""

    name = "TF-IDF and gates"
    does = (
        "scikit-learn's cosine of words by x @ X.T with everybody, then the gates in numpy; text alone orders"
    )

    def take(self, crowd: Crowd) -> None:
        """Weigh the words of all texts."""
        self._vectorizer = TfidfVectorizer(strip_accents="unicode", sublinear_tf=True, dtype=np.float32)
        everybody = self._vectorizer.fit_transform([person.text for person in crowd.profiles])
        # A row times words by people walks the postings of the words asked for and nothing else.
        self._people_by_word = everybody.T.tocsr()
        self._masks = Masks(crowd)

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Score everybody who shares a word, then ask who may."""
        scores = (self._vectorizer.transform([asked.text]) @ self._people_by_word).toarray()[0]
        rows = self._masks.eligible(asked)
        return best(rows, scores[rows], limit)

    @property
    def size(self) -> int:
        """Bytes of matrix and columns."""
        matrix = self._people_by_word
        return int(matrix.data.nbytes + matrix.indices.nbytes + matrix.indptr.nbytes) + self._masks.size
