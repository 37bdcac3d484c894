// What browsers and hubs say to each other. Made from Scoring.Core/Contracts; do not edit, renew it:
// SCORING_WIRE=renew dotnet test tests/Scoring.Core.Tests --filter FullyQualifiedName~WireTests

/** A figure, the same as text, or answers field by field. */
export type Entry = number | string | string[];

export interface AnswerField { name: string; points: number; accepted: string[]; choices?: string[] }
export interface AnswerKeyAspect { kind: 'answerKey'; fields: AnswerField[]; id: string; text: string; fullMark: number; hint?: string;
  reasons?: string[] }
export interface ArrivalCommand { id: string; trade: string; code: string; present: boolean; at: string }
export type Aspect = PointsAspect | BinaryAspect | FaultsAspect | ToleranceAspect | CountAspect | TimeBandAspect | JudgementAspect |
  AnswerKeyAspect | MetricAspect | BonusAspect | FactorAspect | FieldAspect;
export interface BinaryAspect { kind: 'binary'; id: string; text: string; fullMark: number; hint?: string; reasons?: string[] }
export interface Board { competition: string; trade: string; tradeName: string; version: number; asOf?: string; view: Visibility;
  phase: Phase; final: boolean; complete: number; expected: number; fullMark: number; columns: BoardColumn[]; tiers: string[];
  rows: BoardRow[]; startsAt?: string; decimals: number; call?: CallUp; mayMove?: string; venue?: string }
export interface BoardChange { competition: string; trade: string; from: number; version: number; asOf?: string; complete: number;
  expected: number; rows: PlacedRow[]; gone: string[]; ranked: number; shared: number[]; call?: CallUp }
export interface BoardColumn { component: string; name: string; weight?: number; fullMark: number }
export interface BoardRow { key: string; code: string; rank?: number; name?: string; organization?: string; figures: (number | null)[];
  secondsUsed?: number; total?: number; status: EntrantStatus; tier?: number; why?: string; shortName?: string; members?: string[];
  provisional: boolean; guest: boolean; photo?: string; group?: string }
export interface BonusAspect { kind: 'bonus'; step: number; id: string; text: string; fullMark: number; hint?: string; reasons?: string[] }
export interface CallCommand { id: string; trade: string; codes: string[]; at: string }
export interface CallUp { at: string; entrants: CalledEntrant[] }
export interface CalledEntrant { code: string; station?: string; present: boolean; calls: number }
export type CardState = 'open' | 'submitted' | 'returned';
export interface CeremonyPicture { competition: string; version: number; step: number; scene: CeremonyScene; trade: string;
  award: string; tier: number; awards: string[]; winners: CeremonyWinner[]; resolver?: ResolverPicture; tradeWord?: string }
export type CeremonyScene = 'opening' | 'tier' | 'single' | 'closing' | 'resolver';
export interface CeremonyWinner { name: string; organization: string; pinyin?: string; photo?: string; kind: WinnerKind;
  shortName?: string; members?: string[]; before?: string }
export interface ClerkDesk { trade: string; tradeName: string; phase: Phase; modules: ClerkModule[] }
export interface ClerkModule { module: string; name: string; marking: MarkingMethod; fullMark: number; paper: boolean; own: number;
  expected: number; differences: number; closed?: string }
export interface ClockCommand { id: string; trade: string; module: string; code: string; at: string; seconds?: number; reason?: string;
  attempt?: number }
export interface CommandAnswer { outcome: CommandOutcome; receipt?: Receipt; message?: string; fields?: Record<string, string> }
export type CommandOutcome = 'accepted' | 'refused' | 'retry';
export interface ComparedAspect { aspect: string; text: string; fullMark: number; marks: (number | null)[]; entries: (string | null)[];
  notes: (string | null)[]; apart: boolean; agree: boolean; firsts?: (string | null)[] }
export interface ComparedCriterion { id: string; name: string; fullMark: number; marks: (number | null)[]; aspects: ComparedAspect[] }
export interface ComparedRun { attempt: number; name: string; figure?: number; seconds?: number; counts: boolean; waived?: string;
  asks: boolean }
export interface ComparedSheet { judge: string; number: number; name: string; state: PanelCellState; total?: number; use?: SheetUse;
  handedAt?: string; returnReason?: string; signed: boolean; picture?: string; corrections: number; trainee: boolean;
  entrantSigned: boolean; entrantRefused?: string }
