/** What is inside partitions: who keeps them, and what was done there that the state must know. */
export const inside = `
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
CREATE UNIQUE INDEX holder_place ON holder (host, coalesce(wpar, 0)) WHERE host IS NOT NULL;
CREATE INDEX holder_wpar ON holder (wpar);

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
CREATE UNIQUE INDEX mounted_place ON mounted (host, coalesce(wpar, 0), directory);

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
CREATE UNIQUE INDEX subsystem_place ON subsystem (coalesce(host, ''), coalesce(wpar, 0), name);
CREATE INDEX subsystem_wpar ON subsystem (wpar);

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
CREATE INDEX error_entry_host ON error_entry (host);
CREATE INDEX error_entry_wpar ON error_entry (wpar);

CREATE TABLE wpar_message (                -- message store of a WPAR: wparerr fills it, wparprnterr shows it
  id INTEGER PRIMARY KEY,
  wpar INTEGER NOT NULL REFERENCES wpar ON DELETE CASCADE,
  text TEXT NOT NULL
);
CREATE INDEX wpar_message_wpar ON wpar_message (wpar);
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
CREATE INDEX checkpoint_wpar ON checkpoint (wpar);
CREATE INDEX checkpoint_arrival ON checkpoint (arrival);

-- What readers see when the owner of an operation is gone: Broken, or Paused where it can be resumed.
ALTER TABLE operation ADD COLUMN dead TEXT NOT NULL DEFAULT 'B';
CREATE TABLE unmounted (                   -- file systems that would be mounted, and are not now
  host TEXT NOT NULL REFERENCES host ON DELETE CASCADE,
  directory TEXT NOT NULL,                 -- as the host sees it
  PRIMARY KEY (host, directory)
) WITHOUT ROWID;

ALTER TABLE file_system ADD COLUMN log TEXT NOT NULL DEFAULT '';          -- jfs2 log: a device, INLINE; '' = the usual one
ALTER TABLE file_system ADD COLUMN mount_group TEXT NOT NULL DEFAULT '';
ALTER TABLE file_system ADD COLUMN options TEXT NOT NULL DEFAULT '';
ALTER TABLE file_system ADD COLUMN auto INTEGER NOT NULL DEFAULT 1;       -- mounted when the host starts
ALTER TABLE file_system ADD COLUMN account INTEGER NOT NULL DEFAULT 0;
ALTER TABLE file_system ADD COLUMN attributes TEXT NOT NULL DEFAULT '{}'; -- JSON: what else stands in its stanza
`;
