"""Small sites whose pages read the rest of the site in ways that no link shows.

Each is a mapping of paths to text. `write_site` lays one out in a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

type Files = dict[str, str]

_BASE = """<!doctype html><html lang="{{ current_lang() }}"><head><title>{% block title %}{{ page.title }} | {{ site.title }}{% endblock %}</title></head>
<body><nav>{% for item in get_menu('main') %}<a href="{{ item.href }}">{{ item.name }}</a> {% end %}</nav>
<main>{% block content %}{{ content | safe }}{% endblock %}</main>
{% include 'parts/side.html' %}
<footer>{{ site.build_time | dateformat('%Y') }} {{ site.description }}</footer></body></html>
"""
_SIDE = "<aside>{{ config.extra.motto }}</aside>\n"
_PAGE = "{% extends 'base.html' %}{% block content %}<h1>{{ page.title }}</h1>{{ content | safe }}EXTRA{% endblock %}\n"
_LIST = """{% extends 'base.html' %}{% block content %}<h1>{{ page.title }}</h1>{{ content | safe }}
{% for child in pages %}<li><a href="{{ child.href }}">{{ child.title }}</a></li>{% end %}EXTRA{% endblock %}
"""
_TAG = "{% extends 'base.html' %}{% block content %}<h1>{{ tag }} ({{ total_posts }})</h1>{% for post in posts %}<p>{{ post.title }}</p>{% end %}{% endblock %}\n"
_TAGS = "{% extends 'base.html' %}{% block content %}{% for each in tags %}<p>{{ each.name }} {{ each.count }}</p>{% end %}{% endblock %}\n"
_CONFIG = """[site]
title = "Small site"
description = "Small and hard"
baseurl = "https://example.test"
language = "en"

[build]
output_dir = "public"
validate_build = false
minify_html = false

[features]
rss = false
sitemap = false
search = false
json = false
llm_txt = false
graph = false

[output_formats]
enabled = false

[extra]
motto = "Look twice"
unused = "nobody"

