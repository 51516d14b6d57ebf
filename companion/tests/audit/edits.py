"""Edits of a site at random: each front matter key, text, template, data key, configuration key and file in turn."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Edit:
    what: str
    # Path -> new text, or none to delete it.
    changes: dict[str, str | None]

    def apply(self, site: Path) -> dict[str, str | None]:
        """What was there before, for `undo`."""
        before: dict[str, str | None] = {}
        for name, text in self.changes.items():
            path = site / name
            before[name] = path.read_text(encoding="utf-8") if path.exists() else None
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        return before


_VALUES = {
    "title": lambda rng: f"Title {rng.randrange(1000)}",
    "date": lambda rng: f"20{rng.randrange(20, 27)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}",
    "weight": lambda rng: str(rng.randrange(50)),
    "author": lambda rng: rng.choice(["Ada", "Ben", "Cleo"]),
    "tags": lambda rng: f"[{', '.join(rng.sample(['red', 'blue', 'number', 'new one'], rng.randrange(1, 4)))}]",
    "draft": lambda rng: rng.choice(["true", "false"]),
    "hidden": lambda rng: rng.choice(["true", "false"]),
    "description": lambda rng: f"Described {rng.randrange(1000)}",
    "level": lambda rng: str(rng.randrange(4)),
    "größe": lambda rng: str(rng.randrange(90)),
    "slug": lambda rng: f"slug-{rng.randrange(20)}",
    "box": lambda rng: rng.choice(["plain", "round", "absent"]),
    "note": lambda rng: f"Note {rng.randrange(9)}",
    "series": lambda rng: f"{{name: {rng.choice(['Lamps', 'Oil'])}, part: {rng.randrange(1, 6)}, total: 5}}",
    "menu": lambda rng: f"{{main: {{weight: {rng.randrange(9)}}}}}",
    "aliases": lambda rng: f"[/old-{rng.randrange(9)}/]",
    "category": lambda rng: rng.choice(["light", "dark"]),
    "cascade": lambda rng: f"{{level: {rng.randrange(4)}, note: cascaded}}",
    "params": lambda rng: f"{{company: Own {rng.randrange(9)}}}",
    "unheard_of": lambda rng: str(rng.randrange(9)),
}


# Configuration whose change moves the output, or that Bengal does not take any value for.
_FIXED = (
    "output_dir|baseurl|validate|strategy|content_structure|code|id|language|enabled|default_language|content_dir|theme"
)


class Editor:
    def __init__(self, site: Path, rng: random.Random) -> None:
        self._site = site
        self._rng = rng

    def next(self) -> Edit:
        """The next edit; always one that changes something."""
        makers: list[tuple[int, Callable[[], Edit | None]]] = [
            (8, self._front_matter),
            (3, self._body),
            (2, self._page_comes),
            (2, self._page_goes),
            (1, self._page_moves),
            (3, self._template),
            (3, self._data),
            (3, self._configuration),
            (1, self._translation),
            (1, self._code),
        ]
        while True:
            make = self._rng.choices([maker for _, maker in makers], [weight for weight, _ in makers])[0]
            edit = make()
            if edit is not None and any(self._text(name) != text for name, text in edit.changes.items()):
                return edit

    def _text(self, name: str) -> str | None:
        path = self._site / name
        return path.read_text(encoding="utf-8") if path.exists() else None

    def _files(self, folder: str, *endings: str) -> list[str]:
        base = self._site / folder
        found = (path for path in base.rglob("*") if path.is_file() and path.suffix in endings) if base.exists() else ()
        return sorted(path.relative_to(self._site).as_posix() for path in found)

    def _pick(self, folder: str, *endings: str) -> str | None:
        names = self._files(folder, *endings)
        return self._rng.choice(names) if names else None

    def _front_matter(self) -> Edit | None:
        name = self._pick("content", ".md")
        if name is None:
            return None
        text = self._text(name) or ""
        match = re.match(r"---\n(.*?)---\n", text, re.DOTALL)
        lines = match.group(1).splitlines() if match else []
        keys = [line.split(":", 1)[0] for line in lines if re.match(r"[^\s:#-][^:]*:", line)]
        choice = self._rng.random()
        if keys and choice < 0.15:
            gone = self._rng.choice(keys)
            kept = [line for line in lines if not line.startswith(f"{gone}:")]
            what = f"front matter {gone} goes"
        else:
            pool = keys if keys and choice < 0.6 else list(_VALUES)
            key = self._rng.choice(pool)
            value = _VALUES.get(key, _VALUES["unheard_of"])(self._rng)
            kept = [line for line in lines if not line.startswith(f"{key}:")] + [f"{key}: {value}"]
            what = f"front matter {key} = {value}"
        body = text[match.end() :] if match else text
        return Edit(f"{name}: {what}", {name: "---\n" + "\n".join(kept) + "\n---\n" + body})

    def _body(self) -> Edit | None:
        name = self._pick("content", ".md", ".ipynb")
        if name is None:
            return None
        text = self._text(name) or ""
        if name.endswith(".ipynb"):
            notebook = json.loads(text)
            notebook["cells"][0]["source"].append(f"\nWord {self._rng.randrange(1000)}.")
            return Edit(f"{name}: text", {name: json.dumps(notebook)})
        more = self._rng.choice(["Word {n}.", "## Heading {n}\n\nBelow.", "[link](/about/) {n}", "- item {n}"])
        return Edit(f"{name}: text", {name: text + "\n" + more.format(n=self._rng.randrange(1000)) + "\n"})

    def _page_comes(self) -> Edit | None:
        name = self._pick("content", ".md")
        if name is None:
            return None
        new = f"{name.rsplit('/', 1)[0]}/new-{self._rng.randrange(1000)}.md"
        text = (self._text(name) or "").replace("title: ", f"title: New {self._rng.randrange(100)} ", 1)
        return Edit(f"{new} comes", {new: text})

    def _page_goes(self) -> Edit | None:
        names = [name for name in self._files("content", ".md") if not name.endswith("_index.md")]
        if len(names) < 3:
            return None
        name = self._rng.choice(names)
        return Edit(f"{name} goes", {name: None})

    def _page_moves(self) -> Edit | None:
        names = [name for name in self._files("content", ".md") if not name.endswith("_index.md")]
        folders = sorted({name.rsplit("/", 1)[0] for name in self._files("content", ".md")})
        if not names:
            return None
        name = self._rng.choice(names)
        new = f"{self._rng.choice(folders)}/moved-{self._rng.randrange(100)}.md"
        return Edit(f"{name} moves to {new}", {name: None, new: self._text(name)})

    def _template(self) -> Edit | None:
        folder = self._rng.choice(["templates", "themes"])
        name = self._pick(folder, ".html")
        choice = self._rng.random()
        if choice < 0.2:
            new = f"templates/boxes/{self._rng.choice(['absent', 'plain'])}.html"
            return Edit(f"{new}: an override", {new: f"<p>box {self._rng.randrange(100)}</p>\n"})
        if name is None:
            return None
        text = self._text(name) or ""
        if choice < 0.3 and "/boxes/" in name:
            return Edit(f"{name} goes", {name: None})
        mark = f"<!-- {self._rng.randrange(1000)} -->"
        changed = (
            text.replace("{% endblock %}", mark + "{% endblock %}", 1) if "{% endblock %}" in text else text + mark
        )
        return Edit(f"{name}: template", {name: changed})

    def _line_value(self, name: str, pattern: str) -> Edit | None:
        """Another value for one line that matches `key separator value`."""
        lines = (self._text(name) or "").splitlines()
        places = [index for index, line in enumerate(lines) if re.match(pattern, line)]
        if not places:
            return None
        index = self._rng.choice(places)
        match = re.match(pattern, lines[index])
        assert match is not None
        old, new = match.group(2), str(self._rng.randrange(1000))
        if old.strip() in ("true", "false"):
            new = "true" if old.strip() == "false" else "false"
        elif old.strip().startswith('"'):
            new = f'"Text {new}"'
        lines[index] = match.group(1) + new
        return Edit(f"{name}: {lines[index].strip()}", {name: "\n".join(lines) + "\n"})

    def _data(self) -> Edit | None:
        name = self._pick("data", ".yaml")
        if name is None:
            return None
        if self._rng.random() < 0.2:
            return (
                Edit(f"{name}: a key comes", {name: (self._text(name) or "").rstrip("\n") + "\nadded: 1\n"})
                if not (self._text(name) or "").startswith("-")
                else None
            )
        return self._line_value(name, r"((?:\s|- )*[\w-]+: )(.+)$")

    def _configuration(self) -> Edit | None:
        names = [name for name in ("bengal.toml", "bengal.yaml") if (self._site / name).exists()]
        names += self._files("config", ".yaml", ".toml")
        name = self._rng.choice(names)
        if name.endswith(".yaml"):
            return self._line_value(name, rf"(\s*(?!{_FIXED})[\w]+: )(.+)$")
        if self._rng.random() < 0.1:
            text = self._text(name) or ""
            return Edit(f"{name}: a key comes", {name: text + f"\n[added_{self._rng.randrange(1000)}]\nkey = 1\n"})
        return self._line_value(name, rf'((?!{_FIXED}|name = "own")[\w]+ = )(.+)$')

    def _translation(self) -> Edit | None:
        name = self._pick("i18n", ".yaml")
        return None if name is None else self._line_value(name, r"(\w+: )([^'{].*)$")

    def _code(self) -> Edit | None:
        name = self._pick("src", ".py")
        if name is None:
            return None
        text = self._text(name) or ""
        return Edit(f"{name}: docstring", {name: text.replace('."""', f' {self._rng.randrange(100)}."""', 1)})
