import type { ScriptInformation } from '../../state/dlpar-scripts.ts';

/**
 * The DLPAR script that every AIX has: that of RSCT. Name and description are captured; all else is ours. Nothing has to
 * be refreshed here: the consoles of a lab follow a partition by themselves.
 */
export const deliveredName = 'ctrmc_MDdr';

/** Where it stands in a new tree. */
export const deliveredPath: string = `/usr/lib/dr/scripts/all/${deliveredName}`;

export const deliveredInformation: ScriptInformation = {
  version: '1',
  date: '20101105',
  vendor: 'IBM',
  info: 'DR script to refresh Management Domain configuration',
  timeout: 10,
  resources: [{ name: 'pmig', usage: 'Management Domain configuration' }],
};

const { version, date, vendor, info, timeout, resources } = deliveredInformation;

export const deliveredText: string = `#!/usr/bin/ksh
# Finds the management consoles again when the partition has moved to another system.
case "$1" in
scriptinfo)
    echo 'DR_VERSION=${version}'
    echo 'DR_DATE=${date}'
    echo 'DR_SCRIPTINFO="${info}"'
    echo 'DR_VENDOR="${vendor}"'
    echo 'DR_TIMEOUT=${timeout}' ;;
register)
    echo 'DR_RESOURCE=${resources[0]?.name}' ;;
usage)
    echo 'DR_USAGE="${resources[0]?.usage}"' ;;
checkmigrate | premigrate | postmigrate | undopremigrate)
    ;;
*)
    exit 10 ;;
esac
exit 0
`;
