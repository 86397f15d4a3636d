#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual pages and shell completions of both programs, from what `viatrace-cli describe` prints.

  reference.py DESCRIPTION.json FOLDER DATE      DATE: 2026-01-31, for the foot of the manual pages

Writes FOLDER/PROGRAM.1.gz, PROGRAM.bash, _PROGRAM (zsh) and PROGRAM.fish."""
import gzip
import json
import pathlib
import re
import sys

SECRETS = ("The password, key or token that request files call {{secret:NAME}}, or that of the user NAME. Letters are upper case, "
           "everything else than letters and digits is an underscore.")
ENVIRONMENT = {
    "viatrace": {"VIATRACE_SECRET_NAME": SECRETS},
    "viatrace-cli": {"VIATRACE_SECRET_NAME": SECRETS, "NO_COLOR": "No colours when it is set and not empty."},
}
FILES = {
    "viatrace": {"~/.config/Viatrace/viatrace/viatrace.ini": "Settings of the window."},
    "viatrace-cli": {"~/.local/share/viatrace/practice/": "The CA and the certificates of the practice server over TLS."},
}


# ---- manual pages

def roff(text):
    """Text as a manual page takes it: no line begins a request, dashes are those of options."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
    return re.sub(r"(?m)^([.])", r"\\&\1", text)


def flowing(text):
    """Paragraphs; lines that are set in are kept as they are, examples that is."""
    out = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        plain = []
        for line in block.split("\n"):
            if line.startswith("  "):
                out += (["\n".join(plain)] if plain else []) + [".PP", ".nf", "\\fB" + roff(line.strip()) + "\\fR", ".fi"]
                plain = []
            else:
                plain.append(roff(line.strip()))
        out += (["\n".join(plain)] if plain else []) + [".PP"]
    text = "\n".join(out[:-1])
    return text.replace("\n.fi\n.PP\n.nf\n", "\n")


def option_entry(option):
    value = " \\fI%s\\fR" % roff(option["value"]) if option["value"] else ""
    names = ", ".join(("\\fI%s\\fR" if option["positional"] else "\\fB%s\\fR") % roff(name) for name in option["names"])
    text = roff(option["text"].replace("\n", " "))
    missing = [value for value in option["values"] if value not in option["text"]]
    if missing and not option["positional"]:
        text += "\n.br\nValues: " + roff("; ".join(option["values"])) + "."
    return ".TP\n%s%s\n%s" % (names, value, text)


def option_list(options):
    """Positional ones first, then by group, as the help shows them."""
    out, group = [], None
    for option in sorted(options, key=lambda one: not one["positional"]):
        heading = None if option["positional"] or option["group"] in ("Options", "OPTIONS", "Positionals") else option["group"]
        if heading != group and heading:
            out.append(".PP\n\\fI%s\\fR" % roff(heading))
        group = heading
        out.append(option_entry(option))
    return out


def usage(program, command):
    words = ["\\fB%s %s\\fR" % (roff(program["name"]), roff(command["name"])), "[\\fIOPTIONS\\fR]"]
    words += ["\\fI%s\\fR" % roff(option["names"][-1]) for option in command["options"] if option["positional"]]
    return " ".join(words)


def manual(program, version, date):
    name, first = program["name"], program["about"].split("\n")[0].rstrip(".")
    out = ['.TH %s 1 "%s" "Viatrace %s" "User Commands"' % (name.upper(), date, version),
           ".SH NAME", "%s \\- %s" % (roff(name), roff(first[0].lower() + first[1:] if not first.startswith("Viatrace") else first.split(", ", 1)[1])), ".SH SYNOPSIS"]
    if program.get("commands"):
        out += ["\n.br\n".join(usage(program, command) for command in program["commands"])]
    else:
        out += ["\\fB%s\\fR [\\fIOPTIONS\\fR] %s" % (name, " ".join("[\\fI%s\\fR]" % roff(one["names"][0]) for one in program["options"] if one["positional"]))]
    out += [".SH DESCRIPTION", flowing(program["about"])]
    out += [".SH OPTIONS"] + option_list(program["options"])
    if program.get("commands"):
        out.append(".SH COMMANDS")
        for command in program["commands"]:
            out += [".SS " + roff(command["name"]), usage(program, command), ".PP", flowing(command["about"])]
            out += option_list(command["options"]) + [".PP", flowing(command["footer"])]
        examples, codes = program["footer"].split("Exit codes", 1)
        out += [".SH EXAMPLES", flowing(examples.replace("Examples:\n", "")), ".SH EXIT STATUS", flowing("Exit codes" + codes)]
    out.append(".SH ENVIRONMENT")
    out += [".TP\n\\fB%s\\fR\n%s" % (roff(key), roff(text)) for key, text in ENVIRONMENT[name].items()]
    out.append(".SH FILES")
    out += [".TP\n\\fI%s\\fR\n%s" % (roff(key), roff(text)) for key, text in FILES[name].items()]
    other = "viatrace" if name != "viatrace" else "viatrace-cli"
    out += [".SH SEE ALSO", "\\fB%s\\fR(1); the manual in the window, menu Help." % roff(other)]
    return "\n".join(out) + "\n"


# ---- completions

def takes_file(option):
    return option["value"] == "FILE" or option["positional"] and "file" in option["names"][-1].lower()


def switches(options):
    return [name for option in options if not option["positional"] for name in option["names"]]


def commands_of(program):
    return [(command["name"], command["options"]) for command in program.get("commands", [])]


