/** What the server side of virtual Fibre Channel sees: it follows from the mapping, the client and the zones. */
import type { Engine } from '../../state/engine.ts';
import {
  type ClientAdapter,
  clientsOf,
  type ServerAdapter,
  serverAdaptersOf,
  zonedTargets,
} from '../../state/frames/server-adapters.ts';
import { portsOf, type ServerPort } from '../../state/frames/servers.ts';
import { isActivated } from './resources.ts';

export interface FcLogin {
  readonly adapter: ServerAdapter;
  readonly port: ServerPort | undefined;
  /** The client, while it is logged in. */
  readonly client: ClientAdapter | undefined;
  readonly status: 'LOGGED_IN' | 'NOT_LOGGED_IN';
  /** Ports of storage systems it is logged in to. */
  readonly ports: number;
  /** A hexadecimal number and what it means. */
  readonly flags: string;
  readonly flagNames: string;
}

interface Server {
  readonly id: number;
  readonly lpar_id: number;
  readonly system: number;
}

/** Every configured server adapter of virtual Fibre Channel, in the order of their names. */
export function fcLoginsOf(engine: Engine, server: Server): FcLogin[] {
  const clientOf = clientsOf(engine, server, 'fc');
  const ports = new Map(portsOf(engine, server.id).map((port) => [port.name, port]));
  const zoned = zonedTargets(engine);
  return serverAdaptersOf(engine, server.id, 'fc').map((adapter): FcLogin => {
    const port = adapter.port === null ? undefined : ports.get(adapter.port);
    const none = { adapter, port, client: undefined, status: 'NOT_LOGGED_IN', ports: 0 } as const;
    if (!port) return { ...none, flags: '1', flagNames: 'NOT_MAPPED,NOT_CONNECTED' };
    const client = clientOf(adapter);
    const targets = client ? (zoned.get(client.adapter) ?? 0) : 0;
    const works = port.status === 'Available' && port.fabric === 1;
    if (!client || !isActivated(client.state) || !works || targets === 0)
      return { ...none, flags: '4', flagNames: 'NOT_LOGGED' };
    return {
      adapter,
      port,
      client,
      status: 'LOGGED_IN',
      ports: targets,
      flags: 'a',
      flagNames: 'LOGGED_IN,STRIP_MERGE',
    };
  });
}

/** What mapped adapters use of a port. */
export interface PortUse {
  readonly port: ServerPort;
  /** Adapters that could still be mapped to it. */
  readonly freePorts: number;
  /** Logins that it could still hold: each adapter has one to every storage port it is zoned to. */
  readonly freeWwpns: number;
}

export function portUseOf(engine: Engine, server: Server): PortUse[] {
  const logins = fcLoginsOf(engine, server);
  return portsOf(engine, server.id).map((port) => {
    const mapped = logins.filter((login) => login.port?.name === port.name);
    const logged = mapped.reduce((sum, login) => sum + login.ports, 0);
    return { port, freePorts: port.ports - mapped.length, freeWwpns: port.wwpns - logged };
  });
}
