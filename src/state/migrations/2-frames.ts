/**
 * Frames, partitions, consoles, VIO servers and the SAN. One partition is one row, whichever frame it is on: a migration
 * changes `system` and `lpar_id` and keeps the key, so that profiles, adapters and disks go with it.
 *
 * Amounts of processors are hundredths (0.05 units is 5: sums must be exact), of memory MB. `lpar_id` columns that name a
 * partner are numbers on the same system, as in the hypervisor: the partner need not exist.
 */

export const frames = `
CREATE TABLE console (                     -- what an HMC has beside its host row
  host TEXT PRIMARY KEY REFERENCES host ON DELETE CASCADE,
  service_pack INTEGER NOT NULL DEFAULT 0,
  build TEXT NOT NULL,                     -- 20151216.1
  fixes TEXT NOT NULL DEFAULT '[]',        -- JSON: lines of lshmc -V after the build level
  type_model TEXT NOT NULL,                -- 7042-CR8
  serial TEXT NOT NULL,
  domain TEXT NOT NULL DEFAULT '',
  gateway TEXT NOT NULL DEFAULT '',
  nameserver TEXT NOT NULL DEFAULT '',
  remote TEXT NOT NULL DEFAULT '{}'        -- JSON: values of lshmc -r that differ from a new console's
) WITHOUT ROWID;
INSERT INTO console (host, build, type_model, serial)
  SELECT name, '20151216.1', '7042-CR8', '10C4F2C' FROM host WHERE platform = 'hmc';

CREATE TABLE managed_system (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                      -- users may give two systems one name
  type_model TEXT NOT NULL,
  serial TEXT NOT NULL,
  ipaddr TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('Operating', 'Standby', 'Initializing', 'Power Off',
    'Power Off In Progress', 'No Connection', 'Incomplete', 'Error', 'Recovery', 'Error - Terminated',
    'Failed Authentication', 'Pending Authentication - Password Updates Required', 'Version Mismatch')),
  generation TEXT NOT NULL CHECK (generation IN ('POWER5', 'POWER6', 'POWER6+', 'POWER7', 'POWER7+', 'POWER8',
    'POWER9', 'POWER10')),
  ec_number TEXT NOT NULL,                 -- 01AL730
  level INTEGER NOT NULL,                  -- activated level of it
  lmb_mb INTEGER NOT NULL CHECK (lmb_mb IN (16, 32, 64, 128, 256)),
  pend_lmb_mb INTEGER NOT NULL,            -- after the next power-on of the system
  installed_memory INTEGER NOT NULL,
  configurable_memory INTEGER NOT NULL CHECK (configurable_memory <= installed_memory),
  firmware_memory INTEGER NOT NULL CHECK (firmware_memory >= 0),
  installed_units INTEGER NOT NULL,
  configurable_units INTEGER NOT NULL CHECK (configurable_units <= installed_units),
  min_units_per_vp INTEGER NOT NULL CHECK (min_units_per_vp > 0),
  max_lpars INTEGER NOT NULL,
  max_active_migrations INTEGER NOT NULL,
  max_inactive_migrations INTEGER NOT NULL,
  inactive_profile_policy TEXT NOT NULL DEFAULT 'config' CHECK (inactive_profile_policy IN ('config', 'prof')),
  mac_prefix TEXT NOT NULL,                -- six hexadecimal digits
  wwpn_prefix TEXT NOT NULL,               -- twelve hexadecimal digits
  next_wwpn INTEGER NOT NULL DEFAULT 0,
  capabilities TEXT NOT NULL,              -- JSON: name of the capability to 0 or 1
  settings TEXT NOT NULL DEFAULT '{}',     -- JSON: power-on and service processor values that differ from the usual
  UNIQUE (type_model, serial)
);
CREATE INDEX managed_system_name ON managed_system (name);

CREATE TABLE connection (                  -- which HMC manages which system: several may manage one
  console TEXT NOT NULL REFERENCES console ON DELETE CASCADE,
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'Connected',
  error TEXT,                              -- connection_error_code while it is not connected
  PRIMARY KEY (console, system)
) WITHOUT ROWID;

CREATE TABLE virtual_switch (
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  mode TEXT NOT NULL DEFAULT 'VEB' CHECK (mode IN ('VEB', 'VEPA')),
  PRIMARY KEY (system, number),
  UNIQUE (system, name)
) WITHOUT ROWID;

CREATE TABLE processor_pool (
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 63),
  name TEXT NOT NULL,
  max_units INTEGER,                       -- NULL: no limit, as in the default pool
  reserved_units INTEGER NOT NULL DEFAULT 0,
  pend_reserved_units INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (system, number),
  UNIQUE (system, name)
) WITHOUT ROWID;

CREATE TABLE memory_pool (                 -- active memory sharing: at most one for a system
  system INTEGER PRIMARY KEY REFERENCES managed_system ON DELETE CASCADE,
  memory INTEGER NOT NULL CHECK (memory > 0),
  max_memory INTEGER NOT NULL CHECK (max_memory >= memory),
  pend_memory INTEGER NOT NULL,
  firmware_memory INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE partition (
  id INTEGER PRIMARY KEY,
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  lpar_id INTEGER NOT NULL CHECK (lpar_id BETWEEN 1 AND 65534),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 47),
  env TEXT NOT NULL CHECK (env IN ('aixlinux', 'os400', 'vioserver')),
  state TEXT NOT NULL CHECK (state IN ('Not Activated', 'Starting', 'Running', 'Open Firmware', 'Shutting Down',
    'Not Available', 'Error', 'Hardware Discovery', 'Migrating - Running', 'Migrating - Not Activated', 'Suspending',
    'Suspended', 'Resuming', 'Unknown')),
  resource_config INTEGER NOT NULL,        -- it holds its resources
  uuid TEXT NOT NULL,
  os_version TEXT NOT NULL DEFAULT 'Unknown',
  host TEXT UNIQUE REFERENCES host ON DELETE SET NULL,
  default_profile TEXT NOT NULL,
  curr_profile TEXT NOT NULL DEFAULT '',
  last_activated INTEGER,                  -- lab time in seconds; NULL: never
  rmc_state TEXT NOT NULL CHECK (rmc_state IN ('active', 'inactive', 'none', 'unknown', 'busy')),
  rmc_connected INTEGER NOT NULL,          -- the daemons see each other (lspartition); rmc_state may be stale
  rmc_ipaddr TEXT NOT NULL DEFAULT '',
  rmc_hostname TEXT NOT NULL DEFAULT '',
  dcaps INTEGER NOT NULL DEFAULT 0,        -- what the operating system offers to the console (lspartition)
  os_shutdown INTEGER NOT NULL DEFAULT 1,  -- seen by lssyscfg only while rmc_state is active; so are the next three
  dlpar_mem INTEGER NOT NULL DEFAULT 1,
  dlpar_proc INTEGER NOT NULL DEFAULT 1,
  dlpar_io INTEGER NOT NULL DEFAULT 1,
  boot_mode TEXT NOT NULL DEFAULT 'norm' CHECK (boot_mode IN ('norm', 'dd', 'ds', 'of', 'sms')),
  keylock TEXT NOT NULL DEFAULT 'norm' CHECK (keylock IN ('norm', 'manual')),
  ipl_source TEXT CHECK (ipl_source IN ('a', 'b', 'c', 'd')),
  auto_start INTEGER NOT NULL DEFAULT 0,
  redundant_errors INTEGER NOT NULL DEFAULT 0,
  work_group INTEGER,
  pool_authority INTEGER NOT NULL DEFAULT 0,
  performance INTEGER NOT NULL DEFAULT 0,
  time_ref INTEGER NOT NULL DEFAULT 0,
  availability INTEGER NOT NULL DEFAULT 127 CHECK (availability BETWEEN 0 AND 255),
  desired_compat TEXT NOT NULL DEFAULT 'default',
  curr_compat TEXT NOT NULL DEFAULT '',
  suspend_capable INTEGER NOT NULL DEFAULT 0,
  remote_restart INTEGER NOT NULL DEFAULT 0,
  simplified_restart INTEGER NOT NULL DEFAULT 0,
  sync_profile INTEGER NOT NULL DEFAULT 0,
  affinity_group INTEGER,
  vtpm INTEGER NOT NULL DEFAULT 0,
  restricted_io INTEGER NOT NULL DEFAULT 0, -- IBM i without physical adapters
  msp INTEGER NOT NULL DEFAULT 0,
  service INTEGER NOT NULL DEFAULT 0,      -- the service partition of its system
  migration_disabled INTEGER NOT NULL DEFAULT 0,
  description TEXT NOT NULL DEFAULT '',
  secure_boot INTEGER NOT NULL DEFAULT 0,
  max_slots INTEGER NOT NULL CHECK (max_slots BETWEEN 2 AND 65535),
  pend_max_slots INTEGER NOT NULL,
  refcode TEXT NOT NULL DEFAULT '',
  refcode_time INTEGER,                    -- lab time in seconds
  CHECK (msp = 0 OR env = 'vioserver'),
  UNIQUE (system, lpar_id),
  UNIQUE (system, name)
);
CREATE UNIQUE INDEX partition_service ON partition (system) WHERE service = 1;

CREATE TABLE partition_memory (
  partition INTEGER PRIMARY KEY REFERENCES partition ON DELETE CASCADE,
  mode TEXT NOT NULL CHECK (mode IN ('ded', 'shared')),
  curr_min INTEGER NOT NULL, curr INTEGER NOT NULL, curr_max INTEGER NOT NULL,
  pend_min INTEGER NOT NULL, pend INTEGER NOT NULL, pend_max INTEGER NOT NULL,
  run_min INTEGER NOT NULL, run INTEGER NOT NULL,
  curr_min_huge INTEGER NOT NULL DEFAULT 0, curr_huge INTEGER NOT NULL DEFAULT 0,
  curr_max_huge INTEGER NOT NULL DEFAULT 0, pend_min_huge INTEGER NOT NULL DEFAULT 0,
  pend_huge INTEGER NOT NULL DEFAULT 0, pend_max_huge INTEGER NOT NULL DEFAULT 0, run_huge INTEGER NOT NULL DEFAULT 0,
  curr_expansion INTEGER NOT NULL DEFAULT 0, -- hundredths, 0: no active memory expansion
  pend_expansion INTEGER NOT NULL DEFAULT 0,
  hpt_ratio TEXT NOT NULL DEFAULT '1:64',
  bsr_arrays INTEGER NOT NULL DEFAULT 0,
  CHECK (curr_min <= curr AND curr <= curr_max AND pend_min <= pend AND pend <= pend_max)
);

CREATE TABLE partition_processor (
  partition INTEGER PRIMARY KEY REFERENCES partition ON DELETE CASCADE,
  curr_mode TEXT NOT NULL CHECK (curr_mode IN ('ded', 'shared')),
  curr_pool INTEGER NOT NULL DEFAULT 0,
  curr_min_units INTEGER NOT NULL, curr_units INTEGER NOT NULL, curr_max_units INTEGER NOT NULL,
  curr_min_procs INTEGER NOT NULL, curr_procs INTEGER NOT NULL, curr_max_procs INTEGER NOT NULL,
  curr_sharing TEXT NOT NULL CHECK (curr_sharing IN ('cap', 'uncap', 'keep_idle_procs', 'share_idle_procs',
    'share_idle_procs_active', 'share_idle_procs_always')),
  curr_weight INTEGER NOT NULL CHECK (curr_weight BETWEEN 0 AND 255),
  pend_mode TEXT NOT NULL CHECK (pend_mode IN ('ded', 'shared')),
  pend_pool INTEGER NOT NULL DEFAULT 0,
  pend_min_units INTEGER NOT NULL, pend_units INTEGER NOT NULL, pend_max_units INTEGER NOT NULL,
  pend_min_procs INTEGER NOT NULL, pend_procs INTEGER NOT NULL, pend_max_procs INTEGER NOT NULL,
  pend_sharing TEXT NOT NULL CHECK (pend_sharing IN ('cap', 'uncap', 'keep_idle_procs', 'share_idle_procs',
    'share_idle_procs_active', 'share_idle_procs_always')),
  pend_weight INTEGER NOT NULL CHECK (pend_weight BETWEEN 0 AND 255),
  run_units INTEGER NOT NULL, run_procs INTEGER NOT NULL, run_weight INTEGER NOT NULL,
  CHECK (curr_min_units <= curr_units AND curr_units <= curr_max_units),
  CHECK (curr_min_procs <= curr_procs AND curr_procs <= curr_max_procs)
);

CREATE TABLE profile (                     -- a document of its own: it is read, copied and replaced whole
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,                -- JSON, see ProfileAttributes
  PRIMARY KEY (partition, name)
) WITHOUT ROWID;

CREATE TABLE virtual_adapter (             -- one table for all kinds: a slot holds one adapter
  id INTEGER PRIMARY KEY,
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  slot INTEGER NOT NULL CHECK (slot >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('eth', 'scsi', 'fc', 'serial', 'vasi')),
  required INTEGER NOT NULL DEFAULT 0,
  side TEXT CHECK (side IN ('client', 'server')), -- of scsi, fc and serial
  remote_lpar INTEGER,                     -- NULL: any
  remote_slot INTEGER,                     -- NULL: any
  device TEXT,                             -- its name in a VIO server: vhost0, vfchost3, ent4
  switch INTEGER,                          -- eth: number of the virtual switch
  vlan INTEGER CHECK (vlan BETWEEN 1 AND 4094),
  vlans TEXT,                              -- eth: further ones, comma separated
  ieee INTEGER,
  trunk_priority INTEGER,                  -- NULL: no trunk adapter
  mac TEXT,                                -- twelve upper-case hexadecimal digits
  allowed_macs TEXT,
  qos TEXT,
  supports_hmc INTEGER,                    -- serial
  port TEXT,                               -- fc in a VIO server: the fcs it is mapped to
  CHECK ((kind = 'eth') = (vlan IS NOT NULL AND mac IS NOT NULL)),
  CHECK ((kind IN ('scsi', 'fc', 'serial')) = (side IS NOT NULL)),
  UNIQUE (partition, slot),
  UNIQUE (partition, device)
);

CREATE TABLE adapter_wwpn (                -- the pair of a client adapter: 0 is logged in, 1 while it migrates
  wwpn TEXT PRIMARY KEY CHECK (length(wwpn) = 16 AND wwpn NOT GLOB '*[^0-9a-f]*'),
  adapter INTEGER NOT NULL REFERENCES virtual_adapter ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place IN (0, 1)),
  UNIQUE (adapter, place)
) WITHOUT ROWID;

CREATE TABLE io_slot (
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  drc_index TEXT NOT NULL,
  unit TEXT NOT NULL,                      -- U787F.001.DPM0XLZ
  bus INTEGER NOT NULL,
  location TEXT NOT NULL,                  -- C4
  drc_name TEXT NOT NULL,                  -- U787F.001.DPM0XLZ-P1-C4
  owner INTEGER REFERENCES partition ON DELETE SET NULL,
  pool INTEGER,
  description TEXT NOT NULL,
  features TEXT NOT NULL,                  -- comma separated; none, or 0 in an empty slot
  vendor TEXT NOT NULL, device TEXT NOT NULL, subs_vendor TEXT NOT NULL, subs_device TEXT NOT NULL,
  class TEXT NOT NULL, revision TEXT NOT NULL,
  PRIMARY KEY (system, drc_index)
) WITHOUT ROWID;
CREATE INDEX io_slot_owner ON io_slot (owner);

CREATE TABLE storage_port (                -- a port of a storage system in the SAN
  wwpn TEXT PRIMARY KEY,
  storage TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE lun (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,               -- what world files call it
  unique_id TEXT NOT NULL UNIQUE,          -- by which two servers know that they see one disk
  storage TEXT NOT NULL,
  size_mb INTEGER NOT NULL CHECK (size_mb > 0)
);

CREATE TABLE zone (initiator TEXT NOT NULL, target TEXT NOT NULL REFERENCES storage_port ON DELETE CASCADE,
  PRIMARY KEY (initiator, target)) WITHOUT ROWID;

CREATE TABLE lun_mask (                    -- an initiator sees a LUN that is masked to it, through a port it is zoned to
  lun INTEGER NOT NULL REFERENCES lun ON DELETE CASCADE,
  initiator TEXT NOT NULL,
  PRIMARY KEY (lun, initiator)
) WITHOUT ROWID;
CREATE INDEX lun_mask_initiator ON lun_mask (initiator);

CREATE TABLE vios_port (                   -- a Fibre Channel port of a VIO server
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- fcs0
  wwpn TEXT NOT NULL UNIQUE,
  location TEXT NOT NULL,
  fabric INTEGER NOT NULL DEFAULT 1,       -- 1: its switch supports NPIV
  ports INTEGER NOT NULL DEFAULT 64,       -- NPIV logins it can hold
  wwpns INTEGER NOT NULL DEFAULT 2048,
  status TEXT NOT NULL DEFAULT 'Available' CHECK (status IN ('Available', 'Defined')),
  PRIMARY KEY (partition, name)
) WITHOUT ROWID;

CREATE TABLE vios_disk (
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- hdisk4
  lun INTEGER REFERENCES lun,              -- NULL: an internal disk
  size_mb INTEGER NOT NULL CHECK (size_mb > 0),
  pvid TEXT,
  volume_group TEXT,
  reserve_policy TEXT NOT NULL CHECK (reserve_policy IN ('no_reserve', 'single_path', 'PR_exclusive', 'PR_shared')),
  location TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'Available' CHECK (status IN ('Available', 'Defined')),
  PRIMARY KEY (partition, name),
  UNIQUE (partition, lun)
) WITHOUT ROWID;

CREATE TABLE vios_ethernet (               -- physical ports and aggregations; virtual ones are virtual_adapter rows
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- ent0
  kind TEXT NOT NULL CHECK (kind IN ('physical', 'aggregation')),
  members TEXT NOT NULL DEFAULT '',        -- of an aggregation, comma separated
  mbps INTEGER NOT NULL CHECK (mbps > 0),
  link INTEGER NOT NULL DEFAULT 1,
  location TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (partition, name)
) WITHOUT ROWID;

CREATE TABLE sea (                         -- shared Ethernet adapters
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- ent7
  backing TEXT NOT NULL,
  trunks TEXT NOT NULL,                    -- slots of its trunk adapters, comma separated: their VLANs are the bridged ones
  default_slot INTEGER NOT NULL,
  pvid INTEGER NOT NULL,
  ha_mode TEXT NOT NULL DEFAULT 'disabled' CHECK (ha_mode IN ('disabled', 'auto', 'sharing', 'standby')),
  control_slot INTEGER,                    -- of the control channel
  address TEXT, netmask TEXT,
  status TEXT NOT NULL DEFAULT 'Available' CHECK (status IN ('Available', 'Defined')),
  PRIMARY KEY (partition, name),
  UNIQUE (partition, backing)
) WITHOUT ROWID;

CREATE TABLE target_device (               -- virtual target devices: what a server SCSI adapter offers
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- vtscsi0
  slot INTEGER NOT NULL,                   -- of the server adapter
  kind TEXT NOT NULL CHECK (kind IN ('disk', 'lv', 'file', 'optical')),
  backing TEXT NOT NULL,                   -- name of the disk, volume or file
  lun_number INTEGER NOT NULL,             -- 0x8100000000000000 is 1
  mirrored INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'Available' CHECK (status IN ('Available', 'Defined')),
  PRIMARY KEY (partition, name),
  UNIQUE (partition, slot, lun_number),
  FOREIGN KEY (partition, slot) REFERENCES virtual_adapter (partition, slot) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE paging_device (               -- of the shared memory pool, and of the storage for suspended partitions
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('memory', 'suspend')),
  vios INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  device TEXT NOT NULL,
  size_mb INTEGER NOT NULL CHECK (size_mb > 0),
  user INTEGER REFERENCES partition ON DELETE SET NULL,
  PRIMARY KEY (vios, device)
) WITHOUT ROWID;

CREATE TABLE mover (                       -- vioslpm0; the HMC names the first two differently, the value is one
  partition INTEGER PRIMARY KEY REFERENCES partition ON DELETE CASCADE,
  operations INTEGER NOT NULL DEFAULT 8 CHECK (operations BETWEEN 1 AND 8),
  concurrency INTEGER NOT NULL DEFAULT 3 CHECK (concurrency BETWEEN 1 AND 5),
  mini_snap INTEGER NOT NULL DEFAULT 1 CHECK (mini_snap IN (0, 1)),
  max_vasi INTEGER NOT NULL DEFAULT 1,
  operations_per_vasi INTEGER NOT NULL DEFAULT 8,
  port_high INTEGER NOT NULL DEFAULT 0 CHECK (port_high BETWEEN 0 AND 65535),
  port_low INTEGER NOT NULL DEFAULT 0 CHECK (port_low BETWEEN 0 AND 65535)
);
`;
