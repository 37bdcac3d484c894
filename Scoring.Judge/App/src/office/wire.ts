// What officials' tablets and the hub say: the TypeScript twin of OfficialContract, HeadJudgeContract, FloorContract and ClerkContract. Keep them alike.
import type { CardState, Criterion, EntrantStatus, Receipt, WireEntry } from '../wire';

export type Phase = 'setup' | 'drawn' | 'scoring' | 'review' | 'publicity' | 'final' | 'archived';
export type Marking = 'judge' | 'panel' | 'clerk' | 'doubleEntry';
export type ViolationOutcome = 'warning' | 'deduction' | 'moduleToZero' | 'disqualified';
export type SheetUse = 'counted' | 'droppedHigh' | 'droppedLow' | 'recused' | 'returned' | 'incomplete' | 'offPanel';
export type CellState = 'missing' | 'handed' | 'returned' | 'recused';
export type { CardState };

export interface CommandAnswer { outcome: 'accepted' | 'refused' | 'retry'; receipt?: Receipt; message?: string; fields?: Record<string, string> }
export interface Violation { number: number; module?: string; what: string; outcome: ViolationOutcome; deduction: number; person: string }

export interface DeskModule {
  module: string; name: string; marking: Marking; fullMark: number; judges: number; handed: number; expected: number; returned: number;
  spreads: number; differences: number; complete: boolean; signed: boolean;
}
export interface TradeDesk {
  trade: string; tradeName: string; phase: Phase; entrants: number; absent: number; disqualified: number; modules: DeskModule[]; dayLacks?: string; version: number;
}

export interface PanelCell { state: CellState; total?: number; use?: SheetUse; paper: boolean }
export interface PanelJudge { judge: string; number: number; name: string; handed: number; expected: number }
export interface PanelRow {
  code: string; station?: string; status: EntrantStatus; statusReason?: string; cells: PanelCell[]; figure?: number; spread?: number; spreadOpen: boolean;
  spreadReason?: string; seconds?: number; missing: string[]; violations: Violation[];
}
export interface PanelTable {
  trade: string; tradeName: string; module: string; name: string; marking: Marking; fullMark: number; limit?: number; timed: boolean; open: boolean; signed: boolean;
  judges: PanelJudge[]; rows: PanelRow[]; version: number;
}

export interface ComparedSheet {
  judge: string; number: number; name: string; state: CellState; total?: number; use?: SheetUse; handedAt?: string; returnReason?: string; signed: boolean;
  picture?: string; corrections: number;
}
export interface ComparedAspect { aspect: string; text: string; fullMark: number; marks: (number | null)[]; entries: (string | null)[]; notes: (string | null)[] }
export interface ComparedCriterion { id: string; name: string; fullMark: number; marks: (number | null)[]; aspects: ComparedAspect[] }
export interface SheetComparison {
  trade: string; tradeName: string; module: string; moduleName: string; fullMark: number; code: string; station?: string; status: EntrantStatus;
  sheets: ComparedSheet[]; criteria: ComparedCriterion[]; figure?: number; figureWords: string; spread?: number; spreadLimit?: number; spreadOpen: boolean;
  spreadReason?: string; open: boolean; violations: Violation[]; openSpreads: number; nextOpen?: string; version: number;
}

export interface FloorModule { module: string; name: string; fullMark: number; timed: boolean; limitSeconds?: number; closed?: string }
export interface FloorClock { startedAt?: string; usedSeconds?: number; extensionSeconds: number; reason?: string }
export interface FloorRow {
  code: string; station?: string; status: EntrantStatus; statusReason?: string; arrivedAt?: string; clocks: Record<string, FloorClock>; violations: Violation[];
}
export interface FloorTable { trade: string; tradeName: string; phase: Phase; modules: FloorModule[]; rows: FloorRow[]; serverTime: string; version: number }

export interface ClerkModule { module: string; name: string; marking: Marking; fullMark: number; paper: boolean; own: number; expected: number; differences: number; closed?: string }
export interface ClerkDesk { trade: string; tradeName: string; phase: Phase; modules: ClerkModule[] }
export interface MarkRow {
  entrant: string; number: string; name: string; organization: string; status: EntrantStatus; own?: number; basedOn: number; otherIn: boolean; other?: number;
  settled?: number; maySettle: boolean; both?: number[];
}
export interface MarkTable {
  trade: string; tradeName: string; module: string; name: string; marking: Marking; fullMark: number; closed?: string; rows: MarkRow[]; version: number;
}
export interface PaperSeat { judge: string; number: number }
export interface PaperCell { state: CellState; version: number; paper: boolean; receipt?: Receipt }
export interface PaperRow { code: string; station?: string; status: EntrantStatus; sheets: PaperCell[] }
export interface PaperDesk {
  trade: string; tradeName: string; module: string; name: string; fullMark: number; sheet: Criterion[]; closed?: string; seats: PaperSeat[]; rows: PaperRow[];
}
export type { WireEntry };
