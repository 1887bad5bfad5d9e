/**
 * The lab's tables. Invariants live here as far as SQL can hold them (unique names, states that exist, free space
 * that never goes below zero), so that no command can commit an impossible lab.
 *
 * Yes/no columns are 0/1. Sizes of file systems are 1024-byte blocks, of volume groups and disks MB.
 */

export const workloadPartitions = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE host (
  name TEXT PRIMARY KEY,
  platform TEXT NOT NULL CHECK (platform IN ('aix', 'vios', 'hmc', 'nfs')),
  release TEXT NOT NULL,                   -- level, 7.1.2.0
  prompt TEXT,
  file_system_kb INTEGER NOT NULL,         -- size of a WPAR's default file systems
  next_lv INTEGER NOT NULL DEFAULT 0,      -- no fslvNN below this number is free
  next_wpar INTEGER NOT NULL DEFAULT 1,    -- next configured WPAR id (uname -W)
  laid INTEGER NOT NULL DEFAULT 0,         -- the host's tree stands in the lab's folder
  details TEXT NOT NULL                    -- JSON: what no listing reads (software, root parts, process ids)
) WITHOUT ROWID;

CREATE TABLE interface (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  network TEXT NOT NULL,
  address TEXT, netmask TEXT, broadcast TEXT, address6 TEXT, prefixlen INTEGER,
  PRIMARY KEY (host, name)
) WITHOUT ROWID;

CREATE TABLE host_name (name TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (name, address)) WITHOUT ROWID;

CREATE TABLE volume_group (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  partition_mb INTEGER NOT NULL CHECK (partition_mb > 0),
  total INTEGER NOT NULL,                  -- physical partitions
  free INTEGER NOT NULL CHECK (free >= 0 AND free <= total),
  PRIMARY KEY (host, name)
) WITHOUT ROWID;

CREATE TABLE disk (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'disk',       -- disk, cdrom, tape, adapter
  pvid TEXT, unique_id TEXT,
  volume_group TEXT,                       -- also of a WPAR's own rootvg
  size_mb INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'Available',
  attachment TEXT NOT NULL DEFAULT 'vscsi',
  PRIMARY KEY (host, name)
) WITHOUT ROWID;

CREATE TABLE logical_volume (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  volume_group TEXT NOT NULL,
  partitions INTEGER NOT NULL CHECK (partitions > 0),
  PRIMARY KEY (host, name)
) WITHOUT ROWID;

CREATE TABLE file_system (                 -- the host's own; a WPAR's are wpar_mount rows
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  mount_point TEXT NOT NULL,
  device TEXT NOT NULL,
  vfs TEXT NOT NULL,
  size_kb INTEGER, free_kb INTEGER, inodes_used INTEGER, inodes_percent INTEGER,
  PRIMARY KEY (host, mount_point)
) WITHOUT ROWID;

CREATE TABLE directory (                   -- existing directories of the host that rules ask about
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  path TEXT NOT NULL,
  mode TEXT NOT NULL,                      -- octal, 755
  entries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (host, path)
) WITHOUT ROWID;

CREATE TABLE nfs_export (
  server TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  path TEXT NOT NULL,
  clients TEXT NOT NULL DEFAULT '',        -- comma separated host names; empty = everyone
  PRIMARY KEY (server, path)
) WITHOUT ROWID;

CREATE TABLE host_file (                   -- files of the host that a world declares (images, scripts)
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  path TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'mksysb', 'savewpar')),
  content TEXT NOT NULL,
  PRIMARY KEY (host, path)
) WITHOUT ROWID;

CREATE TABLE wpar (
  id INTEGER PRIMARY KEY,
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('D', 'A', 'B', 'T', 'L', 'N', 'F', 'P', 'M', 'E')),
  type TEXT NOT NULL CHECK (type IN ('S', 'A', 'L')),
  hostname TEXT NOT NULL,
  directory TEXT NOT NULL,
  rootvg INTEGER NOT NULL DEFAULT 0,
  routing INTEGER NOT NULL DEFAULT 0,
  vip TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT 'root',
  script TEXT NOT NULL DEFAULT '',
  auto INTEGER NOT NULL DEFAULT 0,
  private_usr INTEGER NOT NULL DEFAULT 0,
  checkpointable INTEGER NOT NULL DEFAULT 0,
  application TEXT NOT NULL DEFAULT '',
  ostype INTEGER NOT NULL DEFAULT 0,
  ipc INTEGER NOT NULL DEFAULT 0,          -- cross-WPAR IPC
  architecture TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL,
  preserve INTEGER NOT NULL DEFAULT 0,
  devices TEXT NOT NULL DEFAULT '/etc/wpars/devexports',
  secfile TEXT NOT NULL DEFAULT '/etc/wpars/secattrs',
  privileges TEXT,                         -- NULL: what secfile says
  resolver INTEGER NOT NULL DEFAULT 0,     -- name resolution copied from the global environment (-r)
  volume_group TEXT NOT NULL DEFAULT 'rootvg',
  bootset INTEGER NOT NULL DEFAULT 0,      -- the boot set in use
  resource_control INTEGER NOT NULL DEFAULT 1,
  configured_id INTEGER NOT NULL,          -- uname -W
  init_pid INTEGER,                        -- while active: the pid startwpar printed
  started INTEGER,                         -- lab time in seconds
  synchronised INTEGER NOT NULL DEFAULT 1, -- root part in step with the global environment
  details TEXT NOT NULL DEFAULT '{}',      -- JSON: what no listing reads
  UNIQUE (host, name)
);
CREATE INDEX wpar_directory ON wpar (host, directory);
CREATE INDEX wpar_hostname ON wpar (host, hostname);
CREATE INDEX wpar_controlled ON wpar (host) WHERE resource_control = 1;

