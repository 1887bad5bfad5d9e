-- A lab of schema 5 with the default world, as parlab wrote it then. Never edited.
PRAGMA journal_mode = WAL;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('clock.anchor', '1795273911236');
INSERT INTO meta VALUES ('clock.base', '1321525200');
INSERT INTO meta VALUES ('clock.start', '1321525200');
INSERT INTO meta VALUES ('default.aix', 'l488pp008');
INSERT INTO meta VALUES ('default.hmc', 'bpichmc');
INSERT INTO meta VALUES ('default.vios', 'b750vio2');
INSERT INTO meta VALUES ('description', 'The machines of the seed documents.');
INSERT INTO meta VALUES ('next.frame-uuid', '14');
INSERT INTO meta VALUES ('next.pid', '2');
INSERT INTO meta VALUES ('next.uuid', '5');
INSERT INTO meta VALUES ('pace', 'instant');
INSERT INTO meta VALUES ('seed', '348');
INSERT INTO meta VALUES ('world', 'default');
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
INSERT INTO host VALUES ('b740vio1', 'vios', '2.2.2.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('b740vio2', 'vios', '2.2.3.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('b750vio1', 'vios', '2.2.2.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('b750vio2', 'vios', '2.2.3.3', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('blue.ibm.com', 'nfs', '5.3.0.0', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('bpichmc', 'hmc', 'V7R7.9', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('l488pp008', 'aix', '7.1.2.0', 'l488pp008_pub[/] > ', 131072, 12, 3, 0, '{"software":["bos.wpars","mcr.rte","vwpar.images.52"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[{"name":"rsct.core.hostrm","level":""},{"name":"rsct.core.hostrm","level":""},{"name":"rsct.core.lprm","level":""},{"name":"rsct.core.microsensor","level":""},{"name":"rsct.core.microsensor","level":""},{"name":"rsct.opt.storagerm","level":""},{"name":"rsct.core.gui","level":""}],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('p550q', 'aix', '6.1.0.0', '# ', 131072, 0, 4, 0, '{"software":["bos.wpars","mcr.rte"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('x054', 'nfs', '5.3.0.0', NULL, 131072, 0, 1, 0, '{"software":[],"rootFiles":[],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('x103', 'aix', '6.1.2.0', 'x103# ', 131072, 0, 1, 0, '{"software":["bos.wpars","mcr.rte"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
INSERT INTO host VALUES ('x203', 'aix', '6.1.2.0', 'x203# ', 131072, 0, 1, 0, '{"software":["bos.wpars","mcr.rte"],"rootFiles":["./usr","./lib","./admin","./admin/tmp","./audit"],"rootParts":[],"outOfStep":false,"pids":[],"log":""}');
CREATE TABLE interface (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  network TEXT NOT NULL,
  address TEXT, netmask TEXT, broadcast TEXT, address6 TEXT, prefixlen INTEGER,
  PRIMARY KEY (host, name)
) WITHOUT ROWID;
INSERT INTO interface VALUES ('blue.ibm.com', 'en0', 'seed1', '9.69.44.10', '255.255.255.0', '9.69.44.255', NULL, NULL);
INSERT INTO interface VALUES ('bpichmc', 'eth0', 'pub', '172.16.20.2', '255.255.255.0', '172.16.20.255', 'fe80::214:5eff:fe7f:2f4c', NULL);
INSERT INTO interface VALUES ('bpichmc', 'eth1', 'service', '10.1.0.1', '255.255.255.0', '10.1.0.255', 'fe80::214:5eff:fe7f:2f4d', NULL);
INSERT INTO interface VALUES ('l488pp008', 'en0', 'pub', '172.16.20.8', '255.255.255.0', '172.16.20.255', NULL, NULL);
INSERT INTO interface VALUES ('p550q', 'en0', 'seed1', '9.69.44.236', '255.255.255.0', '9.69.44.255', NULL, NULL);
INSERT INTO interface VALUES ('x054', 'en0', 'office', '192.168.129.54', '255.255.255.0', '192.168.129.255', NULL, NULL);
INSERT INTO interface VALUES ('x103', 'en0', 'office', '192.168.129.103', '255.255.255.0', '192.168.129.255', NULL, NULL);
INSERT INTO interface VALUES ('x203', 'en0', 'office', '192.168.129.203', '255.255.255.0', '192.168.129.255', NULL, NULL);
CREATE TABLE host_name (name TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (name, address)) WITHOUT ROWID;
INSERT INTO host_name VALUES ('blue.ibm.com', '9.69.44.10');
INSERT INTO host_name VALUES ('dev01', '172.16.20.11');
INSERT INTO host_name VALUES ('dev02', '172.16.20.12');
INSERT INTO host_name VALUES ('l488pp008', '172.16.20.8');
INSERT INTO host_name VALUES ('p550q', '9.69.44.236');
INSERT INTO host_name VALUES ('wp03', '9.69.44.113');
INSERT INTO host_name VALUES ('wp05', '9.69.44.115');
INSERT INTO host_name VALUES ('wp09', '9.69.44.119');
INSERT INTO host_name VALUES ('wp13', '9.69.44.123');
INSERT INTO host_name VALUES ('x054', '192.168.129.54');
INSERT INTO host_name VALUES ('x103', '192.168.129.103');
INSERT INTO host_name VALUES ('x150', '192.168.129.150');
INSERT INTO host_name VALUES ('x151', '192.168.129.151');
INSERT INTO host_name VALUES ('x152', '192.168.129.152');
INSERT INTO host_name VALUES ('x153', '192.168.129.153');
INSERT INTO host_name VALUES ('x154', '192.168.129.154');
INSERT INTO host_name VALUES ('x155', '192.168.129.155');
INSERT INTO host_name VALUES ('x156', '192.168.129.156');
INSERT INTO host_name VALUES ('x157', '192.168.129.157');
INSERT INTO host_name VALUES ('x158', '192.168.129.158');
INSERT INTO host_name VALUES ('x159', '192.168.129.159');
INSERT INTO host_name VALUES ('x203', '192.168.129.203');
CREATE TABLE volume_group (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  partition_mb INTEGER NOT NULL CHECK (partition_mb > 0),
  total INTEGER NOT NULL,                  -- physical partitions
  free INTEGER NOT NULL CHECK (free >= 0 AND free <= total),
  PRIMARY KEY (host, name)
) WITHOUT ROWID;
INSERT INTO volume_group VALUES ('l488pp008', 'datavg', 256, 400, 400);
INSERT INTO volume_group VALUES ('l488pp008', 'rootvg', 128, 2400, 1068);
INSERT INTO volume_group VALUES ('p550q', 'rootvg', 128, 540, 500);
INSERT INTO volume_group VALUES ('x103', 'rootvg', 64, 1000, 920);
INSERT INTO volume_group VALUES ('x203', 'rootvg', 64, 1000, 920);
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
INSERT INTO disk VALUES ('l488pp008', 'cd0', 'cdrom', NULL, NULL, NULL, 0, 'Available', 'vscsi');
INSERT INTO disk VALUES ('l488pp008', 'fcs0', 'adapter', NULL, NULL, NULL, 0, 'Available', 'fc');
INSERT INTO disk VALUES ('l488pp008', 'hdisk0', 'disk', '00f604884c3f1a01', NULL, 'rootvg', 307200, 'Available', 'vscsi');
INSERT INTO disk VALUES ('l488pp008', 'hdisk1', 'disk', '00f604884c3f1a02', NULL, 'datavg', 102400, 'Available', 'fc');
INSERT INTO disk VALUES ('l488pp008', 'hdisk2', 'disk', '00f604884c3f1a03', '33213600507680191026C4000000000000052', NULL, 20480, 'Available', 'fc');
INSERT INTO disk VALUES ('l488pp008', 'hdisk3', 'disk', NULL, NULL, NULL, 20480, 'Available', 'vscsi');
INSERT INTO disk VALUES ('l488pp008', 'hdisk4', 'disk', NULL, NULL, NULL, 20480, 'Available', 'sas');
INSERT INTO disk VALUES ('p550q', 'hdisk0', 'disk', NULL, NULL, 'rootvg', 69120, 'Available', 'vscsi');
INSERT INTO disk VALUES ('p550q', 'hdisk1', 'disk', NULL, NULL, NULL, 20480, 'Available', 'vscsi');
INSERT INTO disk VALUES ('x103', 'hdisk0', 'disk', NULL, NULL, 'rootvg', 64000, 'Available', 'vscsi');
INSERT INTO disk VALUES ('x203', 'hdisk0', 'disk', NULL, NULL, 'rootvg', 64000, 'Available', 'vscsi');
CREATE TABLE logical_volume (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  volume_group TEXT NOT NULL,
  partitions INTEGER NOT NULL CHECK (partitions > 0),
  PRIMARY KEY (host, name)
) WITHOUT ROWID;
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv00', 'rootvg', 1200);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv01', 'rootvg', 80);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv02', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv03', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv04', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv05', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv06', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv07', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv08', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv09', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv10', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'fslv11', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd1', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd10opt', 'rootvg', 3);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd11admin', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd2', 'rootvg', 20);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd3', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd4', 'rootvg', 2);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd5', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd6', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd8', 'rootvg', 1);
INSERT INTO logical_volume VALUES ('l488pp008', 'hd9var', 'rootvg', 3);
INSERT INTO logical_volume VALUES ('l488pp008', 'livedump', 'rootvg', 2);
INSERT INTO logical_volume VALUES ('p550q', 'hd1', 'rootvg', 2);
INSERT INTO logical_volume VALUES ('p550q', 'hd10opt', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('p550q', 'hd2', 'rootvg', 24);
INSERT INTO logical_volume VALUES ('p550q', 'hd3', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('p550q', 'hd4', 'rootvg', 2);
INSERT INTO logical_volume VALUES ('p550q', 'hd9var', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('x103', 'hd1', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('x103', 'hd10opt', 'rootvg', 8);
INSERT INTO logical_volume VALUES ('x103', 'hd2', 'rootvg', 48);
INSERT INTO logical_volume VALUES ('x103', 'hd3', 'rootvg', 8);
INSERT INTO logical_volume VALUES ('x103', 'hd4', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('x103', 'hd9var', 'rootvg', 8);
INSERT INTO logical_volume VALUES ('x203', 'hd1', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('x203', 'hd10opt', 'rootvg', 8);
INSERT INTO logical_volume VALUES ('x203', 'hd2', 'rootvg', 48);
INSERT INTO logical_volume VALUES ('x203', 'hd3', 'rootvg', 8);
INSERT INTO logical_volume VALUES ('x203', 'hd4', 'rootvg', 4);
INSERT INTO logical_volume VALUES ('x203', 'hd9var', 'rootvg', 8);
CREATE TABLE file_system (                 -- the host's own; a WPAR's are wpar_mount rows
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  mount_point TEXT NOT NULL,
  device TEXT NOT NULL,
  vfs TEXT NOT NULL,
  size_kb INTEGER, free_kb INTEGER, inodes_used INTEGER, inodes_percent INTEGER, log TEXT NOT NULL DEFAULT '', mount_group TEXT NOT NULL DEFAULT '', options TEXT NOT NULL DEFAULT '', auto INTEGER NOT NULL DEFAULT 1, account INTEGER NOT NULL DEFAULT 0, attributes TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (host, mount_point)
) WITHOUT ROWID;
INSERT INTO file_system VALUES ('l488pp008', 0, '/', '/dev/hd4', 'jfs2', 262144, 69728, 10121, 37, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 5, '/admin', '/dev/hd11admin', 'jfs2', 131072, 130708, 5, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 4, '/home', '/dev/hd1', 'jfs2', 131072, 130684, 9, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 10, '/home/u0009539', '/dev/fslv01', 'jfs2', 10485760, 10402864, 24, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 7, '/opt', '/dev/hd10opt', 'jfs2', 393216, 139972, 8022, 21, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 6, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 9, '/stage/middleware', '/dev/fslv00', 'jfs2', 157286400, 90154220, 71844, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 515228, 115, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 1, '/usr', '/dev/hd2', 'jfs2', 2621440, 204132, 45222, 48, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 2, '/var', '/dev/hd9var', 'jfs2', 393216, 59720, 9389, 39, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('l488pp008', 8, '/var/adm/ras/livedump', '/dev/livedump', 'jfs2', 262144, 261776, 4, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('p550q', 0, '/', '/dev/hd4', 'jfs2', 262144, 81220, 9964, 34, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('p550q', 4, '/home', '/dev/hd1', 'jfs2', 262144, 261340, 31, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('p550q', 6, '/opt', '/dev/hd10opt', 'jfs2', 524288, 244120, 7880, 12, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('p550q', 5, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('p550q', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 519904, 88, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('p550q', 1, '/usr', '/dev/hd2', 'jfs2', 3145728, 1022208, 44310, 16, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('p550q', 2, '/var', '/dev/hd9var', 'jfs2', 524288, 201344, 8126, 15, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x103', 0, '/', '/dev/hd4', 'jfs2', 262144, 79120, 10008, 35, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x103', 4, '/home', '/dev/hd1', 'jfs2', 262144, 261520, 21, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x103', 6, '/opt', '/dev/hd10opt', 'jfs2', 524288, 250100, 7702, 12, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x103', 5, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x103', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 520320, 64, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x103', 1, '/usr', '/dev/hd2', 'jfs2', 3145728, 998440, 44871, 17, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x103', 2, '/var', '/dev/hd9var', 'jfs2', 524288, 233960, 7611, 13, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x203', 0, '/', '/dev/hd4', 'jfs2', 262144, 79004, 10012, 35, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x203', 4, '/home', '/dev/hd1', 'jfs2', 262144, 261500, 22, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x203', 6, '/opt', '/dev/hd10opt', 'jfs2', 524288, 250048, 7702, 12, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x203', 5, '/proc', '/proc', 'procfs', NULL, NULL, NULL, NULL, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x203', 3, '/tmp', '/dev/hd3', 'jfs2', 524288, 520112, 71, 1, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x203', 1, '/usr', '/dev/hd2', 'jfs2', 3145728, 998412, 44871, 17, '', '', '', 1, 0, '{}');
INSERT INTO file_system VALUES ('x203', 2, '/var', '/dev/hd9var', 'jfs2', 524288, 233120, 7640, 13, '', '', '', 1, 0, '{}');
CREATE TABLE directory (                   -- existing directories of the host that rules ask about
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  path TEXT NOT NULL,
  mode TEXT NOT NULL,                      -- octal, 755
  entries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (host, path)
) WITHOUT ROWID;
INSERT INTO directory VALUES ('l488pp008', '/wpars', '700', 2);
INSERT INTO directory VALUES ('p550q', '/wpars', '700', 3);
INSERT INTO directory VALUES ('x103', '/wpars', '700', 0);
INSERT INTO directory VALUES ('x203', '/wpars', '700', 0);
CREATE TABLE nfs_export (
  server TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  path TEXT NOT NULL,
  clients TEXT NOT NULL DEFAULT '',        -- comma separated host names; empty = everyone
  PRIMARY KEY (server, path)
) WITHOUT ROWID;
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/state', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp03home', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp03root', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp03tmp', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp03var', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp05home', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp05root', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp05tmp', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp05var', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp09home', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp09root', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp09tmp', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp09var', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp13home', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp13root', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp13tmp', '');
INSERT INTO nfs_export VALUES ('blue.ibm.com', '/scratch/wp13var', '');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x150', 'x203,x103,x150');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x151', 'x203,x103,x151');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x152', 'x203,x103,x152');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x153', 'x203,x103,x153');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x154', 'x203,x103,x154');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x155', 'x203,x103,x155');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x156', 'x203,x103,x156');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x157', 'x203,x103,x157');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x158', 'x203,x103,x158');
INSERT INTO nfs_export VALUES ('x054', '/backup/wpars/x159', 'x203,x103,x159');
CREATE TABLE host_file (                   -- files of the host that a world declares (images, scripts)
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  path TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'mksysb', 'savewpar')),
  content TEXT NOT NULL,
  PRIMARY KEY (host, path)
) WITHOUT ROWID;
INSERT INTO host_file VALUES ('l488pp008', '/mksysb_images/install52', 'mksysb', 'parlab-image mksysb 5.2.0.0
');
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
INSERT INTO wpar VALUES (1, 'l488pp008', 'dev01', 'D', 'S', 'dev01', '/wpars/dev01', 0, 0, '', 'root', '', 0, 0, 0, '', 0, 0, '', '81ef629c-06ee-4c85-b94c-0f0239eeff72', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 0, 'rootvg', 0, 1, 1, NULL, NULL, 1, '{"initPid":10944524}');
INSERT INTO wpar VALUES (2, 'l488pp008', 'dev02', 'D', 'S', 'dev02', '/wpars/dev02', 0, 0, '', 'root', '', 0, 0, 0, '', 0, 0, '', 'be276b74-6278-4dd0-85c4-87a012da63ef', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 0, 'rootvg', 0, 1, 2, NULL, NULL, 1, '{"initPid":4325380,"pids":{"errdemon":4915238,"srcmstr":10092676,"cron":11272336,"syslogd":5505276,"portmap":8388772,"inetd":8847552,"sendmail":9437406,"biod":10879004,"clcomd":7864346,"rpc.lockd":8323154,"qdaemon":3342404,"sshd":6881446,"writesrv":9699392,"ctrmc":12779662,"IBM.ERRM":4063250,"IBM.AuditRM":10551520},"usage":{"/":{"used_kb":31960,"inodes":2287}}}');
INSERT INTO wpar VALUES (3, 'p550q', 'wp03', 'A', 'S', 'wp03', '/wpars/wp03', 0, 0, '', 'root', '', 0, 0, 1, '', 0, 0, '', '36aab04b-78ee-414b-8ce9-637b1509348d', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 1, 'rootvg', 0, 1, 1, 2598678, 1321525200, 1, '{}');
INSERT INTO wpar VALUES (4, 'p550q', 'wp05', 'A', 'S', 'wp05', '/wpars/wp05', 0, 0, '', 'root', '', 0, 0, 1, '', 0, 0, '', '2e322387-4e90-41d8-b7f9-50a01319da97', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 1, 'rootvg', 0, 1, 2, 3343280, 1321525200, 1, '{}');
INSERT INTO wpar VALUES (5, 'p550q', 'wp09', 'D', 'S', 'wp09', '/wpars/wp09', 0, 0, '', 'root', '', 0, 0, 1, '', 0, 0, '', 'e993a258-6271-4709-9e49-6a5f1720fb2c', 0, '/etc/wpars/devexports', '/etc/wpars/secattrs', NULL, 1, 'rootvg', 0, 1, 3, NULL, NULL, 1, '{}');
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
INSERT INTO wpar_network VALUES (1, 0, 'en0', 'pub', '172.16.20.11', '255.255.255.0', '172.16.20.255');
INSERT INTO wpar_network VALUES (2, 0, 'en0', 'pub', '172.16.20.12', '255.255.255.0', '172.16.20.255');
INSERT INTO wpar_network VALUES (3, 0, 'en0', 'seed1', '9.69.44.113', '255.255.255.0', '9.69.44.255');
INSERT INTO wpar_network VALUES (4, 0, 'en0', 'seed1', '9.69.44.115', '255.255.255.0', '9.69.44.255');
INSERT INTO wpar_network VALUES (5, 0, 'en0', 'seed1', '9.69.44.119', '255.255.255.0', '9.69.44.255');
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
INSERT INTO wpar_mount VALUES (1, '/', 'jfs2', '/dev/fslv04', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (1, '/home', 'jfs2', '/dev/fslv05', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (1, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (1, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (1, '/tmp', 'jfs2', '/dev/fslv06', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (1, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (1, '/var', 'jfs2', '/dev/fslv07', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (2, '/', 'jfs2', '/dev/fslv08', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (2, '/home', 'jfs2', '/dev/fslv09', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (2, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (2, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (2, '/tmp', 'jfs2', '/dev/fslv10', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (2, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (2, '/var', 'jfs2', '/dev/fslv11', '', '', 131072, 'rootvg', '', '', 0);
INSERT INTO wpar_mount VALUES (3, '/', 'nfs', '/scratch/wp03root', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (3, '/home', 'nfs', '/scratch/wp03home', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (3, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (3, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (3, '/tmp', 'nfs', '/scratch/wp03tmp', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (3, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (3, '/var', 'nfs', '/scratch/wp03var', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (4, '/', 'nfs', '/scratch/wp05root', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (4, '/home', 'nfs', '/scratch/wp05home', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (4, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (4, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (4, '/tmp', 'nfs', '/scratch/wp05tmp', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (4, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (4, '/var', 'nfs', '/scratch/wp05var', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (5, '/', 'nfs', '/scratch/wp09root', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (5, '/home', 'nfs', '/scratch/wp09home', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (5, '/opt', 'namefs', '/opt', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (5, '/proc', 'namefs', '/proc', '', 'rw', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (5, '/tmp', 'nfs', '/scratch/wp09tmp', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (5, '/usr', 'namefs', '/usr', '', 'ro', NULL, '', '', '', 0);
INSERT INTO wpar_mount VALUES (5, '/var', 'nfs', '/scratch/wp09var', 'blue.ibm.com', 'bg,intr', NULL, '', '', '', 0);
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
, dead TEXT NOT NULL DEFAULT 'B');
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
INSERT INTO console VALUES ('bpichmc', 3, '20151216.1', '[]', '7042-CR8', '10C4F2C', 'example.com', '172.16.20.1', '172.16.20.1', '{}');
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
  settings TEXT NOT NULL DEFAULT '{}', on_battery INTEGER NOT NULL DEFAULT 0, optimizing INTEGER NOT NULL DEFAULT 0, affinity_score INTEGER NOT NULL DEFAULT 100,     -- JSON: power-on and service processor values that differ from the usual
  UNIQUE (type_model, serial)
);
INSERT INTO managed_system VALUES (1, 'p750-Server-8233-E8B-SN069348P', '8233-E8B', '069348P', '10.1.0.10', 'a3786dcb-8618-497f-bad7-0151bcb7ac5f', 'Operating', 'POWER7', '01AL730', 95, 256, 256, 262144, 262144, 6400, 3200, 3200, 10, 320, 8, 4, 'config', '8E2FE1', 'c0507655872f', 4, '{"active_lpar_mobility_capable":1,"inactive_lpar_mobility_capable":1,"active_lpar_share_idle_procs_capable":1,"active_mem_expansion_capable":1,"hardware_active_mem_expansion_capable":0,"active_mem_sharing_capable":1,"addr_broadcast_perf_policy_capable":0,"bsr_capable":1,"cod_mem_capable":0,"cod_proc_capable":1,"dynamic_platform_optimization_capable":0,"electronic_err_reporting_capable":1,"firmware_power_saver_capable":1,"hardware_power_saver_capable":0,"hardware_discovery_capable":1,"hca_capable":1,"huge_page_mem_capable":1,"lhea_capable":1,"lpar_avail_priority_capable":1,"lpar_proc_compat_mode_capable":1,"lpar_remote_restart_capable":1,"powervm_lpar_remote_restart_capable":0,"lpar_suspend_capable":1,"micro_lpar_capable":1,"os400_capable":1,"5250_application_capable":0,"redundant_err_path_reporting_capable":1,"shared_eth_failover_capable":1,"sni_msg_passing_capable":0,"sp_failover_capable":1,"vet_activation_capable":1,"virtual_fc_capable":1,"virtual_io_server_capable":1,"virtual_switch_capable":1,"vsn_phase2_capable":0,"vsi_on_veth_capable":1,"os400_lpar_mobility_capable":1,"vtpm_capable":1}', '{}', 0, 0, 100);
INSERT INTO managed_system VALUES (2, 'p740-Server-8205-E6B-SN10934CP', '8205-E6B', '10934CP', '10.1.0.11', '2dfb2e41-0a35-428f-9f12-0c0dc1584735', 'Operating', 'POWER7', '01AL730', 95, 256, 256, 131072, 131072, 4096, 1600, 1600, 10, 160, 8, 4, 'config', 'E2A1F4', 'c05076f7eca1', 0, '{"active_lpar_mobility_capable":1,"inactive_lpar_mobility_capable":1,"active_lpar_share_idle_procs_capable":1,"active_mem_expansion_capable":1,"hardware_active_mem_expansion_capable":0,"active_mem_sharing_capable":1,"addr_broadcast_perf_policy_capable":0,"bsr_capable":1,"cod_mem_capable":0,"cod_proc_capable":1,"dynamic_platform_optimization_capable":0,"electronic_err_reporting_capable":1,"firmware_power_saver_capable":1,"hardware_power_saver_capable":0,"hardware_discovery_capable":1,"hca_capable":1,"huge_page_mem_capable":1,"lhea_capable":1,"lpar_avail_priority_capable":1,"lpar_proc_compat_mode_capable":1,"lpar_remote_restart_capable":1,"powervm_lpar_remote_restart_capable":0,"lpar_suspend_capable":1,"micro_lpar_capable":1,"os400_capable":1,"5250_application_capable":0,"redundant_err_path_reporting_capable":1,"shared_eth_failover_capable":1,"sni_msg_passing_capable":0,"sp_failover_capable":1,"vet_activation_capable":1,"virtual_fc_capable":1,"virtual_io_server_capable":1,"virtual_switch_capable":1,"vsn_phase2_capable":0,"vsi_on_veth_capable":1,"os400_lpar_mobility_capable":1,"vtpm_capable":1}', '{}', 0, 0, 100);
CREATE TABLE connection (                  -- which HMC manages which system: several may manage one
  console TEXT NOT NULL REFERENCES console ON DELETE CASCADE,
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'Connected',
  error TEXT,                              -- connection_error_code while it is not connected
  PRIMARY KEY (console, system)
) WITHOUT ROWID;
INSERT INTO connection VALUES ('bpichmc', 1, 'Connected', NULL);
INSERT INTO connection VALUES ('bpichmc', 2, 'Connected', NULL);
CREATE TABLE virtual_switch (
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  mode TEXT NOT NULL DEFAULT 'VEB' CHECK (mode IN ('VEB', 'VEPA')),
  PRIMARY KEY (system, number),
  UNIQUE (system, name)
) WITHOUT ROWID;
INSERT INTO virtual_switch VALUES (1, 0, 'ETHERNET0', 'VEB');
INSERT INTO virtual_switch VALUES (2, 0, 'ETHERNET0', 'VEB');
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
INSERT INTO processor_pool VALUES (1, 0, 'DefaultPool', NULL, 0, 0);
INSERT INTO processor_pool VALUES (1, 1, 'SharedPool01', 800, 0, 0);
INSERT INTO processor_pool VALUES (2, 0, 'DefaultPool', NULL, 0, 0);
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
  refcode_time INTEGER, touched_mb INTEGER, dirty_mb_s INTEGER NOT NULL DEFAULT 20, refuses_migration TEXT NOT NULL DEFAULT '', clock_offset INTEGER NOT NULL DEFAULT 0, license_accepted INTEGER NOT NULL DEFAULT 1, rmc_daemon INTEGER NOT NULL DEFAULT 1,                    -- lab time in seconds
  CHECK (msp = 0 OR env = 'vioserver'),
  UNIQUE (system, lpar_id),
  UNIQUE (system, name)
);
INSERT INTO partition VALUES (1, 1, 1, 'b750vio1', 'vioserver', 'Running', 1, 'C2882469-D0B0-47CD-AA4B-D1B453D04C9A', 'VIOS 2.2.2.3', 'b750vio1', 'default', 'default', 1321525200, 'active', 1, '172.16.20.21', 'b750vio1', 85919, 1, 1, 1, 1, 'norm', 'norm', NULL, 1, 0, NULL, 0, 1, 1, 191, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 1, 0, 0, '', 0, 200, 200, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (2, 1, 2, 'b750vio2', 'vioserver', 'Running', 1, 'E27BA72E-BC9B-43C2-948D-0FE469613283', 'VIOS 2.2.3.3', 'b750vio2', 'default', 'default', 1321525200, 'active', 1, '172.16.20.22', 'b750vio2', 85919, 1, 1, 1, 1, 'norm', 'norm', NULL, 1, 0, NULL, 0, 1, 1, 191, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 1, 0, 0, '', 0, 200, 200, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (3, 1, 3, 'l488pp008', 'aixlinux', 'Running', 1, 'F039539D-749B-494F-902B-4CD50560A2A4', 'AIX 7.1 7100-02-00-0000', 'l488pp008', 'default', 'default', 1321525200, 'active', 1, '172.16.20.8', 'l488pp008', 11359, 1, 1, 1, 1, 'norm', 'norm', NULL, 0, 0, NULL, 0, 0, 0, 127, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (4, 1, 5, 'b750nl2', 'aixlinux', 'Running', 1, 'CE724939-D047-41DD-8D41-EC22CD454451', 'AIX 7.1 7100-02-02-1316', NULL, 'default', 'default', 1321525200, 'active', 1, '172.16.20.31', 'b750nl2', 11359, 1, 1, 1, 1, 'norm', 'norm', NULL, 0, 0, NULL, 0, 0, 0, 127, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (5, 1, 6, 'b750aix1', 'aixlinux', 'Running', 1, 'B61DFEA2-BB4D-4D70-9BE5-05250D04EAC5', 'AIX 6.1 6100-08-02-1316', NULL, 'default', 'default', 1321525200, 'active', 1, '172.16.20.32', 'b750aix1', 11359, 1, 1, 1, 1, 'norm', 'norm', NULL, 0, 0, NULL, 0, 0, 0, 127, 'POWER6', 'POWER6', 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (6, 1, 7, 'b750lin1', 'aixlinux', 'Running', 1, '45767AA8-A208-4A67-A5BE-A24AF4389AC5', 'Linux/SuSE 3.0.76-0.11-ppc64 11', NULL, 'default', 'default', 1321525200, 'active', 1, '172.16.20.33', 'b750lin1', 11359, 1, 1, 1, 1, 'norm', 'norm', NULL, 0, 0, NULL, 0, 0, 0, 127, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (7, 1, 8, 'b750ibmi1', 'os400', 'Running', 1, 'D90C8C91-F7FF-4A5E-A10C-D1048EF84769', 'IBM i Licensed Internal Code 7.1.0 410 0', NULL, 'default', 'default', 1321525200, 'none', 0, '', '', 0, 1, 1, 1, 1, 'norm', 'norm', 'b', 0, 0, NULL, 0, 0, 0, 127, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 1, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (8, 1, 9, 'b750off1', 'aixlinux', 'Not Activated', 1, '79AEA587-7B14-40EB-9D17-77370408CB32', 'AIX 7.1 7100-02-02-1316', NULL, 'default', 'default', 1321525200, 'inactive', 0, '172.16.20.34', 'b750off1', 11359, 1, 1, 1, 1, 'norm', 'norm', NULL, 0, 0, NULL, 0, 0, 0, 127, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (9, 1, 10, 'b750new1', 'aixlinux', 'Not Activated', 0, 'B2042C0F-BF59-4636-947E-5E5F7FBEDBAC', 'Unknown', NULL, 'default', '', NULL, 'inactive', 0, '', '', 11359, 1, 1, 1, 1, 'norm', 'norm', NULL, 0, 0, NULL, 0, 0, 0, 127, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (10, 2, 1, 'b740vio1', 'vioserver', 'Running', 1, 'B0B76F50-8138-4D27-83F6-3943EFDCC88B', 'VIOS 2.2.2.3', 'b740vio1', 'default', 'default', 1321525200, 'active', 1, '172.16.20.23', 'b740vio1', 85919, 1, 1, 1, 1, 'norm', 'norm', NULL, 1, 0, NULL, 0, 1, 1, 191, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 1, 0, 0, '', 0, 200, 200, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (11, 2, 2, 'b740vio2', 'vioserver', 'Running', 1, '665F70CC-0AA8-4065-9A5C-E008041F9350', 'VIOS 2.2.3.3', 'b740vio2', 'default', 'default', 1321525200, 'active', 1, '172.16.20.24', 'b740vio2', 85919, 1, 1, 1, 1, 'norm', 'norm', NULL, 1, 0, NULL, 0, 1, 1, 191, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 1, 0, 0, '', 0, 200, 200, '', NULL, NULL, 20, '', 0, 1, 1);
INSERT INTO partition VALUES (12, 2, 3, 'b740aix1', 'aixlinux', 'Running', 1, 'E519E100-5DC9-4188-BE8E-8C0C31D2E183', 'AIX 7.1 7100-02-02-1316', NULL, 'default', 'default', 1321525200, 'active', 1, '172.16.20.41', 'b740aix1', 11359, 1, 1, 1, 1, 'norm', 'norm', NULL, 0, 0, NULL, 0, 0, 0, 127, 'default', 'POWER7', 0, 0, 0, 0, NULL, 0, 0, 0, 0, 0, '', 0, 64, 64, '', NULL, NULL, 20, '', 0, 1, 1);
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
INSERT INTO partition_memory VALUES (1, 'ded', 1024, 4096, 8192, 1024, 4096, 8192, 1024, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (2, 'ded', 1024, 4096, 8192, 1024, 4096, 8192, 1024, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (3, 'ded', 2048, 8192, 16384, 2048, 8192, 16384, 2048, 8192, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (4, 'ded', 1024, 4096, 8192, 1024, 4096, 8192, 1024, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (5, 'ded', 2048, 8192, 16384, 2048, 8192, 16384, 2048, 8192, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (6, 'ded', 1024, 4096, 8192, 1024, 4096, 8192, 1024, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (7, 'ded', 2048, 8192, 16384, 2048, 8192, 16384, 2048, 8192, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (8, 'ded', 512, 2048, 4096, 512, 2048, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (9, 'ded', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (10, 'ded', 1024, 4096, 8192, 1024, 4096, 8192, 1024, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (11, 'ded', 1024, 4096, 8192, 1024, 4096, 8192, 1024, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
INSERT INTO partition_memory VALUES (12, 'ded', 1024, 4096, 8192, 1024, 4096, 8192, 1024, 4096, 0, 0, 0, 0, 0, 0, 0, 0, 0, '1:64', 0);
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
INSERT INTO partition_processor VALUES (1, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 100, 2, 255);
INSERT INTO partition_processor VALUES (2, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 100, 2, 255);
INSERT INTO partition_processor VALUES (3, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 128, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 128, 100, 2, 128);
INSERT INTO partition_processor VALUES (4, 'shared', 0, 10, 50, 400, 1, 2, 8, 'uncap', 128, 'shared', 0, 10, 50, 400, 1, 2, 8, 'uncap', 128, 50, 2, 128);
INSERT INTO partition_processor VALUES (5, 'ded', 0, 0, 0, 0, 1, 2, 4, 'share_idle_procs', 0, 'ded', 0, 0, 0, 0, 1, 2, 4, 'share_idle_procs', 0, 0, 2, 0);
INSERT INTO partition_processor VALUES (6, 'shared', 1, 10, 40, 100, 1, 2, 4, 'uncap', 128, 'shared', 1, 10, 40, 100, 1, 2, 4, 'uncap', 128, 40, 2, 128);
INSERT INTO partition_processor VALUES (7, 'shared', 0, 10, 100, 200, 1, 1, 2, 'cap', 0, 'shared', 0, 10, 100, 200, 1, 1, 2, 'cap', 0, 100, 1, 0);
INSERT INTO partition_processor VALUES (8, 'shared', 0, 10, 20, 100, 1, 1, 2, 'uncap', 128, 'shared', 0, 10, 20, 100, 1, 1, 2, 'uncap', 128, 0, 0, 0);
INSERT INTO partition_processor VALUES (9, 'shared', 0, 0, 0, 0, 0, 0, 0, 'uncap', 128, 'shared', 0, 0, 0, 0, 0, 0, 0, 'uncap', 128, 0, 0, 0);
INSERT INTO partition_processor VALUES (10, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 100, 2, 255);
INSERT INTO partition_processor VALUES (11, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 'shared', 0, 10, 100, 200, 1, 2, 4, 'uncap', 255, 100, 2, 255);
INSERT INTO partition_processor VALUES (12, 'shared', 0, 10, 50, 100, 1, 1, 2, 'uncap', 128, 'shared', 0, 10, 50, 100, 1, 1, 2, 'uncap', 128, 50, 1, 128);
CREATE TABLE profile (                     -- a document of its own: it is read, copied and replaced whole
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  attributes TEXT NOT NULL, record TEXT NOT NULL DEFAULT '',                -- JSON, see ProfileAttributes
  PRIMARY KEY (partition, name)
) WITHOUT ROWID;
INSERT INTO profile VALUES (1, 0, 'default', '{"all_resources":"0","min_mem":"1024","desired_mem":"4096","max_mem":"8192","mem_mode":"ded","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"1.0","max_proc_units":"2.0","min_procs":"1","desired_procs":"2","max_procs":"4","sharing_mode":"uncap","uncap_weight":"255","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":["21010200/none/1","21010201/none/1"],"lpar_io_pool_ids":"none","max_virtual_slots":"200","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["5/server/3/l488pp008/3/0","6/server/6/b750aix1/3/0","7/server/8/b750ibmi1/3/0","8/server/9/b750off1/3/0","27/server/5/b750nl2/27/0"],"virtual_eth_adapters":["2/1/1/10,20/1/0/ETHERNET0//all/none","3/0/1//0/0/ETHERNET0//all/none","4/0/255//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":["37/server/5/b750nl2/37//0"],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"1","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","virtual_vasi_adapters":"none","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=1024,desired_mem=4096,max_mem=8192,mem_mode=ded,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=1.0,max_proc_units=2.0,min_procs=1,desired_procs=2,max_procs=4,sharing_mode=uncap,uncap_weight=255,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,"io_slots=21010200/none/1,21010201/none/1",lpar_io_pool_ids=none,max_virtual_slots=200,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1","virtual_scsi_adapters=5/server/3/l488pp008/3/0,6/server/6/b750aix1/3/0,7/server/8/b750ibmi1/3/0,8/server/9/b750off1/3/0,27/server/5/b750nl2/27/0","virtual_eth_adapters=""2/1/1/10,20/1/0/ETHERNET0//all/none"",3/0/1//0/0/ETHERNET0//all/none,4/0/255//0/0/ETHERNET0//all/none",virtual_fc_adapters=37/server/5/b750nl2/37//0,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=1,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,virtual_vasi_adapters=none,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (2, 0, 'default', '{"all_resources":"0","min_mem":"1024","desired_mem":"4096","max_mem":"8192","mem_mode":"ded","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"1.0","max_proc_units":"2.0","min_procs":"1","desired_procs":"2","max_procs":"4","sharing_mode":"uncap","uncap_weight":"255","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":["21010202/none/1","21010203/none/1"],"lpar_io_pool_ids":"none","max_virtual_slots":"200","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["5/server/3/l488pp008/4/0","6/server/6/b750aix1/4/0","7/server/7/b750lin1/3/0","57/server/5/b750nl2/57/0"],"virtual_eth_adapters":["2/1/1/10,20/2/0/ETHERNET0//all/none","3/0/1//0/0/ETHERNET0//all/none","4/0/255//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":["47/server/5/b750nl2/47//0"],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"1","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","virtual_vasi_adapters":"none","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=1024,desired_mem=4096,max_mem=8192,mem_mode=ded,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=1.0,max_proc_units=2.0,min_procs=1,desired_procs=2,max_procs=4,sharing_mode=uncap,uncap_weight=255,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,"io_slots=21010202/none/1,21010203/none/1",lpar_io_pool_ids=none,max_virtual_slots=200,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1","virtual_scsi_adapters=5/server/3/l488pp008/4/0,6/server/6/b750aix1/4/0,7/server/7/b750lin1/3/0,57/server/5/b750nl2/57/0","virtual_eth_adapters=""2/1/1/10,20/2/0/ETHERNET0//all/none"",3/0/1//0/0/ETHERNET0//all/none,4/0/255//0/0/ETHERNET0//all/none",virtual_fc_adapters=47/server/5/b750nl2/47//0,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=1,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,virtual_vasi_adapters=none,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (3, 0, 'default', '{"all_resources":"0","min_mem":"2048","desired_mem":"8192","max_mem":"16384","min_num_huge_pages":"0","desired_num_huge_pages":"0","max_num_huge_pages":"0","mem_mode":"ded","mem_expansion":"0.0","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"1.0","max_proc_units":"2.0","min_procs":"1","desired_procs":"2","max_procs":"4","sharing_mode":"uncap","uncap_weight":"128","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["3/client/1/b750vio1/5/0","4/client/2/b750vio2/5/0"],"virtual_eth_adapters":["2/0/1//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=2048,desired_mem=8192,max_mem=16384,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=1.0,max_proc_units=2.0,min_procs=1,desired_procs=2,max_procs=4,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1","virtual_scsi_adapters=3/client/1/b750vio1/5/0,4/client/2/b750vio2/5/0",virtual_eth_adapters=2/0/1//0/0/ETHERNET0//all/none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (4, 0, 'default', '{"all_resources":"0","min_mem":"1024","desired_mem":"4096","max_mem":"8192","min_num_huge_pages":"0","desired_num_huge_pages":"0","max_num_huge_pages":"0","mem_mode":"ded","mem_expansion":"0.0","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"0.5","max_proc_units":"4.0","min_procs":"1","desired_procs":"2","max_procs":"8","sharing_mode":"uncap","uncap_weight":"128","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["27/client/1/b750vio1/27/0","57/client/2/b750vio2/57/0"],"virtual_eth_adapters":["2/0/1//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":["37/client/1/b750vio1/37/c0507655872f0000,c0507655872f0001/0","47/client/2/b750vio2/47/c0507655872f0002,c0507655872f0003/0"],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=1024,desired_mem=4096,max_mem=8192,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=0.5,max_proc_units=4.0,min_procs=1,desired_procs=2,max_procs=8,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1","virtual_scsi_adapters=27/client/1/b750vio1/27/0,57/client/2/b750vio2/57/0",virtual_eth_adapters=2/0/1//0/0/ETHERNET0//all/none,"virtual_fc_adapters=""37/client/1/b750vio1/37/c0507655872f0000,c0507655872f0001/0"",""47/client/2/b750vio2/47/c0507655872f0002,c0507655872f0003/0""",hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (5, 0, 'default', '{"all_resources":"0","min_mem":"2048","desired_mem":"8192","max_mem":"16384","min_num_huge_pages":"0","desired_num_huge_pages":"0","max_num_huge_pages":"0","mem_mode":"ded","mem_expansion":"0.0","hpt_ratio":"1:64","proc_mode":"ded","min_procs":"1","desired_procs":"2","max_procs":"4","sharing_mode":"share_idle_procs","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["3/client/1/b750vio1/6/0","4/client/2/b750vio2/6/0"],"virtual_eth_adapters":["2/0/10//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"POWER6","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=2048,desired_mem=8192,max_mem=16384,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=ded,min_procs=1,desired_procs=2,max_procs=4,sharing_mode=share_idle_procs,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1","virtual_scsi_adapters=3/client/1/b750vio1/6/0,4/client/2/b750vio2/6/0",virtual_eth_adapters=2/0/10//0/0/ETHERNET0//all/none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=POWER6,electronic_err_reporting=null');
INSERT INTO profile VALUES (6, 0, 'default', '{"all_resources":"0","min_mem":"1024","desired_mem":"4096","max_mem":"8192","min_num_huge_pages":"0","desired_num_huge_pages":"0","max_num_huge_pages":"0","mem_mode":"ded","mem_expansion":"0.0","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"0.4","max_proc_units":"1.0","min_procs":"1","desired_procs":"2","max_procs":"4","sharing_mode":"uncap","uncap_weight":"128","shared_proc_pool_id":"1","shared_proc_pool_name":"SharedPool01","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["3/client/2/b750vio2/7/0"],"virtual_eth_adapters":["2/0/20//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=1024,desired_mem=4096,max_mem=8192,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=0.4,max_proc_units=1.0,min_procs=1,desired_procs=2,max_procs=4,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=1,shared_proc_pool_name=SharedPool01,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=3/client/2/b750vio2/7/0,virtual_eth_adapters=2/0/20//0/0/ETHERNET0//all/none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (7, 0, 'default', '{"all_resources":"0","min_mem":"2048","desired_mem":"8192","max_mem":"16384","mem_mode":"ded","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"1.0","max_proc_units":"2.0","min_procs":"1","desired_procs":"1","max_procs":"2","sharing_mode":"cap","uncap_weight":"0","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["3/client/1/b750vio1/7/0"],"virtual_eth_adapters":["2/0/10//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=2048,desired_mem=8192,max_mem=16384,mem_mode=ded,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=1.0,max_proc_units=2.0,min_procs=1,desired_procs=1,max_procs=2,sharing_mode=cap,uncap_weight=0,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=3/client/1/b750vio1/7/0,virtual_eth_adapters=2/0/10//0/0/ETHERNET0//all/none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (8, 0, 'default', '{"all_resources":"0","min_mem":"512","desired_mem":"2048","max_mem":"4096","min_num_huge_pages":"0","desired_num_huge_pages":"0","max_num_huge_pages":"0","mem_mode":"ded","mem_expansion":"0.0","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"0.2","max_proc_units":"1.0","min_procs":"1","desired_procs":"1","max_procs":"2","sharing_mode":"uncap","uncap_weight":"128","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["3/client/1/b750vio1/8/0"],"virtual_eth_adapters":["2/0/1//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=512,desired_mem=2048,max_mem=4096,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=0.2,max_proc_units=1.0,min_procs=1,desired_procs=1,max_procs=2,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=3/client/1/b750vio1/8/0,virtual_eth_adapters=2/0/1//0/0/ETHERNET0//all/none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (9, 0, 'default', '{"all_resources":"0","min_mem":"512","desired_mem":"2048","max_mem":"4096","min_num_huge_pages":"0","desired_num_huge_pages":"0","max_num_huge_pages":"0","mem_mode":"ded","mem_expansion":"0.0","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"0.2","max_proc_units":"1.0","min_procs":"1","desired_procs":"1","max_procs":"2","sharing_mode":"uncap","uncap_weight":"128","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":[],"virtual_eth_adapters":["2/0/1//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=512,desired_mem=2048,max_mem=4096,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=0.2,max_proc_units=1.0,min_procs=1,desired_procs=1,max_procs=2,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=none,virtual_eth_adapters=2/0/1//0/0/ETHERNET0//all/none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (10, 0, 'default', '{"all_resources":"0","min_mem":"1024","desired_mem":"4096","max_mem":"8192","mem_mode":"ded","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"1.0","max_proc_units":"2.0","min_procs":"1","desired_procs":"2","max_procs":"4","sharing_mode":"uncap","uncap_weight":"255","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":["21010200/none/1","21010201/none/1"],"lpar_io_pool_ids":"none","max_virtual_slots":"200","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["5/server/3/b740aix1/3/0"],"virtual_eth_adapters":["2/1/1/10,20/1/0/ETHERNET0//all/none","3/0/1//0/0/ETHERNET0//all/none","4/0/255//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"1","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","virtual_vasi_adapters":"none","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=1024,desired_mem=4096,max_mem=8192,mem_mode=ded,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=1.0,max_proc_units=2.0,min_procs=1,desired_procs=2,max_procs=4,sharing_mode=uncap,uncap_weight=255,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,"io_slots=21010200/none/1,21010201/none/1",lpar_io_pool_ids=none,max_virtual_slots=200,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=5/server/3/b740aix1/3/0,"virtual_eth_adapters=""2/1/1/10,20/1/0/ETHERNET0//all/none"",3/0/1//0/0/ETHERNET0//all/none,4/0/255//0/0/ETHERNET0//all/none",virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=1,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,virtual_vasi_adapters=none,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (11, 0, 'default', '{"all_resources":"0","min_mem":"1024","desired_mem":"4096","max_mem":"8192","mem_mode":"ded","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"1.0","max_proc_units":"2.0","min_procs":"1","desired_procs":"2","max_procs":"4","sharing_mode":"uncap","uncap_weight":"255","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":["21010202/none/1","21010203/none/1"],"lpar_io_pool_ids":"none","max_virtual_slots":"200","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":[],"virtual_eth_adapters":["2/1/1/10,20/2/0/ETHERNET0//all/none","3/0/1//0/0/ETHERNET0//all/none","4/0/255//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"1","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","virtual_vasi_adapters":"none","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=1024,desired_mem=4096,max_mem=8192,mem_mode=ded,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=1.0,max_proc_units=2.0,min_procs=1,desired_procs=2,max_procs=4,sharing_mode=uncap,uncap_weight=255,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,"io_slots=21010202/none/1,21010203/none/1",lpar_io_pool_ids=none,max_virtual_slots=200,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=none,"virtual_eth_adapters=""2/1/1/10,20/2/0/ETHERNET0//all/none"",3/0/1//0/0/ETHERNET0//all/none,4/0/255//0/0/ETHERNET0//all/none",virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=1,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,virtual_vasi_adapters=none,lpar_proc_compat_mode=default,electronic_err_reporting=null');
INSERT INTO profile VALUES (12, 0, 'default', '{"all_resources":"0","min_mem":"1024","desired_mem":"4096","max_mem":"8192","min_num_huge_pages":"0","desired_num_huge_pages":"0","max_num_huge_pages":"0","mem_mode":"ded","mem_expansion":"0.0","hpt_ratio":"1:64","proc_mode":"shared","min_proc_units":"0.1","desired_proc_units":"0.5","max_proc_units":"1.0","min_procs":"1","desired_procs":"1","max_procs":"2","sharing_mode":"uncap","uncap_weight":"128","shared_proc_pool_id":"0","shared_proc_pool_name":"DefaultPool","affinity_group_id":"none","io_slots":[],"lpar_io_pool_ids":"none","max_virtual_slots":"64","virtual_serial_adapters":["0/server/1/any//any/1","1/server/1/any//any/1"],"virtual_scsi_adapters":["3/client/1/b740vio1/5/0"],"virtual_eth_adapters":["2/0/1//0/0/ETHERNET0//all/none"],"virtual_fc_adapters":[],"hca_adapters":"none","boot_mode":"norm","conn_monitoring":"1","auto_start":"0","power_ctrl_lpar_ids":"none","work_group_id":"none","redundant_err_path_reporting":"0","bsr_arrays":"0","lpar_proc_compat_mode":"default","electronic_err_reporting":"null"}', 'all_resources=0,min_mem=1024,desired_mem=4096,max_mem=8192,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=0.5,max_proc_units=1.0,min_procs=1,desired_procs=1,max_procs=2,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=3/client/1/b740vio1/5/0,virtual_eth_adapters=2/0/1//0/0/ETHERNET0//all/none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null');
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
  port TEXT, disabled INTEGER NOT NULL DEFAULT 0,                               -- fc in a VIO server: the fcs it is mapped to
  CHECK ((kind = 'eth') = (vlan IS NOT NULL AND mac IS NOT NULL)),
  CHECK ((kind IN ('scsi', 'fc', 'serial')) = (side IS NOT NULL)),
  UNIQUE (partition, slot),
  UNIQUE (partition, device)
);
INSERT INTO virtual_adapter VALUES (1, 1, 0, 'serial', 1, 'server', NULL, NULL, 'vsa0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (2, 1, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (3, 1, 32769, 'vasi', 0, NULL, NULL, NULL, 'vasi0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (4, 1, 2, 'eth', 0, NULL, NULL, NULL, 'ent4', 0, 1, '10,20', 1, 1, '8E2FE1001002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (5, 1, 3, 'eth', 0, NULL, NULL, NULL, 'ent5', 0, 1, '', 0, NULL, '8E2FE1001003', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (6, 1, 4, 'eth', 0, NULL, NULL, NULL, 'ent6', 0, 255, '', 0, NULL, '8E2FE1001004', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (7, 2, 0, 'serial', 1, 'server', NULL, NULL, 'vsa0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (8, 2, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (9, 2, 32769, 'vasi', 0, NULL, NULL, NULL, 'vasi0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (10, 2, 2, 'eth', 0, NULL, NULL, NULL, 'ent4', 0, 1, '10,20', 1, 2, '8E2FE1002002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (11, 2, 3, 'eth', 0, NULL, NULL, NULL, 'ent5', 0, 1, '', 0, NULL, '8E2FE1002003', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (12, 2, 4, 'eth', 0, NULL, NULL, NULL, 'ent6', 0, 255, '', 0, NULL, '8E2FE1002004', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (13, 3, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (14, 3, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (15, 3, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 1, '', 0, NULL, '8E2FE1003002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (16, 4, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (17, 4, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (18, 4, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 1, '', 0, NULL, '8E2FE1005002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (19, 5, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (20, 5, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (21, 5, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 10, '', 0, NULL, '8E2FE1006002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (22, 6, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (23, 6, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (24, 6, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 20, '', 0, NULL, '8E2FE1007002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (25, 7, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (26, 7, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (27, 7, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 10, '', 0, NULL, '8E2FE1008002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (28, 8, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (29, 8, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (30, 8, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 1, '', 0, NULL, '8E2FE1009002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (31, 9, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (32, 9, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (33, 9, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 1, '', 0, NULL, '8E2FE100A002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (34, 4, 27, 'scsi', 0, 'client', 1, 27, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (35, 1, 27, 'scsi', 0, 'server', 5, 27, 'vhost4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (36, 4, 57, 'scsi', 0, 'client', 2, 57, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (37, 2, 57, 'scsi', 0, 'server', 5, 57, 'vhost3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (38, 4, 37, 'fc', 0, 'client', 1, 37, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (39, 1, 37, 'fc', 0, 'server', 5, 37, 'vfchost0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'fcs0', 0);
INSERT INTO virtual_adapter VALUES (40, 4, 47, 'fc', 0, 'client', 2, 47, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (41, 2, 47, 'fc', 0, 'server', 5, 47, 'vfchost0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'fcs0', 0);
INSERT INTO virtual_adapter VALUES (42, 3, 3, 'scsi', 0, 'client', 1, 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (43, 1, 5, 'scsi', 0, 'server', 3, 3, 'vhost0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (44, 3, 4, 'scsi', 0, 'client', 2, 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (45, 2, 5, 'scsi', 0, 'server', 3, 4, 'vhost0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (46, 5, 3, 'scsi', 0, 'client', 1, 6, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (47, 1, 6, 'scsi', 0, 'server', 6, 3, 'vhost1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (48, 5, 4, 'scsi', 0, 'client', 2, 6, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (49, 2, 6, 'scsi', 0, 'server', 6, 4, 'vhost1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (50, 6, 3, 'scsi', 0, 'client', 2, 7, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (51, 2, 7, 'scsi', 0, 'server', 7, 3, 'vhost2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (52, 7, 3, 'scsi', 0, 'client', 1, 7, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (53, 1, 7, 'scsi', 0, 'server', 8, 3, 'vhost2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (54, 8, 3, 'scsi', 0, 'client', 1, 8, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (55, 1, 8, 'scsi', 0, 'server', 9, 3, 'vhost3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (56, 10, 0, 'serial', 1, 'server', NULL, NULL, 'vsa0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (57, 10, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (58, 10, 32769, 'vasi', 0, NULL, NULL, NULL, 'vasi0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (59, 10, 2, 'eth', 0, NULL, NULL, NULL, 'ent4', 0, 1, '10,20', 1, 1, 'E2A1F4001002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (60, 10, 3, 'eth', 0, NULL, NULL, NULL, 'ent5', 0, 1, '', 0, NULL, 'E2A1F4001003', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (61, 10, 4, 'eth', 0, NULL, NULL, NULL, 'ent6', 0, 255, '', 0, NULL, 'E2A1F4001004', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (62, 11, 0, 'serial', 1, 'server', NULL, NULL, 'vsa0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (63, 11, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (64, 11, 32769, 'vasi', 0, NULL, NULL, NULL, 'vasi0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (65, 11, 2, 'eth', 0, NULL, NULL, NULL, 'ent4', 0, 1, '10,20', 1, 2, 'E2A1F4002002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (66, 11, 3, 'eth', 0, NULL, NULL, NULL, 'ent5', 0, 1, '', 0, NULL, 'E2A1F4002003', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (67, 11, 4, 'eth', 0, NULL, NULL, NULL, 'ent6', 0, 255, '', 0, NULL, 'E2A1F4002004', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (68, 12, 0, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (69, 12, 1, 'serial', 1, 'server', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 0);
INSERT INTO virtual_adapter VALUES (70, 12, 2, 'eth', 0, NULL, NULL, NULL, NULL, 0, 1, '', 0, NULL, 'E2A1F4003002', 'all', 'none', NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (71, 12, 3, 'scsi', 0, 'client', 1, 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO virtual_adapter VALUES (72, 10, 5, 'scsi', 0, 'server', 3, 3, 'vhost0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
CREATE TABLE adapter_wwpn (                -- the pair of a client adapter: 0 is logged in, 1 while it migrates
  wwpn TEXT PRIMARY KEY CHECK (length(wwpn) = 16 AND wwpn NOT GLOB '*[^0-9a-f]*'),
  adapter INTEGER NOT NULL REFERENCES virtual_adapter ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place IN (0, 1)),
  UNIQUE (adapter, place)
) WITHOUT ROWID;
INSERT INTO adapter_wwpn VALUES ('c0507655872f0000', 38, 0);
INSERT INTO adapter_wwpn VALUES ('c0507655872f0001', 38, 1);
INSERT INTO adapter_wwpn VALUES ('c0507655872f0002', 40, 0);
INSERT INTO adapter_wwpn VALUES ('c0507655872f0003', 40, 1);
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
INSERT INTO io_slot VALUES (1, '21010200', 'U78A0.001.DNWHZ4R', 512, 'C1', 'U78A0.001.DNWHZ4R-P1-C1', 1, NULL, '8 Gigabit PCI Express Dual Port Fibre Channel Adapter', '5735', '10DF', 'F100', '1014', '038A', '0C04', '03');
INSERT INTO io_slot VALUES (1, '21010201', 'U78A0.001.DNWHZ4R', 513, 'C2', 'U78A0.001.DNWHZ4R-P1-C2', 1, NULL, '10 Gigabit Ethernet-SR PCI Express Adapter', '5769', '1425', '0030', '1014', '03FC', '0200', '04');
INSERT INTO io_slot VALUES (1, '21010202', 'U78A0.001.DNWHZ4R', 514, 'C3', 'U78A0.001.DNWHZ4R-P1-C3', 2, NULL, '8 Gigabit PCI Express Dual Port Fibre Channel Adapter', '5735', '10DF', 'F100', '1014', '038A', '0C04', '03');
INSERT INTO io_slot VALUES (1, '21010203', 'U78A0.001.DNWHZ4R', 515, 'C4', 'U78A0.001.DNWHZ4R-P1-C4', 2, NULL, '10 Gigabit Ethernet-SR PCI Express Adapter', '5769', '1425', '0030', '1014', '03FC', '0200', '04');
INSERT INTO io_slot VALUES (1, '21010204', 'U78A0.001.DNWHZ4R', 516, 'C5', 'U78A0.001.DNWHZ4R-P1-C5', NULL, NULL, 'Empty slot', '0', 'FFFF', 'FFFF', 'FFFF', 'FFFF', 'FFFF', 'FF');
INSERT INTO io_slot VALUES (2, '21010200', 'U78AA.001.WZSG7K2', 512, 'C1', 'U78AA.001.WZSG7K2-P1-C1', 10, NULL, '8 Gigabit PCI Express Dual Port Fibre Channel Adapter', '5735', '10DF', 'F100', '1014', '038A', '0C04', '03');
INSERT INTO io_slot VALUES (2, '21010201', 'U78AA.001.WZSG7K2', 513, 'C2', 'U78AA.001.WZSG7K2-P1-C2', 10, NULL, '10 Gigabit Ethernet-SR PCI Express Adapter', '5769', '1425', '0030', '1014', '03FC', '0200', '04');
INSERT INTO io_slot VALUES (2, '21010202', 'U78AA.001.WZSG7K2', 514, 'C3', 'U78AA.001.WZSG7K2-P1-C3', 11, NULL, '8 Gigabit PCI Express Dual Port Fibre Channel Adapter', '5735', '10DF', 'F100', '1014', '038A', '0C04', '03');
INSERT INTO io_slot VALUES (2, '21010203', 'U78AA.001.WZSG7K2', 515, 'C4', 'U78AA.001.WZSG7K2-P1-C4', 11, NULL, '10 Gigabit Ethernet-SR PCI Express Adapter', '5769', '1425', '0030', '1014', '03FC', '0200', '04');
INSERT INTO io_slot VALUES (2, '21010204', 'U78AA.001.WZSG7K2', 516, 'C5', 'U78AA.001.WZSG7K2-P1-C5', NULL, NULL, 'Empty slot', '0', 'FFFF', 'FFFF', 'FFFF', 'FFFF', 'FFFF', 'FF');
CREATE TABLE storage_port (                -- a port of a storage system in the SAN
  wwpn TEXT PRIMARY KEY,
  storage TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO storage_port VALUES ('500507630a03c1d2', 'ds8700');
INSERT INTO storage_port VALUES ('500507630a0841d2', 'ds8700');
CREATE TABLE lun (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,               -- what world files call it
  unique_id TEXT NOT NULL UNIQUE,          -- by which two servers know that they see one disk
  storage TEXT NOT NULL,
  size_mb INTEGER NOT NULL CHECK (size_mb > 0)
);
INSERT INTO lun VALUES (1, 'nl2_rootvg', '3E2136005076305C90D25E520000000004214503IBMfcp', 'ds8700', 51200);
INSERT INTO lun VALUES (2, 'nl2_datavg', '3E213600507630C5001D43890000000104214503IBMfcp', 'ds8700', 102400);
INSERT INTO lun VALUES (3, 'nl2_npiv1', '3E2136005076308F3853B0C00000000204214503IBMfcp', 'ds8700', 204800);
INSERT INTO lun VALUES (4, 'nl2_npiv2', '3E21360050763090126940C70000000304214503IBMfcp', 'ds8700', 204800);
INSERT INTO lun VALUES (5, 'pp008_rootvg', '3E213600507630013DE263CB0000000404214503IBMfcp', 'ds8700', 307200);
INSERT INTO lun VALUES (6, 'aix1_rootvg', '3E2136005076302A61EB3F6F0000000504214503IBMfcp', 'ds8700', 51200);
INSERT INTO lun VALUES (7, 'lin1_disk', '3E213600507630C5AA3ED8060000000604214503IBMfcp', 'ds8700', 51200);
INSERT INTO lun VALUES (8, 'ibmi1_disk', '3E2136005076304CEE6F54130000000704214503IBMfcp', 'ds8700', 143360);
INSERT INTO lun VALUES (9, 'off1_rootvg', '3E213600507630F95ADA80670000000804214503IBMfcp', 'ds8700', 51200);
INSERT INTO lun VALUES (10, 'spare1', '3E213600507630C40B7BE1E40000000904214503IBMfcp', 'ds8700', 51200);
CREATE TABLE zone (initiator TEXT NOT NULL, target TEXT NOT NULL REFERENCES storage_port ON DELETE CASCADE,
  PRIMARY KEY (initiator, target)) WITHOUT ROWID;
INSERT INTO zone VALUES ('10000000c9a74010', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a74010', '500507630a0841d2');
INSERT INTO zone VALUES ('10000000c9a74011', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a74011', '500507630a0841d2');
INSERT INTO zone VALUES ('10000000c9a74020', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a74020', '500507630a0841d2');
INSERT INTO zone VALUES ('10000000c9a74021', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a74021', '500507630a0841d2');
INSERT INTO zone VALUES ('10000000c9a75010', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a75010', '500507630a0841d2');
INSERT INTO zone VALUES ('10000000c9a75011', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a75011', '500507630a0841d2');
INSERT INTO zone VALUES ('10000000c9a75020', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a75020', '500507630a0841d2');
INSERT INTO zone VALUES ('10000000c9a75021', '500507630a03c1d2');
INSERT INTO zone VALUES ('10000000c9a75021', '500507630a0841d2');
INSERT INTO zone VALUES ('c0507655872f0000', '500507630a03c1d2');
INSERT INTO zone VALUES ('c0507655872f0000', '500507630a0841d2');
INSERT INTO zone VALUES ('c0507655872f0001', '500507630a03c1d2');
INSERT INTO zone VALUES ('c0507655872f0001', '500507630a0841d2');
INSERT INTO zone VALUES ('c0507655872f0002', '500507630a03c1d2');
INSERT INTO zone VALUES ('c0507655872f0002', '500507630a0841d2');
INSERT INTO zone VALUES ('c0507655872f0003', '500507630a03c1d2');
INSERT INTO zone VALUES ('c0507655872f0003', '500507630a0841d2');
CREATE TABLE lun_mask (                    -- an initiator sees a LUN that is masked to it, through a port it is zoned to
  lun INTEGER NOT NULL REFERENCES lun ON DELETE CASCADE,
  initiator TEXT NOT NULL,
  PRIMARY KEY (lun, initiator)
) WITHOUT ROWID;
INSERT INTO lun_mask VALUES (1, '10000000c9a74010');
INSERT INTO lun_mask VALUES (2, '10000000c9a74010');
INSERT INTO lun_mask VALUES (5, '10000000c9a74010');
INSERT INTO lun_mask VALUES (6, '10000000c9a74010');
INSERT INTO lun_mask VALUES (7, '10000000c9a74010');
INSERT INTO lun_mask VALUES (8, '10000000c9a74010');
INSERT INTO lun_mask VALUES (9, '10000000c9a74010');
INSERT INTO lun_mask VALUES (10, '10000000c9a74010');
INSERT INTO lun_mask VALUES (1, '10000000c9a74011');
INSERT INTO lun_mask VALUES (2, '10000000c9a74011');
INSERT INTO lun_mask VALUES (5, '10000000c9a74011');
INSERT INTO lun_mask VALUES (6, '10000000c9a74011');
INSERT INTO lun_mask VALUES (7, '10000000c9a74011');
INSERT INTO lun_mask VALUES (8, '10000000c9a74011');
INSERT INTO lun_mask VALUES (9, '10000000c9a74011');
INSERT INTO lun_mask VALUES (10, '10000000c9a74011');
INSERT INTO lun_mask VALUES (1, '10000000c9a74020');
INSERT INTO lun_mask VALUES (2, '10000000c9a74020');
INSERT INTO lun_mask VALUES (5, '10000000c9a74020');
INSERT INTO lun_mask VALUES (6, '10000000c9a74020');
INSERT INTO lun_mask VALUES (7, '10000000c9a74020');
INSERT INTO lun_mask VALUES (8, '10000000c9a74020');
INSERT INTO lun_mask VALUES (9, '10000000c9a74020');
INSERT INTO lun_mask VALUES (10, '10000000c9a74020');
INSERT INTO lun_mask VALUES (1, '10000000c9a74021');
INSERT INTO lun_mask VALUES (2, '10000000c9a74021');
INSERT INTO lun_mask VALUES (5, '10000000c9a74021');
INSERT INTO lun_mask VALUES (6, '10000000c9a74021');
INSERT INTO lun_mask VALUES (7, '10000000c9a74021');
INSERT INTO lun_mask VALUES (8, '10000000c9a74021');
INSERT INTO lun_mask VALUES (9, '10000000c9a74021');
INSERT INTO lun_mask VALUES (10, '10000000c9a74021');
INSERT INTO lun_mask VALUES (1, '10000000c9a75010');
INSERT INTO lun_mask VALUES (2, '10000000c9a75010');
INSERT INTO lun_mask VALUES (5, '10000000c9a75010');
INSERT INTO lun_mask VALUES (6, '10000000c9a75010');
INSERT INTO lun_mask VALUES (7, '10000000c9a75010');
INSERT INTO lun_mask VALUES (8, '10000000c9a75010');
INSERT INTO lun_mask VALUES (9, '10000000c9a75010');
INSERT INTO lun_mask VALUES (10, '10000000c9a75010');
INSERT INTO lun_mask VALUES (1, '10000000c9a75011');
INSERT INTO lun_mask VALUES (2, '10000000c9a75011');
INSERT INTO lun_mask VALUES (5, '10000000c9a75011');
INSERT INTO lun_mask VALUES (6, '10000000c9a75011');
INSERT INTO lun_mask VALUES (7, '10000000c9a75011');
INSERT INTO lun_mask VALUES (8, '10000000c9a75011');
INSERT INTO lun_mask VALUES (9, '10000000c9a75011');
INSERT INTO lun_mask VALUES (10, '10000000c9a75011');
INSERT INTO lun_mask VALUES (1, '10000000c9a75020');
INSERT INTO lun_mask VALUES (2, '10000000c9a75020');
INSERT INTO lun_mask VALUES (5, '10000000c9a75020');
INSERT INTO lun_mask VALUES (6, '10000000c9a75020');
INSERT INTO lun_mask VALUES (7, '10000000c9a75020');
INSERT INTO lun_mask VALUES (8, '10000000c9a75020');
INSERT INTO lun_mask VALUES (9, '10000000c9a75020');
INSERT INTO lun_mask VALUES (10, '10000000c9a75020');
INSERT INTO lun_mask VALUES (1, '10000000c9a75021');
INSERT INTO lun_mask VALUES (2, '10000000c9a75021');
INSERT INTO lun_mask VALUES (5, '10000000c9a75021');
INSERT INTO lun_mask VALUES (6, '10000000c9a75021');
INSERT INTO lun_mask VALUES (7, '10000000c9a75021');
INSERT INTO lun_mask VALUES (8, '10000000c9a75021');
INSERT INTO lun_mask VALUES (9, '10000000c9a75021');
INSERT INTO lun_mask VALUES (10, '10000000c9a75021');
INSERT INTO lun_mask VALUES (3, 'c0507655872f0000');
INSERT INTO lun_mask VALUES (4, 'c0507655872f0000');
INSERT INTO lun_mask VALUES (3, 'c0507655872f0001');
INSERT INTO lun_mask VALUES (4, 'c0507655872f0001');
INSERT INTO lun_mask VALUES (3, 'c0507655872f0002');
INSERT INTO lun_mask VALUES (4, 'c0507655872f0002');
INSERT INTO lun_mask VALUES (3, 'c0507655872f0003');
INSERT INTO lun_mask VALUES (4, 'c0507655872f0003');
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
INSERT INTO vios_port VALUES (1, 'fcs0', '10000000c9a75010', 'U78A0.001.DNWHZ4R-P1-C1-T1', 1, 64, 2048, 'Available');
INSERT INTO vios_port VALUES (1, 'fcs1', '10000000c9a75011', 'U78A0.001.DNWHZ4R-P1-C1-T2', 1, 64, 2048, 'Available');
INSERT INTO vios_port VALUES (2, 'fcs0', '10000000c9a75020', 'U78A0.001.DNWHZ4R-P1-C3-T1', 1, 64, 2048, 'Available');
INSERT INTO vios_port VALUES (2, 'fcs1', '10000000c9a75021', 'U78A0.001.DNWHZ4R-P1-C3-T2', 1, 64, 2048, 'Available');
INSERT INTO vios_port VALUES (10, 'fcs0', '10000000c9a74010', 'U78AA.001.WZSG7K2-P1-C1-T1', 1, 64, 2048, 'Available');
INSERT INTO vios_port VALUES (10, 'fcs1', '10000000c9a74011', 'U78AA.001.WZSG7K2-P1-C1-T2', 1, 64, 2048, 'Available');
INSERT INTO vios_port VALUES (11, 'fcs0', '10000000c9a74020', 'U78AA.001.WZSG7K2-P1-C3-T1', 1, 64, 2048, 'Available');
INSERT INTO vios_port VALUES (11, 'fcs1', '10000000c9a74021', 'U78AA.001.WZSG7K2-P1-C3-T2', 1, 64, 2048, 'Available');
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
INSERT INTO vios_disk VALUES (1, 'hdisk0', NULL, 139776, '00f67501a0000001', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk1', NULL, 139776, '00f67501a0000002', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk2', 1, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk3', 2, 102400, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk4', 5, 307200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk5', 6, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk6', 7, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk7', 8, 143360, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk8', 9, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (1, 'hdisk9', 10, 51200, NULL, NULL, 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk0', NULL, 139776, '00f67502a0000001', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk1', NULL, 139776, '00f67502a0000002', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk2', 1, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk3', 2, 102400, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk4', 5, 307200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk5', 6, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk6', 7, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk7', 8, 143360, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk8', 9, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (2, 'hdisk9', 10, 51200, NULL, NULL, 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk0', NULL, 139776, '00f67401a0000001', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk1', NULL, 139776, '00f67401a0000002', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk2', 1, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk3', 2, 102400, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk4', 5, 307200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk5', 6, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk6', 7, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk7', 8, 143360, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk8', 9, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (10, 'hdisk9', 10, 51200, NULL, NULL, 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk0', NULL, 139776, '00f67402a0000001', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk1', NULL, 139776, '00f67402a0000002', 'rootvg', 'single_path', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk2', 1, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk3', 2, 102400, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk4', 5, 307200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk5', 6, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk6', 7, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk7', 8, 143360, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk8', 9, 51200, NULL, NULL, 'no_reserve', '', 'Available');
INSERT INTO vios_disk VALUES (11, 'hdisk9', 10, 51200, NULL, NULL, 'single_path', '', 'Available');
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
INSERT INTO vios_ethernet VALUES (1, 'ent0', 'physical', '', 10000, 1, 'U78A0.001.DNWHZ4R-P1-C2-T1');
INSERT INTO vios_ethernet VALUES (1, 'ent1', 'physical', '', 10000, 1, 'U78A0.001.DNWHZ4R-P1-C2-T2');
INSERT INTO vios_ethernet VALUES (1, 'ent2', 'physical', '', 1000, 1, '');
INSERT INTO vios_ethernet VALUES (1, 'ent3', 'physical', '', 1000, 1, '');
INSERT INTO vios_ethernet VALUES (2, 'ent0', 'physical', '', 10000, 1, 'U78A0.001.DNWHZ4R-P1-C4-T1');
INSERT INTO vios_ethernet VALUES (2, 'ent1', 'physical', '', 10000, 1, 'U78A0.001.DNWHZ4R-P1-C4-T2');
INSERT INTO vios_ethernet VALUES (2, 'ent2', 'physical', '', 1000, 1, '');
INSERT INTO vios_ethernet VALUES (2, 'ent3', 'physical', '', 1000, 1, '');
INSERT INTO vios_ethernet VALUES (10, 'ent0', 'physical', '', 10000, 1, 'U78AA.001.WZSG7K2-P1-C2-T1');
INSERT INTO vios_ethernet VALUES (10, 'ent1', 'physical', '', 10000, 1, 'U78AA.001.WZSG7K2-P1-C2-T2');
INSERT INTO vios_ethernet VALUES (10, 'ent2', 'physical', '', 1000, 1, '');
INSERT INTO vios_ethernet VALUES (10, 'ent3', 'physical', '', 1000, 1, '');
INSERT INTO vios_ethernet VALUES (11, 'ent0', 'physical', '', 10000, 1, 'U78AA.001.WZSG7K2-P1-C4-T1');
INSERT INTO vios_ethernet VALUES (11, 'ent1', 'physical', '', 10000, 1, 'U78AA.001.WZSG7K2-P1-C4-T2');
INSERT INTO vios_ethernet VALUES (11, 'ent2', 'physical', '', 1000, 1, '');
INSERT INTO vios_ethernet VALUES (11, 'ent3', 'physical', '', 1000, 1, '');
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
INSERT INTO sea VALUES (1, 'ent7', 'ent0', '2', 2, 1, 'auto', 4, NULL, NULL, 'Available');
INSERT INTO sea VALUES (2, 'ent7', 'ent0', '2', 2, 1, 'auto', 4, NULL, NULL, 'Available');
INSERT INTO sea VALUES (10, 'ent7', 'ent0', '2', 2, 1, 'auto', 4, NULL, NULL, 'Available');
INSERT INTO sea VALUES (11, 'ent7', 'ent0', '2', 2, 1, 'auto', 4, NULL, NULL, 'Available');
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
INSERT INTO target_device VALUES (1, 'vtscsi0', 5, 'disk', 'hdisk4', 1, 0, 'Available');
INSERT INTO target_device VALUES (1, 'vtscsi1', 27, 'disk', 'hdisk2', 1, 0, 'Available');
INSERT INTO target_device VALUES (1, 'vtscsi2', 27, 'disk', 'hdisk3', 2, 0, 'Available');
INSERT INTO target_device VALUES (1, 'vtscsi3', 6, 'disk', 'hdisk5', 1, 0, 'Available');
INSERT INTO target_device VALUES (1, 'vtscsi4', 7, 'disk', 'hdisk7', 1, 0, 'Available');
INSERT INTO target_device VALUES (1, 'vtscsi5', 8, 'disk', 'hdisk8', 1, 0, 'Available');
INSERT INTO target_device VALUES (2, 'vtscsi0', 5, 'disk', 'hdisk4', 1, 0, 'Available');
INSERT INTO target_device VALUES (2, 'vtscsi1', 57, 'disk', 'hdisk2', 1, 0, 'Available');
INSERT INTO target_device VALUES (2, 'vtscsi2', 57, 'disk', 'hdisk3', 2, 0, 'Available');
INSERT INTO target_device VALUES (2, 'vtscsi3', 6, 'disk', 'hdisk5', 1, 0, 'Available');
INSERT INTO target_device VALUES (2, 'vtscsi4', 7, 'disk', 'hdisk6', 1, 0, 'Available');
INSERT INTO target_device VALUES (10, 'vtscsi0', 5, 'disk', 'hdisk9', 1, 0, 'Available');
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
, auto_tunnel INTEGER NOT NULL DEFAULT 0 CHECK (auto_tunnel IN (0, 1)), sent_bytes INTEGER NOT NULL DEFAULT 0, received_bytes INTEGER NOT NULL DEFAULT 0, counted_since INTEGER);
INSERT INTO mover VALUES (1, 8, 3, 1, 1, 8, 0, 0, 0, 0, 0, NULL);
INSERT INTO mover VALUES (2, 8, 3, 1, 1, 8, 0, 0, 0, 0, 0, NULL);
INSERT INTO mover VALUES (10, 8, 3, 1, 1, 8, 0, 0, 0, 0, 0, NULL);
INSERT INTO mover VALUES (11, 8, 3, 1, 1, 8, 0, 0, 0, 0, 0, NULL);
CREATE TABLE logical_port (                -- of physical adapters that partitions share: HEA and SR-IOV
  partition INTEGER NOT NULL REFERENCES partition ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('hea', 'sriov')),
  port TEXT NOT NULL,                      -- as the profile names it, 23000000/1/0/1/none
  required INTEGER NOT NULL DEFAULT 0,
  backed INTEGER NOT NULL DEFAULT 0,       -- with a virtual adapter that takes over (EtherChannel backup, migratable port)
  PRIMARY KEY (partition, kind, port)
) WITHOUT ROWID;
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
CREATE TABLE transition (                  -- what a request that was accepted does when its time comes
  id INTEGER PRIMARY KEY,
  due INTEGER NOT NULL,                    -- lab seconds
  system INTEGER NOT NULL REFERENCES managed_system ON DELETE CASCADE,
  partition INTEGER REFERENCES partition ON DELETE CASCADE,
  updates TEXT NOT NULL,                   -- JSON, see Update
  what TEXT NOT NULL                       -- for the log
);
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
CREATE TABLE holder (                      -- a process that keeps a partition in which something runs
  pid INTEGER NOT NULL,
  birth TEXT NOT NULL,
  host TEXT REFERENCES host ON DELETE CASCADE,     -- NULL: parked, outside every view
  wpar INTEGER REFERENCES wpar ON DELETE CASCADE,  -- NULL: the host itself
  folder TEXT NOT NULL,                    -- of the session, absolute
  top INTEGER,                             -- process outside that owns the namespaces; NULL: on the way
  ticket TEXT,                             -- of the checkpoint that it is parked for
  PRIMARY KEY (pid, birth)
) WITHOUT ROWID;
CREATE TABLE mounted (                     -- mounts that somebody made in a host or WPAR, beside its own file systems
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  wpar INTEGER REFERENCES wpar ON DELETE CASCADE,  -- NULL: the host itself
  directory TEXT NOT NULL,                 -- as seen there
  node TEXT NOT NULL DEFAULT '',           -- NFS server
  device TEXT NOT NULL,                    -- as typed: a directory, local or remote
  vfs TEXT NOT NULL,
  options TEXT NOT NULL DEFAULT '',
  time INTEGER NOT NULL                    -- lab seconds
);
CREATE TABLE subsystem (                   -- what differs from the subsystems that AIX is delivered with
  host TEXT REFERENCES host ON DELETE CASCADE,     -- of a global environment
  wpar INTEGER REFERENCES wpar ON DELETE CASCADE,  -- or in a WPAR, whatever host it is on
  name TEXT NOT NULL,
  definition TEXT,                         -- JSON: what mkssys or chssys said; NULL: as delivered
  removed INTEGER NOT NULL DEFAULT 0,
  boot INTEGER,                            -- under which what follows is true: number of the WPAR's init, time of the host's boot
  pid INTEGER,                             -- NULL: stopped
  started INTEGER,                         -- lab seconds
  arguments TEXT,                          -- of this start
  CHECK ((host IS NULL) <> (wpar IS NULL))
);
CREATE TABLE error_entry (                 -- error logs of WPARs and of hosts; a partition's own is in error_log
  id INTEGER PRIMARY KEY,
  host TEXT REFERENCES host ON DELETE CASCADE,
  wpar INTEGER REFERENCES wpar ON DELETE CASCADE,
  time INTEGER NOT NULL,                   -- lab seconds
  identifier TEXT NOT NULL, label TEXT NOT NULL,
  type TEXT NOT NULL, class TEXT NOT NULL, -- one letter each
  resource TEXT NOT NULL, description TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  CHECK ((host IS NULL) <> (wpar IS NULL))
);
INSERT INTO error_entry VALUES (1, NULL, 3, 1321525204, '9DBCFDEE', 'ERRLOG_ON', 'N', 'U', 'errdemon', 'ERROR LOGGING TURNED ON', '');
INSERT INTO error_entry VALUES (2, NULL, 3, 1321525217, 'A6DF45AA', 'RMCD_INFO_0_ST', 'I', 'O', 'RMCdaemon', 'The daemon is started.', '');
INSERT INTO error_entry VALUES (3, NULL, 4, 1321525204, '9DBCFDEE', 'ERRLOG_ON', 'N', 'U', 'errdemon', 'ERROR LOGGING TURNED ON', '');
INSERT INTO error_entry VALUES (4, NULL, 4, 1321525217, 'A6DF45AA', 'RMCD_INFO_0_ST', 'I', 'O', 'RMCdaemon', 'The daemon is started.', '');
CREATE TABLE wpar_message (                -- message store of a WPAR: wparerr fills it, wparprnterr shows it
  id INTEGER PRIMARY KEY,
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  text TEXT NOT NULL
);
CREATE TABLE checkpoint (                  -- what state directories stand for
  id INTEGER PRIMARY KEY,
  ticket TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE, -- where it was taken
  wpar INTEGER REFERENCES wpar ON DELETE SET NULL,      -- of which WPAR
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'killed', 'paused')),
  digest TEXT NOT NULL,                    -- of the ticket file, which has those of the others
  processes INTEGER NOT NULL,              -- real programs that a restart brings
  arrival INTEGER REFERENCES wpar ON DELETE SET NULL,   -- the WPAR that a restart brings them to
  outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'killed', 'lost', 'removed', 'restarted', 'resumed')),
  went TEXT,                               -- host on which they were restarted
  time INTEGER NOT NULL                    -- lab seconds
);
CREATE TABLE unmounted (                   -- file systems that would be mounted, and are not now
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  directory TEXT NOT NULL,                 -- as the host sees it
  PRIMARY KEY (host, directory)
) WITHOUT ROWID;
CREATE TABLE script_repository (           -- where a host has its DLPAR scripts, if not as AIX is delivered
  host TEXT PRIMARY KEY REFERENCES host ON DELETE CASCADE,
  root TEXT NOT NULL,                      -- install root directory: drmgr -R
  syslog_id TEXT NOT NULL,                 -- drmgr -S
  boot INTEGER                             -- boot at which the scripts were asked; NULL: the first of the world
) WITHOUT ROWID;
CREATE TABLE dlpar_script (                -- the script information file: what installed scripts have said of themselves
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  folder TEXT NOT NULL,                    -- below the install root: all, or the name of a host
  name TEXT NOT NULL,
  version TEXT NOT NULL, date TEXT NOT NULL, vendor TEXT NOT NULL, info TEXT NOT NULL,
  timeout INTEGER NOT NULL,                -- seconds that its vendor allows for a call; 0: no limit
  override INTEGER NOT NULL DEFAULT 0,     -- minutes that the administrator allows: drmgr -w; 0: not set
  resources TEXT NOT NULL,                 -- JSON: [{name, usage}]
  digest TEXT NOT NULL DEFAULT '',         -- SHA-256 of the file that has said it
  PRIMARY KEY (host, folder, name)
) WITHOUT ROWID;
INSERT INTO dlpar_script VALUES ('l488pp008', 'all', 'ctrmc_MDdr', '1', '20101105', 'IBM', 'DR script to refresh Management Domain configuration', 10, 0, '[{"name":"pmig","usage":"Management Domain configuration"}]', 'd04333504c57e0949452e15b4495b3e5a54ae9863cdc78c2876b7ff14624b6fa');
INSERT INTO dlpar_script VALUES ('p550q', 'all', 'ctrmc_MDdr', '1', '20101105', 'IBM', 'DR script to refresh Management Domain configuration', 10, 0, '[{"name":"pmig","usage":"Management Domain configuration"}]', 'd04333504c57e0949452e15b4495b3e5a54ae9863cdc78c2876b7ff14624b6fa');
INSERT INTO dlpar_script VALUES ('x103', 'all', 'ctrmc_MDdr', '1', '20101105', 'IBM', 'DR script to refresh Management Domain configuration', 10, 0, '[{"name":"pmig","usage":"Management Domain configuration"}]', 'd04333504c57e0949452e15b4495b3e5a54ae9863cdc78c2876b7ff14624b6fa');
INSERT INTO dlpar_script VALUES ('x203', 'all', 'ctrmc_MDdr', '1', '20101105', 'IBM', 'DR script to refresh Management Domain configuration', 10, 0, '[{"name":"pmig","usage":"Management Domain configuration"}]', 'd04333504c57e0949452e15b4495b3e5a54ae9863cdc78c2876b7ff14624b6fa');
CREATE TABLE dlpar_request (               -- a request that a partition is at work on: one at a time
  partition INTEGER PRIMARY KEY REFERENCES partition ON DELETE CASCADE,
  pid INTEGER NOT NULL,
  birth TEXT NOT NULL,
  event TEXT NOT NULL,                     -- JSON, see DlparEvent
  force INTEGER NOT NULL,
  detail INTEGER NOT NULL,
  called TEXT NOT NULL DEFAULT '[]',       -- JSON: scripts that are to be told how it ended if its process dies
  owes TEXT NOT NULL DEFAULT 'undo',       -- the phase that they are told of then: undo, or post
  completed INTEGER NOT NULL DEFAULT 0     -- MB that have moved
);
CREATE TABLE syslog (                      -- what the syslogd of a place has read of /etc/syslog.conf
  host TEXT UNIQUE REFERENCES host ON DELETE CASCADE,
  wpar INTEGER UNIQUE REFERENCES wpar ON DELETE CASCADE,
  pid INTEGER NOT NULL, started INTEGER NOT NULL, -- the syslogd that has: another one reads anew
  rules TEXT NOT NULL,                     -- JSON: [{file, levels, rotation, since}]
  CHECK ((host IS NULL) <> (wpar IS NULL))
);
CREATE TABLE processor_binding (           -- processes that bindprocessor has bound
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  pid INTEGER NOT NULL,                    -- as the global environment has it
  birth TEXT NOT NULL,                     -- tells the process from a later one with its number
  cpu INTEGER NOT NULL CHECK (cpu >= 0),   -- bind CPU ID
  PRIMARY KEY (host, pid)
) WITHOUT ROWID;
CREATE TABLE rset (                        -- resource sets that administrators have registered
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,                      -- namespace and name: test/cpus0to7
  cpus TEXT NOT NULL,                      -- logical CPU IDs, offline ones too: 0-3,5; empty: none
  memory INTEGER NOT NULL DEFAULT 0,       -- it has the memory region 0
  owner TEXT NOT NULL, grp TEXT NOT NULL,
  PRIMARY KEY (host, name)
) WITHOUT ROWID;
CREATE TABLE rset_attachment (             -- processes that an rset is attached to
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  pid INTEGER NOT NULL,
  birth TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('effective', 'partition')),
  name TEXT NOT NULL,                      -- of the rset; empty: made for this process
  cpus TEXT NOT NULL,
  PRIMARY KEY (host, pid, kind)
) WITHOUT ROWID;
CREATE TABLE wlm (                         -- the Workload Manager where it was started
  host TEXT PRIMARY KEY REFERENCES host ON DELETE CASCADE,
  mode TEXT NOT NULL CHECK (mode IN ('active', 'cpu', 'passive')),
  boot INTEGER NOT NULL                    -- life of the host in which it was
) WITHOUT ROWID;
CREATE TABLE wlm_class (
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  definition TEXT,                         -- JSON: attributes as the configuration has them; NULL: removed from it
  active TEXT,                             -- JSON: as the kernel has them since the last start or update; NULL: not there
  PRIMARY KEY (host, name)
) WITHOUT ROWID;
CREATE TABLE memory_use (                  -- where the kernel's use of memory is not the usual one
  host TEXT PRIMARY KEY REFERENCES host ON DELETE CASCADE,
  pinned_mb INTEGER,                       -- by the kernel; NULL: the usual amount
  large_pages INTEGER NOT NULL DEFAULT 0 CHECK (large_pages >= 0),
  large_page_mb INTEGER NOT NULL DEFAULT 16 CHECK (large_page_mb > 0)
) WITHOUT ROWID;
CREATE TABLE pinned_program (              -- programs that pin their memory (plock) while they run
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  program TEXT NOT NULL,                   -- as ps -o comm has it
  mb INTEGER NOT NULL CHECK (mb > 0),
  PRIMARY KEY (host, program)
) WITHOUT ROWID;
CREATE TABLE pinned_segment (              -- shared memory segments that are pinned
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  id INTEGER NOT NULL,                     -- as ipcs has it
  key TEXT NOT NULL, owner TEXT NOT NULL,
  mb INTEGER NOT NULL CHECK (mb > 0),
  PRIMARY KEY (host, id)
) WITHOUT ROWID;
CREATE TABLE kernel_handler (              -- reconfiguration handlers of kernel extensions: reconfig_register
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  name TEXT NOT NULL,
  seq INTEGER NOT NULL,                    -- order of registration
  registers TEXT NOT NULL,                 -- JSON: names of requests
  answers TEXT NOT NULL,                   -- JSON: what it answers to requests where that is not DR_SUCCESS
  PRIMARY KEY (host, name)
) WITHOUT ROWID;
CREATE TABLE program_phase (               -- the phase of a request that programs are told of now
  partition INTEGER PRIMARY KEY REFERENCES partition ON DELETE CASCADE,
  pid INTEGER NOT NULL,                    -- the process that tells them
  birth TEXT NOT NULL,
  generation INTEGER NOT NULL,             -- tells it from every other phase of the lab
  phase TEXT NOT NULL CHECK (phase IN ('check', 'pre', 'post', 'undo')),
  event TEXT NOT NULL,                     -- JSON, see DlparEvent
  force INTEGER NOT NULL,
  frames TEXT NOT NULL                     -- JSON: amounts of memory when the request began
);
CREATE TABLE program_told (                -- programs that are sent the signal in that phase
  partition INTEGER NOT NULL REFERENCES program_phase ON DELETE CASCADE,
  wpar INTEGER NOT NULL,                   -- 0: the global environment
  pid INTEGER NOT NULL,                    -- its number there
  born INTEGER NOT NULL,                   -- clock ticks: tells it from a later one with its number
  user INTEGER NOT NULL,
  name TEXT NOT NULL,
  answer TEXT CHECK (answer IN ('done', 'fail')),
  PRIMARY KEY (partition, wpar, pid)
) WITHOUT ROWID;
CREATE INDEX wpar_directory ON wpar (host, directory);
CREATE INDEX wpar_hostname ON wpar (host, hostname);
CREATE INDEX wpar_controlled ON wpar (host) WHERE resource_control = 1;
CREATE INDEX wpar_network_address ON wpar_network (network, address);
CREATE INDEX wpar_mount_device ON wpar_mount (device) WHERE size_kb IS NOT NULL;
CREATE INDEX wpar_device_name ON wpar_device (name);
CREATE INDEX change_object ON change (object);
CREATE INDEX change_log ON change (log);
CREATE INDEX managed_system_name ON managed_system (name);
CREATE UNIQUE INDEX partition_service ON partition (system) WHERE service = 1;
CREATE INDEX io_slot_owner ON io_slot (owner);
CREATE INDEX lun_mask_initiator ON lun_mask (initiator);
CREATE INDEX virtual_adapter_mac ON virtual_adapter (mac) WHERE mac IS NOT NULL;
CREATE TRIGGER profile_made AFTER INSERT ON profile BEGIN UPDATE profile SET record = coalesce((
    SELECT group_concat(CASE WHEN instr(pair, ',') + instr(pair, '"') > 0 THEN '"' || replace(pair, '"', '""') || '"' ELSE pair END, ',') FROM (
      SELECT each.key || '=' || CASE WHEN each.type <> 'array' THEN each.value WHEN json_array_length(each.value) = 0 THEN 'none'
        ELSE (SELECT group_concat(CASE WHEN instr(value, ',') + instr(value, '"') > 0 THEN '"' || replace(value, '"', '""') || '"' ELSE value END, ',') FROM json_each(each.value)) END AS pair
      FROM json_each(NEW.attributes) AS each JOIN json_each('["all_resources","min_mem","desired_mem","max_mem","min_num_huge_pages","desired_num_huge_pages","max_num_huge_pages","mem_mode","mem_expansion","hpt_ratio","proc_mode","min_proc_units","desired_proc_units","max_proc_units","min_procs","desired_procs","max_procs","sharing_mode","uncap_weight","shared_proc_pool_id","shared_proc_pool_name","affinity_group_id","io_slots","lpar_io_pool_ids","max_virtual_slots","virtual_serial_adapters","virtual_scsi_adapters","virtual_eth_adapters","virtual_eth_vsi_profiles","virtual_fc_adapters","vtpm_adapters","hca_adapters","boot_mode","conn_monitoring","auto_start","power_ctrl_lpar_ids","work_group_id","redundant_err_path_reporting","bsr_arrays","virtual_vasi_adapters","lpar_proc_compat_mode","electronic_err_reporting","sriov_eth_logical_ports"]') AS place ON place.value = each.key
      ORDER BY place.key)), '')
  WHERE partition = NEW.partition AND name = NEW.name; END;
CREATE TRIGGER profile_changed AFTER UPDATE OF attributes ON profile BEGIN UPDATE profile SET record = coalesce((
    SELECT group_concat(CASE WHEN instr(pair, ',') + instr(pair, '"') > 0 THEN '"' || replace(pair, '"', '""') || '"' ELSE pair END, ',') FROM (
      SELECT each.key || '=' || CASE WHEN each.type <> 'array' THEN each.value WHEN json_array_length(each.value) = 0 THEN 'none'
        ELSE (SELECT group_concat(CASE WHEN instr(value, ',') + instr(value, '"') > 0 THEN '"' || replace(value, '"', '""') || '"' ELSE value END, ',') FROM json_each(each.value)) END AS pair
      FROM json_each(NEW.attributes) AS each JOIN json_each('["all_resources","min_mem","desired_mem","max_mem","min_num_huge_pages","desired_num_huge_pages","max_num_huge_pages","mem_mode","mem_expansion","hpt_ratio","proc_mode","min_proc_units","desired_proc_units","max_proc_units","min_procs","desired_procs","max_procs","sharing_mode","uncap_weight","shared_proc_pool_id","shared_proc_pool_name","affinity_group_id","io_slots","lpar_io_pool_ids","max_virtual_slots","virtual_serial_adapters","virtual_scsi_adapters","virtual_eth_adapters","virtual_eth_vsi_profiles","virtual_fc_adapters","vtpm_adapters","hca_adapters","boot_mode","conn_monitoring","auto_start","power_ctrl_lpar_ids","work_group_id","redundant_err_path_reporting","bsr_arrays","virtual_vasi_adapters","lpar_proc_compat_mode","electronic_err_reporting","sriov_eth_logical_ports"]') AS place ON place.value = each.key
      ORDER BY place.key)), '')
  WHERE partition = NEW.partition AND name = NEW.name; END;
CREATE VIEW visible_lun AS                 -- masked to an initiator that is zoned to a port of the LUN's storage
  SELECT DISTINCT lun_mask.lun, lun_mask.initiator FROM lun_mask JOIN lun ON lun.id = lun_mask.lun
    JOIN zone ON zone.initiator = lun_mask.initiator
    JOIN storage_port ON storage_port.wwpn = zone.target AND storage_port.storage = lun.storage;
CREATE UNIQUE INDEX migration_shell ON migration (shell);
CREATE INDEX migration_source ON migration (source);
CREATE INDEX migration_dest ON migration (dest);
CREATE INDEX transition_due ON transition (due);
CREATE INDEX error_log_partition ON error_log (partition);
CREATE UNIQUE INDEX holder_place ON holder (host, coalesce(wpar, 0)) WHERE host IS NOT NULL;
CREATE INDEX holder_wpar ON holder (wpar);
CREATE UNIQUE INDEX mounted_place ON mounted (host, coalesce(wpar, 0), directory);
CREATE UNIQUE INDEX subsystem_place ON subsystem (coalesce(host, ''), coalesce(wpar, 0), name);
CREATE INDEX subsystem_wpar ON subsystem (wpar);
CREATE INDEX error_entry_host ON error_entry (host);
CREATE INDEX error_entry_wpar ON error_entry (wpar);
CREATE INDEX wpar_message_wpar ON wpar_message (wpar);
CREATE INDEX checkpoint_wpar ON checkpoint (wpar);
CREATE INDEX checkpoint_arrival ON checkpoint (arrival);
COMMIT;
PRAGMA user_version = 5;
