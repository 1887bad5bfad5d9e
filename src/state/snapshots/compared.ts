/** What of a world is compared, and by which names its things are told apart. */
export interface Comparison {
  readonly table: string;
  /** Selects the columns, and `host`, `wpar` and, of a frame's table, `lpar`: the names of what a row belongs to. */
  readonly sql: string;
  /** What a row is called; `''`: it is the host, the WPAR or the partition itself. */
  readonly part: string;
  readonly key: readonly string[];
  /** Columns that say nothing to people. */
  readonly ignored?: readonly string[];
  /** Columns that a thing made again has anew: compared only when asked for. */
  readonly identity?: readonly string[];
}

type Told = Omit<Comparison, 'sql' | 'table'>;

const ofHost = (table: string, told: Told, host = 'host', where = ''): Comparison => ({
  table,
  sql: `SELECT *, ${host} AS host, '' AS wpar FROM ${table} ${where}`,
  ...told,
});

const ofWpar = (table: string, told: Told): Comparison => ({
  table,
  sql: `SELECT part.*, wpar.host AS host, wpar.name AS wpar FROM ${table} AS part JOIN wpar ON wpar.id = part.wpar`,
  ...told,
});

// Users may give two systems one name.
const systemName = `CASE WHEN (SELECT count(*) FROM managed_system AS other WHERE other.name = system.name) > 1
  THEN system.name || ' ' || system.serial ELSE system.name END`;

// Keys that are numbers of rows say nothing: where one names something, its name is selected in its place.
const partitionName = (column: string) =>
  `(SELECT name FROM partition WHERE partition.id = part.${column}) AS ${column}`;

const ofSystem = (table: string, told: Told, more = ''): Comparison => ({
  table,
  sql: `SELECT part.*${more}, ${systemName} AS host, '' AS wpar FROM ${table} AS part
    JOIN managed_system AS system ON system.id = part.system`,
  ...told,
  ignored: ['system', ...(told.ignored ?? [])],
});

const ofPartition = (table: string, told: Told, more = '', owner = 'part.partition'): Comparison => ({
  table,
  sql: `SELECT part.*${more}, ${systemName} AS host, '' AS wpar, lpar.name AS lpar FROM ${table} AS part
    JOIN partition AS lpar ON lpar.id = ${owner} JOIN managed_system AS system ON system.id = lpar.system`,
  ...told,
  ignored: ['partition', ...(told.ignored ?? [])],
});

const ofSan = (
  table: string,
  told: Told,
  sql = `SELECT *, '' AS host, '' AS wpar FROM ${table}`,
): Comparison => ({
  table,
  sql,
  ...told,
});

const hosts: readonly Comparison[] = [
  ofHost('host', { part: '', key: [], ignored: ['laid'], identity: ['next_lv', 'next_wpar'] }, 'name'),
  ofHost('interface', { part: 'interface', key: ['name'] }),
  ofHost('volume_group', { part: 'volume group', key: ['name'] }),
  ofHost('disk', { part: 'disk', key: ['name'] }),
  // The volumes of a WPAR are compared as its mounts.
  ofHost(
    'logical_volume',
    { part: 'logical volume', key: ['name'] },
    'host',
    "WHERE '/dev/' || name NOT IN (SELECT device FROM wpar_mount WHERE size_kb IS NOT NULL)",
  ),
  ofHost('file_system', { part: 'file system', key: ['mount_point'], ignored: ['seq'] }),
  ofHost('directory', { part: 'directory', key: ['path'] }),
  ofHost('nfs_export', { part: 'export', key: ['path'], ignored: ['server'] }, 'server'),
  ofHost('host_file', { part: 'file', key: ['path'] }),
  ofHost('preserved', { part: 'preserved file systems of', key: ['name'] }),
  ofHost('host_name', { part: 'name service', key: ['name', 'address'] }, "''"),
];

const wpars: readonly Comparison[] = [
  {
    table: 'wpar',
    sql: 'SELECT *, name AS wpar FROM wpar',
    part: '',
    key: [],
    ignored: ['id'],
    identity: ['configured_id', 'init_pid', 'started', 'uuid'],
  },
  ofWpar('wpar_network', { part: 'network', key: ['address'], ignored: ['seq'] }),
  ofWpar('wpar_route', { part: 'route', key: ['destination', 'gateway'], ignored: ['seq'] }),
  ofWpar('wpar_mount', { part: 'mount', key: ['directory'] }),
  ofWpar('wpar_device', { part: 'device', key: ['name'], ignored: ['seq'] }),
  ofWpar('wpar_kext', { part: 'kernel extension', key: ['kext'] }),
  ofWpar('wpar_resource', { part: 'resource', key: ['attribute'] }),
  {
    table: 'subsystem',
    sql: `SELECT part.*, coalesce(part.host, wpar.host) AS host, coalesce(wpar.name, '') AS wpar
      FROM subsystem AS part LEFT JOIN wpar ON wpar.id = part.wpar`,
    part: 'subsystem',
    key: ['name'],
    identity: ['boot', 'started'],
  },
];

const frames: readonly Comparison[] = [
  ofHost('console', { part: 'console', key: [] }),
  {
    table: 'managed_system',
    sql: `SELECT *, ${systemName} AS host, '' AS wpar FROM managed_system AS system`,
    part: '',
    key: [],
    ignored: ['id'],
    identity: ['next_wwpn', 'uuid'],
  },
  {
    table: 'connection',
    sql: `SELECT part.console AS host, '' AS wpar, ${systemName} AS system, part.state, part.error
      FROM connection AS part JOIN managed_system AS system ON system.id = part.system`,
    part: 'connection to',
    key: ['system'],
  },
  ofSystem('virtual_switch', { part: 'virtual switch', key: ['name'] }),
  ofSystem('processor_pool', { part: 'processor pool', key: ['name'] }),
  ofSystem('memory_pool', { part: 'shared memory pool', key: [] }),
  ofSystem('io_slot', { part: 'I/O slot', key: ['drc_name'] }, `, ${partitionName('owner')}`),
  ofSystem(
    'paging_device',
    { part: 'paging device', key: ['vios', 'device'] },
    `, ${partitionName('vios')}, ${partitionName('user')}`,
  ),
];

