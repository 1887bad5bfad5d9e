import { afterEach } from 'vitest';
import { removeFolders } from './lab.ts';

// Run for each file of tests, for files of one worker share what they import.
afterEach(removeFolders);
