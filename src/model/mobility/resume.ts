import type { Change } from '../../state/change.ts';
import { owePost } from '../../state/dlpar-requests.ts';
import { type Amounts, amountsOf } from '../../state/frames/amounts.ts';
import { logError } from '../../state/frames/error-log.ts';
import { rememberPhysicalPorts } from '../../state/frames/logical-ports.ts';
import { type Migration, type MigrationPlan, planOf } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { updateMigration } from './record.ts';
import { insertShell } from './shell.ts';

/**
 * The partition runs on the destination from here on, or is configured there if it was off: its row changes places with the
 * shell. After this there is no way back, only forward (seed 5, page 43; the point of no return is the reference's).
 */
export function resumeThere(change: Change, migration: Migration): void {
  const mobile = partitionByKey(change.engine, migration.partition);
  if (!mobile || migration.shell === null || migration.dest_id === null)
    throw new Error('a migration without its shell cannot resume');
  const plan = planOf(migration);
  rememberPhysicalPorts(change, migration.source);
  const there = amountsOf(change.engine, migration.shell);
  const before = amountsOf(change.engine, mobile.id);
  change.engine.run('DELETE FROM partition WHERE id = ?', migration.shell);
  moveRow(change, mobile, migration, plan);
  if (migration.type === 'inactive') takeAmounts(change, mobile.id, there);
  else movePool(change, mobile.id, plan.pool);
  const place = { system: migration.source, lparId: migration.source_id, pool: before.processor.curr_pool };
  const shell = insertShell(change, mobile, place, before);
  pointAdapters(change, mobile.id, plan);
  leaveSource(change, mobile.id, migration, plan);
  updateMigration(change, migration, { phase: 'resumed', shell });
  if (migration.type !== 'active') return;
  owePost(change, mobile.id);
  logArrival(change, mobile);
}

function moveRow(change: Change, mobile: Partition, migration: Migration, plan: MigrationPlan): void {
  change.engine.run(
    'UPDATE partition SET system = ?, lpar_id = ?, uuid = ? WHERE id = ?',
    migration.dest,
    migration.dest_id,
    plan.newUuid ? change.uuid().toUpperCase() : mobile.uuid,
    mobile.id,
  );
}

function takeAmounts(change: Change, partition: number, there: Amounts): void {
  for (const [table, row] of [
    ['partition_memory', there.memory],
    ['partition_processor', there.processor],
  ] as const) {
    const columns = Object.entries(row).filter(([name]) => name !== 'partition');
    change.engine.run(
      `UPDATE ${table} SET ${columns.map(([name]) => `${name} = ?`).join(', ')} WHERE partition = ?`,
      ...columns.map(([, value]) => value as number | string),
      partition,
    );
  }
}

function movePool(change: Change, partition: number, pool: number): void {
  change.engine.run(
    "UPDATE partition_processor SET curr_pool = ?1, pend_pool = ?1 WHERE partition = ?2 AND curr_mode = 'shared'",
    pool,
    partition,
  );
}

// Slots of the client stay; whom they lead to changes. Of a pair of WWPNs the other one is logged in now (recalled).
function pointAdapters(change: Change, mobile: number, plan: MigrationPlan): void {
  const { engine } = change;
  for (const { slot, kind, vios, viosSlot } of plan.adapters) {
    engine.run(
      `UPDATE virtual_adapter SET remote_slot = ?, remote_lpar = (SELECT lpar_id FROM partition WHERE id = ?)
       WHERE partition = ? AND slot = ?`,
      viosSlot,
      vios,
      mobile,
      slot,
    );
    if (kind === 'fc') swapWwpns(change, mobile, slot);
  }
  for (const { slot, switch: number } of plan.switches)
    engine.run(
      'UPDATE virtual_adapter SET switch = ? WHERE partition = ? AND slot = ?',
      number,
      mobile,
      slot,
    );
}

function swapWwpns(change: Change, mobile: number, slot: number): void {
  const { engine } = change;
  const pair = engine.all<{ wwpn: string; adapter: number; place: number }>(
    `SELECT adapter_wwpn.* FROM adapter_wwpn JOIN virtual_adapter ON virtual_adapter.id = adapter
     WHERE partition = ? AND slot = ?`,
    mobile,
    slot,
  );
  for (const { wwpn } of pair) engine.run('DELETE FROM adapter_wwpn WHERE wwpn = ?', wwpn);
  for (const { wwpn, adapter, place } of pair)
    engine.run('INSERT INTO adapter_wwpn VALUES (?, ?, ?)', wwpn, adapter, 1 - place);
}

// Physical adapters in the profiles of a partition that is off are removed (seed 5, page 33); an open terminal is lost
// (page 45); ports of host Ethernet adapters leave their EtherChannel (page 29).
function leaveSource(change: Change, mobile: number, migration: Migration, plan: MigrationPlan): void {
  const { engine } = change;
  engine.run('UPDATE io_slot SET owner = NULL WHERE owner = ?', mobile);
  engine.run('DELETE FROM logical_port WHERE partition = ?', mobile);
  engine.run('DELETE FROM terminal WHERE partition = ?', mobile);
  engine.run('UPDATE paging_device SET user = NULL WHERE user = ? AND system = ?', mobile, migration.source);
  for (const { vios, device } of plan.paging ?? [])
    engine.run('UPDATE paging_device SET user = ? WHERE vios = ? AND device = ?', mobile, vios, device);
}

function logArrival(change: Change, mobile: Partition): void {
  if (!mobile.os_version.startsWith('AIX')) return;
  // A5E6DB96 is a captured errpt line of a client. That 60AFC9E5 comes even if the number stays, and its label, are
  // documented; its text, class and resource are ours.
  logError(change, mobile.id, {
    identifier: '60AFC9E5',
    label: 'PARTID_CHANGE',
    type: 'I',
    class: 'O',
    resource: 'kernel',
    description: 'PARTITION ID CHANGED SINCE LAST BOOT',
  });
  logError(change, mobile.id, {
    identifier: 'A5E6DB96',
    label: 'CLIENT_PMIG_DONE',
    type: 'I',
    class: 'S',
    resource: 'pmig',
    description: 'Client Partition Migration Completed',
  });
}
