import type { MessageText } from '../define.ts';
import { rule } from './rule.ts';

/** Devices, the rootvg of a WPAR, boot sets and kernel extensions. */
export const deviceTexts = {
  overwriteDisk: {
    text: "{command}: 0960-621 Failed to create a workload partition's rootvg. Please use -O flag to overwrite {disk}.\nIf restoring a workload partition, target disks should be in available state.",
    evidence: 'capture',
    source: 'C. Gibson, AIX 7100-00-01',
  },
  checkpointDevice: {
    text: '{command}: A checkpointable workload partition cannot have the device {device}.',
    ...rule('devices block a checkpoint (reference wpar-run 7.2)'),
  },
  deviceNeeds: {
    text: '{command}: The -D flag requires a devname= or devid= attribute.',
    ...rule('mkwpar -D'),
  },
  deviceBoth: {
    text: '{command}: The devname and devid attributes cannot be used together.',
    ...rule('mkwpar -D'),
  },
  noDevice: {
    text: '{command}: The device {device} was not found.',
    ...rule('mkwpar -D: Available or Defined'),
  },
  deviceNotExportable: {
    text: '{command}: The device {device} is not represented in {file} and cannot be exported.',
    ...rule('devexports page'),
  },
  deviceExported: {
    text: '{command}: The device {device} is exported to workload partition {other}.',
    ...rule('the WPAR that starts first gets it'),
  },
  deviceBusy: { text: '{command}: The device {device} is in use.', ...rule('chwpar -K -D') },
  noSuchDevice: {
    text: '{command}: Workload partition {name} has no device {device}.',
    ...rule('chwpar -K -D'),
  },
  cdromAttachment: {
    text: '{command}: The CD-ROM device {device} is {attachment}; only Fibre Channel CD-ROM devices can be allocated.',
    ...rule('chwpar page: IDE, SATA and virtual CD-ROM devices are not supported'),
  },
  rootvgAttachment: {
    text: '{command}: The disk {device} is {attachment}; the rootvg of a workload partition needs a Fibre Channel or virtual SCSI disk.',
    ...rule('rootvg WPARs'),
  },
  rootvgFull: {
    text: '{command}: The disks of the rootvg have {free} MB; the file systems need {wanted} MB.',
    ...rule('rootvg WPARs'),
  },
  bootsetUnknown: {
    text: '{command}: Workload partition {name} has no boot set {bootset}.',
    ...rule('chwpar -B, -b'),
  },
  bootsetDisk: {
    text: '{command}: The disk {device} belongs to boot set {bootset}; remove the boot set first.',
    ...rule('a disk of a boot set cannot be removed before its boot set (capture notes)'),
  },
  bootsetLimit: {
    text: '{command}: A workload partition has at most {limit} boot sets.',
    ...rule('capture notes'),
  },
  bootsetInUse: { text: '{command}: Boot set {bootset} is the one in use.', ...rule('chwpar -K -B') },
  rootvgOnly: {
    text: '{command}: Workload partition {name} has no rootvg of its own.',
    ...rule('boot sets'),
  },
  exportsInvalid: {
    text: '{command}: The device exports file {path}, line {line}: {why}.',
    ...rule('devexports page'),
  },
  noExportsFile: { text: '{command}: The device exports file {path} was not found.', ...rule('mkwpar -b') },
  noSuchKext: {
    text: '{command}: Workload partition {name} has no kernel extension {kext}.',
    ...rule('chwpar -K -X'),
  },
  kextNeeds: {
    text: '{command}: The -X flag requires a kext= or exportfile= attribute.',
    ...rule('reference wpar-define 2.4.7'),
  },
  kextAllLocal: {
    text: '{command}: 0960-593 ALL is not allowed when a kernel extension is local.',
    evidence: 'recalled',
    source: 'reference wpar-define 2.4.7',
  },
} as const satisfies Record<string, MessageText>;
