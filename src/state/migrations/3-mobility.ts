/**
 * Partition mobility: what its checks ask beside the frames themselves, migrations in progress, what time will do
 * (transitions), consoles that are open, keys of HMCs, the error logs of partitions, devices' attributes, fault rules.
 *
 * A migration's row is what makes a partition migrate: its own `state` stays, and listings show `Migrating - ` before it.
 * The row of the partition changes its system when it resumes there; until then `shell` holds its place and resources on
 * the destination, from then on the place on the source, until that is cleaned up.
 */

// The order in which consoles list the attributes of a profile (captures, POWER5 to POWER8).
const profileOrder = [
  'all_resources min_mem desired_mem max_mem min_num_huge_pages',
  'desired_num_huge_pages max_num_huge_pages mem_mode mem_expansion hpt_ratio',
  'proc_mode min_proc_units desired_proc_units max_proc_units min_procs',
  'desired_procs max_procs sharing_mode uncap_weight shared_proc_pool_id',
  'shared_proc_pool_name affinity_group_id io_slots lpar_io_pool_ids max_virtual_slots',
  'virtual_serial_adapters virtual_scsi_adapters virtual_eth_adapters virtual_eth_vsi_profiles virtual_fc_adapters',
  'vtpm_adapters hca_adapters boot_mode conn_monitoring auto_start',
  'power_ctrl_lpar_ids work_group_id redundant_err_path_reporting bsr_arrays virtual_vasi_adapters',
  'lpar_proc_compat_mode electronic_err_reporting sriov_eth_logical_ports',
]
  .join(' ')
  .split(' ');

// A value with a comma in quotes, quotes in it doubled: SQL for the rule of format/hmc-csv.ts.
const quoted = (text: string) =>
  `CASE WHEN instr(${text}, ',') + instr(${text}, '"') > 0 THEN '"' || replace(${text}, '"', '""') || '"' ELSE ${text} END`;

/** A profile as `lssyscfg -r prof` lists it, from \`all_resources\` on: written with the profile, read by the thousand. */
const profileRecord = `UPDATE profile SET record = coalesce((
    SELECT group_concat(${quoted('pair')}, ',') FROM (
      SELECT each.key || '=' || CASE WHEN each.type <> 'array' THEN each.value WHEN json_array_length(each.value) = 0 THEN 'none'
        ELSE (SELECT group_concat(${quoted('value')}, ',') FROM json_each(each.value)) END AS pair
      FROM json_each(NEW.attributes) AS each JOIN json_each('${JSON.stringify(profileOrder)}') AS place ON place.value = each.key
      ORDER BY place.key)), '')
  WHERE partition = NEW.partition AND name = NEW.name`;

