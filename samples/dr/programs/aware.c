/*
 * A program that knows of dynamic logical partitioning: it works with as many workers as there are processors, and is told
 * when they become more or fewer.
 *
 *     cc -I/usr/samples/dr/include -o aware aware.c
 *     ./aware [-r] [FILE]
 *
 * It writes what it hears to FILE, or to its standard output. With -r it refuses, in the check phase, the removal of
 * processors and memory: for a program that must not be disturbed.
 *
 * SIGRECONFIG is blocked in all threads and taken with sigwaitinfo(), so that it is delivered when the program is
 * ready for it, and nothing has to be done in a signal handler. A handler stands all the same: the signal goes only to programs that
 * catch it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/dr.h>

static void never_called(int signal_number)
{
	(void)signal_number;
}

static const char *phase_of(const dr_info_t *info)
{
	return info->check ? "check" : info->pre ? "pre" : info->post ? "post" : "posterror";
}

/* What the program would do with its workers and buffers stands here. */
static void adapt(FILE *log, const dr_info_t *info)
{
	const char *action = info->add ? "add" : info->rem ? "remove" : "other";

	if (info->cpu)
		fprintf(log, "%s: %s processor %d (bind %d)\n", phase_of(info), action, info->lcpu, info->bcpu);
	else if (info->mem)
		fprintf(log, "%s: %s %llu MB\n", phase_of(info), action, info->req_memsz_change / 1024 / 1024);
	else
		fprintf(log, "%s: %s\n", phase_of(info), action);
}

int main(int argc, char **argv)
{
	struct sigaction action;
	sigset_t wanted;
	dr_info_t info;
	FILE *log = stdout;
	int refuses = argc > 1 && strcmp(argv[1], "-r") == 0;

	if (argc > 1 + refuses && (log = fopen(argv[1 + refuses], "a")) == NULL) {
		perror(argv[1 + refuses]);
		return 1;
	}
	setvbuf(log, NULL, _IOLBF, 0);
	sigemptyset(&wanted);
	sigaddset(&wanted, SIGRECONFIG);
	sigprocmask(SIG_BLOCK, &wanted, NULL);
	memset(&action, 0, sizeof action);
	action.sa_handler = never_called;
	sigaction(SIGRECONFIG, &action, NULL);
	fprintf(log, "ready\n");
	for (;;) {
		int answer = DR_RECONFIG_DONE;

		if (sigwaitinfo(&wanted, NULL) != SIGRECONFIG)
			continue;
		if (dr_reconfig(DR_QUERY, &info) != 0) {
			fprintf(log, "query: %s\n", strerror(errno));
			continue;
		}
		adapt(log, &info);
		if (refuses && info.check && info.rem && !info.force)
			answer = DR_EVENT_FAIL;
		if (dr_reconfig(answer, &info) != 0)
			fprintf(log, "answer: %s\n", strerror(errno));
	}
}
