// The floor as the server has it, with this tablet's taps that are still on their way laid over it.
import type { FloorClock, FloorModule, FloorRow } from '@scoring/web/wire';
import type { Item } from '../office/entrantQueue';

export function withTaps(rows: readonly FloorRow[], taps: readonly Item[]): FloorRow[] {
  const byCode = new Map<string, FloorRow>(rows.map((r) => [r.code, { ...r, clocks: { ...r.clocks } }]));
  for (const tap of taps) {
    if (tap.kind === 'CallEntrants') {
      for (const code of tap.command.codes) called(byCode.get(code), tap.command.at);
      continue;
    }
    const row = 'code' in tap.command ? byCode.get(tap.command.code) : undefined;
    if (!row) continue;
    if (tap.kind === 'WaiveAttempt') {
      row.waived = waivedWith(row.waived, keyOf(tap.command), tap.command.waived ? tap.command.reason : undefined);
      continue;
    }
    if (!('at' in tap.command) || tap.kind === 'RecordViolation') continue;
    const { command } = tap;
    const module = 'module' in command ? keyOf(command) : '';
    const clock: FloorClock = row.clocks[module] ?? { extensionSeconds: 0 };
    switch (tap.kind) {
      case 'RecordArrival': row.arrivedAt = tap.command.present ? command.at : undefined; break;
      case 'StartClock': if (!clock.startedAt) row.clocks[module] = { startedAt: resumed(clock, command.at), extensionSeconds: clock.extensionSeconds }; break;
      case 'StopClock': if (clock.startedAt) row.clocks[module] = { usedSeconds: seconds(clock.startedAt, command.at), extensionSeconds: clock.extensionSeconds }; break;
      case 'ExtendClock': row.clocks[module] = { ...clock, extensionSeconds: clock.extensionSeconds + (tap.command.seconds ?? 0) }; break;
      case 'ResetClock': delete row.clocks[module]; break;
    }
  }
  return [...byCode.values()];
}

function called(row: FloorRow | undefined, at: string): void {
  if (row) Object.assign(row, { calledAt: at, calls: row.calls + 1 });
}

/** As the server names a clock: of the module, or of one run or member in it. */
const keyOf = ({ module, attempt }: { module: string; attempt?: number }) => (attempt === undefined ? module : `${module}.${attempt}`);

function waivedWith(waived: Record<string, string> | undefined, key: string, reason: string | undefined): Record<string, string> {
  const { [key]: _, ...others } = waived ?? {};
  return reason === undefined ? others : { ...others, [key]: reason };
}

/** Going on after a stop counts from the first start; when exactly that was the server knows. */
const resumed = (clock: FloorClock, at: string) => (clock.usedSeconds === undefined ? at : new Date(new Date(at).getTime() - clock.usedSeconds * 1000).toISOString());

export const seconds = (from: string, to: string | number): number => Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 1000));

export type FloorState = 'out' | 'waived' | 'notThere' | 'called' | 'ready' | 'running' | 'over' | 'done';

export interface Shown { row: FloorRow; clock?: FloorClock; state: FloorState; used?: number; left?: number }

/** @param now Server's time, milliseconds. */
export function shownAs(row: FloorRow, module: FloorModule, now: number): Shown {
  const clock = module.timed ? row.clocks[module.key] : undefined;
  const used = clock?.startedAt ? seconds(clock.startedAt, now) : clock?.usedSeconds;
  const left = used === undefined || module.limitSeconds === undefined ? undefined : module.limitSeconds + (clock?.extensionSeconds ?? 0) - used;
  const state: FloorState = row.status !== 'normal' ? 'out'
    : row.waived?.[module.key] !== undefined ? 'waived'
    : clock?.startedAt ? (left !== undefined && left < 0 ? 'over' : 'running')
      : clock?.usedSeconds !== undefined ? 'done' : row.arrivedAt ? 'ready' : row.calledAt ? 'called' : 'notThere';
  return { row, clock, state, used, left };
}