export const mobility = `
ALTER TABLE managed_system ADD COLUMN on_battery INTEGER NOT NULL DEFAULT 0;
ALTER TABLE managed_system ADD COLUMN optimizing INTEGER NOT NULL DEFAULT 0;   -- the Dynamic Platform Optimizer runs
ALTER TABLE managed_system ADD COLUMN affinity_score INTEGER NOT NULL DEFAULT 100; -- of a partition placed on it
ALTER TABLE partition ADD COLUMN touched_mb INTEGER;                -- memory in use; NULL: nine tenths
ALTER TABLE partition ADD COLUMN dirty_mb_s INTEGER NOT NULL DEFAULT 20;
ALTER TABLE partition ADD COLUMN refuses_migration TEXT NOT NULL DEFAULT ''; -- why its OS or an application says no
ALTER TABLE partition ADD COLUMN clock_offset INTEGER NOT NULL DEFAULT 0;    -- seconds its time of day is ahead
ALTER TABLE partition ADD COLUMN license_accepted INTEGER NOT NULL DEFAULT 1; -- of a VIO server
ALTER TABLE partition ADD COLUMN rmc_daemon INTEGER NOT NULL DEFAULT 1;      -- ctrmc runs in its operating system
ALTER TABLE virtual_adapter ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;  -- eth: chhwres -o d
ALTER TABLE mover ADD COLUMN auto_tunnel INTEGER NOT NULL DEFAULT 0 CHECK (auto_tunnel IN (0, 1));
ALTER TABLE mover ADD COLUMN sent_bytes INTEGER NOT NULL DEFAULT 0;       -- what vasistat counts
ALTER TABLE mover ADD COLUMN received_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mover ADD COLUMN counted_since INTEGER;                       -- lab seconds; NULL: since the world began

CREATE INDEX virtual_adapter_mac ON virtual_adapter (mac) WHERE mac IS NOT NULL; -- is an address in use there?

ALTER TABLE profile ADD COLUMN record TEXT NOT NULL DEFAULT '';
CREATE TRIGGER profile_made AFTER INSERT ON profile BEGIN ${profileRecord}; END;
CREATE TRIGGER profile_changed AFTER UPDATE OF attributes ON profile BEGIN ${profileRecord}; END;
UPDATE profile SET attributes = attributes;

CREATE TABLE logical_port (                -- of physical adapters that partitions share: HEA and SR-IOV
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('hea', 'sriov')),
  port TEXT NOT NULL,                      -- as the profile names it, 23000000/1/0/1/none
  required INTEGER NOT NULL DEFAULT 0,
  backed INTEGER NOT NULL DEFAULT 0,       -- with a virtual adapter that takes over (EtherChannel backup, migratable port)
  PRIMARY KEY (partition, kind, port)
) WITHOUT ROWID;

CREATE VIEW visible_lun AS                 -- masked to an initiator that is zoned to a port of the LUN's storage
  SELECT DISTINCT lun_mask.lun, lun_mask.initiator FROM lun_mask JOIN lun ON lun.id = lun_mask.lun
    JOIN zone ON zone.initiator = lun_mask.initiator
    JOIN storage_port ON storage_port.wwpn = zone.target AND storage_port.storage = lun.storage;

CREATE TABLE migration (
  partition INTEGER PRIMARY KEY REFERENCES partition ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('active', 'inactive', 'suspended')),
  phase TEXT NOT NULL CHECK (phase IN ('starting', 'shell', 'movers', 'prepare', 'devices', 'copy', 'suspend', 'resumed')),
  failed INTEGER NOT NULL DEFAULT 0,       -- it waits for migrlpar -o r
  source INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  dest INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  source_id INTEGER NOT NULL,
  dest_id INTEGER,                         -- NULL: not assigned yet, shown as 65535
  shell INTEGER REFERENCES partition ON DELETE SET NULL,
  source_msp INTEGER REFERENCES partition ON DELETE SET NULL,
  dest_msp INTEGER REFERENCES partition ON DELETE SET NULL,
  console TEXT NOT NULL,                   -- the HMC that drives it
  remote_console TEXT, remote_user TEXT,
  plan TEXT NOT NULL,                      -- JSON, see MigrationPlan
  copy TEXT,                               -- JSON, see CopySchedule; NULL before the copy begins
  transmitted INTEGER NOT NULL DEFAULT 0,  -- bytes, once the copy is over or was cut off
  remaining INTEGER NOT NULL DEFAULT 0,
  started INTEGER NOT NULL,                -- lab seconds
  log INTEGER NOT NULL,
  pid INTEGER NOT NULL, birth TEXT NOT NULL -- the process that drives it
);
CREATE UNIQUE INDEX migration_shell ON migration (shell);
CREATE INDEX migration_source ON migration (source);
CREATE INDEX migration_dest ON migration (dest);

CREATE TABLE transition (                  -- what a request that was accepted does when its time comes
  id INTEGER PRIMARY KEY,
  due INTEGER NOT NULL,                    -- lab seconds
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  partition INTEGER REFERENCES partition ON DELETE CASCADE,
  updates TEXT NOT NULL,                   -- JSON, see Update
  what TEXT NOT NULL                       -- for the log
);
CREATE INDEX transition_due ON transition (due);

CREATE TABLE terminal (                    -- an open virtual terminal of a partition
  partition INTEGER PRIMARY KEY REFERENCES partition ON DELETE CASCADE,
  console TEXT NOT NULL, user TEXT NOT NULL, -- where it was opened, by whom
  pid INTEGER NOT NULL, birth TEXT NOT NULL -- of the process that holds it; 0: nobody in the lab (a world says it is open)
);

CREATE TABLE trusted_console (             -- keys have been exchanged: console may log in to remote as user
  console TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  remote TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  user TEXT NOT NULL,
  PRIMARY KEY (console, remote, user)
) WITHOUT ROWID;

CREATE TABLE authorized_key (              -- added with mkauthkeys -a
  console TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  user TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (console, user, key)
) WITHOUT ROWID;

CREATE TABLE error_log (
  id INTEGER PRIMARY KEY,
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  time INTEGER NOT NULL,                   -- lab seconds
  identifier TEXT NOT NULL, label TEXT NOT NULL,
  type TEXT NOT NULL, class TEXT NOT NULL, -- one letter each
  resource TEXT NOT NULL, description TEXT NOT NULL,
  machine TEXT NOT NULL,                   -- type-model*serial of the system that detected it
  lpar_id INTEGER NOT NULL,
  detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX error_log_partition ON error_log (partition);

CREATE TABLE device_attribute (            -- attributes of devices that differ from their defaults and no table has
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  device TEXT NOT NULL, attribute TEXT NOT NULL,
  value TEXT,                              -- in force; NULL: the default, or what a table has
  pending TEXT,                            -- after the next start (chdev -perm, -P); NULL: none
  PRIMARY KEY (host, device, attribute)
) WITHOUT ROWID;

CREATE TABLE fault (
  id INTEGER PRIMARY KEY,
  operation TEXT NOT NULL,                 -- what it strikes: migrate, chhwres ...
  object TEXT,                             -- name of the partition, or of a VIO server on the way; NULL: any
  at TEXT NOT NULL,                        -- phase of the operation
  percent INTEGER,                         -- of the memory that is copied; NULL: at the beginning of the phase
  kind TEXT NOT NULL,                      -- what happens
  nth INTEGER NOT NULL DEFAULT 1,          -- spares the first ones
  times INTEGER,                           -- how often at most; NULL: every time
  probability INTEGER NOT NULL DEFAULT 100, -- per cent
  detail TEXT NOT NULL DEFAULT '',
  seen INTEGER NOT NULL DEFAULT 0,
  struck INTEGER NOT NULL DEFAULT 0
);
`;
