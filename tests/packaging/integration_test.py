#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an installed program has beside itself, judged by the tools that read it. Usage: integration_test.py BUILD [NAME-PART]

Installs the build into a folder of its own. A case whose tool is missing is skipped, with the package that has it."""
import configparser
import gzip
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
ID = "org.viatrace.Viatrace"
CASES = []



def case(package=None, program=None):
    """A case, and the Debian package it needs because of this program."""
    def register(function):
        CASES.append((function, package, program))
        return function
    return register


def check(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(w) for w in what))


def said(*argv, **more):
    """What a program printed, in one piece; it has to end well."""
    done = subprocess.run(list(map(str, argv)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, **more)
    check(done.returncode == 0, argv[0], "ended with", done.returncode, done.stdout[-2000:])
    return done.stdout


def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(SHARE / "applications" / (ID + ".desktop"), encoding="utf-8")
    return parser["Desktop Entry"]


def metainfo():
    return xml.parse(SHARE / "metainfo" / (ID + ".metainfo.xml")).getroot()


def page(program):
    with gzip.open(SHARE / "man" / "man1" / (program + ".1.gz"), "rt", encoding="utf-8") as file:
        return file.read().replace("\\-", "-")


@case("desktop-file-utils", "desktop-file-validate")
def the_desktop_entry_is_valid():
    out = said("desktop-file-validate", SHARE / "applications" / (ID + ".desktop"))
    check(not out, out)


@case()
def the_desktop_entry_leads_to_what_is_installed():
    check((PREFIX / "bin" / entry()["Exec"].split()[0]).is_file(), "Exec is not there")
    check(entry()["Icon"] == ID, entry()["Icon"])
    check(entry()["StartupWMClass"] == "viatrace", "the window belongs to no entry")


@case("appstream", "appstreamcli")
def the_metadata_is_valid():
    said("appstreamcli", "validate", "--no-net", SHARE / "metainfo" / (ID + ".metainfo.xml"))


@case()
def the_metadata_tells_this_version_and_real_pictures():
    version = said(CLI, "--version").split()[1]
    releases = metainfo().findall("releases/release")
    check(releases[0].get("version") == version, "newest release", releases[0].get("version"), "program", version)
    check(releases[0].findall(".//li"), "the release says nothing")
    pictures = metainfo().findall("screenshots/screenshot/image")
    check(pictures, "no picture")
    for picture in pictures:
        file = SOURCE / "resources" / "help" / "images" / picture.text.rsplit("/", 1)[1]
        check(png_size(file) == (int(picture.get("width")), int(picture.get("height"))), file, png_size(file))
    check(metainfo().find("launchable").text == ID + ".desktop", "launchable")


def png_size(path):
    head = path.read_bytes()[:24]
    check(head.startswith(b"\x89PNG"), path, "is no PNG")
    return struct.unpack(">II", head[16:24])


@case()
def the_icon_is_there_in_every_size():
    icons = SHARE / "icons" / "hicolor"
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        check(png_size(icons / ("%dx%d" % (size, size)) / "apps" / (ID + ".png")) == (size, size), size)
    check((icons / "scalable" / "apps" / (ID + ".svg")).is_file(), "no drawing")
    # Desktops colour the fill of a symbolic icon, and nothing else of it.
    symbolic = (icons / "symbolic" / "apps" / (ID + "-symbolic.svg")).read_text(encoding="utf-8")
    check("stroke" not in symbolic and len(set(re.findall(r'fill="([^"]*)"', symbolic))) == 1, symbolic)


@case("shared-mime-info", "update-mime-database")
def request_files_are_known_and_opened():
    mime = pathlib.Path(WORK) / "mime"
    shutil.copytree(SHARE / "mime" / "packages", mime / "packages")
    said("update-mime-database", "-V", mime)
    globs = (mime / "globs").read_text(encoding="utf-8")
    known = re.findall(r"^(\S+):\*\.via$", globs, flags=re.M)
    check(known == ["application/x-viatrace-request"], globs)
    check(known[0] in entry()["MimeType"].split(";"), "nobody opens them")
    check(known[0] in [one.text for one in metainfo().findall("provides/mediatype")], "the metadata does not say so")


@case("man-db", "man")
def the_manual_pages_are_clean():
    for program in ("viatrace", "viatrace-cli"):
        out = said("sh", "-c", 'man --warnings -l -Tutf8 -Z "$0" 2>&1 >/dev/null', SHARE / "man" / "man1" / (program + ".1.gz"))
        check(not out, out)


@case()
def the_manual_pages_name_every_option():
    commands = re.findall(r"^\.SS (\S+)", page("viatrace-cli"), flags=re.M)
    shown = said(CLI, "--help").split("Subcommands:\n")[1].split("\n\n")[0]
    check(commands == re.findall(r"^  ([a-z]+) ", shown, flags=re.M), "sections", commands, "commands", shown)
    for command in commands:
        section = re.split(r"(?m)^\.SS %s$" % command, page("viatrace-cli"))[1]
        section = re.split(r"(?m)^\.S[SH] ", section)[0]
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", said(CLI, command, "--help")):
            check(option in section, command, option, "is not in the manual page")
    for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", said(WINDOW, "--help")):
        check(option in page("viatrace"), option, "is not in the manual page")


BASH = """
source "$1"
words=("${@:2}"); COMP_WORDS=("${words[@]}"); COMP_CWORD=$((${#words[@]} - 1))
"_${words[0]//-/_}"; printf '%s\\n' "${COMPREPLY[@]}"
"""


@case("bash", "bash")
def bash_completes():
    folder = SHARE / "bash-completion" / "completions"
    for program in ("viatrace", "viatrace-cli"):
        said("bash", "-n", folder / program)

    def completed(*words):
        return said("bash", "-c", BASH, "bash", folder / words[0], *words, cwd=WORK).split()
    check(completed("viatrace-cli", "se") == ["send"], completed("viatrace-cli", "se"))
    check("describe" not in completed("viatrace-cli", ""), "what is hidden is offered")
    check(completed("viatrace-cli", "send", "--auth-choice", "st") == ["strongest"], "value of an option")
    check(completed("viatrace-cli", "send", "--key-l") == ["--key-log"], "option")
    check(completed("viatrace-cli", "send", "REG") == ["REGISTER"], "method")
    check("transfer" in completed("viatrace-cli", "template", ""), "template")
    check(completed("viatrace", "--style", "d") == ["dark"], completed("viatrace", "--style", "d"))
    (pathlib.Path(WORK) / "some.via").touch()
    check(completed("viatrace", "so") == ["some.via"], "file")
    check(completed("viatrace-cli", "send", "so") == ["some.via"], "file to send")


@case("zsh", "zsh")
def zsh_reads_its_completions():
    for program in ("viatrace", "viatrace-cli"):
        said("zsh", "-n", SHARE / "zsh" / "site-functions" / ("_" + program))


@case("fish", "fish")
def fish_completes():
    folder = SHARE / "fish" / "vendor_completions.d"

    def completed(line):
        script = "source %s; complete -C %s" % (folder / (line.split()[0] + ".fish"), "'%s'" % line)
        return [one.split("\t")[0] for one in said("fish", "-N", "-c", script, cwd=WORK).splitlines()]
    check(completed("viatrace-cli se") == ["send"], completed("viatrace-cli se"))
    check(completed("viatrace-cli send --auth-choice st") == ["strongest"], "value of an option")
    check(completed("viatrace-cli send --key-l") == ["--key-log"], "option")
    check("transfer" in completed("viatrace-cli template "), "template")
    check(completed("viatrace --style d") == ["dark"], "style")


def main():
    passed = failed = skipped = 0
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    for function, package, program in [c for c in CASES if part in c[0].__name__]:
        name = function.__name__
        try:
            if program and not shutil.which(program):
                skipped += 1
                print("SKIP %s: package %s missing" % (name, package))
                continue
            function()
            passed += 1
            print("PASS", name)
        except Exception as error:      # one broken case must not hide the others
            failed += 1
            print("FAIL %s: %s: %s" % (name, type(error).__name__, error))
        sys.stdout.flush()
    print("Totals: %d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(2)
    BUILD = pathlib.Path(sys.argv[1]).resolve()
    CLI, WINDOW = BUILD / "app" / "viatrace-cli", BUILD / "app" / "viatrace"
    with tempfile.TemporaryDirectory(prefix="integration-") as WORK:
        PREFIX = pathlib.Path(WORK) / "usr"
        SHARE = PREFIX / "share"
        said("cmake", "--install", BUILD, "--prefix", PREFIX)
        status = main()
    sys.exit(status)
