import type { MessageText } from '../define.ts';
import { rule } from './rule.ts';

/** Values of attributes, files a flag names, and what a flag asks for. */
export const settingTexts = {
  valueInvalid: {
    text: '{command}: "{value}" is not a valid value of the {attribute} attribute.',
    ...rule('attribute tables of the reference'),
  },
  limitsOrder: {
    text: '{command}: {attribute}={value}: the minimum must not exceed the soft maximum, nor that the hard maximum.',
    ...rule('resource control page'),
  },
  privilegeUnknown: { text: '{command}: {privilege} is not a privilege.', ...rule('mkwpar -S') },
  noPrivilegeFile: {
    text: '{command}: The privilege file {path} was not found.',
    ...rule('mkwpar -S secfile='),
  },
  specInvalid: {
    text: '{command}: Specification file {path}, line {line}: {why}.',
    ...rule('specification files: seed 1'),
  },
  scriptMissing: {
    text: '{command}: The script {path} was not found or is not executable.',
    ...rule('mkwpar -k'),
  },
  scriptFailed: {
    text: '{command}: ATTENTION: The script {path} ended with status {status}.',
    ...rule('mkwpar -k'),
  },
  noTerminal: {
    text: '{command}: The {flag} flag needs a terminal to ask for the password on.',
    ...rule('mkwpar -P'),
  },
  passwordsDiffer: {
    text: '{command}: The passwords are not the same; nothing was done.',
    ...rule('passwd'),
  },
  productMissing: {
    text: '{command}: The {flag} flag requires the fileset {fileset}, which is not installed.',
    ...rule('checkpoint and versioned WPARs are separate products'),
  },
  secondsInvalid: {
    text: '{command}: "{value}" is not a number of seconds.',
    ...rule('stopwpar -t'),
    status: 2,
  },
  fieldUnknown: {
    text: '{command}: {field} is not a field of this view.',
    ...rule('lswpar -a'),
    status: 2,
  },
  stateUnknown: {
    text: '{command}: "{state}" is not a workload partition state.',
    ...rule('lswpar -s'),
    status: 2,
  },
  typeUnknown: {
    text: '{command}: "{type}" is not a workload partition type.',
    ...rule('lswpar -t'),
    status: 2,
  },
  delimiterEmpty: { text: '{command}: The delimiter is empty.', ...rule('lswpar -d'), status: 2 },
  nameOnly: {
    text: '{command}: With -K the -R flag takes names of attributes without values: {word}',
    ...rule('chwpar page'),
    status: 2,
  },
  nothingToDo: { text: '{command}: Nothing to change was given.', ...rule('chwpar'), status: 2 },
  onlyShared: {
    text: '{command}: Workload partition {name} has its own /usr; use the -D flag.',
    ...rule('syncwpar page: without -D only shared WPARs'),
  },
  onlyDetached: {
    text: '{command}: Workload partition {name} shares /usr with the global environment; the -D flag is for detached workload partitions.',
    ...rule('syncwpar page'),
  },
  versioned: {
    text: '{command}: Workload partition {name} is versioned and cannot be synchronized.',
    ...rule('syncwpar page'),
  },
  notVersioned: { text: '{command}: Workload partition {name} is not versioned.', ...rule('syncwpar -c') },
} as const satisfies Record<string, MessageText>;
