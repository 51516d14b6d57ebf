/**
 * What the job's own Python is asked to run. It resolves the configuration as `bengal build` would, and tells its hash
 * and what else a proof needs. Arguments: a mark, site root, environment, profile, configuration file; empty is not set.
 *
 * Bengal prints warnings to stdout, so stdout is turned over to stderr while its code runs, and the answer is the line
 * that begins with the mark. Only the hash itself is indispensable: whatever an older Bengal does not have is left out.
 *
 * - `text`: the configuration as Bengal hashes it, to name settings that changed.
 * - `withFlags`: the other hash, which Bengal records with every page. It is taken after arguments of `bengal build`
 *   have changed the configuration, and private settings count in it. So it is told for each set of such arguments.
 * - `packages`: what can change the output without changing the site: Bengal, what it requires however far, and what
 *   plugs into it, each with the folders that it has in site-packages. One that is installed from a folder can change
 *   without its version; a commit tells it apart.
 * - `places`: where this Python looks for modules. What is installed later changes their times (`probe-memory.ts`).
 */
export const PROBE_PROGRAM = String.raw`
import contextlib, hashlib, importlib.metadata, itertools, json, pathlib, re, sys

answer_to = sys.stdout
mark, root, environment, profile, config_file = (sys.argv[1:] + [""] * 5)[:5]
answer = {"python": list(sys.version_info[:3])}


def fallback(value):
    if isinstance(value, pathlib.PurePath):
        return value.as_posix()
    if isinstance(value, (set, frozenset)):
        return str(sorted(str(item) for item in value))
    return str(value.__dict__) if hasattr(value, "__dict__") else str(value)


def public(mapping):
    return {
        key: public(value) if isinstance(value, dict) else value
        for key, value in mapping.items()
        if not key.startswith("_")
    }


def hash_with(settings):
    text = json.dumps(settings, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def hashes_by_flags(settings):
    pipeline = [(), (("assets", "pipeline", True, "--assets-pipeline"),), (("assets", "pipeline", False, "--no-assets-pipeline"),)]
    switches = [
        (("build", "strict_mode", True, "--strict"),),
        (("build", "drafts", True, "--drafts"),),
        (("build", "debug", True, "--debug"),),
        ((None, "_clean_output_this_run", True, "--clean-output"),),
    ]
    found = []
    for chosen in itertools.product(pipeline, *[((), switch) for switch in switches]):
        changed = json.loads(json.dumps(settings, default=str))
        flags = []
        for section, key, value, flag in itertools.chain(*chosen):
            target = changed if section is None else changed.setdefault(section, {})
            if isinstance(target, dict):
                target[key] = value
                flags.append(flag)
        found.append([flags, hash_with(changed)])
    return found


def name_of(text):
    return re.sub(r"[-_.]+", "-", text).lower()


def packages():
    installed = {}
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        # Our own companion is on the path once a build is prepared. It is no part of what the job has installed.
        if name and name_of(name) != "bengal-cache-companion":
            installed.setdefault(name_of(name), distribution)
    requires = {
        name: {name_of(re.match(r"[\w.-]+", line)[0]) for line in distribution.requires or []}
        for name, distribution in installed.items()
    }
    plugged = {
        name
        for name, distribution in installed.items()
        if "bengal" in requires[name] or any(point.group.startswith("bengal") for point in distribution.entry_points)
    }
    wanted, left = set(), ["bengal", *plugged]
    while left:
        name = left.pop()
        if name in installed and name not in wanted:
            wanted.add(name)
            left.extend(requires[name])
    return {name: version_of(installed[name]) for name in sorted(wanted)}


def version_of(distribution):
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    commit = origin.get("vcs_info", {}).get("commit_id")
    archive = origin.get("archive_info", {})
    digest = archive.get("hash") or ",".join("=".join(pair) for pair in sorted(archive.get("hashes", {}).items()))
    return {
        "version": distribution.version,
        "source": commit or digest or ("folder" if origin else ""),
        "folders": sorted({path.parts[0] for path in distribution.files or [] if len(path.parts) > 1}),
    }


with contextlib.redirect_stdout(sys.stderr):
    try:
        import bengal
        from bengal.config.hash import compute_config_hash
        from bengal.config.unified_loader import UnifiedConfigLoader
    except ImportError as error:
        answer["missing"] = str(error)
    else:
        answer["bengal"] = str(getattr(bengal, "__version__", ""))
        try:
            choice = {"environment": environment or None, "profile": profile or None}
            if config_file:
                choice["config_path"] = pathlib.Path(config_file)
            config = UnifiedConfigLoader().load(pathlib.Path(root), **choice)
            answer["hash"] = compute_config_hash(config)
        except Exception as error:
            answer["failed"] = f"{type(error).__name__}: {error}"
        with contextlib.suppress(Exception):
            settings = dict(config)
            answer["withFlags"] = hashes_by_flags(settings)
            answer["text"] = json.dumps(public(settings), sort_keys=True, default=fallback, separators=(",", ":"))
        with contextlib.suppress(Exception):
            answer["packages"] = packages()
            answer["places"] = [sys.executable, *(path for path in sys.path if pathlib.Path(path).is_dir())]
        with contextlib.suppress(Exception):
            import inspect
            from bengal.cli.milo_commands.build import build
            answer["options"] = sorted(inspect.signature(build).parameters)
answer_to.write(mark + json.dumps(answer) + "\n")
answer_to.flush()
`;