[params]
company = "Small & Sons"
level = 3
"""


def _front(title: str, **keys: object) -> str:
    lines = [f"title: {title}", *(f"{key}: {value}" for key, value in keys.items())]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _site(page: str = "", listing: str = "", config: str = "", files: Files | None = None) -> Files:
    return {
        "bengal.toml": _CONFIG + config,
        "templates/base.html": _BASE,
        "templates/parts/side.html": _SIDE,
        "templates/page.html": _PAGE.replace("EXTRA", page),
        "templates/index.html": _LIST.replace("EXTRA", listing),
        "templates/tag.html": _TAG,
        "templates/tags.html": _TAGS,
        "content/_index.md": _front("Home") + "Welcome.\n",
        "content/about.md": _front("About", weight=9) + "Who we are.\n",
        **(files or {}),
    }


def _posts(count: int, folder: str = "posts", **extra: Callable[[int], object]) -> Files:
    made: Files = {f"content/{folder}/_index.md": _front(folder.title(), weight=2) + f"All {folder}.\n"}
    for number in range(1, count + 1):
        keys = {
            "date": f"2025-0{number % 9 + 1}-1{number % 9}",
            "weight": number,
            "tags": f"[{'red' if number % 2 else 'blue'}, number]",
            **{key: value(number) for key, value in extra.items()},
        }
        body = f"Post {number} tells of lamps.\n\n## Part {number}\n\nMore words here.\n"
        made[f"content/{folder}/post-{number}.md"] = _front(f"Post {number}", **keys) + body
    return made


def authors() -> Files:
    page = (
        "<p>{{ page.author.name ?? '' }}</p><p>{{ site.regular_pages | where('author', page.metadata.author ?? 'x') "
        "| length }} by the same</p>{% for other in site.regular_pages %}{% if other.author and page.author and "
        "other.author.name == page.author.name and other != page %}<i>{{ other.title }}</i>{% end %}{% end %}"
    )
    return _site(page, files=_posts(6, author=lambda n: "Ada" if n % 2 else "Ben"))


def tracks() -> Files:
    page = (
        "{% for id in site.data.tracks %}{% set track = site.data.tracks[id] %}{% for path in track.pages %}"
        "{% set other = get_page(path) %}{% if other and other.title == page.title %}<b>{{ track.name }}</b>{% end %}"
        "{% end %}{% end %}<p>{{ get_page('posts/post-2.md').title ?? 'none' }}</p>"
    )
    data = (
        "first:\n  name: First steps\n  pages:\n    - posts/post-1.md\n    - posts/post-2.md\n"
        "second:\n  name: Items\n  items: 3\n  pages:\n    - posts/post-3.md\n    - posts/post-4.md\n"
    )
    return _site(page, files=_posts(5) | {"data/tracks.yaml": data})


def series() -> Files:
    page = (
        "{% if page.series %}<b>{{ page.series.name }} {{ page.series.part }}/{{ page.series.total }}</b>{% end %}"
        "{% if page.prev_in_series %}<i>{{ page.prev_in_series.title }}</i>{% end %}"
        "{% if page.next_in_series %}<i>{{ page.next_in_series.title }}</i>{% end %}"
        "{% if page.next %}<u>{{ page.next.title }}</u>{% end %}{% if page.prev_in_section %}<u>{{ page.prev_in_section.title }}</u>{% end %}"
    )
    return _site(page, files=_posts(5, series=lambda n: f"{{name: Lamps, part: {n}, total: 5}}" if n < 4 else "''"))


def badges() -> Files:
    page = (
        "<p>{{ site.data.versions.current }}</p><p>{{ site.data.versions.items.count }}</p>"
        "<select>{% for each in site.regular_pages | sort_by('title') %}<option>{{ each.title }}</option>{% end %}</select>"
        "<p>{{ params.level }} {{ params.company }} {{ site.params.company }} {{ params.note }}</p>"
        "<p>{{ page.metadata.get('größe') ?? '' }} {{ page.date | days_ago }} {{ page.date | time_ago }}</p>"
    )
    data = "current: '2.1'\nnext: '3.0'\nitems:\n  count: 4\n  keys: 5\n"
    return _site(page, files=_posts(4, größe=lambda n: n * 10, level=lambda n: n) | {"data/versions.yaml": data})


def counts() -> Files:
    page = (
        "<p>{{ site.regular_pages | length }} of {{ site.pages | length }}</p>"
        "<p>{% for section in site.sections %}{{ section.title }}:{{ section.pages | length }} {% end %}</p>"
        "<p>{{ site.taxonomies.tags | length }}</p><p>{{ page.reading_time }} {{ page.word_count }}</p>"
        "<p>{{ site.taxonomies.tags.red.pages | length }}</p>"
    )
    return _site(page, files=_posts(5) | _posts(3, "notes"))


def queries() -> Files:
    page = (
        "{% for group in site.regular_pages | group_by('weight') %}<b>{{ group }}</b>{% end %}"
        "{% for each in site.regular_pages | where('metadata.level', page.metadata.level ?? 1) | limit(3) %}<i>{{ each.title }}</i>{% end %}"
        "{% for each in page.related_posts %}<s>{{ each.title }}</s>{% end %}"
        "{% set section = page.section ?? none %}{% if section %}{{ section.title }}{% end %}"
        "{% for each in site.indexes.section.get('posts') | sort %}<q>{{ each }}</q>{% end %}"
    )
    return _site(page, files=_posts(6, level=lambda n: n % 3, featured=lambda n: "true" if n == 2 else "false"))


def menus() -> Files:
    config = "".join(
        f'\n[[menu.{menu}]]\nname = "{name}"\nurl = "{url}"\nweight = {weight}\n'
        for menu, name, url, weight in (
            ("main", "Home", "/", 1),
            ("main", "Posts", "/posts/", 2),
            ("footer", "About", "/about/", 1),
        )
    )
    page = (
        "{% for item in menus.footer %}<a href='{{ item.href }}'>{{ item.name }}</a>{% end %}"
        "{% for item in get_menu('footer') %}{{ item.name }}{% end %}"
        "{% for item in get_breadcrumbs(page) %}<b>{{ item.title }}</b>{% end %}"
        "{% for item in get_auto_nav() %}<i>{{ item.name }}</i>{% end %}"
    )
    return _site(page, config=config, files=_posts(4) | _posts(2, "notes"))


def languages() -> Files:
    config = (
        '\n[i18n]\nstrategy = "prefix"\ndefault_language = "en"\ncontent_structure = "dir"\nshare_taxonomies = false\n'
        '\n[[i18n.languages]]\ncode = "en"\nname = "English"\n\n[[i18n.languages]]\ncode = "de"\nname = "Deutsch"\n'
    )
    page = (
        "<p>{{ t('greeting') }} {{ t('count', {'n': 3}) }} {{ nt('lamp', 'lamps', 2) }} {{ current_lang() }}</p>"
        "{% for link in alternate_links(page) %}<a hreflang='{{ link.hreflang }}' href='{{ link.href }}'></a>{% end %}"
        "{% for language in languages() %}<b>{{ language.name }}</b>{% end %}"
    )
    files: Files = {}
    for language in ("en", "de"):
        files |= {
            f"content/{language}/_index.md": _front(f"Home {language}") + "Hello.\n",
            f"content/{language}/guide/_index.md": _front(f"Guide {language}") + "Guide.\n",
        }
        for number in range(1, 4):
            name = f"content/{language}/guide/step-{number}.md"
            files[name] = _front(f"Step {number} {language}", weight=number, tags="[red]") + f"Step {number}.\n"
        files[f"i18n/{language}.yaml"] = (
            f"greeting: Hello in {language}\ncount: '{{n}} lamps in {language}'\nunused: x\n"
        )
    return _site(page, config=config, files=files)


def versions() -> Files:
    config = (
        '\n[versioning]\nenabled = true\nsections = ["docs"]\n\n[[versioning.versions]]\nid = "v2"\nlabel = "2.0"\nlatest = true\n'
        '\n[[versioning.versions]]\nid = "v1"\nlabel = "1.0"\n'
    )
    page = (
        "<p>{{ current_version.label ?? 'none' }} {{ is_latest_version }}</p>"
        "{% for version in versions %}<a href='{{ get_version_target_url(page, version) }}'>{{ version.label }}</a>{% end %}"
        "{% if page.next_in_section %}{{ page.next_in_section.title }}{% end %}"
    )
    files = _posts(3, "docs")
    for name, text in list(files.items()):
        files[name.replace("content/docs/", "content/_versions/v1/docs/")] = text.replace("Post", "Old post")
    return _site(page, config=config, files=files)


def lists() -> Files:
    listing = (
        "<p>{{ current_page ?? 1 }} / {{ total_pages ?? 1 }} {{ has_next ?? false }}</p>"
        "{% for post in posts %}<i>{{ post.title }} {{ (post.date ?? none) | date_iso }} {{ post.excerpt }}</i>{% end %}"
    )
    config = "\n[pagination]\nper_page = 3\n"
    files = _posts(8, "blog") | {
        "content/blog/_index.md": _front("Blog", type="blog") + "The blog.\n",
        "templates/blog/list.html": _LIST.replace("EXTRA", listing),
        "templates/blog/single.html": _PAGE.replace("EXTRA", "{{ page.date | days_ago > 30 }}"),
    }
    return _site(listing=listing, config=config, files=files)


def libraries() -> Files:
    page = "{% if page.metadata.loud ?? false %}{{ page.title | shout }}{% end %}{% include 'boxes/' ~ (page.metadata.box ?? 'plain') ~ '.html' %}"
    library = (
        "def shout(text):\n    return str(text).upper() + '!'\n\n\n"
        "def register_filters(app):\n    app.template_filter('shout')(shout)\n"
    )
    return _site(
        page,
        config='\n[theme]\nname = "own"\nshade = "dark"\nfeatures = ["one", "two"]\n',
        files=_posts(4, box=lambda n: "round" if n % 2 else "plain", loud=lambda n: "true" if n == 1 else "false")
        | {
            "themes/own/theme.toml": 'name = "own"\nlibraries = ["audit_shells"]\n',
            "themes/own/templates/boxes/plain.html": "<p>plain {{ theme.shade }} {{ theme.has('one') }}</p>\n",
            "themes/own/templates/boxes/round.html": "<p>round {{ theme.get('shade', 'light') }}</p>\n",
            "lib/audit_shells/__init__.py": library,
        },
    )


def shortcodes() -> Files:
    files = _posts(4)
    files["content/posts/post-1.md"] += '\n{{< note text="see" >}}\n\n```{note}\nA note.\n```\n'
    files["content/posts/post-2.md"] += "\n[[posts/post-3]]\n\n:::{tip}\nTip.\n:::\n"
    files["templates/shortcodes/note.html"] = "<b>{{ site.title }}: {{ shortcode.params.text ?? '' }}</b>\n"
    page = "{{ page.toc | safe }}{{ icon('search') }}<p>{{ page.plain_text | truncatewords(5) }}</p>"
    return _site(page, files=files)


def notebooks() -> Files:
    notebook = (
        '{"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# Measured\\n", "Some text."]}, '
        '{"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [{"name": "stdout", '
        '"output_type": "stream", "text": ["42\\n"]}], "source": ["print(42)"]}], "metadata": {"title": "Measured"}, '
        '"nbformat": 4, "nbformat_minor": 5}\n'
    )
    page = (
        "<p>{{ page.content | length }}</p>{% for each in site.pages %}{% if 'measure' in each.source_path | string %}"
        "<i>{{ each.title }}</i>{% end %}{% end %}{% for name, value in page.metadata | items %}<s>{{ name }}</s>{% end %}"
    )
    return _site(
        page, files=_posts(3) | {"content/notes/_index.md": _front("Notes"), "content/notes/measure.ipynb": notebook}
    )


def virtual_pages() -> Files:
    config = '\n[autodoc.python]\nenabled = true\nsource_dirs = ["src"]\noutput_prefix = "api"\n'
    module = '"""Lamps and their oil."""\n\n\ndef trim(wick: int) -> int:\n    """Trim it."""\n    return wick - 1\n'
    other = '"""The clock."""\n\n\nclass Clock:\n    """It turns."""\n\n    def wind(self, times: int = 2) -> None:\n        """Wind it."""\n'
    page = "<p>{{ site.pages | length }}</p>"
    return _site(page, config=config, files=_posts(3) | {"src/lamps.py": module, "src/clock.py": other})


def letters() -> Files:
    """Keys and names beyond ASCII; attributes without quotes, and with program text in them."""
    page = (
        "<p data-n={{ page.metadata.get('größe') ?? 0 }} title={{ page.title }}>{{ params['größe'] ?? '' }} {{ page.metadata.get('reading-level') ?? '' }}</p>"
        "<div x-data='{ open: {{ site.data.orte[\"größter\"].name | tojson }} }' @click=\"go('{{ (get_page('posts/übung.md') ?? page).title }}')\" "
        ":class=\"{{ 'a' if (page.metadata.get('größe') ?? 0) > 20 else 'b' }}\"></div>"
        "{% for each in site.regular_pages | where('größe', 20) %}<a href={{ each.href }}>{{ each.title }}</a>{% end %}"
        "{% for key in site.data.orte.keys() | sort %}<i>{{ key }}</i>{% end %}"
        "<select>{% for each in site.regular_pages %}<option value={{ each.href }}>{{ each.metadata.get('größe') ?? '-' }}</option>{% end %}</select>"
        "{% include 'boxes/' ~ (page.metadata.get('größe') ?? 0) ~ '.html' ignore missing %}"
    )
    files = _posts(4, **{"größe": lambda n: n * 10, "reading-level": lambda n: n})
    files["content/posts/übung.md"] = _front("Übung", größe=20, tags="[größe, 日本]") + "Übung macht den Meister.\n"
    files["data/orte.yaml"] = "größter:\n  name: Köln\nkleinster:\n  name: Bonn\n日本: 3\n"
    files["templates/boxes/20.html"] = "<b>twenty</b>\n"
    return _site(page, files=files)


def cascades() -> Files:
    """Sections in sections, front matter that cascades, parameters of sections and of the site."""
    page = (
        "<p>{{ params.level }} {{ params.company }} {{ params.shade ?? 'none' }} {{ section.params.shade ?? '' }}</p>"
        "{% for child in (section.subsections ?? []) %}<b>{{ child.title }}: {{ child.metadata.shade ?? '-' }}</b>{% end %}"
        "<p>{{ page.parent.title ?? '' }}</p>"
        "{% set same = site.params %}{% if same == site.params %}{{ same | length }}{% end %}"
        "{% for each in page.ancestors ?? [] %}<i>{{ each.title }}</i>{% end %}"
    )
    files = _posts(2, "rooms") | _posts(2, "rooms/north") | _posts(2, "rooms/north/attic")
    files["content/rooms/_index.md"] = _front("Rooms", cascade="{shade: pale, level: 7}") + "Rooms.\n"
    files["content/rooms/north/_index.md"] = _front("North", shade="dark", params="{shade: deep}") + "North.\n"
    return _site(page, listing=page, files=files)


def fragments() -> Files:
    """Fragments that are kept, macros, imports, blocks that call their parent's."""
    page = (
        "{% from 'parts/cards.html' import card %}{% cache 'counts' %}<p>{{ site.regular_pages | length }} {{ site.data.team.lead }}</p>{% end %}"
        "{% set kind = page.metadata.category ?? 'none' %}{% cache 'of ' ~ kind %}"
        "{% for each in site.regular_pages | where('metadata.category', kind) %}"
        "<i>{{ each.title }}</i>{% end %}{% end %}{% for each in site.regular_pages | sort_by('weight') | limit(2) %}{{ card(each) }}{% end %}"
    )
    return _site(
        page,
        files=_posts(4, category=lambda n: "light" if n % 2 else "dark")
        | {
            "data/team.yaml": "lead: Ada\nsecond: Ben\n",
            "templates/parts/cards.html": "{% def card(each) %}<div>{{ each.title }} {{ each.excerpt }} {{ site.title }}</div>{% end %}\n",
        },
    )


