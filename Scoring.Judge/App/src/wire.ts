// What tablet and hub say to each other: the TypeScript twin of Scoring.Core/Contracts/TabletContract.cs. Keep both alike.

/** A figure as a number or as text, or answers field by field. */
export type WireEntry = number | string | string[];

export interface AspectBase { id: string; text: string; fullMark: number; hint?: string; reasons?: string[] }
export interface PointsAspect extends AspectBase { kind: 'points'; step: number }
export interface BinaryAspect extends AspectBase { kind: 'binary' }
export interface FaultsAspect extends AspectBase { kind: 'faults'; deduction: number; unit: string }
export interface ToleranceBand { within: number; mark: number }
export interface ToleranceAspect extends AspectBase { kind: 'tolerance'; nominal: number; unit: string; bands: ToleranceBand[]; decimals: number }
export interface CountAspect extends AspectBase { kind: 'count'; pointsEach: number; unit: string }
export interface TimeBand { upToSeconds: number; mark: number }
export interface TimeBandAspect extends AspectBase { kind: 'timeBand'; bands: TimeBand[] }
export interface JudgementAspect extends AspectBase { kind: 'judgement'; benchmarks: string[] }
export interface AnswerField { name: string; points: number; choices?: string[] }
export interface AnswerKeyAspect extends AspectBase { kind: 'answerKey'; fields: AnswerField[] }
export interface MetricPoint { value: number; mark: number }
export interface MetricAspect extends AspectBase {
  kind: 'metric'; unit: string; line?: MetricPoint[]; steps?: { better: 'higher' | 'lower'; edges: MetricPoint[] };
}
export type Aspect = PointsAspect | BinaryAspect | FaultsAspect | ToleranceAspect | CountAspect
  | TimeBandAspect | JudgementAspect | AnswerKeyAspect | MetricAspect;

export interface Criterion { id: string; name: string; aspects?: Aspect[]; parts?: Criterion[] }

export interface Receipt { sequence: number; hash: string; at: string; shortHash?: string }

export type EntrantStatus = 'normal' | 'absent' | 'withdrawn' | 'disqualified';
export type CardState = 'open' | 'submitted' | 'returned';

export interface EntrantCard {
  trade: string; module: string; code: string; station?: string; status: EntrantStatus; state: CardState; version: number;
  marks?: Record<string, WireEntry>; total?: number; receipt?: Receipt; returnReason?: string;
}

export interface TabletModule {
  trade: string; tradeName: string; module: string; moduleName: string; fullMark: number; sheet: Criterion[];
  open: boolean; closed?: string; cards: EntrantCard[];
}

/** What the owner of this tablet may do besides marking. */
export type OfficeRole = 'headJudge' | 'floorJudge' | 'clerk';
export interface TabletOffice { role: OfficeRole; trade: string; tradeName: string; phase: string }

export interface TabletSession {
  competition: string; competitionName: string; demo: boolean; judge: string; seat: string; deviceName: string;
  modules: TabletModule[]; version: number; serverTime: string;
  offices?: TabletOffice[]; carryKey?: string;
}

export interface SheetSubmission {
  id: string; trade: string; module: string; code: string; basedOn: number; marks: Record<string, WireEntry>;
  notes?: Record<string, string>; signature?: string; deviceTime?: string;
}

export type SubmissionOutcome = 'accepted' | 'conflict' | 'refused' | 'retry';

export interface SubmissionAnswer {
  outcome: SubmissionOutcome; receipt?: Receipt; card?: EntrantCard; message?: string; aspects?: Record<string, string>;
}

/** GET /judge/api/me and POST /judge/api/pair. */
export interface Me { judge: boolean; seat: string; deviceName: string; competitionName: string; demo: boolean }
export interface Problem { type?: string; title?: string; detail?: string }