export interface CompetitionCard { id: string; name: string; nameLines: string[]; date?: string; hosts: string[]; organizers: string[];
  demo: boolean; teams?: TeamBoard[]; tradeWord: string; timeZone?: string }
export interface ConfirmCommand { id: string; trade: string; module: string; code: string; reason: string; seen?: number;
  attempt?: number }
export interface CountAspect { kind: 'count'; pointsEach: number; unit: string; id: string; text: string; fullMark: number;
  hint?: string; reasons?: string[] }
export interface Criterion { id: string; name: string; aspects?: Aspect[]; parts?: Criterion[] }
export interface DeskModule { module: string; name: string; marking: MarkingMethod; fullMark: number; judges: number; handed: number;
  expected: number; returned: number; spreads: number; differences: number; complete: boolean; signed: boolean }
export interface EntrantCard { trade: string; module: string; code: string; station?: string; status: EntrantStatus; state: CardState;
  version: number; marks?: Record<string, Entry>; total?: number; receipt?: Receipt; returnReason?: string; attempt?: number;
  waived?: string; counts?: boolean; agree?: string[]; agreeWaits?: boolean; firstMarks?: Record<string, Entry>; entrantSigned?: string;
  entrantRefused?: string }
export type EntrantStatus = 'normal' | 'absent' | 'withdrawn' | 'disqualified' | 'eliminated';
export interface FactorAspect { kind: 'factor'; choices: FactorChoice[]; id: string; text: string; fullMark: number; hint?: string;
  reasons?: string[] }
export interface FactorChoice { factor: number; text?: string }
export interface FaultsAspect { kind: 'faults'; deduction: number; unit: string; id: string; text: string; fullMark: number;
  hint?: string; reasons?: string[] }
export interface FieldAspect { kind: 'field'; unit: string; by: FieldRule; better: MetricDirection; off?: number; per?: number;
  field: FieldScope; decimals: number; id: string; text: string; fullMark: number; hint?: string; reasons?: string[] }
export type FieldRule = 'ratio' | 'place' | 'mean';
export type FieldScope = 'trade' | 'group';
export interface FloorClock { startedAt?: string; usedSeconds?: number; extensionSeconds: number; reason?: string }
export interface FloorModule { module: string; name: string; fullMark: number; timed: boolean; limitSeconds?: number; closed?: string;
  key: string; attempt?: number; runs?: RunKind }
export interface FloorRow { code: string; station?: string; status: EntrantStatus; statusReason?: string; arrivedAt?: string;
  clocks: Record<string, FloorClock>; violations: ViolationLine[]; calledAt?: string; calls: number; waived?: Record<string, string>;
  members?: number }
export interface FloorTable { trade: string; tradeName: string; phase: Phase; modules: FloorModule[]; rows: FloorRow[];
  serverTime: string; version: number }
export interface JudgementAspect { kind: 'judgement'; benchmarks: string[]; id: string; text: string; fullMark: number; hint?: string;
  reasons?: string[] }
export interface MarkCommand { id: string; trade: string; module: string; entrant: string; mark: number; basedOn: number;
  attempt?: number }
export interface MarkRow { entrant: string; number: string; name: string; organization: string; status: EntrantStatus; own?: number;
  basedOn: number; otherIn: boolean; other?: number; settled?: number; maySettle: boolean; both?: number[]; attempt?: number;
  run?: string }
export interface MarkTable { trade: string; tradeName: string; module: string; name: string; marking: MarkingMethod; fullMark: number;
  closed?: string; rows: MarkRow[]; version: number }
export type MarkingMethod = 'judge' | 'panel' | 'clerk' | 'doubleEntry';
export interface MetricAspect { kind: 'metric'; unit: string; line?: MetricPoint[]; steps?: MetricSteps; base?: MetricBase; id: string;
  text: string; fullMark: number; hint?: string; reasons?: string[] }
export interface MetricBase { take: MetricTake; value?: number }
export type MetricDirection = 'higher' | 'lower';
export interface MetricPoint { value: number; mark: number }
export interface MetricSteps { better: MetricDirection; edges: MetricPoint[] }
export type MetricTake = 'difference' | 'percent';
export interface PairedAs { judge: boolean; seat: string; deviceName: string; competitionName: string; demo: boolean }
export interface PanelCell { state: PanelCellState; total?: number; use?: SheetUse; paper: boolean }
export type PanelCellState = 'missing' | 'handed' | 'returned' | 'recused' | 'otherGroup';
export interface PanelJudge { judge: string; number: number; name: string; handed: number; expected: number; trainee: boolean;
  group?: string }