CREATE TABLE wpar_network (
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  interface TEXT NOT NULL,
  network TEXT NOT NULL,
  address TEXT NOT NULL,
  mask TEXT NOT NULL,                      -- netmask, or the prefix length of an IPv6 address
  broadcast TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (wpar, seq)
) WITHOUT ROWID;
CREATE INDEX wpar_network_address ON wpar_network (network, address);

CREATE TABLE wpar_route (
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  type TEXT NOT NULL DEFAULT '', destination TEXT NOT NULL, gateway TEXT NOT NULL,
  interface TEXT NOT NULL DEFAULT '', netmask TEXT NOT NULL DEFAULT '',
  prefixlen TEXT NOT NULL DEFAULT '', family TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (wpar, seq)
) WITHOUT ROWID;

CREATE TABLE wpar_mount (
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  directory TEXT NOT NULL,                 -- as seen inside the WPAR
  vfs TEXT NOT NULL,
  device TEXT NOT NULL DEFAULT '',         -- /dev/fslv04, a remote or a global directory
  node TEXT NOT NULL DEFAULT '',           -- NFS server
  options TEXT NOT NULL DEFAULT '',
  size_kb INTEGER,                         -- local file systems only
  volume_group TEXT NOT NULL DEFAULT '',
  log TEXT NOT NULL DEFAULT '',
  crfs TEXT NOT NULL DEFAULT '',
  named INTEGER NOT NULL DEFAULT 0,        -- the administrator chose the logical volume's name
  PRIMARY KEY (wpar, directory)
) WITHOUT ROWID;
CREATE INDEX wpar_mount_device ON wpar_mount (device) WHERE size_kb IS NOT NULL;

CREATE TABLE wpar_device (                 -- explicit ones; the default exports come from devexports
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  virtual TEXT NOT NULL DEFAULT '',
  rootvg INTEGER NOT NULL DEFAULT 0,
  device_id TEXT NOT NULL DEFAULT '',
  bootset INTEGER,
  PRIMARY KEY (wpar, seq)
) WITHOUT ROWID;
CREATE INDEX wpar_device_name ON wpar_device (name);

CREATE TABLE wpar_kext (
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  kext TEXT NOT NULL,
  local INTEGER NOT NULL DEFAULT 0,
  major INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (wpar, kext)
) WITHOUT ROWID;

CREATE TABLE wpar_resource (               -- only what differs from the default
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  attribute TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (wpar, attribute)
) WITHOUT ROWID;

CREATE TABLE preserved (                   -- file systems that rmwpar -p left
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- of the former WPAR
  base TEXT NOT NULL,
  specification TEXT NOT NULL,             -- JSON: its mounts
  PRIMARY KEY (host, name)
) WITHOUT ROWID;

CREATE TABLE operation (                   -- at most one administrative operation on a WPAR
  wpar INTEGER PRIMARY KEY REFERENCES wpar ON DELETE CASCADE,
  verb TEXT NOT NULL,
  log INTEGER NOT NULL,
  pid INTEGER NOT NULL,
  birth TEXT NOT NULL,                     -- tells the owner from a later process with its pid
  before TEXT NOT NULL,                    -- state to go back to
  started INTEGER NOT NULL                 -- lab time in seconds
);

CREATE TABLE stale (                       -- configuration files of laid trees that no longer match the state
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- of the WPAR
  PRIMARY KEY (host, name)
) WITHOUT ROWID;

CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,                   -- lab time in seconds
  host TEXT NOT NULL, user TEXT NOT NULL, command TEXT NOT NULL,
  pid INTEGER NOT NULL, status INTEGER, real TEXT NOT NULL
);
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log ON DELETE CASCADE,
  time INTEGER NOT NULL,
  host TEXT NOT NULL, object TEXT NOT NULL, what TEXT NOT NULL
);
CREATE INDEX change_object ON change (object);
CREATE INDEX change_log ON change (log);
`;
