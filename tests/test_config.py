from pathlib import Path

import pytest

from config import DEVELOPMENT_SECRET_KEY, INSTANCE, Settings, SettingsError, load_settings

PRODUCTION = {
    "PRODUCTION": "on",
    "SECRET_KEY": "x" * 32,
    "MASTER_KEY": "ab" * 32,
    "BASE_URL": "https://sankofa.example",
}


def test_nothing_set_is_a_development_that_starts():
    settings = load_settings({})
    assert settings == Settings()
    assert not settings.production
    assert settings.database_url.startswith("sqlite:///")
    assert settings.demo_sign_ins


def test_production_starts_with_its_secrets_and_without_demo_sign_ins():
    settings = load_settings(PRODUCTION)
    assert settings.production
    assert not settings.demo_sign_ins


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"MASTER_KEY": ""}, "MASTER_KEY"),
        ({"SECRET_KEY": "x" * 31}, "SECRET_KEY"),
        ({"SECRET_KEY": DEVELOPMENT_SECRET_KEY}, "SECRET_KEY"),
        ({"AUDIT_KEY": "x" * 31}, "AUDIT_KEY"),
        ({"DEMO_SIGN_INS": "on"}, "DEMO_SIGN_INS"),
        ({"BASE_URL": "http://sankofa.example"}, "BASE_URL"),
    ],
)
def test_production_refuses_to_start_and_names_the_setting(changes, named):
    with pytest.raises(SettingsError, match=named):
        load_settings({**PRODUCTION, **changes})


def test_the_audit_has_a_key_of_its_own():
    made, other = Settings(secret_key="x" * 32), Settings(secret_key="y" * 32)
    assert made.sealing_key != other.sealing_key
    assert {load_settings({"AUDIT_KEY": "a" * 32, "SECRET_KEY": key}).sealing_key for key in "xy"} == {
        b"a" * 32
    }


@pytest.mark.parametrize(
    ("environ", "file"),
    [
        ({"DATABASE_URL": "sqlite:////var/lib/sankofa.db"}, Path("/var/lib/sankofa.audit-heads.jsonl")),
        ({"DATABASE_URL": "sqlite:///here.db"}, Path("here.audit-heads.jsonl")),
        ({"DATABASE_URL": "postgresql+psycopg://u:p@host/trial?x=/y"}, INSTANCE / "trial.audit-heads.jsonl"),
        ({"AUDIT_HEADS": "/mnt/heads"}, Path("/mnt/heads")),
    ],
)
def test_each_database_has_heads_of_its_own(environ, file):
    assert load_settings(environ).heads_file == file


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"DATABASE_URL": "sqlite:////var/lib/sankofa.db"}, Path("/var/lib/sankofa.documents")),
        ({"DATABASE_URL": "postgresql+psycopg://u:p@host/trial"}, INSTANCE / "trial.documents"),
        ({"DOCUMENTS": "/mnt/documents", "AUDIT_HEADS": "/mnt/heads"}, Path("/mnt/documents")),
    ],
)
def test_each_database_has_documents_of_its_own(environ, folder):
    assert load_settings(environ).documents_folder == folder


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"PORT": "many"}, "PORT"),
        ({"PORT": "0"}, "PORT"),
        ({"PORT": "65536"}, "PORT"),
        ({"MAIL_URL": "pigeon:post"}, "MAIL_URL"),
        ({"PRODUCTION": "perhaps"}, "PRODUCTION"),
    ],
)
def test_settings_that_cannot_be_used_are_named(environ, named):
    with pytest.raises(SettingsError, match=named):
        load_settings(environ)


def test_settings_come_from_the_environment():
    settings = load_settings(
        {
            "PORT": "8080",
            "DATABASE_URL": "postgresql+psycopg://somewhere/sankofa",
            "SERVICE_NAME": "Retour",
            "MAIL_URL": "smtps://mail.example",
            "RATE_LIMITS": "off",
        }
    )
    assert (settings.port, settings.base_url) == (8080, "http://127.0.0.1:8080")
    assert settings.database_url == "postgresql+psycopg://somewhere/sankofa"
    assert (settings.service_name, settings.mail_url) == ("Retour", "smtps://mail.example")
    assert not settings.rate_limits


@pytest.mark.parametrize(("text", "expected"), [("1", True), ("YES", True), ("off", False), ("0", False)])
def test_switches_are_read_in_the_usual_spellings(text, expected):
    assert load_settings({"DEMO_SIGN_INS": text}).demo_sign_ins is expected


def test_base_url_has_no_slash_at_its_end():
    assert load_settings({"BASE_URL": "https://sankofa.example/"}).base_url == "https://sankofa.example"


def test_service_runs_under_its_own_name(app, client, page):
    assert page(client.get("/")).text(".brand-name") == app.config["SETTINGS"].service_name
