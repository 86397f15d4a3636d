#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a package is made of, as CycloneDX 1.4 JSON: every library and font in it, with version, licences and where they came from.

  bill_of_materials.py deb|rpm|portable|windows FILE FOLDER [VERSIONS] > FILE.cdx.json

FOLDER: what the package holds, unpacked. VERSIONS, for windows: "SOURCE-PACKAGE VERSION" lines, as packaging/windows/build-deps.sh
writes them. Versions and licences are those of the Debian packages the parts were taken from, with the file that states them. Parts that are
not inside but have to be there on the system are named too, with scope "excluded" (deb and rpm: what the programs are linked with)."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import uuid

# Compiled into the programs: the Debian source they were taken from, by what is in the package.
HEADERS = {"CLI11": "libcli11-dev", "German texts of Qt": "qt6-translations-l10n"}
ARCHIVES = {"QCustomPlot": "libqcustomplot-dev", "yaml-cpp": "libyaml-cpp-dev"}
RUNTIME = {"squashfuse": "libsquashfuse-dev", "zstd": "libzstd-dev", "zlib": "zlib1g-dev", "lz4": "liblz4-dev", "lzo2": "liblzo2-dev",
           "lzma": "liblzma-dev", "glibc": "libc6-dev"}
# For Windows: source package to the component, the Debian package of this system with its copyright, and what is in the folder.
WINDOWS = {"openssl": ("OpenSSL", "libssl3", "lib{crypto,ssl}-*.dll"), "c-ares": ("c-ares", "libc-ares2", "libcares*.dll"),
           "yaml-cpp": ("yaml-cpp", "libyaml-cpp-dev", None), "cli11": ("CLI11", "libcli11-dev", None),
           "qcustomplot": ("QCustomPlot", "libqcustomplot-dev", None), "qt6-base": ("Qt", "libqt6core6", "{,plugins/*/}{Qt6*,q*}.dll")}
WINDOWS_RUNTIME = {"German texts of Qt": ("qt6-translations-l10n", None), "libgcc": ("gcc-mingw-w64-base", "libgcc_s_*.dll"),
                   "libstdc++": ("gcc-mingw-w64-base", "libstdc++-*.dll"), "winpthreads": ("mingw-w64-common", "libwinpthread-*.dll"),
                   "Inter": ("fonts-inter", "fonts/Inter-*"), "JetBrains Mono": ("fonts-jetbrains-mono", "fonts/JetBrainsMono-*")}
# Licences by source package, read by hand in its copyright file: where no machine can read that, or where it tells of more than is used or of
# something else. Those of the fonts are what their files say of themselves. What Qt has of others is in that file (Windows: named apart).
QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"
KNOWN = {"c-ares": "MIT", "fonts-inter": "OFL-1.1", "fonts-jetbrains-mono": "OFL-1.1", "gcc-12": GCC, "gcc-mingw-w64": GCC,
         "glibc": "LGPL-2.1-or-later", "keyutils": "LGPL-2.0-or-later",
         "krb5": "BSD-2-Clause AND BSD-3-Clause AND MIT AND HPND-export-US AND OLDAP-2.8", "libgcrypt20": "LGPL-2.1-or-later",
         "libice": "MIT-open-group", "libproxy": "LGPL-2.1-or-later", "libselinux": "libselinux-1.0", "libsm": "MIT-open-group", "libxcb": "X11",
         "libxkbcommon": "MIT AND X11 AND HPND", "lz4": "BSD-2-Clause", "mingw-w64": "MIT AND BSD-3-Clause", "openssl": "Apache-2.0",
         "qt6-base": QT, "qt6-svg": QT, "qt6-translations": "GPL-3.0-only WITH Qt-GPL-exception-1.0", "qt6-wayland": QT, "wayland": "MIT",
         "yaml-cpp": "MIT"}
# Names of machine-readable Debian copyright files that SPDX writes otherwise, and those it writes in the same way but for the case.
SPDX = {"Expat": "MIT", "Boost-1.0": "BSL-1.0", "Apache-2": "Apache-2.0", "CC0": "CC0-1.0"}
for number in ("1", "2", "3"):
    for family in ("GPL", "LGPL"):
        for zero in ("", ".0"):
            SPDX[family + "-" + number + zero] = family + "-" + number + ".0-only"
            SPDX[family + "-" + number + zero + "+"] = family + "-" + number + ".0-or-later"
SPDX |= {"LGPL-2.1": "LGPL-2.1-only", "LGPL-2.1+": "LGPL-2.1-or-later"}
SPDX |= {name: name for name in ("AFL-2.1", "Apache-2.0", "Beerware", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "FSFULLR", "BSL-1.0", "FSFAP", "FTL", "HPND", "ISC",
                                 "Latex2e", "MIT", "OFL-1.1", "W3C", "X11", "Zlib")}
SPDX = {name.lower(): spdx for name, spdx in SPDX.items()}


