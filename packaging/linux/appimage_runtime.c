/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The beginning of the portable bundle: this program, then a squashfs image, as AppImages of type 2 have it. It unpacks the image once
 * into the user's cache and runs AppRun from there; no FUSE, no root, nothing installed. Where the cache cannot be written, or nothing
 * may be run from it, the folder is in /tmp. Every start looks whether all is still there and unpacks what is not.
 *
 *   cc -static -O2 appimage_runtime.c -lsquashfuse -lzstd -lz -llz4 -llzo2 -llzma
 *
 * Knows --appimage-extract (into ./squashfs-root), --appimage-offset and --appimage-version. */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>

/* In place of an errno: the image itself cannot be read. */
enum { damaged = -1 };

/* Where the ELF file ends and the image begins; -1: cannot be read. */
static long image_offset(const char *path)
{
    Elf64_Ehdr header;
    FILE *file = fopen(path, "rb");
    if (!file)
        return -1;
    const size_t read = fread(&header, sizeof header, 1, file);
    fclose(file);
    return read == 1 ? (long)(header.e_shoff + (unsigned long)header.e_shentsize * header.e_shnum) : -1;
}

static int write_file(sqfs *image, sqfs_inode *inode, const char *path)
{
    static char block[256 * 1024];
    const int out = open(path, O_CREAT | O_WRONLY | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    if (out < 0)
        return errno;
    int error = 0;
    for (sqfs_off_t at = 0, size; !error; at += size) {
        size = sizeof block;
        if (sqfs_read_range(image, inode, at, &size, block))
            error = damaged;
        else if (!size)
            break;
        for (ssize_t done = 0, count; !error && done < size; done += count)
            if ((count = write(out, block + done, (size_t)(size - done))) < 0)
                error = errno;
    }
    if (close(out) && !error)
        error = errno;
    return error;
}

static int write_link(sqfs *image, sqfs_inode *inode, const char *path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(image, inode, target, &size))
        return damaged;
    return symlink(target, path) ? errno : 0;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* The content is not compared, so that a start stays fast. */
static bool is_there(sqfs_inode *inode, const char *path)
{
    struct stat status;
    if (lstat(path, &status) || (status.st_mode & S_IFMT) != (inode->base.mode & S_IFMT))
        return false;
    return !S_ISREG(status.st_mode)
        || ((uint64_t)status.st_size == inode->xtra.reg.file_size && !(inode->base.mode & S_IRWXU & ~status.st_mode));
}

/* Files get their name when they are complete, in place of what has it: another start may be at the same. */
static int unpack_one(sqfs *image, sqfs_inode *inode, const char *path)
{
    char temporary[PATH_MAX + 16];
    struct stat status;
    const bool folder = S_ISDIR(inode->base.mode);
    if (!lstat(path, &status) && S_ISDIR(status.st_mode) != folder)
        remove_tree(path);
    if (folder)
        return mkdir(path, 0755) && errno != EEXIST ? errno : 0;
    snprintf(temporary, sizeof temporary, "%s.%ld", path, (long)getpid());
    int error = S_ISLNK(inode->base.mode) ? write_link(image, inode, temporary) : write_file(image, inode, temporary);
    if (!error && rename(temporary, path))
        error = errno;
    if (error)
        unlink(temporary);
    return error;
}

/* What of the image is not in the folder yet; the count of it is added to *unpacked. Returns 0, an errno or damaged. */
static int unpack(const char *self, long offset, const char *folder, long *unpacked)
{
    sqfs image;
    sqfs_traverse walk;
    sqfs_err failed = SQFS_OK;
    int error = 0;
    const int file = open(self, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    if (sqfs_init(&image, file, (size_t)offset) || sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image))) {
        close(file);
        return damaged;
    }
    while (!error && sqfs_traverse_next(&walk, &failed)) {
        sqfs_inode inode;
        char path[PATH_MAX];
        if (walk.dir_end)
            continue;
        if (sqfs_inode_get(&image, &inode, sqfs_dentry_inode(&walk.entry)))
            error = damaged;
        else if ((size_t)snprintf(path, sizeof path, "%s/%s", folder, walk.path) >= sizeof path)
            error = ENAMETOOLONG;
        else if (!is_there(&inode, path) && !(error = unpack_one(&image, &inode, path)))
            ++*unpacked;
    }
    sqfs_traverse_close(&walk);
    close(file);
    return error ? error : failed ? damaged : 0;
}

static bool make_folders(const char *path)
{
    char part[PATH_MAX];
    snprintf(part, sizeof part, "%s", path);
    for (char *slash = part + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = 0;
        mkdir(part, 0700); /* the last one tells whether they are there */
    }
    return !mkdir(part, 0700) || errno == EEXIST;
}

/* The folder of caches, there and fit to run programs from; an errno otherwise. */
static int find_cache(char *base, size_t size)
{
    struct statvfs system;
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    const bool own = cache && *cache == '/';
    /* A home called /nonexistent is how Debian writes that there is none. */
    if (!own && (!home || *home != '/' || !strncmp(home, "/nonexistent", 12)))
        return ENOENT;
    if ((size_t)snprintf(base, size, own ? "%s" : "%s/.cache", own ? cache : home) >= size)
        return ENAMETOOLONG;
    if (!make_folders(base) || statvfs(base, &system))
        return errno;
    return system.f_flag & ST_NOEXEC ? EACCES : 0;
}

