import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScriptCall, ScriptEnd } from '../../src/model/inside.ts';
import { FakeInside } from '../support/fake-inside.ts';
import { TestLab } from '../support/lab.ts';

/** What scripts answer, by the words of a call without the script: text, or how it ends. */
export type Answers = Readonly<Record<string, string | Partial<ScriptEnd>>>;

/** A script that says all it has to. */
export const goodAnswers: Answers = {
  scriptinfo:
    'DR_VERSION=1\nDR_DATE=20021119\nDR_SCRIPTINFO="DLPAR test script"\nDR_VENDOR="IBM"\nDR_TIMEOUT=10\n',
  register: 'DR_RESOURCE=cpu\nDR_RESOURCE=mem\n',
  'usage cpu': 'DR_USAGE="cpu binding for performance"\n',
  'usage mem': 'DR_USAGE="Shared(Pinned) memory for app XYZ"\n',
};

/** The block that `drmgr -l` has of the script that every AIX has. */
export const deliveredBlock = `/usr/lib/dr/scripts/all/ctrmc_MDdr               DR script to refresh Management Domain configuration
        Vendor:IBM,     Version:1,      Date:20101105
        Script Timeout:10,      Admin Override Timeout:0
        Memory DR Percentage:100
        Resources Supported:
                Resource Name: pmig             Resource Usage: Management Domain configuration
------------------------------------------------------------
`;

export const listHeader = `DR Install Root Directory: /usr/lib/dr/scripts
Syslog ID: DRMGR
------------------------------------------------------------
`;

/** A lab in which scripts say what the test wants; nothing real runs. */
export class ScriptLab extends TestLab {
  readonly fake = new FakeInside();
  says: Answers = goodAnswers;
  /** By the name of a script, where one is another than the rest. */
  readonly special = new Map<string, Answers>();

  constructor(host = 'l488pp008') {
    super('default', host);
    this.inside = this.fake;
    this.fake.scripts = (call) => this.#answer(call);
  }

  #answer({ words }: ScriptCall): Partial<ScriptEnd> {
    const [path = '', ...rest] = words;
    const answers = this.special.get(path.split('/').at(-1) ?? '') ?? this.says;
    const answer = answers[rest.join(' ')] ?? { status: 10 };
    return typeof answer === 'string' ? { stdout: answer } : answer;
  }

  /** A file of the caller's. */
  script(name: string, mode = 0o755, text = `#!/bin/sh\n# ${name}\n`): string {
    return put(join(this.home, name), text, mode);
  }

  /** Where a file of the host stands. */
  inTree(path: string): string {
    return join(this.directory, 'hosts', this.host ?? '', path);
  }

  /** A file of the host, put there by hand. */
  byHand(path: string, mode = 0o755, text = `#!/bin/sh\n# ${path}\n`): string {
    return put(this.inTree(path), text, mode);
  }

  /** The paths that `drmgr -l` shows. */
  async installed(): Promise<string[]> {
    return [...(await this.ok('drmgr -l')).matchAll(/^\/(?:\S| (?! ))+/gm)].map(([path]) => path);
  }
}

function put(path: string, text: string, mode: number): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}
