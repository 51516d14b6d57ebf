# Prints test/config/platform-vectors.json: what a real Bengal makes of a platform's variables. Run it with its interpreter:
# .cache/bengal/bin/python -P scripts/platform-vectors.py > test/config/platform-vectors.json
import contextlib, json, os, pathlib, sys, tempfile

with contextlib.redirect_stdout(sys.stderr):
    import bengal
    from bengal.config.environment import detect_environment, get_environment_file_candidates
    from bengal.config.unified_loader import UnifiedConfigLoader

GITHUB = {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "o/r", "GITHUB_REF_NAME": "12/merge"}
TITLE = 'title = "x"\n'
CASES = [
    ("nothing", {}, TITLE),
    ("BENGAL_ENV in other letters and with blanks", {"BENGAL_ENV": " Staging ", **GITHUB}, TITLE),
    ("an empty BENGAL_ENV", {"BENGAL_ENV": "", **GITHUB}, TITLE),
    ("GitHub", GITHUB, TITLE),
    ("GitHub without a name of a branch", {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "o/r"}, TITLE),
    ("GitHub with an empty name of a branch", {**GITHUB, "GITHUB_REF_NAME": ""}, TITLE),
    ("GitHub with a full name of a branch", {**GITHUB, "GITHUB_REF_NAME": "refs/heads/main"}, TITLE),
    ("GitHub without a repository", {"GITHUB_ACTIONS": "true"}, TITLE),
    ("the site of a GitHub user", {**GITHUB, "GITHUB_REPOSITORY": "o/o.github.io"}, TITLE),
    ("a site at the root", {**GITHUB, "GITHUB_PAGES_ROOT": "true"}, TITLE),
    ("another GitHub server", {**GITHUB, "GITHUB_SERVER_URL": "https://git.example/"}, TITLE),
    ("GITHUB_ACTIONS that is not true", {**GITHUB, "GITHUB_ACTIONS": "1"}, TITLE),
    ("GitHub with a base URL", GITHUB, 'baseurl = "https://x.y"\n'),
    ("GitHub with an empty base URL", GITHUB, '[site]\nbaseurl = ""\n'),
    ("GitHub with a branch of the site's own", GITHUB, '[params]\ncolab_branch = "main"\nrepo_url = ""\n'),
    ("GitHub with a base URL in a variable", {**GITHUB, "BENGAL_BASEURL": "https://v.w/"}, TITLE),
    ("GitHub with a base URL in the other variable", {**GITHUB, "BENGAL_BASE_URL": "https://v.w"}, TITLE),
    ("GitHub with a base URL in a variable for the setting", {**GITHUB, "BENGAL_SITE_BASEURL": "https://v.w"}, TITLE),
    ("GitHub with a branch in a variable", {**GITHUB, "BENGALxPARAMSxCOLAB_BRANCH": "dev"}, TITLE),
    ("Netlify, production", {"NETLIFY": "true", "CONTEXT": "production", "URL": "https://a/"}, TITLE),
    ("Netlify, a preview", {"NETLIFY": "true", "CONTEXT": "Deploy-Preview", "DEPLOY_PRIME_URL": "https://b", **GITHUB}, TITLE),
    ("Netlify, another context", {"NETLIFY": "true", "CONTEXT": "dev", "URL": "https://a"}, TITLE),
    ("Netlify without an address", {"NETLIFY": "true", **GITHUB}, TITLE),
    ("Vercel, production", {"VERCEL": "1", "VERCEL_ENV": "production", "VERCEL_URL": "a.vercel.app"}, TITLE),
    ("Vercel, development", {"VERCEL": "true", "VERCEL_ENV": "development", "VERCEL_URL": "http://a/"}, TITLE),
    ("Vercel, another environment", {"VERCEL": "1", "VERCEL_ENV": "qa"}, TITLE),
    ("VERCEL that is something else", {"VERCEL": "yes", "VERCEL_URL": "a"}, TITLE),
]


def resolved(variables, text):
    kept = dict(os.environ)
    for name in list(os.environ):
        if name.startswith(("BENGAL", "GITHUB_", "NETLIFY", "VERCEL", "URL", "DEPLOY_", "CONTEXT")):
            del os.environ[name]
    environment = None
    try:
        os.environ.update(variables)
        environment = detect_environment()
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
            (pathlib.Path(folder) / "bengal.toml").write_text(text)
            config = UnifiedConfigLoader().load(pathlib.Path(folder)).raw
    finally:
        os.environ.clear()
        os.environ.update(kept)
    return {
        "environment": environment,
        "candidates": get_environment_file_candidates(environment),
        "settings": {
            "site.baseurl": config["site"].get("baseurl", ""),
            "params.repo_url": config.get("params", {}).get("repo_url"),
            "params.colab_branch": config.get("params", {}).get("colab_branch"),
        },
    }


vectors = [
    {"name": name, "variables": variables, "toml": text, **resolved(variables, text)} for name, variables, text in CASES
]
names = {name: get_environment_file_candidates(name) for name in ["production", "prod", "preview", "stage", "local", "dev", "qa"]}
print(json.dumps({"bengal": bengal.__version__, "vectors": vectors, "candidates": names}, indent=1))