/* The folder, made if need be, open and locked as one in use; not one that somebody else could have put there. -1 with errno. */
static int open_folder(const char *folder)
{
    struct stat status, named;
    if (mkdir(folder, 0700) && errno != EEXIST)
        return -1;
    const int opened = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW); /* the programs inherit it, and with it the lock */
    if (opened < 0)
        return -1;
    flock(opened, LOCK_SH);
    if (fstat(opened, &status) || status.st_uid != geteuid() || status.st_mode & 077)
        errno = EPERM;
    else if (lstat(folder, &named) || named.st_ino != status.st_ino)
        errno = ENOENT; /* removed before it was locked */
    else
        return opened;
    const int error = errno;
    close(opened);
    errno = error;
    return -1;
}

/* Removes the folder unless a program runs from it. */
static void remove_unused(const char *folder)
{
    struct stat status;
    const int opened = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened < 0)
        return;
    if (!fstat(opened, &status) && status.st_uid == geteuid() && !flock(opened, LOCK_EX | LOCK_NB))
        remove_tree(folder);
    close(opened);
}

/* Those of other versions in the same place. */
static void remove_others(const char *folder)
{
    char path[PATH_MAX], prefix[64];
    const char *name = strrchr(folder, '/') + 1;
    const int base = (int)(name - folder);
    snprintf(prefix, sizeof prefix, "viatrace-appimage-%lu-", (unsigned long)geteuid());
    snprintf(path, sizeof path, "%.*s", base, folder);
    DIR *listing = opendir(path);
    if (!listing)
        return;
    for (struct dirent *entry; (entry = readdir(listing));)
        if (!strncmp(entry->d_name, prefix, strlen(prefix)) && strcmp(entry->d_name, name)
            && (size_t)snprintf(path, sizeof path, "%.*s%s", base, folder, entry->d_name) < sizeof path)
            remove_unused(path);
    closedir(listing);
}

/* The folder with all of the image in it, locked: *lock. Returns 0, an errno or damaged. */
static int prepare(const char *self, long offset, const char *folder, int *lock)
{
    long unpacked = 0;
    /* Another start may be removing it at this very moment, as one of an older version. */
    for (int attempt = 0; (*lock = open_folder(folder)) < 0; ++attempt)
        if (errno != ENOENT || attempt == 3)
            return errno;
    const mode_t mask = umask(022);
    const int error = unpack(self, offset, folder, &unpacked);
    umask(mask);
    if (error) {
        close(*lock);
        remove_unused(folder);
    } else if (unpacked) {
        remove_others(folder);
    }
    return error;
}

static int say_damaged(const char *self)
{
    fprintf(stderr, "viatrace: %s is damaged or incomplete; please download it again\n", self);
    return 127;
}

int main(int argc, char **argv)
{
    char self[PATH_MAX], base[PATH_MAX / 2], folder[PATH_MAX], program[PATH_MAX + 8];
    struct stat status;
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0) {
        perror("/proc/self/exe");
        return 127;
    }
    self[length] = 0;
    const long offset = image_offset(self);
    if (offset < 0 || stat(self, &status)) {
        perror(self);
        return 127;
    }
    if (argc > 1 && !strcmp(argv[1], "--appimage-offset"))
        return printf("%ld\n", offset) < 0;
    if (argc > 1 && !strcmp(argv[1], "--appimage-version"))
        return puts("type 2, unpacking") < 0;
    if (argc > 1 && !strcmp(argv[1], "--appimage-extract")) {
        long unpacked = 0;
        const int error = mkdir("squashfs-root", 0755) ? errno : unpack(self, offset, "squashfs-root", &unpacked);
        if (error == damaged)
            return say_damaged(self);
        if (error)
            fprintf(stderr, "squashfs-root: %s\n", strerror(error));
        return error != 0;
    }
    setenv("APPIMAGE", self, 1);
    setenv("ARGV0", argv[0], 1);
    int error = find_cache(base, sizeof base);
    for (int temporary = error != 0; temporary < 2; ++temporary) {
        int lock;
        snprintf(folder, sizeof folder, "%s/viatrace-appimage-%lu-%lx-%lx", temporary ? "/tmp" : base, (unsigned long)geteuid(),
            (long)status.st_size, (long)status.st_mtime);
        error = prepare(self, offset, folder, &lock);
        if (error == damaged)
            return say_damaged(self);
        if (error)
            continue;
        setenv("APPDIR", folder, 1);
        snprintf(program, sizeof program, "%s/AppRun", folder);
        argv[0] = program;
        execv(program, argv);
        error = errno;
        close(lock);
        if (error != EACCES)
            break;
    }
    fprintf(stderr, "viatrace: cannot run from %s: %s; XDG_CACHE_HOME may name a folder to unpack to\n", folder,
        error == EPERM || error == ELOOP || error == ENOTDIR ? "it is there and belongs to somebody else" : strerror(error));
    return 127;
}
