/*
 * dr_reconfig() for programs that know of dynamic logical partitioning, on the hosts of a parlab laboratory.
 *
 *     cc -I/usr/samples/dr/include -o aware aware.c
 *
 * The names are those that programs for AIX use. On AIX dr_reconfig() is a system call; here it runs the command
 * dr_reconfig and reads what it prints. It may be called in a signal handler, as on AIX: nothing here allocates memory,
 * uses stdio, or needs a SIGCHLD of its own.
 *
 * Kernel extensions cannot be built with this header: the laboratory has them declared in its world file.
 */
#ifndef PARLAB_SYS_DR_H
#define PARLAB_SYS_DR_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* The signal has the number that it has on AIX. */
#ifndef SIGRECONFIG
#define SIGRECONFIG 58
#endif

/* What dr_reconfig() is to do; DR_QUERY may be given together with one of the others. */
#define DR_QUERY 0x1
#define DR_EVENT_FAIL 0x2
#define DR_RECONFIG_DONE 0x4

typedef unsigned long long size64_t;
typedef long long rpn64_t;

typedef struct dr_info {
	/* What happens. */
	unsigned int add : 1;
	unsigned int rem : 1;
	/* To what. */
	unsigned int cpu : 1;
	unsigned int mem : 1;
	unsigned int ent_cap : 1;
	unsigned int var_wgt : 1;
	unsigned int migrate : 1;
	unsigned int hibernate : 1;
	/* In which phase. */
	unsigned int check : 1;
	unsigned int pre : 1;
	unsigned int doit : 1;
	unsigned int post : 1;
	unsigned int posterror : 1;
	/* The user wants it by force. */
	unsigned int force : 1;
	/* What of the resource the process holds. */
	unsigned int bindproc : 1;
	unsigned int softpset : 1;
	unsigned int hardpset : 1;
	unsigned int plock : 1;
	unsigned int pshm : 1;
	/* Tells the phase from every other one: an answer with it does not count for a later phase. */
	unsigned int phase_gen;
	/* A processor: its logical and its bind CPU ID. */
	int lcpu;
	int bcpu;
	/* Memory, in bytes and in frames of 4 KB, as it was when the request began. */
	size64_t req_memsz_change;
	size64_t sys_memsz;
	rpn64_t sys_free_frames;
	rpn64_t sys_pinnable_frames;
	rpn64_t sys_total_frames;
	/* Entitled capacity in hundredths of a processor, or the variable weight; and the change to it. */
	unsigned long long capacity;
	int delta_cap;
} dr_info_t;

/* The value of a line, if the line is the one of that name. */
static inline const char *parlab_dr_value(const char *line, const char *name)
{
	size_t length = strlen(name);

	return strncmp(line, name, length) == 0 && line[length] == '=' ? line + length + 1 : NULL;
}

static inline unsigned long long parlab_dr_number(const char *digits)
{
	unsigned long long number = 0;

	while (*digits >= '0' && *digits <= '9')
		number = number * 10 + (unsigned long long)(*digits++ - '0');
	return number;
}

static inline void parlab_dr_line(dr_info_t *info, const char *line)
{
	const char *value;

	if ((value = parlab_dr_value(line, "phase")) != NULL) {
		info->check = strcmp(value, "check") == 0;
		info->pre = strcmp(value, "pre") == 0;
		info->post = strcmp(value, "post") == 0;
		info->posterror = strcmp(value, "posterror") == 0;
	} else if ((value = parlab_dr_value(line, "action")) != NULL) {
		info->add = strcmp(value, "add") == 0;
		info->rem = strcmp(value, "remove") == 0;
		info->migrate = strcmp(value, "migrate") == 0;
		info->hibernate = strcmp(value, "hibernate") == 0;
	} else if ((value = parlab_dr_value(line, "resource")) != NULL) {
		info->cpu = strcmp(value, "cpu") == 0;
		info->mem = strcmp(value, "mem") == 0;
		info->ent_cap = strcmp(value, "capacity") == 0;
		info->var_wgt = strcmp(value, "var_weight") == 0;
	} else if ((value = parlab_dr_value(line, "force")) != NULL)
		info->force = *value == '1';
	else if ((value = parlab_dr_value(line, "bindproc")) != NULL)
		info->bindproc = *value == '1';
	else if ((value = parlab_dr_value(line, "softpset")) != NULL)
		info->softpset = *value == '1';
	else if ((value = parlab_dr_value(line, "hardpset")) != NULL)
		info->hardpset = *value == '1';
	else if ((value = parlab_dr_value(line, "plock")) != NULL)
		info->plock = *value == '1';
	else if ((value = parlab_dr_value(line, "pshm")) != NULL)
		info->pshm = *value == '1';
	else if ((value = parlab_dr_value(line, "phase_gen")) != NULL)
		info->phase_gen = (unsigned int)parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "lcpu")) != NULL)
		info->lcpu = (int)parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "bcpu")) != NULL)
		info->bcpu = (int)parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "req_memsz_change")) != NULL)
		info->req_memsz_change = parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "sys_memsz")) != NULL)
		info->sys_memsz = parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "sys_free_frames")) != NULL)
		info->sys_free_frames = (rpn64_t)parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "sys_pinnable_frames")) != NULL)
		info->sys_pinnable_frames = (rpn64_t)parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "sys_total_frames")) != NULL)
		info->sys_total_frames = (rpn64_t)parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "capacity")) != NULL)
		info->capacity = parlab_dr_number(value);
	else if ((value = parlab_dr_value(line, "delta_cap")) != NULL)
		info->delta_cap = (int)parlab_dr_number(value);
}

