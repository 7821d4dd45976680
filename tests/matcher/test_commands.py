"""The engine from the shell."""

import json
import shlex
import subprocess
import sys

import pytest

from matcher.__main__ import main

PERSON = {"id": "p1", "occupations": [{"code": "2222"}], "modes": ["temporary"]}
POST = {"id": "v1", "occupation": "2222", "mode": "temporary", "duration_weeks": 4}


@pytest.fixture
def ranked(tmp_path, capfdbinary):
    def run(candidates, positions, *options):
        for name, lines in (("candidates", candidates), ("positions", positions)):
            texts = (line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
            (tmp_path / f"{name}.jsonl").write_bytes(b"\n".join(texts))
        files = [f"--{name}={tmp_path / name}.jsonl" for name in ("candidates", "positions")]
        return finished(capfdbinary, "rank", *files, *options)

    return run


@pytest.fixture
def resolved(tmp_path, monkeypatch, capfdbinary):
    def run(words, *options):
        (tmp_path / "words").write_bytes(words)
        with (tmp_path / "words").open(encoding="utf-8") as typed:
            monkeypatch.setattr(sys, "stdin", typed)
            return finished(capfdbinary, "resolve", *options)

    return run


def finished(capture, *arguments):
    status = main(arguments)
    sys.stdout.flush()
    out, err = capture.readouterr()
    return status, [json.loads(line) for line in out.splitlines()], err.decode().splitlines()


def test_rank_writes_one_ranking_a_position(ranked):
    status, rankings, errors = ranked([PERSON, {"id": "p2"}], [POST, {**POST, "id": "v2"}], "--limit=1")

    assert (status, errors) == (0, [])
    assert [ranking["position"] for ranking in rankings] == ["v1", "v2"]
    assert [match["candidate"] for match in rankings[0]["matches"]] == ["p1"]
    match = rankings[0]["matches"][0]
    assert match["verdict"] == "to_confirm"
    assert set(match["must_have_skills"]) == {"shown", "partly", "to_ask", "asked"}
    assert {"name", "state", "asked", "has", "fix"} <= set(match["gates"][0])
    assert {"name", "points", "max", "evidence"} <= set(match["criteria"][0])
    assert {"position", "engine", "vocabulary", "weights", "matches"} <= set(rankings[0])


def test_explain_adds_reasons_and_what_would_change(ranked):
    _, rankings, _ = ranked([PERSON], [POST], "--explain")

    match = rankings[0]["matches"][0]
    assert match["reasons"][0]["name"] == "duration"
    assert [change["action"] for change in match["what_would_change"]] == ["state_weeks", "state_reentry"]


BAD = [
    ({"id": "b", "max_weeks": -3}, "max_weeks: must be a whole number from 0 to 520"),
    (b'{"id": "b", "years_experience": NaN}', "must be JSON, and NaN is not"),
    (b'{"id": "b"', "must be JSON (expecting ',' delimiter at column 11)"),
    (b'{"id": "\xff"}', "must be UTF-8"),
    (b"[" * 100_000, "must not be nested so deeply"),
    (b'{"id": "b", "max_weeks": ' + b"9" * 5000 + b"}", "must not hold numbers of so many digits"),
    (b'["b"]', "must be an object"),
    ({"id": "b", "occupations": [{"code": "9999"}]}, "occupations[0].code: is not a code of the vocabulary"),
    ({"id": "p1"}, "id: 'p1' is there already"),
]


@pytest.mark.parametrize(("line", "rule"), BAD)
def test_a_bad_line_is_named_and_stops_everything(ranked, line, rule):
    status, rankings, errors = ranked([PERSON, line], [POST])

    assert (status, rankings) == (2, [])
    assert errors == [f"candidates.jsonl, line 2: {rule}"]


def test_with_keep_going_the_other_lines_are_ranked(ranked):
    lines = [line for line, _ in BAD]

    status, rankings, errors = ranked(
        [PERSON, *lines, {"id": "p9"}], [{"id": "v0", "posts": 0}, POST], "--keep-going"
    )

    assert status == 2
    assert [ranking["position"] for ranking in rankings] == ["v1"]
    assert [match["candidate"] for match in rankings[0]["matches"]] == ["p1", "p9"]
    assert len(errors) == len(lines) + 1
    assert errors[-1] == "positions.jsonl, line 1: posts: must be a whole number from 1 to 10000"


def test_a_position_with_an_unknown_code_is_refused(ranked):
    status, rankings, errors = ranked([PERSON], [{"id": "v", "occupation": "0000"}])

    assert (status, rankings) == (2, [])
    assert errors == ["positions.jsonl, line 1: occupation: is not a code of the vocabulary"]


def test_a_missing_file_is_one_line_too(capfd):
    assert main(["rank", "--candidates=/nowhere", "--positions=/nowhere"]) == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_blank_lines_of_json_are_passed_over(ranked):
    status, rankings, _ = ranked([PERSON, b"", b"  "], [b"", POST])

    assert (status, len(rankings)) == (0, 1)


def test_resolve_answers_every_line(resolved):
    status, answers, _ = resolved(b"sage-femme\n\nplombier\n", "--kind=occupation", "--language=fr")

    assert status == 0
    assert [answer["text"] for answer in answers] == ["sage-femme", "", "plombier"]
    assert answers[0]["suggestions"][0]["code"] == "2222"
    assert set(answers[0]["suggestions"][0]) == {"code", "label", "kind", "confidence", "matched", "esco"}
    assert answers[1]["suggestions"] == answers[2]["suggestions"] == []


def test_resolve_refuses_lines_that_are_no_words(resolved):
    lines = b"IDE\nI\x00DE\n" + b"x" * 10_000_000 + b"\n\xff\n"

    status, answers, errors = resolved(lines, "--kind=occupation", "--keep-going")

    assert status == 2
    assert [answer["text"] for answer in answers] == ["IDE"]
    assert errors == [
        "standard input, line 2: text: must not contain control characters",
        "standard input, line 3: text: must have at most 300 characters",
        "standard input, line 4: text: must be UTF-8",
    ]


@pytest.mark.parametrize("option", ["--language=french", "--country=Senegal", "--esco=/nowhere"])
def test_resolve_refuses_options_that_mean_nothing(resolved, option):
    status, answers, errors = resolved(b"IDE", "--kind=skill", option)

    assert (status, answers, len(errors)) == (2, [], 1)


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    """As `head` does."""
    people, posts = tmp_path / "people", tmp_path / "posts"
    people.write_text("".join(f'{{"id": "p{i}"}}\n' for i in range(50)))
    posts.write_text("".join(f'{{"id": "v{i}"}}\n' for i in range(100)))
    command = [sys.executable, "-m", "matcher", "rank", "--positions", posts, "--candidates", people]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert json.loads(process.stdout.readline())["position"] == "v0"
        process.stdout.close()
        assert process.stderr.read() == b""

    assert process.returncode == 0


RESOLVE = (sys.executable, "-m", "matcher", "resolve", "--kind=occupation")


def test_a_process_reads_what_is_piped_into_it():
    said = subprocess.run(RESOLVE, input=b"sage-femme\r\n", capture_output=True, check=True)
    assert json.loads(said.stdout)["suggestions"][0]["code"] == "2222"
    assert said.stderr == b""


@pytest.mark.parametrize(
    ("closed", "rule"),
    [("<&-", "standard input must not be closed"), (">&-", "standard output must not be closed")],
)
def test_closed_streams_are_refused_in_one_line(closed, rule):
    command = f"{shlex.join(RESOLVE)} {closed}"
    said = subprocess.run(
        ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (said.returncode, said.stdout, said.stderr.decode()) == (2, b"", f"{rule}\n")


@pytest.mark.parametrize("limit", ["abc", "-1", "1.5"])
def test_a_limit_that_is_no_number_is_refused_in_words(capfd, limit):
    with pytest.raises(SystemExit) as ended:
        main(["resolve", "--kind=skill", f"--limit={limit}"])
    assert ended.value.code == 2
    assert capfd.readouterr().err.endswith("--limit: must be a whole number from 0\n")
