/* LD_PRELOAD: remembers what a power cut would leave. Everything below POWER_ROOT that a program syncs is copied to
 * POWER_KEPT at that moment, before fsync returns: contents by file, names by the line that says where they stand.
 * powerLoss.ts builds the disk after the cut from it. What was written and never synced is not there. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int real_fsync(int fd) { return (int)syscall(SYS_fsync, fd); }
static int real_fdatasync(int fd) { return (int)syscall(SYS_fdatasync, fd); }

/* A file for as long as it lives, under whatever name: a number of its own even when the inode is used again. */
static int file_key(int dir, const char *path, int flags, char *key, size_t size) {
  struct statx found;
  if (statx(dir, path, flags, STATX_INO | STATX_BTIME, &found) != 0) return -1;
  snprintf(key, size, "%llu-%lld.%u", (unsigned long long)found.stx_ino, (long long)found.stx_btime.tv_sec,
           found.stx_btime.tv_nsec);
  return 0;
}

static void note(const char *kept, const char *text, size_t length) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/names", kept);
  int fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (fd < 0) return;
  if (write(fd, text, length) < 0) abort(); /* the books must not lie */
  close(fd);
}

static void keep_file(int fd, const char *kept, const char *relative) {
  char key[80], self[64], temporary[PATH_MAX], final[PATH_MAX], line[PATH_MAX + 100];
  if (file_key(fd, "", AT_EMPTY_PATH, key, sizeof key) != 0) return;
  snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
  snprintf(temporary, sizeof temporary, "%s/%s.%d", kept, key, (int)syscall(SYS_gettid));
  snprintf(final, sizeof final, "%s/%s", kept, key);
  /* Through the program's own descriptor where that can read: closing another one of the same file would let go of its locks. */
  int from = (fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR ? fd : open(self, O_RDONLY);
  int to = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (from < 0 || to < 0) abort();
  char buffer[1 << 14]; /* on the stack of whatever thread it is */
  ssize_t count;
  for (off_t at = 0; (count = pread(from, buffer, sizeof buffer, at)) > 0; at += count)
    if (write(to, buffer, (size_t)count) != count) abort();
  if (from != fd) close(from);
  close(to);
  if (syscall(SYS_rename, temporary, final) != 0) abort();
  int length = snprintf(line, sizeof line, "F\t%s\t%s\n", relative, key);
  note(kept, line, (size_t)length);
}

/* A synced directory makes its names last: those that came, those that went and those that were changed. */
static void keep_directory(const char *path, const char *kept, const char *relative) {
  DIR *directory = opendir(path);
  if (directory == NULL) return;
  size_t size = 1 << 20, used = 0;
  char *text = malloc(size);
  if (text == NULL) abort();
  used += (size_t)snprintf(text, size, "D\t%s\n", relative);
  struct dirent *entry;
  while ((entry = readdir(directory)) != NULL && used + PATH_MAX + 200 < size) {
    char key[80];
    if (entry->d_type != DT_REG) continue;
    if (file_key(dirfd(directory), entry->d_name, AT_SYMLINK_NOFOLLOW, key, sizeof key) != 0) continue;
    used += (size_t)snprintf(text + used, size - used, "N\t%s%s%s\t%s\n", relative, *relative ? "/" : "",
                             entry->d_name, key);
  }
  closedir(directory);
  note(kept, text, used);
  free(text);
}

/* The path below POWER_ROOT, or NULL when it is elsewhere. */
static const char *below_root(const char *path) {
  const char *root = getenv("POWER_ROOT");
  size_t length = root == NULL ? 0 : strlen(root);
  if (length == 0 || strncmp(path, root, length) != 0 || (path[length] != '/' && path[length] != 0)) return NULL;
  return path[length] == '/' ? path + length + 1 : "";
}

static void keep(int fd) {
  const char *kept = getenv("POWER_KEPT");
  if (kept == NULL) return;
  char self[64], path[PATH_MAX];
  snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(self, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  const char *relative = below_root(path);
  if (relative == NULL || strstr(path, " (deleted)") != NULL) return;
  struct stat found;
  if (fstat(fd, &found) != 0) return;
  int before = errno;
  if (S_ISDIR(found.st_mode)) keep_directory(path, kept, relative);
  else if (S_ISREG(found.st_mode)) keep_file(fd, kept, relative);
  errno = before;
}

int fsync(int fd) {
  int result = real_fsync(fd);
  if (result == 0) keep(fd);
  return result;
}

int fdatasync(int fd) {
  int result = real_fdatasync(fd);
  if (result == 0) keep(fd);
  return result;
}

/* A journalling file system makes these last with the next sync of anything. Only whole paths are understood. */
static void note_names(char kind, const char *first, const char *second) {
  const char *kept = getenv("POWER_KEPT");
  const char *one = below_root(first), *other = second == NULL ? NULL : below_root(second);
  if (kept == NULL || one == NULL || (second != NULL && other == NULL)) return;
  char line[2 * PATH_MAX + 8];
  int length = snprintf(line, sizeof line, other == NULL ? "%c\t%s\n" : "%c\t%s\t%s\n", kind, one, other);
  int before = errno;
  note(kept, line, (size_t)length);
  errno = before;
}

int rename(const char *from, const char *to) {
  int result = (int)syscall(SYS_rename, from, to);
  if (result == 0) note_names('R', from, to);
  return result;
}

int unlink(const char *path) {
  int result = (int)syscall(SYS_unlink, path);
  if (result == 0) note_names('U', path, NULL);
  return result;
}
