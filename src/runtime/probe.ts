import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeOwner } from '../model/tree/owner.ts';
import { namespaces } from './enter.ts';

/** Whether real programs can run inside partitions here; if not, why, and what to do about it. */
export type Ability =
  | { readonly able: true; readonly kind: 'own' | 'shifted' }
  | { readonly able: false; readonly why: string; readonly remedy: string };

/** What the way in is made of, and what it comes with. */
const tools: Readonly<Record<string, string>> = {
  chroot: 'coreutils',
  hostname: 'hostname',
  mount: 'mount (util-linux)',
  nsenter: 'util-linux',
  pivot_root: 'util-linux',
  prlimit: 'util-linux',
  script: 'util-linux (bsdutils, util-linux-script)',
  setpriv: 'util-linux (setpriv)',
  stat: 'coreutils',
  umount: 'mount (util-linux)',
  unshare: 'util-linux',
};

const toolPath = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Tries it: the same namespaces, an overlay and a /proc in them, and another user namespace below. */
export function probe(): Ability {
  if (process.platform !== 'linux') {
    return no(
      'only Linux has them',
      'work in a Linux machine or container; the commands themselves need none',
    );
  }
  const missing = Object.keys(tools).filter((tool) => !onToolPath(tool));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map((tool) => tools[tool]))];
    return no(`this machine has no ${missing.join(', ')}`, `install ${packages.join(', ')}`);
  }
  const shifted = treeOwner() !== undefined;
  for (const [step, script] of steps) {
    const argv = [...(shifted ? [] : ['--user', '--map-root-user']), ...namespaces, '/bin/sh', '-c', script];
    const tried = spawnSync('unshare', argv, {
      env: { PATH: toolPath, LC_ALL: 'C' },
      encoding: 'utf8',
      timeout: 10_000,
    });
    if (tried.error || tried.status !== 0) return refusedAt(step);
  }
  return { able: true, kind: shifted ? 'shifted' : 'own' };
}

type Step = 'namespaces' | 'overlay' | 'proc' | 'user';

// One after the other only where something is amiss: the last needs all that those before it need.
const steps: readonly (readonly [Step, string])[] = [
  ['namespaces', 'exit 0'],
  ['overlay', 'mount -n -t overlay -o ro,lowerdir=/usr/sbin:/usr/bin parlab /usr/bin'],
  ['proc', 'mount -n -t proc proc /proc'],
  ['user', 'mount -n -t proc proc /proc && unshare --user --map-root-user true'],
];

/** What is known of a machine that refuses a step. */
export function refusedAt(step: string): Ability & { able: false } {
  const cause = [...causes, ...generalCauses].find((each) => each.steps.includes(step) && each.holds());
  return cause
    ? no(cause.why, cause.remedy)
    : no(
        `this machine refuses them (step ${step})`,
        'on a machine or in a container that allows user namespaces, it works; the commands themselves need none',
      );
}

interface Cause {
  readonly steps: readonly string[];
  readonly why: string;
  readonly remedy: string;
  holds(): boolean;
}

const users = ['namespaces', 'user', 'identities', ''];

const causes: readonly Cause[] = [
  setting('kernel/unprivileged_userns_clone', '0', '1'),
  setting('kernel/apparmor_restrict_unprivileged_userns', '1', '0'),
  setting('user/max_user_namespaces', '0', '15000'),
];

const generalCauses: readonly Cause[] = [
  {
    steps: ['proc'],
    why: 'parts of /proc are masked, as in most containers',
    remedy: 'run the container with an unmasked /proc (podman: --security-opt unmask=ALL)',
    holds: () => true,
  },
  {
    steps: ['overlay'],
    why: 'no overlay may be mounted in a user namespace (Linux 5.11 or later is needed)',
    remedy: 'use a newer kernel, or run parlab as root',
    holds: () => true,
  },
];

function setting(name: string, forbids: string, allows: string): Cause {
  const dotted = name.replace('/', '.');
  return {
    steps: users,
    why: `the setting ${dotted} is ${forbids}`,
    remedy: `as root: sysctl -w ${dotted}=${allows}`,
    holds: () => {
      try {
        return readFileSync(`/proc/sys/${name}`, 'latin1').trim() === forbids;
      } catch {
        return false;
      }
    },
  };
}

function no(why: string, remedy: string): Ability & { able: false } {
  return { able: false, why, remedy };
}

function onToolPath(tool: string): boolean {
  return toolPath.split(':').some((folder) => {
    const path = join(folder, tool);
    if (!existsSync(path)) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
