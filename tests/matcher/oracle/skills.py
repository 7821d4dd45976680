"""What shows a skill, once more."""

import re
import unicodedata


def plain_words(text):
    text = unicodedata.normalize("NFKD", text.casefold())
    return re.sub("[^a-z0-9]+", " ", "".join(c for c in text if not unicodedata.combining(c))).split()


def text_stems(text):
    return {word[:5] for word in plain_words(text) if len(word) >= 5}


def says(summary, text):
    words, wanted = plain_words(summary), plain_words(text)
    if not wanted:
        return False
    if any(words[i : i + len(wanted)] == wanted for i in range(len(words))):
        return True
    clauses = re.split(r"[.,;:!?()\[\]\n\r•|]", summary)
    return len(text_stems(text)) >= 2 and any(text_stems(text) <= text_stems(c) for c in clauses)


def said_in_summary(asked, person, words):
    if not person.get("summary"):
        return False
    texts = [asked.get("phrase") or ""]
    if asked["code"]:
        term = words.skills[asked["code"]]
        texts += [*term.labels.values(), *(w for ws in term.synonyms.values() for w in ws)]
    return any(says(person["summary"], text) for text in texts)


def closeness(held, asked, words):
    if held.get("code") and asked.get("code"):
        return words.skill_closeness(held["code"], asked["code"])
    if held.get("code") or asked.get("code") or not (held.get("phrase") and asked.get("phrase")):
        return 0
    near = words.phrase_closeness(held["phrase"], asked["phrase"])
    return 100 if near >= 85 else near if near >= 60 else 0


def skill_share(asked, person, words):
    """How much of a skill is shown for sure, and how much may be there, of 100."""
    least = asked.get("min_level") or 1
    exact, other = [], [0]
    for held in person.get("skills") or []:
        near = closeness(held, asked, words)
        level = held.get("level")
        if near < 100:
            other.append(near // 2)
        elif level is None:
            exact.append((100 // least, 100))
        else:
            exact.append((min(100, 100 * level // least),) * 2)
    if said_in_summary(asked, person, words):
        other.append(50)
    low, high = max(exact, default=(0, 100))
    low = max(low, *other)
    return low, max(low, high)