def samples() -> Files:
    """Pages drawn by chance, out of lists that are used otherwise as well."""
    page = (
        "{% set all = site.regular_pages %}<p>{{ all | length }}</p><p hidden data-chance>{{ (all | sample(2)) | length }}</p>"
        "{% set tagged = site.pages %}<p>{{ (tagged | sample(1)) | length }}</p>{% for each in tagged %}<i>{{ each.title }}</i>{% end %}"
    )
    return _site(page, files=_posts(5))


def libraries_of_objects() -> Files:
    """A theme library that hands objects, classes and wrapped functions to templates."""
    page = "<p>{{ tool.titles(site) }}</p><p>{{ Counter(site).total() }}</p><p>{{ page.title | upper }}</p><p>{{ limits.most }}</p>"
    library = (
        "import functools\n\n\nclass Tool:\n    def titles(self, site):\n        return ', '.join(sorted(str(p.title) for p in site.regular_pages))\n\n\n"
        "class Counter:\n    def __init__(self, site):\n        self.site = site\n\n    def total(self):\n        return len(list(self.site.pages))\n\n\n"
        "def register_filters(app):\n    app.add_template_global(Tool(), 'tool')\n    app.add_template_global(Counter, 'Counter')\n"
        "    app.add_template_global({'most': 3}, 'limits')\n"
    )
    return _site(
        page,
        config='\n[theme]\nname = "own"\n',
        files=_posts(3)
        | {
            "themes/own/theme.toml": 'name = "own"\nlibraries = ["audit_objects"]\n',
            "themes/own/templates/parts/none.html": "\n",
            "lib/audit_objects/__init__.py": library,
        },
    )


