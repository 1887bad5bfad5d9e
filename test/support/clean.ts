import { afterEach } from 'vitest';
import { removeFolders } from './lab.ts';

// Where it is set, Node 20 parses that file at the start of each process: longer than most commands take.
delete process.env.NODE_EXTRA_CA_CERTS;

// Run for each file of tests, for files of one worker share what they import.
afterEach(removeFolders);
