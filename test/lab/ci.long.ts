import { test } from 'vitest';
import { rehearseMigration } from './rehearsal.ts';

test('the workflow that rehearses a migration, in the world lpm-100', async () =>
  await rehearseMigration('lpm-100'));
