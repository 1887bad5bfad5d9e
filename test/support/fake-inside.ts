import type {
  FrozenContents,
  Inside,
  RealProcess,
  ScriptCall,
  ScriptEnd,
  ScriptSession,
} from '../../src/model/inside.ts';
import type { Place } from '../../src/model/place.ts';

/** Programs of a place, as a test has them. */
interface Kept {
  processes: RealProcess[];
  frozen: boolean;
}

export function aProcess(pid: number, more: Partial<RealProcess> = {}): RealProcess {
  return {
    pid,
    parent: 1,
    user: 0,
    state: 'S',
    started: 0,
    born: pid,
    seconds: 0,
    terminal: undefined,
    words: ['ksh'],
    clogin: false,
    ...more,
  };
}

/** Programs that exist only as rows: places have them, tickets stand for them. */
export class FakeInside implements Inside {
  /** By `host/wpar`. */
  readonly places = new Map<string, Kept>();
  /** By ticket. */
  readonly parked = new Map<string, Kept>();
  readonly calls: string[] = [];
  /** Call before which the process of the command dies: it never comes back from there. */
  diesAt: string | undefined;
  /** Call that fails. */
  failsAt: string | undefined;

  run(where: string, processes: readonly RealProcess[]): void {
    this.places.set(where, { processes: [...processes], frozen: false });
  }

  /** Who runs where, and whether it stands still: `left/mob 7 8 frozen`; parked ones by `parked`. */
  view(): string[] {
    const line = (where: string, { processes, frozen }: Kept) =>
      `${where} ${processes.map(({ pid }) => pid).join(' ')}${frozen ? ' frozen' : ''}`;
    return [
      ...[...this.places].map(([where, kept]) => line(where, kept)),
      ...[...this.parked.values()].map((kept) => line('parked', kept)),
    ].sort();
  }

  async contents(): Promise<FrozenContents> {
    return { files: [], ipc: [], sockets: [], memoryKb: 0 };
  }

  async #at(call: string, place?: Place): Promise<string> {
    this.calls.push(call);
    if (this.diesAt === call) await new Promise(() => {});
    if (this.failsAt === call) {
      this.failsAt = undefined;
      throw new Error(`${call} failed`);
    }
    return place ? `${place.host.name}/${place.wpar?.name}` : '';
  }

  async processes(place: Place): Promise<readonly RealProcess[]> {
    return this.places.get(`${place.host.name}/${place.wpar?.name}`)?.processes ?? [];
  }

  async runAside(): Promise<number> {
    return 1;
  }

  /** What scripts do: by the words of their calls. Default: they succeed and say nothing. */
  scripts: (call: ScriptCall) => Partial<ScriptEnd> | Promise<Partial<ScriptEnd>> = () => ({});
  /** Calls of scripts, their words. */
  readonly scriptCalls: string[] = [];

  async openScripts(): Promise<ScriptSession> {
    return {
      run: async (call) => {
        this.scriptCalls.push(call.words.join(' '));
        const usual = { status: 0, timedOut: false, stdout: '', stderr: '', cut: false, milliseconds: 1 };
        return { ...usual, ...(await this.scripts(call)) };
      },
      lent: (name) => `/dev/.parlab/script/${name}`,
      close: () => {},
    };
  }

  /** Programs that catch the signal, by `host/wpar`. */
  readonly aware = new Map<string, readonly RealProcess[]>();
  /** What they do when they are sent it. */
  onSignal: (place: Place, process: RealProcess) => unknown = () => {};
  /** Who was sent it: `host/wpar pid`. */
  readonly signals: string[] = [];

  async signalAware(
    place: Place,
    signal: number,
    before: (processes: readonly RealProcess[]) => void,
  ): Promise<readonly RealProcess[]> {
    const where = `${place.host.name}/${place.wpar?.name}`;
    const aware = this.aware.get(where) ?? [];
    if (aware.length > 0) before(aware);
    const sent = aware.filter(({ state }) => state !== 'X');
    for (const each of sent) {
      this.signals.push(`${where} ${each.pid} ${signal}`);
      this.onSignal(place, each);
    }
    return sent;
  }

  async remount(place: Place): Promise<void> {
    await this.#at('remount', place);
  }

  async end(place: Place): Promise<void> {
    this.places.delete(await this.#at('end', place));
  }

  async endLogins(place: Place): Promise<void> {
    const kept = this.places.get(await this.#at('endLogins', place));
    if (kept) kept.processes = kept.processes.filter(({ clogin }) => !clogin);
  }

  async freeze(place: Place): Promise<readonly RealProcess[]> {
    const kept = this.places.get(await this.#at('freeze', place));
    if (!kept) return [];
    kept.frozen = true;
    return kept.processes;
  }

  async thaw(place: Place): Promise<void> {
    const kept = this.places.get(await this.#at('thaw', place));
    if (kept) kept.frozen = false;
  }

  async park(place: Place, ticket: string): Promise<void> {
    const where = await this.#at('park', place);
    const kept = this.places.get(where);
    if (!kept) return;
    this.places.delete(where);
    this.parked.set(ticket, kept);
  }

  async claim(ticket: string, place: Place): Promise<boolean> {
    const where = await this.#at('claim', place);
    const kept = this.parked.get(ticket);
    if (!kept) return false;
    this.parked.delete(ticket);
    this.places.set(where, kept);
    return true;
  }

  async discard(ticket: string): Promise<void> {
    await this.#at('discard');
    this.parked.delete(ticket);
  }
}
