/** Dynamic partitioning: DLPAR scripts, requests under way, and what in a partition holds resources fast. */
export const dynamic = `
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

-- RSCT's script stands in every tree that is laid from now on.
INSERT INTO dlpar_script (host, folder, name, version, date, vendor, info, timeout, resources)
  SELECT name, 'all', 'ctrmc_MDdr', '1', '20101105', 'IBM', 'DR script to refresh Management Domain configuration', 10,
    '[{"name":"pmig","usage":"Management Domain configuration"}]'
  FROM host WHERE platform = 'aix' AND laid = 0;

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
`;
