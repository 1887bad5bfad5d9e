import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compress } from '../../src/format/compress.ts';
import { seededRandom } from '../support/random.ts';
