/** What the user of migrlpar asks for, once the words are read. */

/** `1`: the migration is refused if it cannot be kept; `2`: it goes on without (reference: the override flags). */
export type Insistence = 1 | 2;

/** A name or a number, as `source_msp_name` or `source_msp_id` say. */
export interface Named {
  readonly name?: string;
  readonly id?: number;
}

/** `slot/vios_name/vios_id[/vios_slot[/fc_port]]`: the client adapter in a slot, and who is to host it. */
export interface AskedMapping {
  readonly slot: number;
  readonly vios: Named;
  readonly viosSlot?: number;
  readonly port?: string;
}

/** `group/src_name/src_id/src_ip/dst_name/dst_id/dst_ip` */
export interface AskedPair {
  readonly group: string;
  readonly source: Named & { readonly ip?: string };
  readonly dest: Named & { readonly ip?: string };
}

/** The attributes of `-i` and `-f`. */
export interface MoveData {
  readonly destId?: number;
  readonly scsi: readonly AskedMapping[];
  readonly fc: readonly AskedMapping[];
  /** Names of virtual switches, source and destination. */
  readonly switches: readonly { readonly source: string; readonly dest: string }[];
  readonly sourceMsp?: Named;
  readonly sourceMspIp?: string;
  readonly destMsp?: Named;
  readonly destMspIp?: string;
  readonly redundantMsps?: readonly [AskedPair, AskedPair];
  readonly pool?: Named;
  /** Paging VIO server of a partition with shared memory. */
  readonly pagingVios?: Named;
  /** VIO server of the storage of a suspended partition. */
  readonly storageVios?: Named;
  /** `concurr_migration_perf_level`, of this migration alone. */
  readonly level?: number;
}

export interface MoveRequest {
  readonly mpio: Insistence;
  readonly vlanBridge: Insistence;
  readonly vsi: Insistence;
  readonly uuid: Insistence;
  readonly protectStorage: Insistence;
  readonly requireRestart: Insistence;
  readonly migrateSriov: Insistence;
  /** 0: no redundancy, 1: needed, 2: if possible; undefined: what it has now, if possible. */
  readonly redundantVios?: 0 | 1 | 2;
  /** 0: not, 1: needed, 2: if there are; undefined: if there are. */
  readonly redundantMsps?: 0 | 1 | 2;
  /** What of the zoning is compared; undefined: what the VIO servers do by themselves. */
  readonly npivValidation?: 'port' | 'portdisk';
  /** The destination must give an affinity score that is not lower. */
  readonly affinity: boolean;
  /** Name of the profile that is written on the destination. */
  readonly profile?: string;
  /** One of several partitions (`--all`, lists): limits of the systems are waited for, not refused. */
  readonly several: boolean;
  /** `--all`: needs VIO servers of 2.2.3 (seed 5, page 56). */
  readonly everything: boolean;
  /** Minutes that an operating system may take to answer. */
  readonly waitMinutes: number;
  /** How much operating systems tell, 0 to 5: what DR_DETAIL_LEVEL is there. */
  readonly detail: number;
  readonly data: MoveData;
}

/** What is asked for when only a partition and a destination are named. */
export const plainRequest: MoveRequest = {
  mpio: 1,
  vlanBridge: 1,
  vsi: 1,
  uuid: 1,
  protectStorage: 1,
  requireRestart: 1,
  migrateSriov: 1,
  affinity: false,
  several: false,
  everything: false,
  // Recalled default of -w.
  waitMinutes: 3,
  // Recalled default of -d.
  detail: 1,
  data: { scsi: [], fc: [], switches: [] },
};
