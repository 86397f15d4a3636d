// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secret_source.h"

#include "project/request_file.h"

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace cli {

namespace {

/// Switches the terminal's echo off while it lives.
class Silence {
public:
#ifdef Q_OS_WIN
    Silence() : m_handle(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_handle, &m_before);
        SetConsoleMode(m_handle, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~Silence()
    {
        SetConsoleMode(m_handle, m_before);
    }

private:
    HANDLE m_handle;
    DWORD m_before = 0;
#else
    Silence()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Silence()
    {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
#endif
    Q_DISABLE_COPY_MOVE(Silence)
};

bool stdinIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0;
#else
    return isatty(STDIN_FILENO) == 1;
#endif
}

/// One line of standard input without its end; nothing: end of input.
std::optional<QString> readLine()
{
    QByteArray line;
    int c = std::fgetc(stdin);
    if (c == EOF)
        return std::nullopt;
    for (; c != EOF && c != '\n' && line.size() < 4096; c = std::fgetc(stdin))
        line += char(c);
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace

std::optional<QString> SecretSource::get(const QString &name, const QString &what)
{
    if (const auto known = m_known.constFind(name); known != m_known.cend())
        return *known;
    std::optional<QString> found = diag::secretFromProcess(name);
    if (!found && m_fromStdin && !m_stdinRead) {
        m_stdinRead = true;
        found = readLine();
    } else if (!found && !m_fromStdin && stdinIsTerminal()) {
        found = ask(what);
    }
    if (found)
        m_known.insert(name, *found);
    return found;
}

std::optional<QString> SecretSource::ask(const QString &what)
{
    const QByteArray question = what.toUtf8() + ": ";
    std::fwrite(question.constData(), 1, size_t(question.size()), stderr); // standard output may be a file
    std::fflush(stderr);
    std::optional<QString> answer;
    {
        const Silence silence;
        answer = readLine();
    }
    std::fputc('\n', stderr);
    return answer;
}

} // namespace cli
