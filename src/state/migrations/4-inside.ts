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
