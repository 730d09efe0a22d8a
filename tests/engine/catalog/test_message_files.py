"""Files of templates: their heads, their names, and when they are read anew."""

import os

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.catalog.messages.shelf import LARGEST, Shelf
from custom_components.action_engine.engine.catalog.messages.template_file import (
    TemplateFile,
    is_template_name,
    read_template,
)
from custom_components.action_engine.engine.errors import MessageTemplateError


class TestHead:
    """What stands before the text."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Hello", TemplateFile(body="Hello")),
            ("", TemplateFile(body="")),
            ("--- not a head\nx", TemplateFile(body="--- not a head\nx")),
            (
                "---\nsubject: {{ a }}: b\n---\nHello\n---\n",
                TemplateFile(subject="{{ a }}: b", body="Hello\n---\n"),
            ),
            (
                "\ufeff---\r\n# why\r\n\r\nstates: True\r\n---\r\nHello",
                TemplateFile(states=True, body="Hello"),
            ),
            ("---\nsubject:\n---\nx", TemplateFile(body="x")),
            ("---\n---\n", TemplateFile(body="")),
        ],
    )
    def test_is_taken_off(self, text, expected):
        """Between two lines of dashes at the very beginning."""
        assert read_template(text) == expected

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("---\nsubject: x\nHello", "has no end"),
            ("---\ntitle: x\n---\n", "neither subject nor states"),
            ("---\nsubject: x\nsubject: y\n---\n", "neither subject nor states"),
            ("---\njust words\n---\n", "neither subject nor states"),
            ("---\nstates: perhaps\n---\n", "neither true nor false"),
        ],
    )
    def test_what_nobody_can_read_is_refused(self, text, problem):
        """A limit that is misspelt must not vanish."""
        with pytest.raises(ValueError, match=problem):
            read_template(text)

    @given(st.text())
    def test_any_text_is_read_or_refused(self, text):
        """Nothing else comes of it."""
        try:
            found = read_template(text)
        except ValueError:
            return
        assert text.replace("\r\n", "\n").endswith(found.body)


class TestShelf:
    """The files of one folder."""

    def test_names_are_no_paths(self, tmp_path):
        """Nothing beside the folder is read."""
        (tmp_path / "secrets.jinja").write_text("x")
        shelf = Shelf(tmp_path / "templates")
        for name in ("../secrets", "a/b", "/etc/passwd", "..", "", "A", "a.b", "a\0b"):
            assert not is_template_name(name)
            with pytest.raises(MessageTemplateError, match="a name has"):
                shelf.get(name)

    def test_what_is_not_there(self, tmp_path):
        """The others are named."""
        (tmp_path / "door.jinja").write_text("x")
        with pytest.raises(MessageTemplateError, match="there are door"):
            Shelf(tmp_path).get("window")
        with pytest.raises(MessageTemplateError, match="there are none"):
            Shelf(tmp_path / "gone").get("window")

    def test_read_once_until_it_changes(self, tmp_path):
        """A file is opened when it is new, and when it is another one."""
        path = tmp_path / "door.jinja"
        path.write_text("one")
        shelf = Shelf(tmp_path)
        first = shelf.get("door")
        assert shelf.get("door") is first
        path.write_text("two")
        os.utime(path, ns=(1, 1))
        assert shelf.get("door").body == "two"
        path.unlink()
        with pytest.raises(MessageTemplateError):
            shelf.get("door")
        path.write_text("three")
        assert shelf.get("door").body == "three"

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (b"x" * (LARGEST + 1), "more than"),
            (b"\xff\xfe", "UTF-8"),
            (b"---\nstates: no\n---\n", "neither true nor false"),
        ],
    )
    def test_files_that_cannot_be_used(self, tmp_path, content, problem):
        """The reason is said, and stays true until the file is mended."""
        path = tmp_path / "door.jinja"
        path.write_bytes(content)
        shelf = Shelf(tmp_path)
        for _ in range(2):
            with pytest.raises(MessageTemplateError, match=problem):
                shelf.get("door")
        path.write_text("fine")
        assert shelf.get("door").body == "fine"

    def test_a_folder_is_no_file(self, tmp_path):
        """Neither is anything else that only looks like one."""
        (tmp_path / "door.jinja").mkdir()
        os.mkfifo(tmp_path / "pipe.jinja")
        for name in ("door", "pipe"):
            with pytest.raises(MessageTemplateError, match="it is no file"):
                Shelf(tmp_path).get(name)
