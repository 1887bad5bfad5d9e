/**
 * Works on the files of a host or WPAR from inside it: a bundle of its own (`dist/archive.cjs`) that runs in namespaces of its
 * own and sees no other file. Its one argument is the file with its request; see model/backup/protocol.ts.
 */
import { readFileSync } from 'node:fs';
import { ProcessOutput } from '../cli/process-output.ts';
import type { ArchiveReport, ArchiveRequest } from '../model/backup/protocol.ts';
import { check } from './archive/check.ts';
import { extractFiles, restore } from './archive/restore.ts';
import { measure, save } from './archive/save.ts';
import { asTrouble } from './archive/trouble.ts';

const reports = new ProcessOutput(2);

function tell(report: ArchiveReport): void {
  reports.write(`${JSON.stringify(report)}\n`);
}

async function work(request: ArchiveRequest): Promise<void> {
  switch (request.work) {
    case 'measure':
      measure(request, tell);
      return;
    case 'save':
      return await save(request, tell);
    case 'check':
      return await check(request, tell);
    case 'restore':
      return await restore(request, tell);
    case 'extract':
      return await extractFiles(request, tell);
  }
}

async function main(): Promise<void> {
  try {
    process.umask(0o022);
    await work(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ArchiveRequest);
  } catch (error) {
    const { what, message } = asTrouble(error);
    tell({ type: 'trouble', what, why: message });
    process.exitCode = 1;
  }
}

void main();
