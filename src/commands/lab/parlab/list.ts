import type { Subcommand } from './subcommand.ts';

/** Every subcommand, in the order of the help. Literal imports: a call loads only its own. */
export const subcommands: Readonly<Record<string, () => Promise<Subcommand>>> = {
  init: async () => (await import('./init.ts')).init,
  reset: async () => (await import('./reset.ts')).reset,
  status: async () => (await import('./status.ts')).status,
  hosts: async () => (await import('./hosts.ts')).hosts,
  use: async () => (await import('./use.ts')).use,
  on: async () => (await import('./on.ts')).on,
  shell: async () => (await import('./shell.ts')).shell,
  run: async () => (await import('./run.ts')).run,
  login: async () => (await import('./login.ts')).login,
  cp: async () => (await import('./cp/cp.ts')).cp,
  pace: async () => (await import('./pace.ts')).pace,
  snapshot: async () => (await import('./snapshot.ts')).snapshot,
  relocate: async () => (await import('./relocate.ts')).relocate,
  fault: async () => (await import('./fault.ts')).fault,
  drtest: async () => (await import('./drtest/drtest.ts')).drtest,
  log: async () => (await import('./log.ts')).log,
  path: async () => (await import('./path.ts')).path,
  evidence: async () => (await import('./evidence.ts')).evidence,
  coverage: async () => (await import('./coverage.ts')).coverage,
  env: async () => (await import('./env.ts')).env,
  completion: async () => (await import('./completion.ts')).completionOf(Object.keys(subcommands)),
  doctor: async () => (await import('./doctor.ts')).doctor,
};

/** Subcommands that scripts of ours call, and nobody types. */
export const forScripts: Readonly<Record<string, () => Promise<Subcommand>>> = {
  names: async () => (await import('./names.ts')).names,
};