export interface PanelRow { code: string; station?: string; status: EntrantStatus; statusReason?: string; cells: PanelCell[];
  figure?: number; spread?: number; spreadOpen: boolean; spreadReason?: string; seconds?: number; missing: string[];
  violations: ViolationLine[]; apart: number; attempt?: number; run?: string; waived?: string; counts?: boolean; group?: string;
  guest: boolean; mayMove?: string }
export interface PanelTable { trade: string; tradeName: string; module: string; name: string; marking: MarkingMethod; fullMark: number;
  limit?: number; timed: boolean; open: boolean; signed: boolean; judges: PanelJudge[]; rows: PanelRow[]; version: number }
export interface PaperCell { state: PanelCellState; version: number; paper: boolean; receipt?: Receipt }
export interface PaperCommand { id: string; trade: string; module: string; code: string; judge: string; marks: Record<string, Entry>;
  picture: string; basedOn: number; notes?: Record<string, string>; attempt?: number }
export interface PaperDesk { trade: string; tradeName: string; module: string; name: string; fullMark: number; sheet: Criterion[];
  closed?: string; seats: PaperSeat[]; rows: PaperRow[]; decimals: number; bonus?: number; belowZero: boolean; runs?: RunKind }
export interface PaperRow { code: string; station?: string; status: EntrantStatus; sheets: PaperCell[]; attempt?: number; run?: string }
export interface PaperSeat { judge: string; number: number }
export type Phase = 'setup' | 'drawn' | 'scoring' | 'review' | 'publicity' | 'final' | 'archived';
export interface PlacedRow { place: number; key: string; row?: BoardRow }
export interface PointsAspect { kind: 'points'; step: number; id: string; text: string; fullMark: number; hint?: string;
  reasons?: string[] }
export interface PresenterAward { name: string; step: number; winners: number }
export interface PresenterTrade { name: string; confirmed: boolean; awards: PresenterAward[] }
export interface PresenterView { competition: string; version: number; step: number; steps: number; startedAt?: string;
  programme: PresenterTrade[]; now: CeremonyPicture; next?: CeremonyPicture; afterNext?: CeremonyPicture; screens: string[];
  note?: string; cue?: string; theme?: ScreenTheme }
export interface PublicState { competition: CompetitionCard; boards: Board[]; serverTime: string; ceremony?: CeremonyPicture;
  cut: boolean }
export interface Receipt { sequence: number; hash: string; at: string; shortHash: string }
export interface ResolveCommand { id: string; trade: string; module: string; entrant: string; mark: number; reason: string;
  attempt?: number }
export interface ResolverPicture { frozenAt?: string; opened: number; focus?: string; rows: ResolverRow[]; decimals: number }
export interface ResolverRow { key: string; rank?: number; name: string; organization: string; opened: boolean; climbed?: number;
  gained?: number; total?: number; status: EntrantStatus; shortName?: string; members?: string[] }
export interface ReturnCommand { id: string; trade: string; module: string; code: string; judge: string; reason: string; seen?: number;
  attempt?: number }
export type Role = 'admin' | 'headJudge' | 'judge' | 'floorJudge' | 'codingOfficer' | 'clerk' | 'supervisor' | 'arbitrator';
export type RunKind = 'attempt' | 'member';
export interface Scene { kind: SceneKind; trades?: string[]; line?: string; note?: string; until?: string; theme: ScreenTheme;
  secondsPerPage: number; code?: string; scenes?: Scene[]; secondsOnShow: number; urgent?: boolean; picture?: string;
  stage?: StagePicture; link?: string }
export type SceneKind = 'rotation' | 'trades' | 'beside' | 'progress' | 'entrant' | 'teams' | 'organizations' | 'schedule' | 'callUp' |
  'stage' | 'message' | 'countdown' | 'ceremony' | 'blank' | 'black' | 'testPicture' | 'playlist';