def said(*argv):
    return subprocess.run(list(map(str, argv)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def owner(path):
    """The Debian package a file of this system belongs to."""
    for name in (path, os.path.realpath(path)):
        for one in (name, name.removeprefix("/usr"), "/usr" + name):
            found = said("dpkg-query", "-S", one)
            if found and not found.startswith("diversion"):
                return found.split(": ")[0].split(",")[0].split(":")[0]
    raise SystemExit("bill_of_materials: nobody owns " + path)


def copyright_file(package):
    return "/usr/share/doc/%s/copyright" % package


def licences(package, source):
    """What is known of them, else as the package's copyright file names them, each once, without those of Debian's own files beside the
    software. A file that is for people only is named itself: nothing is guessed."""
    if source in KNOWN:
        return [{"expression": KNOWN[source]}]
    path = pathlib.Path(copyright_file(package))
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    names = []
    if text.startswith("Format:"):
        for paragraph in re.split(r"\n[ \t]*\n", text):
            files = re.search(r"^Files:((?:.*\n)(?:[ \t].*\n)*)", paragraph, flags=re.M)
            line = re.search(r"^License:[ \t]*(\S.*)", paragraph, flags=re.M)
            if files and line and not all(one.startswith("debian/") for one in re.split(r"[\s,]+", files.group(1).strip())):
                names += [name.strip(" ,()") for name in re.split(r"\s+(?:and/or|and|or|with)\s+|,", line.group(1))]
    names = list(dict.fromkeys(name for name in names if name)) or ["see %s" % path]
    return [{"license": {"id": SPDX[name.lower()]} if name.lower() in SPDX else {"name": name}} for name in names]


def component(name, package, files=(), scope="required", kind="library"):
    fields = said("dpkg-query", "-W", "-f", "${source:Package}\t${Version}\t${Architecture}\t${Homepage}", package).split("\t")
    if len(fields) != 4:
        raise SystemExit("bill_of_materials: package %s is not installed" % package)
    source, version, architecture, homepage = fields
    out = {"type": kind, "name": name, "version": version, "scope": scope, "licenses": licences(package, source),
           "purl": "pkg:deb/debian/%s@%s?arch=%s" % (package, version.replace(":", "%3A").replace("+", "%2B"), architecture),
           "properties": [{"name": name, "value": value} for name, value in
                          [("source-package", source), ("copyright", copyright_file(package))] + [("file", one) for one in files]]}
    if homepage:
        out["externalReferences"] = [{"type": "website", "url": homepage}]
    return out


def needed(programs):
    """The libraries these programs are linked with."""
    return sorted({line.split()[1] for program in programs for line in said("objdump", "-p", program).splitlines() if "NEEDED" in line})


def system_file(library):
    for line in said("ldconfig", "-p").splitlines():
        if line.strip().startswith(library + " "):
            return line.split("=> ")[1]
    raise SystemExit("bill_of_materials: %s is not on this system" % library)


def matching(folder, pattern):
    """Files of a folder, by a shell pattern with braces."""
    if not pattern:
        return []
    found = said("bash", "-c", 'shopt -s nullglob; cd "$0" && printf "%s\\n" ' + pattern, folder).split()
    if not found:
        raise SystemExit("bill_of_materials: nothing in %s is called %s" % (folder, pattern))
    return found


def inside_windows(folder, versions):
    built = dict(line.split() for line in versions.read_text(encoding="utf-8").splitlines())
    out = []
    for source, (name, package, pattern) in WINDOWS.items():
        one = component(name, package, matching(folder, pattern))
        one["version"] = built[source]
        of = "pkg:deb/debian/%s@%s?arch=source" if "-" in built[source] else "pkg:generic/%s@%s" # without Debian's patches
        one["purl"] = of % (source, built[source].replace("+", "%2B"))
        out.append(one)
    out += [{"type": "library", "name": part["Name"] + " (in Qt)", "version": part["Version"], "scope": "required",
             "licenses": [{"expression": part["LicenseId"]}] if part["LicenseId"] else [{"license": {"name": part["License"]}}],
             "externalReferences": [{"type": "website", "url": part["Homepage"]}]}
            for part in json.loads(versions.with_name("qt-parts.json").read_text(encoding="utf-8"))]
    out += [component(name, package, matching(folder, pattern), kind="data" if package.startswith("fonts-") else "library")
            for name, (package, pattern) in WINDOWS_RUNTIME.items()]
    named = {prop["value"] for one in out for prop in one.get("properties", [])}
    left = [str(path.relative_to(folder)) for path in folder.rglob("*.dll") if str(path.relative_to(folder)) not in named]
    if left:
        raise SystemExit("bill_of_materials: of nothing known: " + ", ".join(left))
    return out


def inside(kind, folder):
    """Components in the package, each Debian package once."""
    out = [component(name, package) for name, package in HEADERS.items()]
    if kind == "deb":
        return out
    out += [component(name, package) for name, package in ARCHIVES.items()]
    if kind == "portable":
        out += [component(name + " (start program)", package) for name, package in RUNTIME.items()]
        packages = {}
        for origin in (folder / "bundled").read_text(encoding="utf-8").split():
            packages.setdefault(owner(origin), []).append(os.path.basename(origin))
        out += [component(package, package, files) for package, files in sorted(packages.items())]
    return out


def outside(kind, folder):
    if kind in ("portable", "windows"):
        return []
    packages = {}
    for library in needed([folder / "usr" / "bin" / name for name in ("viatrace", "viatrace-cli")]):
        packages.setdefault(owner(system_file(library)), []).append(library)
    return [component(package, package, files, "excluded") for package, files in sorted(packages.items())]


def main():
    if len(sys.argv) not in (4, 5):
        print(__doc__, file=sys.stderr)
        return 64
    kind, file, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    version = re.search(r"\d+\.\d+\.\d+", file.name).group()
    when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))))
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.4", "serialNumber": "urn:uuid:" + str(uuid.UUID(digest[:32])), "version": 1,
            "metadata": {"timestamp": when, "component": {
                "type": "application", "name": "viatrace", "version": version, "bom-ref": "viatrace",
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}], "hashes": [{"alg": "SHA-256", "content": digest}],
                "properties": [{"name": "file", "value": file.name}]}},
            "components": inside_windows(folder, pathlib.Path(sys.argv[4])) if kind == "windows" else inside(kind, folder) + outside(kind, folder)}
    json.dump(bill, sys.stdout, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
