// SPDX-License-Identifier: GPL-3.0-or-later
// The peer that costs nearly nothing: a process of its own that answers every request with 200.
#pragma once

#include <QtGlobal>

#include <arpa/inet.h>
#include <csignal>
#include <cstring>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace responder {

inline bool isRow(const char *line, const char *name)
{
    return strncasecmp(line, name, strlen(name)) == 0;
}

/// 200 for every datagram: the rows of the request that an answer repeats.
inline size_t answer(const char *in, size_t size, char *out)
{
    char *at = out;
    const auto put = [&at](const char *text, size_t length) {
        memcpy(at, text, length);
        at += length;
    };
    put("SIP/2.0 200 OK\r\n", 16);
    const char *const end = in + size;
    for (const char *line = static_cast<const char *>(memchr(in, '\n', size)); line && ++line < end;) {
        const char *const next = static_cast<const char *>(memchr(line, '\n', size_t(end - line)));
        if (!next)
            break;
        const size_t length = size_t(next - line) + 1;
        if (isRow(line, "To:")) {
            put(line, length - 2);
            put(";tag=r\r\n", 8);
        } else if (isRow(line, "Via:") || isRow(line, "From:") || isRow(line, "Call-ID:") || isRow(line, "CSeq:")) {
            put(line, length);
        }
        line = next;
    }
    put("Content-Length: 0\r\n\r\n", 21);
    return size_t(at - out);
}

inline volatile sig_atomic_t silent = 0;

[[noreturn]] inline void answerAll(int fd)
{
    static char in[65536], out[70000];
    while (true) {
        sockaddr_in from{};
        socklen_t fromLength = sizeof from;
        const ssize_t size = recvfrom(fd, in, sizeof in, 0, reinterpret_cast<sockaddr *>(&from), &fromLength);
        if (size > 0 && !silent)
            sendto(fd, out, answer(in, size_t(size), out), 0, reinterpret_cast<sockaddr *>(&from), fromLength);
    }
}

} // namespace responder

/// A process of its own, so that its time and memory are not ours. Start it before Qt: nothing to share with the child.
class Responder {
public:
    /// \param talks  false: it says nothing until talk()
    explicit Responder(bool talks = true)
    {
        const int fd = socket(AF_INET, SOCK_DGRAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        const int room = 8 << 20;
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
        if (bind(fd, reinterpret_cast<sockaddr *>(&address), length) != 0 ||
            getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length) != 0)
            return;
        m_port = ntohs(address.sin_port);
        signal(SIGUSR1, [](int) { responder::silent = 0; });
        signal(SIGUSR2, [](int) { responder::silent = 1; });
        responder::silent = !talks;
        m_child = fork();
        if (m_child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            responder::answerAll(fd);
        }
        close(fd);
    }
    ~Responder()
    {
        if (m_child <= 0)
            return;
        kill(m_child, SIGKILL);
        waitpid(m_child, nullptr, 0);
    }
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;

    quint16 port() const { return m_port; } ///< 0: could not start
    void talk(bool on) const { kill(m_child, on ? SIGUSR1 : SIGUSR2); }

private:
    pid_t m_child = 0;
    quint16 m_port = 0;
};