export interface ScreenDress { logo?: string; sponsors?: string[]; rehearsal?: boolean }
export interface ScreenState { name: string; version: number; scene: Scene; dress?: ScreenDress }
export type ScreenTheme = 'auto' | 'night' | 'festive';
export interface SheetComparison { trade: string; tradeName: string; module: string; moduleName: string; fullMark: number; code: string;
  station?: string; status: EntrantStatus; sheets: ComparedSheet[]; criteria: ComparedCriterion[]; figure?: number; figureWords: string;
  spread?: number; spreadLimit?: number; spreadOpen: boolean; spreadReason?: string; open: boolean; violations: ViolationLine[];
  openSpreads: number; nextOpen?: string; version: number; nextAttempt?: number; panelOpen?: string; attempt?: number;
  runs?: ComparedRun[]; result?: string[]; group?: string }
export interface SheetSubmission { id: string; trade: string; module: string; code: string; basedOn: number;
  marks: Record<string, Entry>; notes?: Record<string, string>; signature?: string; deviceTime?: string; attempt?: number;
  entrantSignature?: string; entrantRefused?: string }
export type SheetUse = 'counted' | 'droppedHigh' | 'droppedLow' | 'recused' | 'returned' | 'incomplete' | 'offPanel' | 'trainee';
export interface SignCommand { id: string; trade: string; module?: string; signature?: string }
export interface StageCall { trade: string; module: string; code: string; since: string; limitSeconds?: number }
export interface StagePicture { competition: string; trade: string; tradeName: string; module: string; moduleName: string; code: string;
  name?: string; organization?: string; since: string; limitSeconds?: number; usedSeconds?: number; seats: StageSeat[];
  revealed: boolean; whenAllIn: boolean; result?: number; total?: number; rank?: number; decimals: number }
export interface StageSeat { number: number; in: boolean; figure?: number; use?: SheetUse }
export interface StatusCommand { id: string; trade: string; code: string; status: EntrantStatus; reason: string; seen?: number }
export interface StoredPicture { picture: string }
export interface SubmissionAnswer { outcome: SubmissionOutcome; receipt?: Receipt; card?: EntrantCard; message?: string;
  aspects?: Record<string, string> }
export type SubmissionOutcome = 'accepted' | 'conflict' | 'refused' | 'retry';
export interface TabletCards { tag: string; whole: boolean; cards: EntrantCard[] }
export interface TabletGreeting { competition: string; judge: string; serverTime: string }
export interface TabletHeads { tag: string; session: TabletSession }
export interface TabletModule { trade: string; tradeName: string; module: string; moduleName: string; fullMark: number;
  sheet: Criterion[]; open: boolean; closed?: string; cards: EntrantCard[]; runs?: RunKind; decimals: number; bonus?: number;
  belowZero: boolean; entrantSigns: boolean; group?: string }
export interface TabletOffice { role: Role; trade: string; tradeName: string; phase: Phase }
export interface TabletSession { competition: string; competitionName: string; demo: boolean; judge: string; seat: string;
  deviceName: string; modules: TabletModule[]; version: number; serverTime: string; offices?: TabletOffice[]; carryKey?: string;
  inUseInstead?: string }
export interface TeamBoard { name: string; rows: TeamBoardRow[]; prize?: string; prizeWinners: string[]; decimals: number }
export interface TeamBoardRow { rank?: number; name: string; total: number; entrants: number; words: string; shortName?: string }
export interface TimeBand { upToSeconds: number; mark: number }
export interface TimeBandAspect { kind: 'timeBand'; bands: TimeBand[]; hundredths: boolean; id: string; text: string; fullMark: number;
  hint?: string; reasons?: string[] }
export interface ToleranceAspect { kind: 'tolerance'; nominal: number; unit: string; bands: ToleranceBand[]; decimals: number;
  id: string; text: string; fullMark: number; hint?: string; reasons?: string[] }
export interface ToleranceBand { within: number; mark: number }
export interface TradeDesk { trade: string; tradeName: string; phase: Phase; entrants: number; absent: number; disqualified: number;
  modules: DeskModule[]; dayLacks?: string; version: number }
export interface ViolationCommand { id: string; trade: string; code: string; module?: string; what: string; outcome: ViolationOutcome;
  deduction?: number; at?: string }
export interface ViolationLine { number: number; module?: string; what: string; outcome: ViolationOutcome; deduction: number;
  person: string }
export type ViolationOutcome = 'warning' | 'deduction' | 'moduleToZero' | 'disqualified';
export type Visibility = 'hidden' | 'codes' | 'frozen' | 'named';
export interface WaiveCommand { id: string; trade: string; module: string; code: string; attempt: number; waived: boolean; reason: string }
export type WinnerKind = 'person' | 'organization';
export interface WithdrawCommand { id: string; trade: string; code: string; number: number; reason: string }
