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
`;
