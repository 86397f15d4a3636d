/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The beginning of the portable bundle: this program, then a squashfs image, as AppImages of type 2 have it. It unpacks the image once
 * into the user's cache and runs AppRun from there; no FUSE, no root, nothing installed. Where the cache cannot be written it unpacks to
 * a folder of its own under /tmp, each time anew.
 *
 *   cc -static -O2 appimage_runtime.c -lsquashfuse -lzstd -lz -llz4 -llzo2 -llzma
 *
 * Knows --appimage-extract (into ./squashfs-root), --appimage-offset and --appimage-version. */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>

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
    const int out = open(path, O_CREAT | O_WRONLY | O_EXCL, inode->base.mode & 0777);
    if (out < 0)
        return -1;
    for (sqfs_off_t at = 0;;) {
        sqfs_off_t size = sizeof block;
        if (sqfs_read_range(image, inode, at, &size, block) || (size && write(out, block, (size_t)size) != size)) {
            close(out);
            return -1;
        }
        if (!size)
            return close(out);
        at += size;
    }
}

static int write_link(sqfs *image, sqfs_inode *inode, const char *path)
{
    size_t size = 0;
    if (sqfs_readlink(image, inode, NULL, &size))
        return -1;
    char *target = malloc(size);
    const int failed = !target || sqfs_readlink(image, inode, target, &size) || symlink(target, path);
    free(target);
    return failed ? -1 : 0;
}

/* The whole image into a folder that is there and empty. */
static int unpack(const char *self, long offset, const char *folder)
{
    sqfs image;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    if (sqfs_open_image(&image, self, (size_t)offset) || sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image)))
        return -1;
    while (sqfs_traverse_next(&walk, &error)) {
        sqfs_inode inode;
        char path[PATH_MAX];
        if (walk.dir_end)
            continue;
        if (sqfs_inode_get(&image, &inode, sqfs_dentry_inode(&walk.entry))
            || (size_t)snprintf(path, sizeof path, "%s/%s", folder, walk.path) >= sizeof path)
            return -1;
        int done = 0;
        if (S_ISDIR(inode.base.mode))
            done = mkdir(path, 0755);
        else if (S_ISLNK(inode.base.mode))
            done = write_link(&image, &inode, path);
        else if (S_ISREG(inode.base.mode))
            done = write_file(&image, &inode, path);
        if (done)
            return -1;
    }
    sqfs_traverse_close(&walk);
    return error ? -1 : 0;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

/* Unpacked there already, or now. Two that start at once both unpack, and one of them is kept. */
static int unpack_once(const char *self, long offset, const char *folder)
{
    char temporary[PATH_MAX];
    if (!access(folder, X_OK))
        return 0;
    if ((size_t)snprintf(temporary, sizeof temporary, "%s.XXXXXX", folder) >= sizeof temporary || !mkdtemp(temporary))
        return -1;
    if (!unpack(self, offset, temporary) && !rename(temporary, folder))
        return 0;
    nftw(temporary, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return access(folder, X_OK) ? -1 : 0;
}

static int cache_folder(char *folder, size_t size, const struct stat *self)
{
    char base[PATH_MAX / 2];
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache && *cache == '/')
        snprintf(base, sizeof base, "%s", cache);
    else if (home && *home == '/')
        snprintf(base, sizeof base, "%s/.cache", home);
    else
        return -1;
    if (mkdir(base, 0700) && errno != EEXIST)
        return -1;
    snprintf(folder, size, "%s/viatrace-appimage-%lx-%lx", base, (long)self->st_size, (long)self->st_mtime);
    return 0;
}

int main(int argc, char **argv)
{
    char self[PATH_MAX], folder[PATH_MAX], program[PATH_MAX + 8];
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
        if (mkdir("squashfs-root", 0755) || unpack(self, offset, "squashfs-root")) {
            perror("squashfs-root");
            return 1;
        }
        return 0;
    }
    if (cache_folder(folder, sizeof folder, &status) || unpack_once(self, offset, folder)) {
        strcpy(folder, "/tmp/viatrace-XXXXXX");
        if (!mkdtemp(folder) || unpack(self, offset, folder)) {
            fprintf(stderr, "viatrace: cannot unpack, neither to the cache nor to %s: %s\n", folder, strerror(errno));
            return 127;
        }
    }
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", argv[0], 1);
    snprintf(program, sizeof program, "%s/AppRun", folder);
    argv[0] = program;
    execv(program, argv);
    perror(program);
    return 127;
}