/* The exit statuses of the command as errors of the system call. */
static inline int parlab_dr_errno(int status)
{
	switch (status) {
	case 0:
		return 0;
	case 2:
		return EINVAL;
	case 3:
		return ENXIO;
	case 4:
		return EPERM;
	case 5:
		return EINPROGRESS;
	case 6:
		return ESTALE;
	default:
		return EIO;
	}
}

static inline void parlab_dr_digits(char *to, unsigned int number)
{
	char digits[16];
	size_t count = 0;

	do
		digits[count++] = (char)('0' + number % 10);
	while ((number /= 10) != 0);
	while (count > 0)
		*to++ = digits[--count];
	*to = '\0';
}

/* A child that starts the command and says how it ended: nobody else in the program can take that away. */
static inline void parlab_dr_child(int out, int flags, unsigned int generation)
{
	static char *const places[] = {"/usr/sbin/dr_reconfig", "/usr/bin/dr_reconfig"};
	char *const environment[] = {NULL};
	char number[16];
	char *words[6];
	char last[4] = "=?\n";
	sigset_t none;
	int count = 0, status = 0, nothing;
	size_t place;
	pid_t pid;

	signal(SIGRECONFIG, SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
	words[count++] = places[0];
	if (flags & DR_QUERY)
		words[count++] = (char *)"-q";
	if (flags & DR_EVENT_FAIL)
		words[count++] = (char *)"-f";
	else if (flags & DR_RECONFIG_DONE)
		words[count++] = (char *)"-d";
	if (generation != 0 && (flags & (DR_EVENT_FAIL | DR_RECONFIG_DONE))) {
		parlab_dr_digits(number, generation);
		words[count++] = (char *)"-g";
		words[count++] = number;
	}
	words[count] = NULL;
	pid = fork();
	if (pid == 0) {
		nothing = open("/dev/null", O_RDWR);
		dup2(nothing, 0);
		dup2(out, 1);
		dup2(nothing, 2);
		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		for (place = 0; place < sizeof places / sizeof *places; place++)
			execve(places[place], words, environment);
		_exit(127);
	}
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	last[1] = (char)('0' + (pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) < 9 ? WEXITSTATUS(status) : 9));
	_exit(write(out, last, 3) == 3 ? 0 : 1);
}

/*
 * Asks for the event that SIGRECONFIG was sent for (DR_QUERY), refuses it (DR_EVENT_FAIL, in the check phase only), or says
 * that the program has done what it had to do (DR_RECONFIG_DONE). Without DR_QUERY, info says which phase is answered;
 * it may be NULL.
 *
 * Returns 0; -1 with errno EINVAL, ENXIO (no event in progress), EPERM (this process was not sent the signal in this
 * phase), EINPROGRESS (too late to refuse), ESTALE (the phase of info is over), or what fork and pipe give.
 */
static inline int dr_reconfig(int flags, dr_info_t *info)
{
	sigset_t all, before;
	char line[128], byte;
	size_t length = 0;
	unsigned int generation = 0;
	int ends[2], status = 9, error = 0;
	ssize_t got;
	pid_t pid;

	if ((flags & (DR_QUERY | DR_EVENT_FAIL | DR_RECONFIG_DONE)) == 0 ||
	    (flags & ~(DR_QUERY | DR_EVENT_FAIL | DR_RECONFIG_DONE)) != 0 ||
	    (flags & (DR_EVENT_FAIL | DR_RECONFIG_DONE)) == (DR_EVENT_FAIL | DR_RECONFIG_DONE) ||
	    ((flags & DR_QUERY) && info == NULL)) {
		errno = EINVAL;
		return -1;
	}
	if (!(flags & DR_QUERY) && info != NULL)
		generation = info->phase_gen;
	if (pipe(ends) != 0)
		return -1;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	/* Nothing of the program runs in the child. */
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	pid = fork();
	if (pid == 0)
		parlab_dr_child(ends[1], flags, generation);
	error = errno;
	close(ends[1]);
	if (flags & DR_QUERY)
		memset(info, 0, sizeof *info);
	while (pid > 0 && ((got = read(ends[0], &byte, 1)) > 0 || (got < 0 && errno == EINTR))) {
		if (got < 0)
			continue;
		if (byte != '\n') {
			if (length < sizeof line - 1)
				line[length++] = byte;
			continue;
		}
		line[length] = '\0';
		length = 0;
		if (line[0] == '=')
			status = line[1] - '0';
		else if (flags & DR_QUERY)
			parlab_dr_line(info, line);
	}
	close(ends[0]);
	while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (pid > 0)
		error = parlab_dr_errno(status);
	errno = error;
	return error == 0 ? 0 : -1;
}

#endif
