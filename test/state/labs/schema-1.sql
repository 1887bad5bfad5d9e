-- A lab of schema 1 with the default world, as parlab wrote it then. Never edited.
PRAGMA journal_mode = WAL;
PRAGMA foreign_keys = OFF;
BEGIN;
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
INSERT INTO meta (key, value) VALUES ('clock.anchor', '1795238760706');
INSERT INTO meta (key, value) VALUES ('clock.base', '1321525200');
INSERT INTO meta (key, value) VALUES ('clock.start', '1321525200');
INSERT INTO meta (key, value) VALUES ('default.aix', 'l488pp008');
INSERT INTO meta (key, value) VALUES ('default.hmc', 'bpichmc');
INSERT INTO meta (key, value) VALUES ('default.vios', 'b750vio2');
INSERT INTO meta (key, value) VALUES ('description', 'The machines of the seed documents.');
INSERT INTO meta (key, value) VALUES ('next.pid', '2');
INSERT INTO meta (key, value) VALUES ('next.uuid', '5');
INSERT INTO meta (key, value) VALUES ('pace', 'instant');
INSERT INTO meta (key, value) VALUES ('seed', '348');
INSERT INTO meta (key, value) VALUES ('world', 'default');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('b740vio1', 'vios', '2.2.2.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('b740vio2', 'vios', '2.2.3.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('b750vio1', 'vios', '2.2.2.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('b750vio2', 'vios', '2.2.3.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('blue.ibm.com', 'nfs', '5.3.0.0', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('bpichmc', 'hmc', 'V7R7.9', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('l488pp008', 'aix', '7.1.2.0', 'l488pp008_pub[/] > ', 131072, 12, 3, 0, '{"software":["bos.wpars","mcr.rte","vwpar.images.52"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[{"name":"rsct.core.hostrm","level":""},{"name":"rsct.core.hostrm","level":""},{"name":"rsct.core.lprm","level":""},{"name":"rsct.core.microsensor","level":""},{"name":"rsct.core.microsensor","level":""},{"name":"rsct.opt.storagerm","level":""},{"name":"rsct.core.gui","level":""}],"outOfStep":false,"pids":[10944524,4325380],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('p550q', 'aix', '6.1.0.0', '# ', 131072, 0, 4, 0, '{"software":["bos.wpars","mcr.rte"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('x054', 'nfs', '5.3.0.0', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('x103', 'aix', '6.1.2.0', 'x103# ', 131072, 0, 1, 0, '{"software":["bos.wpars","mcr.rte"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO host (name, platform, release, prompt, file_system_kb, next_lv, next_wpar, laid, details) VALUES ('x203', 'aix', '6.1.2.0', 'x203# ', 131072, 0, 1, 0, '{"software":["bos.wpars","mcr.rte"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[],"outOfStep":false,"pids":[],"log":"","exportedDevices":[]}');
INSERT INTO interface (host, name, network, address, netmask, broadcast, address6, prefixlen) VALUES ('blue.ibm.com', 'en0', 'seed1', '9.69.44.10', '255.255.255.0', '9.69.44.255', NULL, NULL);
INSERT INTO interface (host, name, network, address, netmask, broadcast, address6, prefixlen) VALUES ('l488pp008', 'en0', 'pub', '172.16.20.8', '255.255.255.0', '172.16.20.255', NULL, NULL);
INSERT INTO interface (host, name, network, address, netmask, broadcast, address6, prefixlen) VALUES ('p550q', 'en0', 'seed1', '9.69.44.236', '255.255.255.0', '9.69.44.255', NULL, NULL);
INSERT INTO interface (host, name, network, address, netmask, broadcast, address6, prefixlen) VALUES ('x054', 'en0', 'office', '192.168.129.54', '255.255.255.0', '192.168.129.255', NULL, NULL);
INSERT INTO interface (host, name, network, address, netmask, broadcast, address6, prefixlen) VALUES ('x103', 'en0', 'office', '192.168.129.103', '255.255.255.0', '192.168.129.255', NULL, NULL);
INSERT INTO interface (host, name, network, address, netmask, broadcast, address6, prefixlen) VALUES ('x203', 'en0', 'office', '192.168.129.203', '255.255.255.0', '192.168.129.255', NULL, NULL);
INSERT INTO host_name (name, address) VALUES ('blue.ibm.com', '9.69.44.10');
INSERT INTO host_name (name, address) VALUES ('dev01', '172.16.20.11');
INSERT INTO host_name (name, address) VALUES ('dev02', '172.16.20.12');
INSERT INTO host_name (name, address) VALUES ('l488pp008', '172.16.20.8');
INSERT INTO host_name (name, address) VALUES ('p550q', '9.69.44.236');
INSERT INTO host_name (name, address) VALUES ('wp03', '9.69.44.113');
INSERT INTO host_name (name, address) VALUES ('wp05', '9.69.44.115');
INSERT INTO host_name (name, address) VALUES ('wp09', '9.69.44.119');
INSERT INTO host_name (name, address) VALUES ('wp13', '9.69.44.123');
INSERT INTO host_name (name, address) VALUES ('x054', '192.168.129.54');
INSERT INTO host_name (name, address) VALUES ('x103', '192.168.129.103');
INSERT INTO host_name (name, address) VALUES ('x150', '192.168.129.150');
INSERT INTO host_name (name, address) VALUES ('x151', '192.168.129.151');
INSERT INTO host_name (name, address) VALUES ('x152', '192.168.129.152');
INSERT INTO host_name (name, address) VALUES ('x153', '192.168.129.153');
INSERT INTO host_name (name, address) VALUES ('x154', '192.168.129.154');
INSERT INTO host_name (name, address) VALUES ('x155', '192.168.129.155');
INSERT INTO host_name (name, address) VALUES ('x156', '192.168.129.156');
INSERT INTO host_name (name, address) VALUES ('x157', '192.168.129.157');
INSERT INTO host_name (name, address) VALUES ('x158', '192.168.129.158');
INSERT INTO host_name (name, address) VALUES ('x159', '192.168.129.159');
INSERT INTO host_name (name, address) VALUES ('x203', '192.168.129.203');
INSERT INTO volume_group (host, name, partition_mb, total, free) VALUES ('l488pp008', 'datavg', 256, 400, 400);
INSERT INTO volume_group (host, name, partition_mb, total, free) VALUES ('l488pp008', 'rootvg', 128, 2400, 1068);
INSERT INTO volume_group (host, name, partition_mb, total, free) VALUES ('p550q', 'rootvg', 128, 540, 500);
INSERT INTO volume_group (host, name, partition_mb, total, free) VALUES ('x103', 'rootvg', 64, 1000, 920);
INSERT INTO volume_group (host, name, partition_mb, total, free) VALUES ('x203', 'rootvg', 64, 1000, 920);
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('l488pp008', 'cd0', 'cdrom', NULL, NULL, NULL, 0, 'Available', 'vscsi');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('l488pp008', 'fcs0', 'adapter', NULL, NULL, NULL, 0, 'Available', 'fc');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('l488pp008', 'hdisk0', 'disk', '00f604884c3f1a01', NULL, 'rootvg', 307200, 'Available', 'vscsi');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('l488pp008', 'hdisk1', 'disk', '00f604884c3f1a02', NULL, 'datavg', 102400, 'Available', 'fc');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('l488pp008', 'hdisk2', 'disk', '00f604884c3f1a03', '33213600507680191026C4000000000000052', NULL, 20480, 'Available', 'fc');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('l488pp008', 'hdisk3', 'disk', NULL, NULL, NULL, 20480, 'Available', 'vscsi');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('l488pp008', 'hdisk4', 'disk', NULL, NULL, NULL, 20480, 'Available', 'sas');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('p550q', 'hdisk0', 'disk', NULL, NULL, 'rootvg', 69120, 'Available', 'vscsi');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('p550q', 'hdisk1', 'disk', NULL, NULL, NULL, 20480, 'Available', 'vscsi');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('x103', 'hdisk0', 'disk', NULL, NULL, 'rootvg', 64000, 'Available', 'vscsi');
INSERT INTO disk (host, name, kind, pvid, unique_id, volume_group, size_mb, status, attachment) VALUES ('x203', 'hdisk0', 'disk', NULL, NULL, 'rootvg', 64000, 'Available', 'vscsi');
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv00', 'rootvg', 1200);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv01', 'rootvg', 80);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv02', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv03', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv04', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv05', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv06', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv07', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv08', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv09', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv10', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'fslv11', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd1', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd10opt', 'rootvg', 3);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd11admin', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd2', 'rootvg', 20);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd3', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd4', 'rootvg', 2);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd5', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd6', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd8', 'rootvg', 1);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'hd9var', 'rootvg', 3);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('l488pp008', 'livedump', 'rootvg', 2);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('p550q', 'hd1', 'rootvg', 2);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('p550q', 'hd10opt', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('p550q', 'hd2', 'rootvg', 24);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('p550q', 'hd3', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('p550q', 'hd4', 'rootvg', 2);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('p550q', 'hd9var', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x103', 'hd1', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x103', 'hd10opt', 'rootvg', 8);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x103', 'hd2', 'rootvg', 48);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x103', 'hd3', 'rootvg', 8);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x103', 'hd4', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x103', 'hd9var', 'rootvg', 8);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x203', 'hd1', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x203', 'hd10opt', 'rootvg', 8);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x203', 'hd2', 'rootvg', 48);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x203', 'hd3', 'rootvg', 8);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x203', 'hd4', 'rootvg', 4);
INSERT INTO logical_volume (host, name, volume_group, partitions) VALUES ('x203', 'hd9var', 'rootvg', 8);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 0, '/', '/dev/hd4', 'jfs2', 262144, 69728, 10121, 37);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 5, '/admin', '/dev/hd11admin', 'jfs2', 131072, 130708, 5, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 4, '/home', '/dev/hd1', 'jfs2', 131072, 130684, 9, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 10, '/home/u0009539', '/dev/fslv01', 'jfs2', 10485760, 10402864, 24, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 7, '/opt', '/dev/hd10opt', 'jfs2', 393216, 139972, 8022, 21);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 6, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 9, '/stage/middleware', '/dev/fslv00', 'jfs2', 157286400, 90154220, 71844, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 515228, 115, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 1, '/usr', '/dev/hd2', 'jfs2', 2621440, 204132, 45222, 48);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 2, '/var', '/dev/hd9var', 'jfs2', 393216, 59720, 9389, 39);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('l488pp008', 8, '/var/adm/ras/livedump', '/dev/livedump', 'jfs2', 262144, 261776, 4, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('p550q', 0, '/', '/dev/hd4', 'jfs2', 262144, 81220, 9964, 34);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('p550q', 4, '/home', '/dev/hd1', 'jfs2', 262144, 261340, 31, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('p550q', 6, '/opt', '/dev/hd10opt', 'jfs2', 524288, 244120, 7880, 12);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('p550q', 5, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('p550q', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 519904, 88, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('p550q', 1, '/usr', '/dev/hd2', 'jfs2', 3145728, 1022208, 44310, 16);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('p550q', 2, '/var', '/dev/hd9var', 'jfs2', 524288, 201344, 8126, 15);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x103', 0, '/', '/dev/hd4', 'jfs2', 262144, 79120, 10008, 35);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x103', 4, '/home', '/dev/hd1', 'jfs2', 262144, 261520, 21, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x103', 6, '/opt', '/dev/hd10opt', 'jfs2', 524288, 250100, 7702, 12);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x103', 5, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x103', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 520320, 64, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x103', 1, '/usr', '/dev/hd2', 'jfs2', 3145728, 998440, 44871, 17);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x103', 2, '/var', '/dev/hd9var', 'jfs2', 524288, 233960, 7611, 13);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x203', 0, '/', '/dev/hd4', 'jfs2', 262144, 79004, 10012, 35);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x203', 4, '/home', '/dev/hd1', 'jfs2', 262144, 261500, 22, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x203', 6, '/opt', '/dev/hd10opt', 'jfs2', 524288, 250048, 7702, 12);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x203', 5, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x203', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 520112, 71, 1);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x203', 1, '/usr', '/dev/hd2', 'jfs2', 3145728, 998412, 44871, 17);
INSERT INTO file_system (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent) VALUES ('x203', 2, '/var', '/dev/hd9var', 'jfs2', 524288, 233120, 7640, 13);
INSERT INTO directory (host, path, mode, entries) VALUES ('l488pp008', '/wpars', '700', 2);
INSERT INTO directory (host, path, mode, entries) VALUES ('p550q', '/wpars', '700', 3);
INSERT INTO directory (host, path, mode, entries) VALUES ('x103', '/wpars', '700', 0);
INSERT INTO directory (host, path, mode, entries) VALUES ('x203', '/wpars', '700', 0);
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/state', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp03home', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp03root', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp03tmp', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp03var', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp05home', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp05root', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp05tmp', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp05var', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp09home', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp09root', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp09tmp', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp09var', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp13home', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp13root', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp13tmp', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('blue.ibm.com', '/scratch/wp13var', '');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x150', 'x203,x103,x150');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x151', 'x203,x103,x151');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x152', 'x203,x103,x152');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x153', 'x203,x103,x153');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x154', 'x203,x103,x154');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x155', 'x203,x103,x155');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x156', 'x203,x103,x156');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x157', 'x203,x103,x157');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x158', 'x203,x103,x158');
INSERT INTO nfs_export (server, path, clients) VALUES ('x054', '/backup/wpars/x159', 'x203,x103,x159');
INSERT INTO host_file (host, path, kind, content) VALUES ('l488pp008', '/mksysb_images/install52', 'mksysb', 'parlab-image mksysb 5.2.0.0
');
INSERT INTO wpar (id, host, name, state, type, hostname, directory, rootvg, routing, vip, owner, script, auto, private_usr, checkpointable, application, ostype, ipc, architecture, uuid, preserve, devices, secfile, privileges, resolver, volume_group, bootset, resource_control, configured_id, init_pid, started, synchronised, details) VALUES (1, 'l488pp008', 'dev01', 'D', 'S', 'dev01', '/wpars/dev01', 0, 0, '', 'root', '', 0, 0, 0, '', 0, 0, '', '81ef629c-06ee-4c85-b94c-0f0239eeff72', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 0, 'rootvg', 0, 1, 1, NULL, NULL, 1, '{}');
INSERT INTO wpar (id, host, name, state, type, hostname, directory, rootvg, routing, vip, owner, script, auto, private_usr, checkpointable, application, ostype, ipc, architecture, uuid, preserve, devices, secfile, privileges, resolver, volume_group, bootset, resource_control, configured_id, init_pid, started, synchronised, details) VALUES (2, 'l488pp008', 'dev02', 'D', 'S', 'dev02', '/wpars/dev02', 0, 0, '', 'root', '', 0, 0, 0, '', 0, 0, '', 'be276b74-6278-4dd0-85c4-87a012da63ef', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 0, 'rootvg', 0, 1, 2, NULL, NULL, 1, '{}');
INSERT INTO wpar (id, host, name, state, type, hostname, directory, rootvg, routing, vip, owner, script, auto, private_usr, checkpointable, application, ostype, ipc, architecture, uuid, preserve, devices, secfile, privileges, resolver, volume_group, bootset, resource_control, configured_id, init_pid, started, synchronised, details) VALUES (3, 'p550q', 'wp03', 'A', 'S', 'wp03', '/wpars/wp03', 0, 0, '', 'root', '', 0, 0, 1, '', 0, 0, '', '36aab04b-78ee-414b-8ce9-637b1509348d', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 1, 'rootvg', 0, 1, 1, 2598678, 1321525200, 1, '{}');
INSERT INTO wpar (id, host, name, state, type, hostname, directory, rootvg, routing, vip, owner, script, auto, private_usr, checkpointable, application, ostype, ipc, architecture, uuid, preserve, devices, secfile, privileges, resolver, volume_group, bootset, resource_control, configured_id, init_pid, started, synchronised, details) VALUES (4, 'p550q', 'wp05', 'A', 'S', 'wp05', '/wpars/wp05', 0, 0, '', 'root', '', 0, 0, 1, '', 0, 0, '', '2e322387-4e90-41d8-b7f9-50a01319da97', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 1, 'rootvg', 0, 1, 2, 3343280, 1321525200, 1, '{}');
INSERT INTO wpar (id, host, name, state, type, hostname, directory, rootvg, routing, vip, owner, script, auto, private_usr, checkpointable, application, ostype, ipc, architecture, uuid, preserve, devices, secfile, privileges, resolver, volume_group, bootset, resource_control, configured_id, init_pid, started, synchronised, details) VALUES (5, 'p550q', 'wp09', 'D', 'S', 'wp09', '/wpars/wp09', 0, 0, '', 'root', '', 0, 0, 1, '', 0, 0, '', 'e993a258-6271-4709-9e49-6a5f1720fb2c', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 1, 'rootvg', 0, 1, 3, NULL, NULL, 1, '{}');
INSERT INTO wpar_network (wpar, seq, interface, network, address, mask, broadcast) VALUES (1, 0, 'en0', 'pub', '172.16.20.11', '255.255.255.0', '172.16.20.255');
INSERT INTO wpar_network (wpar, seq, interface, network, address, mask, broadcast) VALUES (2, 0, 'en0', 'pub', '172.16.20.12', '255.255.255.0', '172.16.20.255');
INSERT INTO wpar_network (wpar, seq, interface, network, address, mask, broadcast) VALUES (3, 0, 'en0', 'seed1', '9.69.44.113', '255.255.255.0', '9.69.44.255');
INSERT INTO wpar_network (wpar, seq, interface, network, address, mask, broadcast) VALUES (4, 0, 'en0', 'seed1', '9.69.44.115', '255.255.255.0', '9.69.44.255');
INSERT INTO wpar_network (wpar, seq, interface, network, address, mask, broadcast) VALUES (5, 0, 'en0', 'seed1', '9.69.44.119', '255.255.255.0', '9.69.44.255');
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (1, '/', 'jfs2', '/dev/fslv04', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (1, '/home', 'jfs2', '/dev/fslv05', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (1, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (1, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (1, '/tmp', 'jfs2', '/dev/fslv06', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (1, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (1, '/var', 'jfs2', '/dev/fslv07', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (2, '/', 'jfs2', '/dev/fslv08', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (2, '/home', 'jfs2', '/dev/fslv09', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (2, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (2, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (2, '/tmp', 'jfs2', '/dev/fslv10', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (2, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (2, '/var', 'jfs2', '/dev/fslv11', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (3, '/', 'nfs', '/scratch/wp03root', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (3, '/home', 'nfs', '/scratch/wp03home', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (3, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (3, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (3, '/tmp', 'nfs', '/scratch/wp03tmp', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (3, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (3, '/var', 'nfs', '/scratch/wp03var', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (4, '/', 'nfs', '/scratch/wp05root', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (4, '/home', 'nfs', '/scratch/wp05home', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (4, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (4, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (4, '/tmp', 'nfs', '/scratch/wp05tmp', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (4, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (4, '/var', 'nfs', '/scratch/wp05var', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (5, '/', 'nfs', '/scratch/wp09root', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (5, '/home', 'nfs', '/scratch/wp09home', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (5, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (5, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (5, '/tmp', 'nfs', '/scratch/wp09tmp', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (5, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount (wpar, directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named) VALUES (5, '/var', 'nfs', '/scratch/wp09var', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
PRAGMA user_version = 1;
COMMIT;