def indexes() -> Files:
    """Indexes of Bengal, its look-ups of sections, and data in lists of lists."""
    page = (
        "<p>{{ site.indexes.section.keys() | sort | join(',') }} {{ site.indexes.category.get('light') | length }}</p>"
        "<p>{{ site.indexes.author.get('Ada') | sort | join(',') }} {{ site.indexes.date_range.keys() | sort | join(',') }}</p>"
        "{% for row in site.data.table.rows %}{% for cell in row %}<td>{{ cell.value ?? cell }}</td>{% end %}{% end %}"
        "<p>{{ (site.get_section_by_path('posts') ?? section).title ?? '' }}</p>"
        "{% for name, term in site.taxonomies.tags | items %}<i>{{ name }} {{ term.pages | length }}</i>{% end %}"
        "{% for each in site.indexes.category.get('dark') | resolve_pages %}<s>{{ each.title }}</s>{% end %}"
    )
    return _site(
        page,
        files=_posts(5, category=lambda n: "light" if n % 2 else "dark", author=lambda n: "Ada" if n < 3 else "Ben")
        | {"data/table.yaml": "rows:\n  - - value: 1\n    - value: 2\n  - - three\n"},
    )


def default_theme() -> Files:
    """No templates of its own: Bengal's default theme."""
    files = _posts(6, author=lambda n: "Ada" if n % 2 else "Ben", description=lambda n: f"What post {n} says")
    files |= {
        "content/docs/_index.md": _front("Docs", type="doc") + "Docs.\n",
        "data/authors.yaml": "Ada:\n  name: Ada L.\nBen:\n  name: Ben F.\n",
    }
    for number in range(1, 4):
        files[f"content/docs/step-{number}.md"] = _front(f"Step {number}", weight=number) + f"Do {number}.\n"
    return {name: text for name, text in _site(files=files).items() if not name.startswith("templates/")}


SITES: Mapping[str, Callable[[], Files]] = {
    "authors": authors,
    "tracks": tracks,
    "series": series,
    "badges": badges,
    "counts": counts,
    "queries": queries,
    "menus": menus,
    "languages": languages,
    "versions": versions,
    "lists": lists,
    "libraries": libraries,
    "shortcodes": shortcodes,
    "notebooks": notebooks,
    "virtual-pages": virtual_pages,
    "letters": letters,
    "cascades": cascades,
    "fragments": fragments,
    "samples": samples,
    "library-objects": libraries_of_objects,
    "indexes": indexes,
    "default-theme": default_theme,
}


# Sites whose pages are rendered always, since they use code that nobody knows -> what the doubt says.
DOUBTS: Mapping[str, str] = {
    "libraries": "calls filter shout",
    "library-objects": "an object that the recorder cannot look into",
}


def write_site(files: Files, folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    import sys

    write_site(SITES[sys.argv[1]](), Path(sys.argv[2]))
