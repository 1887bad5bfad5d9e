import type { Engine } from '../../../state/engine.ts';
import { type Host, interfacesOf } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import { networksOf, objectsOf, type Wpar, type WparDetails } from '../../../state/wpars.ts';
import { readHostFile } from '../../host-tree.ts';
import { exportRulesOf, privilegesOfFile } from '../configuration.ts';
import { describeWpar } from '../describe.ts';
import { type CreationChoices, type Plan, planWpar } from '../settings.ts';
import type { Specification, Stanza } from '../specification.ts';

/** The definition on the other side: `mkwpar -p` with the specification of the original. @throws Failure */
export function planArrival(lab: Lab, host: Host, wpar: Wpar): Plan {
  const asked = onInterfacesOf(lab.engine, host, describeWpar(wpar, objectsOf(lab.engine, wpar.id)), wpar);
  const { haltSeconds, unkillable } = JSON.parse(wpar.details) as WparDetails;
  const laid = host.laid === 1;
  const read = (path: string) => readHostFile(lab, host, path);
  const choices: CreationChoices = {
    automatic: false,
    writeOnly: false,
    insistOnUuid: false,
    force: false,
    overwriteDisks: false,
    preserved: wpar.name,
    versioned: false,
    image: undefined,
    details: {
      ...(haltSeconds === undefined ? {} : { haltSeconds }),
      ...(unkillable === undefined ? {} : { unkillable }),
    },
    exportRules: exportRulesOf(wpar.devices, laid, read),
    privilegesOfFile: privilegesOfFile(wpar.secfile, laid, read),
  };
  return planWpar(lab.engine, host, asked, choices);
}

// The same network may have another interface there.
function onInterfacesOf(engine: Engine, host: Host, asked: Specification, wpar: Wpar): Specification {
  const there = interfacesOf(engine, host.name);
  const names = new Map(
    networksOf(engine, wpar.id).map((each) => [
      each.interface,
      there.find(({ network }) => network === each.network)?.name ?? each.interface,
    ]),
  );
  const renamed = (stanza: Stanza, attribute: string): Stanza => {
    const name = names.get(stanza[attribute] ?? '');
    return name === undefined ? stanza : { ...stanza, [attribute]: name };
  };
  return {
    ...asked,
    networks: asked.networks.map((stanza) => renamed(stanza, 'interface')),
    routes: asked.routes.map((stanza) => renamed(stanza, 'rtinterface')),
  };
}
