"""The recorder in a process with Bengal: every hook comes and goes, stand-ins answer like what they stand for."""

from __future__ import annotations

import datetime
import importlib.util
import os
import sys
import tempfile
import types
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

BENGAL = importlib.util.find_spec("bengal") is not None

if BENGAL:
    from bengal_cache_companion.traces import clock, doubts, hooks, session, table
    from bengal_cache_companion.traces.frames import Frame, current
    from bengal_cache_companion.traces.mappings import Place, stand_in


def tiny_site(folder: Path) -> Any:
    from bengal.core.site import Site

    (folder / "content").mkdir()
    (folder / "data").mkdir()
    (folder / "content/_index.md").write_text("---\ntitle: Home\n---\nText\n")
    (folder / "content/a.md").write_text("---\ntitle: A\nlevel: 2\n---\nText\n")
    (folder / "data/team.yaml").write_text("lead: Ada\nitems:\n  count: 2\n")
    (folder / "bengal.toml").write_text('[site]\ntitle = "T"\n\n[params]\ncompany = "C"\n')
    site = Site.from_config(folder)
    site.discover_content()
    site.build_time = datetime.datetime(2026, 11, 30, 9, 30)
    return site


@unittest.skipUnless(BENGAL, "there is no Bengal in this Python")
class WithSite(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        self.site = tiny_site(self.root)
        self.context = session.Context(self.site, None, str(self.root), str(self.root / "public"))

    def recorder(self) -> Any:
        recorder = session.install(self.context)
        self.addCleanup(recorder.remove)
        return recorder

    def reads(self, recorder: Any, act: Any) -> tuple[set[str], set[str]]:
        """What `act` reads, and its doubts."""
        frame = Frame()
        current.frame = frame
        try:
            act()
        finally:
            current.frame = None
        return {str(recorder.recording.table.reads[index]) for index in frame}, frame.doubts


class Hooks(WithSite):
    def places(self) -> dict[str, Any]:
        found = {}
        for hook in table.HOOKS:
            try:
                owner, name = hooks._owner(hook)
            except (ImportError, AttributeError):
                continue
            found[hook.place] = vars(owner).get(name, "inherited")
        return found

    def test_every_hook_is_in_the_table_once_and_tells_what_it_proves(self) -> None:
        places = [hook.place for hook in table.HOOKS]
        self.assertEqual(len(places), len(set(places)))
        self.assertTrue(all(hook.proves for hook in table.HOOKS))

    def test_everything_is_put_back(self) -> None:
        before = self.places()
        recorder = session.install(self.context)
        self.assertNotEqual(self.places(), before)
        recorder.remove()
        recorder.remove()
        self.assertEqual(self.places(), before)

    def test_a_hook_that_cannot_be_made_leaves_nothing_behind(self) -> None:
        before = self.places()
        for position in range(0, len(table.HOOKS), 9):
            broken = list(table.HOOKS)
            place = broken[position]
            broken[position] = hooks.Hook(
                place.module, place.attribute, "a fault", mock.Mock(side_effect=ValueError("broken"))
            )
            with (
                mock.patch("bengal_cache_companion.traces.recorder.HOOKS", broken),
                self.assertRaises(session.StandAsideError),
            ):
                session.install(self.context)
            self.assertEqual(self.places(), before, place.place)

    def test_a_place_that_is_gone_is_named(self) -> None:
        gone = hooks.Hook(
            "bengal.core.site", "Site.of_another_version", "nothing", lambda _recording, original: original
        )
        with (
            mock.patch("bengal_cache_companion.traces.recorder.HOOKS", [gone]),
            self.assertRaisesRegex(session.StandAsideError, "of_another_version"),
        ):
            session.install(self.context)

    def test_without_zstd_it_stands_aside_with_the_reason(self) -> None:
        error = session_no_zstd()
        with (
            mock.patch("bengal_cache_companion.traces.recorder.find_zstd", side_effect=error),
            self.assertRaisesRegex(session.StandAsideError, "backports.zstd"),
        ):
            session.install(self.context)

    def test_modules_that_bind_a_function_by_its_name_get_it_back(self) -> None:
        import bengal.rendering.assets as assets

        original = assets.resolve_asset_url
        recorder = session.install(self.context)
        late = types.ModuleType("bengal.late")
        late.resolve = assets.resolve_asset_url  # type: ignore[attr-defined]
        self.assertIsNot(late.resolve, original)  # type: ignore[attr-defined]
        with mock.patch.dict(sys.modules, {"bengal.late": late}):
            recorder.remove()
        self.assertIs(late.resolve, original)  # type: ignore[attr-defined]


def session_no_zstd() -> Exception:
    from bengal_cache_companion.traces.compression import NoZstdError

    return NoZstdError("no zstd here: install backports.zstd")


class Reads(WithSite):
    def page(self, name: str) -> Any:
        return next(page for page in self.site.pages if page.source_path.name == name)

    def test_attributes_front_matter_data_and_configuration_are_read_key_by_key(self) -> None:
        recorder, page = self.recorder(), self.page("a.md")

        def act() -> None:
            page.title
            page.metadata.get("level")
            page.metadata.get("absent")
            self.site.data.team.lead
            self.site.data.team["items"]["count"]
            self.site.config.get("params")
            self.site.config.site.title

        reads, found = self.reads(recorder, act)
        self.assertEqual(found, set())
        expected = {
            "attribute(page:content/a.md, title)",
            "front-matter(page:content/a.md, level)",
            "front-matter(page:content/a.md, absent)",
            "shape(site, data, team)",
            "key(site, data, team, lead)",
            "shape(site, data, team, items)",
            "key(site, data, team, items, count)",
            "config(, params)",
            "config(site, title)",
        }
        self.assertLessEqual(expected, reads, expected - reads)

    def test_asking_what_kind_of_object_it_is_reads_no_value(self) -> None:
        from bengal.rendering import urls

        recorder, page = self.recorder(), self.page("a.md")
        reads, found = self.reads(recorder, lambda: urls._looks_like_section(page))
        self.assertEqual(found, set())
        asked = {f"has(page:content/a.md, {name})" for name in ("subsections", "sorted_subsections")}
        self.assertEqual(reads, asked)
        recorder.remove()
        self.assertNotIn("hasattr", vars(urls))

    def test_a_template_that_is_given_its_front_matter_has_not_read_which_keys_there_are(self) -> None:
        from bengal.rendering import context

        recorder, page = self.recorder(), self.page("a.md")
        given: dict[str, Any] = {}
        reads, found = self.reads(recorder, lambda: given.update(context.build_page_context(page, self.site)))
        keys = "keys(page:content/a.md, metadata)"
        self.assertNotIn(keys, reads)
        self.assertIn("shows another page as its own", found)
        reads, _ = self.reads(recorder, lambda: list(given["metadata"]))
        self.assertIn(keys, reads)

    def test_data_with_a_key_that_is_a_method_too_answers_as_before(self) -> None:
        plain = self.site.data.team.items.count
        recorder = self.recorder()
        seen: list[Any] = []
        self.reads(recorder, lambda: seen.append(self.site.data.team.items.count))
        self.assertEqual(seen, [plain])

    def test_every_question_that_was_asked_has_the_same_answer_at_once(self) -> None:
        recorder, page = self.recorder(), self.page("a.md")

        def act() -> None:
            for name in ("title", "href", "date", "tags", "_section", "word_count", "nope"):
                getattr(page, name, None)
            list(page.metadata)
            dict(page.metadata)
            list(self.site.data.team.keys())
            [*self.site.data.team]
            list(self.site.config.items())
            self.site.get_page_path_map().get("content/a.md")
            "x" in self.site.taxonomies  # noqa: B015
            len(self.site.pages)
            os.environ.get("HOME")
            (self.root / "content/a.md").read_text()
            (self.root / "absent").exists()
            list((self.root / "content").iterdir())
            self.site.build_time.strftime("%Y")

        frame = Frame()
        current.frame = frame
        try:
            act()
        finally:
            current.frame = None
        table_ = recorder.recording.table
        for index in frame:
            self.assertEqual(
                recorder.questions.ask(table_.reads[index]), table_.digests[index], str(table_.reads[index])
            )
        self.assertGreater(len(frame), 15)

    def test_files_listings_and_variables_are_reads(self) -> None:
        recorder = self.recorder()

        def act() -> None:
            (self.root / "data/team.yaml").read_text()
            os.listdir(self.root / "data")
            (self.root / "nowhere").is_file()
            os.path.exists(self.root / "elsewhere")
            os.stat(self.root / "content/a.md")
            os.environ.get("LANG_OF_NOBODY")

        reads, found = self.reads(recorder, act)
        self.assertEqual(found, set())
        expected = {
            "file(data/team.yaml)",
            "listing(data)",
            "exists(nowhere, is_file)",
            "exists(elsewhere, exists)",
            "exists(content/a.md, stat)",
            "environment(LANG_OF_NOBODY)",
        }
        self.assertLessEqual(expected, reads, expected - reads)

    def test_folders_above_the_site_and_above_installed_code_are_no_reads_but_what_lies_in_them_is(self) -> None:
        import bengal

        recorder = self.recorder()
        code = Path(bengal.__file__).parent

        def act() -> None:
            for folder in (self.root, *self.root.parents, code, *code.parents):
                os.lstat(folder)
                folder.is_dir()
            (self.root / "data/team.yaml").resolve()
            os.path.realpath(code / "themes")

        reads, found = self.reads(recorder, act)
        self.assertEqual(found, set())
        self.assertEqual(reads, {"exists(data, lstat)", "exists(data/team.yaml, lstat)"})

        outside = self.root.parent / "beside.txt"
        reads, _ = self.reads(recorder, lambda: (outside.exists(), os.listdir(self.root.parent), os.listdir(self.root)))
        self.assertEqual(reads, {f"exists({outside}, exists)", f"listing({outside.parent})", "listing(.)"})

    def test_a_kept_result_is_read_by_whoever_comes_later_too(self) -> None:
        from bengal.rendering.renderer import Renderer

        recorder = self.recorder()
        renderer = Renderer.__new__(Renderer)
        renderer.site, renderer.build_context = self.site, None
        renderer._per_language_taxonomies, renderer._tag_pages_cache = None, {}
        first, _ = self.reads(recorder, lambda: renderer._get_resolved_tag_pages("a"))
        later, _ = self.reads(recorder, lambda: renderer._get_resolved_tag_pages("b"))
        self.assertIn("config(, i18n)", first)
        self.assertEqual(later, first)

    def test_what_leaves_the_process_writes_or_cannot_be_judged_is_a_doubt(self) -> None:
        import sqlite3
        import subprocess
        import threading

        recorder, page, other = self.recorder(), self.page("a.md"), self.page("_index.md")
        acts = {
            "process": lambda: subprocess.run(["true"], check=True),
            "database": lambda: sqlite3.connect(":memory:").close(),
            "thread": lambda: threading.Thread(target=int).start(),
            "write": lambda: (self.root / "made.txt").write_text("x"),
            "dict": lambda: page.__dict__,
            "another page": lambda: setattr(other, "title_of_mine", "x"),
            "site": lambda: setattr(self.site, "current_language", "de"),
        }
        for name, act in acts.items():
            _, found = self.reads(recorder, act)
            self.assertTrue(found, name)

    def test_that_python_keeps_what_it_compiled_is_none(self) -> None:
        recorder, compiled = self.recorder(), self.root / "compiled"
        (self.root / "a_module.py").write_text("answer = 42")
        with (
            mock.patch.object(sys, "path", [str(self.root), *sys.path]),
            mock.patch.object(sys, "dont_write_bytecode", False),
            mock.patch.object(sys, "pycache_prefix", str(compiled)),
        ):
            importlib.invalidate_caches()
            _, found = self.reads(recorder, lambda: importlib.import_module("a_module"))
        self.assertEqual(found, set())
        self.assertTrue(list(compiled.rglob("a_module.*.pyc")))

    def test_an_attribute_that_cannot_be_judged_never_holds(self) -> None:
        recorder, page = self.recorder(), self.page("a.md")
        page.strange = object()
        frame = Frame()
        current.frame = frame
        try:
            page.strange
        finally:
            current.frame = None
        self.assertEqual({recorder.recording.table.digests[index] for index in frame}, {b"\0" * 6})

    def test_what_a_rendering_writes_to_its_own_page_is_no_read(self) -> None:
        recorder, page = self.recorder(), self.page("a.md")
        frame = Frame(page)
        current.frame = frame
        try:
            page.html_content = "<p>new</p>"
            page.html_content
        finally:
            current.frame = None
        self.assertEqual({str(recorder.recording.table.reads[index]) for index in frame}, set())
        self.assertEqual(frame.doubts, set())


class Clock(WithSite):
    def test_the_year_of_the_build_is_a_read_of_the_year(self) -> None:
        recorder = self.recorder()
        shown: list[Any] = []
        time = self.site.build_time

        def act() -> None:
            seen = self.site.build_time
            shown.extend([seen.year, seen.strftime("%Y"), f"{seen:%Y-%m}", isinstance(seen, datetime.datetime)])

        reads, _ = self.reads(recorder, act)
        self.assertEqual(shown, [time.year, time.strftime("%Y"), f"{time:%Y-%m}", True])
        self.assertEqual(reads, {"shape(site, build_time)", "clock(%Y)", "clock(%Y-%m)"})

    def test_the_time_of_day_never_holds(self) -> None:
        for act in (
            lambda: self.site.build_time.isoformat(),
            lambda: str(self.site.build_time),
            lambda: self.site.build_time > datetime.datetime(2020, 1, 1),
            lambda: self.site.build_time - datetime.timedelta(1),
            lambda: self.site.build_time.hour,
            lambda: hash(self.site.build_time),
        ):
            recorder = session.install(self.context)
            reads, _ = self.reads(recorder, act)
            recorder.remove()
            self.assertIn(f"clock({clock.WHOLE})", reads)

    def test_ages_are_compared_by_what_they_say(self) -> None:
        from bengal.rendering.template_functions import dates

        recorder = self.recorder()
        day = datetime.datetime(2026, 1, 2)
        reads, _ = self.reads(recorder, lambda: (dates.days_ago(day), dates.time_ago(day), dates.months_ago(day)))
        names = {each.split(",")[0].rpartition(":")[2] for each in reads if each.startswith("clock(")}
        self.assertEqual(names, {"days_ago", "time_ago", "months_ago"})
        table_ = recorder.recording.table
        for index, read in enumerate(table_.reads):
            if read.kind == "clock":
                self.assertEqual(recorder.questions.ask(read), table_.digests[index])

    def test_an_age_with_a_given_present_is_no_read_of_the_clock(self) -> None:
        from bengal.rendering.template_functions import dates

        day = datetime.datetime(2026, 1, 2)
        reads, _ = self.reads(self.recorder(), lambda: dates.days_ago(day, now=datetime.datetime(2026, 2, 2)))
        self.assertEqual(reads, set())

    def test_the_clock_goes_on_and_the_read_does_not_hold(self) -> None:
        recorder = self.recorder()
        self.reads(recorder, lambda: self.site.build_time.strftime("%Y"))
        table_ = recorder.recording.table
        index = next(i for i, read in enumerate(table_.reads) if read.kind == "clock")
        self.site.build_time = datetime.datetime(2027, 1, 1)
        self.assertNotEqual(recorder.questions.ask(table_.reads[index]), table_.digests[index])


class StandIns(WithSite):
    def test_a_stand_in_answers_like_what_it_stands_for(self) -> None:
        recorder = self.recorder()
        plain = {"b": 1, "a": {"x": 2}, "items": [3], 4: None}
        for original in (plain, types.MappingProxyType(plain)):
            place = Place(recorder.recording, "site", "made", (), 2)
            made = stand_in(original, place)
            self.assertIs(isinstance(made, dict), isinstance(original, dict))
            self.assertEqual(type(made).__name__, type(original).__name__)
            for act in ANSWERS:
                for frame in (None, Frame()):
                    current.frame = frame
                    try:
                        answer = outcome(act, made)
                    finally:
                        current.frame = None
                    self.assertEqual(answer, outcome(act, original), act)

    def test_each_answer_is_a_read(self) -> None:
        recorder = self.recorder()
        for number, act in enumerate(ANSWERS):
            for original in ({"b": 1, "a": {"x": 2}, "items": [3], 4: None}, types.MappingProxyType({"b": 1})):
                made = stand_in(original, Place(recorder.recording, "site", f"made {number}", (), 2))
                reads, _ = self.reads(recorder, lambda made=made, act=act: outcome(act, made))
                # A proxy is nothing that JSON knows: nobody looks into it.
                self.assertTrue(reads or (act == "json.dumps(v)" and not isinstance(original, dict)), act)

    def test_writes_reach_what_it_stands_for(self) -> None:
        recorder = self.recorder()
        original: dict[str, int] = {"a": 1}
        made = stand_in(original, Place(recorder.recording, "site", "written", (), 0))
        made["b"] = 2
        del made["a"]
        made.update(c=3)
        made.setdefault("d", 4)
        self.assertEqual(original, {"b": 2, "c": 3, "d": 4})


def outcome(act: str, value: Any) -> Any:
    try:
        return eval(act, {"json": __import__("json"), "v": value, "copy": __import__("copy")})
    except Exception as error:
        return type(error).__name__


ANSWERS = (
    "v['b']",
    "v['absent']",
    "v.get('a')",
    "v.get('absent', 7)",
    "'b' in v",
    "'absent' in v",
    "list(v)",
    "list(v.keys())",
    "sorted(map(str, v.values()))",
    "[(key, str(value)) for key, value in v.items()]",
    "len(v)",
    "bool(v)",
    "dict(v)",
    "{**v}",
    "v == {'b': 1}",
    "v != {'b': 1}",
    "v | {'z': 1}",
    "{'z': 1} | v",
    "repr(v)",
    "str(v)",
    "f'{v}'",
    "list(reversed(v))",
    "v.copy()",
    "v[4]",
    "v.get('a', {}).get('x')",
    "json.dumps(v)",
    "sorted(v, key=str)",
    "max(v, key=str)",
    "[*v]",
    "tuple(v)",
    "set(v)",
    "any(v)",
)


class Foreign(unittest.TestCase):
    @unittest.skipUnless(BENGAL, "there is no Bengal in this Python")
    def test_functions_from_elsewhere_are_a_doubt_unless_they_say_that_they_are_pure(self) -> None:
        def own(text: str) -> str:
            return text + "!"

        def pure(text: str) -> str:
            return text + "?"

        pure.bengal_cache_pure = True  # type: ignore[attr-defined]
        environment = types.SimpleNamespace(
            _filters={"own": own, "pure": pure, "len": len}, _tests={}, globals={"own": own}
        )
        environment.update_filters = environment._filters.update
        environment.update_tests = environment._tests.update
        doubts.mark_foreign(mock.Mock(known_code=doubts.KnownCode()), types.SimpleNamespace(_env=environment))
        for function, doubtful in (("own", True), ("pure", False), ("len", False)):
            frame = Frame()
            current.frame = frame
            try:
                environment._filters[function]("a")
            finally:
                current.frame = None
            self.assertEqual(bool(frame.doubts), doubtful, function)
        self.assertEqual(environment._filters["own"]("a"), "a!")
        self.assertEqual(environment.globals["own"].__name__, "own")


if __name__ == "__main__":
    unittest.main()
