import type { Inside } from '../model/inside.ts';
import type { Place } from '../model/place.ts';
import { allHolders, deleteHolder, findHolder, type Holder } from '../state/holders.ts';
import type { Lab } from '../state/lab.ts';

/** @returns what is real in the partitions of a lab; nothing of it is loaded before it is asked for */
export function insideOf(lab: Lab): Inside {
  const holders = async () => await import('./holder.ts');
  // Where nothing runs, as in most places, nothing is loaded to find that out.
  const isKept = ({ host, wpar }: Place) => findHolder(lab.engine, host.name, wpar?.id) !== undefined;
  const freezing = async () => await import('./freeze.ts');
  return {
    async processes(place) {
      if (!isKept(place)) return [];
      const holder = (await holders()).readyHolder(lab, place);
      return holder ? (await import('./processes.ts')).processesIn(holder.top) : [];
    },
    runAside: async (place, program) => (await import('./aside.ts')).runAside(lab, place, program),
    openScripts: async (place, lent) => (await import('./scripts.ts')).openScripts(lab, place, lent),
    async signalAware(place, signal, before) {
      if (!isKept(place)) return [];
      const holder = (await holders()).readyHolder(lab, place);
      return holder ? (await import('./aware.ts')).signalAware(holder.top, signal, before) : [];
    },
    async remount(place) {
      const holder = (await holders()).readyHolder(lab, place);
      if (holder) await (await import('./control.ts')).ask(holder.folder, 'remount');
    },
    async end({ host, wpar }) {
      const holder = findHolder(lab.engine, host.name, wpar?.id);
      if (!holder) return;
      if (wpar?.type !== 'A') return await endHolder(lab, holder);
      lab.update(({ engine }) => deleteHolder(engine, holder));
      await (await import('./end.ts')).endApplication(holder, lab.machine);
    },
    async endLogins(place) {
      const holder = (await holders()).readyHolder(lab, place);
      if (holder) (await freezing()).endLogins(holder.top);
    },
    async freeze(place) {
      const holder = (await holders()).readyHolder(lab, place);
      return holder ? await (await freezing()).freeze(holder, lab.machine) : [];
    },
    async contents(place) {
      const holder = (await holders()).readyHolder(lab, place);
      if (holder) return (await import('./contents.ts')).contentsOf(holder.top);
      return { files: [], ipc: [], sockets: [], memoryKb: 0 };
    },
    async thaw(place) {
      const holder = (await holders()).readyHolder(lab, place);
      if (holder) await (await freezing()).thaw(holder, lab.machine);
    },
    async park({ host, wpar }, ticket) {
      lab.update(({ engine }) => {
        const holder = findHolder(engine, host.name, wpar?.id);
        if (!holder) return;
        engine.run(
          'UPDATE holder SET host = NULL, wpar = NULL, ticket = ? WHERE pid = ? AND birth = ?',
          ticket,
          holder.pid,
          holder.birth,
        );
      });
    },
    async claim(ticket, { host, wpar }) {
      return lab.update(({ engine }) => {
        const holder = parked(lab, ticket);
        if (!holder || !lab.machine.alive(holder)) return false;
        engine.run(
          'UPDATE holder SET host = ?, wpar = ?, ticket = NULL WHERE pid = ? AND birth = ?',
          host.name,
          wpar?.id ?? null,
          holder.pid,
          holder.birth,
        );
        return true;
      });
    },
    async discard(ticket) {
      const holder = parked(lab, ticket);
      if (holder) await endHolder(lab, holder);
    },
  };
}

function parked({ engine }: Lab, ticket: string): Holder | undefined {
  return allHolders(engine).find((each) => each.ticket === ticket);
}

async function endHolder(lab: Lab, holder: Holder): Promise<void> {
  lab.update(({ engine }) => deleteHolder(engine, holder));
  await (await import('./end.ts')).endKeeper(holder, lab.machine);
}