const partitions: readonly Comparison[] = [
  ofPartition(
    'partition',
    {
      part: '',
      key: [],
      ignored: ['id', 'system'],
      identity: ['last_activated', 'refcode_time', 'uuid'],
    },
    // The column host is the emulated machine in it; the name means the system here.
    ', part.host AS runs',
    'part.id',
  ),
  ofPartition('partition_memory', { part: 'memory', key: [] }),
  ofPartition('partition_processor', { part: 'processors', key: [] }),
  ofPartition('profile', { part: 'profile', key: ['name'], ignored: ['seq', 'record'] }),
  ofPartition('virtual_adapter', { part: 'slot', key: ['slot'], ignored: ['id'] }),
  ofPartition(
    'adapter_wwpn',
    { part: 'WWPN', key: ['wwpn'], ignored: ['adapter'] },
    ', (SELECT slot FROM virtual_adapter WHERE id = part.adapter) AS slot',
    '(SELECT partition FROM virtual_adapter WHERE id = part.adapter)',
  ),
  ofPartition('vios_port', { part: 'port', key: ['name'] }),
  ofPartition(
    'vios_disk',
    { part: 'disk', key: ['name'] },
    ', (SELECT name FROM lun WHERE lun.id = part.lun) AS lun',
  ),
  ofPartition('vios_ethernet', { part: 'Ethernet adapter', key: ['name'] }),
  ofPartition('sea', { part: 'shared Ethernet adapter', key: ['name'] }),
  ofPartition('target_device', { part: 'target device', key: ['name'] }),
  ofPartition('mover', {
    part: 'vioslpm0',
    key: [],
    identity: ['sent_bytes', 'received_bytes', 'counted_since'],
  }),
  ofPartition('logical_port', { part: 'logical port', key: ['kind', 'port'] }),
  ofPartition('migration', {
    part: 'migration',
    key: [],
    ignored: [
      ...['source', 'dest', 'shell', 'source_msp', 'dest_msp', 'plan', 'copy', 'transmitted', 'remaining'],
      ...['started', 'log', 'pid', 'birth'],
    ],
  }),
  ofPartition('terminal', { part: 'virtual terminal', key: [], ignored: ['pid', 'birth'] }),
];

const others: readonly Comparison[] = [
  {
    table: 'mounted',
    sql: `SELECT part.directory, part.node, part.device, part.vfs, part.options, part.host,
      coalesce((SELECT name FROM wpar WHERE wpar.id = part.wpar), '') AS wpar FROM mounted AS part`,
    part: 'mount on',
    key: ['directory'],
  },
  ofHost('unmounted', { part: 'not mounted', key: ['directory'] }),
  ofHost('trusted_console', { part: 'keys for', key: ['remote', 'user'] }, 'console'),
  ofHost('authorized_key', { part: 'authorized key', key: ['user', 'key'] }, 'console'),
  ofHost('device_attribute', { part: 'attribute', key: ['device', 'attribute'] }),
  ofHost('script_repository', { part: 'script repository', key: [], identity: ['boot'] }),
  ofHost('dlpar_script', { part: 'DLPAR script', key: ['folder', 'name'], ignored: ['digest'] }),
  ofHost('processor_binding', { part: 'binding of process', key: ['pid'], identity: ['birth'] }),
  ofHost('rset', { part: 'rset', key: ['name'] }),
  ofHost('rset_attachment', { part: 'rset of process', key: ['pid', 'kind'], identity: ['birth'] }),
  ofHost('wlm', { part: 'Workload Manager', key: [], identity: ['boot'] }),
  ofHost('wlm_class', { part: 'workload class', key: ['name'] }),
  ofHost('memory_use', { part: 'use of memory', key: [] }),
  ofHost('pinned_program', { part: 'pinned program', key: ['program'] }),
  ofHost('pinned_segment', { part: 'pinned segment', key: ['id'] }),
  ofSan('fault', { part: 'fault rule', key: ['id'], identity: ['seen', 'struck'] }),
];

const san: readonly Comparison[] = [
  ofSan('storage_port', { part: 'storage port', key: ['wwpn'] }),
  ofSan('lun', { part: 'LUN', key: ['name'], ignored: ['id'] }),
  ofSan('zone', { part: 'zone', key: ['initiator', 'target'] }),
  ofSan(
    'lun_mask',
    { part: 'mask of', key: ['lun', 'initiator'] },
    `SELECT lun.name AS lun, part.initiator, '' AS host, '' AS wpar
       FROM lun_mask AS part JOIN lun ON lun.id = part.lun`,
  ),
];

/** Every table that says what a world is like. */
export const comparisons: readonly Comparison[] = [
  ...hosts,
  ...wpars,
  ...frames,
  ...partitions,
  ...others,
  ...san,
];

/** The clock, the choices and the log of a lab are no part of what is compared. */
export const uncompared: readonly string[] = [
  'meta',
  'operation',
  'holder',
  'dlpar_request',
  'syslog',
  'checkpoint',
  'transition',
  'error_log',
  'error_entry',
  'wpar_message',
  'stale',
  'log',
  'change',
];
