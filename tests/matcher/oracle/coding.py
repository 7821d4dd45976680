"""Words to codes, once more."""

import re


def best_code(found):
    return found[0].code if found and found[0].confidence >= 0.6 else None


def coded_person(person, words):
    person = dict(person)
    if person.get("occupations") is not None:
        person["occupations"] = [coded_occupation(o, words) for o in person["occupations"]]
    if person.get("skills") is not None:
        person["skills"] = [part for skill in person["skills"] for part in coded_skill(skill, words)]
    return person


def coded_occupation(held, words):
    code = held.get("code") or (held.get("title") and best_code(words.resolve_occupation(held["title"])))
    specialty = held.get("specialty") or None
    if code and not specialty:
        specialty = words.occupations[code].specialty
    return {"code": code or None, "specialty": specialty, "years": held.get("years")}


def coded_skill(skill, words):
    if skill.get("code") or not skill.get("phrase"):
        return [skill]
    pieces = [p.strip() for p in re.split("[,;\n\r•|]", skill["phrase"]) if p.strip()] or [skill["phrase"]]
    return [
        {"code": best_code(words.resolve_skill(p)), "phrase": p, "level": skill.get("level")} for p in pieces
    ]


def coded_post(post, words):
    post = dict(post)
    if not post.get("occupation") and post.get("title"):
        post["occupation"] = best_code(words.resolve_occupation(post["title"]))
    for kind in ("required_skills", "desirable_skills"):
        post[kind] = [
            {**s, "code": s.get("code") or best_code(words.resolve_skill(s["phrase"]))}
            for s in post.get(kind) or []
        ]
    return post