def bash(program):
    """Options after a dash, commands first, values of an option behind it, else files."""
    function = "_" + program["name"].replace("-", "_")
    commands = program.get("commands", [])
    cases = []
    for name, options in commands_of(program) or [("", program["options"])]:
        lines = []
        for option in options:
            if option["positional"] or not option["value"]:
                continue
            names = "|".join(option["names"])
            if option["values"]:
                lines.append('      %s) words="%s" ;;' % (names, " ".join(option["values"])))
            elif takes_file(option):
                lines.append('      %s) files=1 ;;' % names)
            else:
                lines.append('      %s) return ;;' % names)
        places = [option for option in options if option["positional"]]
        values = " ".join(value for option in places for value in option["values"])
        files = "1" if any(takes_file(option) for option in places) else ""
        cases.append("    %s)\n    case $before in\n%s\n      *) if [[ $word == -* ]]; then words=\"%s\"; else words=\"%s\" files=%s; fi ;;\n    esac ;;"
                     % (name or "*", "\n".join(lines), " ".join(switches(options)), values, files))
    if commands:
        top = "    '') words=\"%s %s\" ;;" % (" ".join(name for name, _ in commands_of(program)), " ".join(switches(program["options"])))
        find = "  local i\n  for ((i = 1; i < COMP_CWORD; i++)); do\n    case ${COMP_WORDS[i]} in -*) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n  done\n"
        cases.insert(0, top)
    else:
        find = ""
    return ("# bash completion of %(name)s; made from its parser\n%(function)s() {\n"
            "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' words='' files=''\n"
            "  [[ $before == = && COMP_CWORD -gt 1 ]] && before=${COMP_WORDS[COMP_CWORD-2]}\n"
            "  [[ $word == = ]] && word=''\n%(find)s  COMPREPLY=()\n  case $command in\n%(cases)s\n  esac\n"
            "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; [[ -z $files ]] || compgen -f -- \"$word\")\n"
            "  [[ -z $files ]] || compopt -o filenames 2>/dev/null\n}\ncomplete -F %(function)s %(name)s\n"
            % {"name": program["name"], "function": function, "find": find, "cases": "\n".join(cases)})


def short(option):
    return option["text"].split("\n")[0]


def zsh_quoted(text):
    return re.sub(r"([\[\]:\\])", r"\\\1", text).replace("'", "'\\''")


def zsh_arguments(options):
    out = []
    for option in options:
        action = "(%s)" % " ".join(zsh_quoted(value) for value in option["values"]) if option["values"] else "_files" if takes_file(option) else " "
        if option["positional"]:
            files = "{_files; compadd -- %s}" % " ".join(option["values"]) if option["values"] and takes_file(option) else action
            out.append("'*:%s:%s'" % (zsh_quoted(option["names"][-1].lower()), files))
            continue
        for name in option["names"]:
            value = ":%s:%s" % (zsh_quoted(option["value"]), action) if option["value"] else ""
            out.append("'*%s[%s]%s'" % (name, zsh_quoted(short(option)), value))
    return " \\\n      ".join(out)


def zsh(program):
    commands = program.get("commands", [])
    if not commands:
        return "#compdef %s\n# made from its parser\n_arguments -s \\\n      %s\n" % (program["name"], zsh_arguments(program["options"]))
    out = ["#compdef %s" % program["name"], "# made from its parser", "local curcontext=$curcontext state line", "_arguments -C \\",
           "      %s \\" % zsh_arguments(program["options"]), "      '1:command:->command' '*::argument:->argument'", "case $state in", "  command)",
           "    local -a commands=("]
    out += ["      '%s:%s'" % (command["name"], zsh_quoted(command["about"].split("\n")[0])) for command in commands]
    out += ["    )", "    _describe command commands ;;", "  argument)", "    case $words[1] in"]
    out += ["    %s) _arguments -s \\\n      %s ;;" % (name, zsh_arguments(options)) for name, options in commands_of(program)]
    return "\n".join(out + ["    esac ;;", "esac"]) + "\n"


def fish_quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish_options(program, command, options):
    condition = "-n '__fish_seen_subcommand_from %s' " % command if command else "-n __fish_use_subcommand " if program.get("commands") else ""
    out = []
    for option in options:
        values = "-a %s " % fish_quoted(" ".join(option["values"])) if option["values"] else ""
        if option["positional"]:
            if values or not takes_file(option):
                out.append("complete -c %s %s%s%s" % (program["name"], condition, values, "" if takes_file(option) else "-f"))
            continue
        names = " ".join("-l " + name[2:] if name.startswith("--") else "-s " + name[1:] for name in option["names"])
        value = "" if not option["value"] else "-r -F " if takes_file(option) else "-x " + values
        out.append("complete -c %s %s%s %s-d %s" % (program["name"], condition, names, value, fish_quoted(short(option))))
    return out


def fish(program):
    out = ["# fish completion of %s; made from its parser" % program["name"]] + fish_options(program, "", program["options"])
    for command in program.get("commands", []):
        out.append("complete -c %s -n __fish_use_subcommand -f -a %s -d %s"
                   % (program["name"], command["name"], fish_quoted(command["about"].split("\n")[0])))
        out += fish_options(program, command["name"], command["options"])
    return "\n".join(out) + "\n"


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 64
    description, folder, date = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")), pathlib.Path(sys.argv[2]), sys.argv[3]
    folder.mkdir(parents=True, exist_ok=True)
    for program in description["programs"]:
        name = program["name"]
        (folder / (name + ".1.gz")).write_bytes(gzip.compress(manual(program, description["version"], date).encode(), 9, mtime=0))
        (folder / (name + ".bash")).write_text(bash(program), encoding="utf-8")
        (folder / ("_" + name)).write_text(zsh(program), encoding="utf-8")
        (folder / (name + ".fish")).write_text(fish(program), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
