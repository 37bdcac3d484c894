// How browsers and hubs call each other. Made from Scoring.Core/Contracts; do not edit, renew it:
// SCORING_WIRE=renew dotnet test tests/Scoring.Core.Tests --filter FullyQualifiedName~WireTests

import type { ArrivalCommand, Board, BoardChange, CallCommand, CeremonyPicture, ClerkDesk, ClockCommand, CommandAnswer,
  CompetitionCard, ConfirmCommand, EntrantCard, FloorTable, MarkCommand, MarkTable, PanelTable, PaperCommand, PaperDesk,
  PresenterView, PublicState, ResolveCommand, ReturnCommand, ScreenState, SheetComparison, SheetSubmission, SignCommand,
  StageCall, StatusCommand, SubmissionAnswer, TabletGreeting, TabletSession, TradeDesk, ViolationCommand, WaiveCommand,
  WithdrawCommand } from './wire';

export interface DisplayClient {
  Board(board: Board): void;
  Rows(change: BoardChange): void;
  Competition(competition: CompetitionCard): void;
  Screen(screen: ScreenState): void;
  Ceremony(picture: CeremonyPicture): void;
  Upstream(connected: boolean): void;
}

export interface PresenterClient {
  View(view: PresenterView): void;
}

export interface ScoringClient {
  CardChanged(card: EntrantCard): void;
  SessionChanged(): void;
  TradeChanged(trade: string, version: number): void;
  Message(text: string, at: string, id: string): void;
  OnStage(call: StageCall | null): void;
}

export interface ClerkHub {
  OpenClerkDesk(trade: string): Promise<ClerkDesk>;
  OpenMarks(trade: string, module: string): Promise<MarkTable>;
  EnterMark(command: MarkCommand): Promise<CommandAnswer>;
  ResolveDoubleEntry(command: ResolveCommand): Promise<CommandAnswer>;
  OpenPaper(trade: string, module: string): Promise<PaperDesk>;
  EnterPaperSheet(command: PaperCommand): Promise<CommandAnswer>;
}

export interface DisplayHub {
  Watch(competition: string | null): Promise<PublicState | null>;
  Attach(screen: string): Promise<ScreenState | null>;
  Mirror(screen: string): Promise<ScreenState | null>;
}

export interface FloorHub {
  OpenFloor(trade: string): Promise<FloorTable>;
  RecordArrival(command: ArrivalCommand): Promise<CommandAnswer>;
  CallEntrants(command: CallCommand): Promise<CommandAnswer>;
  StartClock(command: ClockCommand): Promise<CommandAnswer>;
  StopClock(command: ClockCommand): Promise<CommandAnswer>;
  ExtendClock(command: ClockCommand): Promise<CommandAnswer>;
  ResetClock(command: ClockCommand): Promise<CommandAnswer>;
  WaiveAttempt(command: WaiveCommand): Promise<CommandAnswer>;
}

export interface HeadJudgeHub {
  OpenTrade(trade: string): Promise<TradeDesk>;
  OpenPanel(trade: string, module: string): Promise<PanelTable>;
  OpenComparison(trade: string, module: string, code: string, attempt: number): Promise<SheetComparison>;
  ReturnSheet(command: ReturnCommand): Promise<CommandAnswer>;
  ConfirmSpread(command: ConfirmCommand): Promise<CommandAnswer>;
  WithdrawViolation(command: WithdrawCommand): Promise<CommandAnswer>;
  SignModule(command: SignCommand): Promise<CommandAnswer>;
  SignDay(command: SignCommand): Promise<CommandAnswer>;
}

export interface OfficialHub {
  ChangeStatus(command: StatusCommand): Promise<CommandAnswer>;
  RecordViolation(command: ViolationCommand): Promise<CommandAnswer>;
}

export interface PresenterHub {
  Open(competition: string | null): Promise<PresenterView | null>;
  Forward(competition: string, from: number): Promise<PresenterView | null>;
  Back(competition: string, from: number): Promise<PresenterView | null>;
  Go(competition: string, step: number): Promise<PresenterView | null>;
}

export interface ScoringHub {
  Greet(): Promise<TabletGreeting>;
  OpenSession(): Promise<TabletSession>;
  SubmitSheet(submission: SheetSubmission): Promise<SubmissionAnswer>;
  Heartbeat(waiting: number): Promise<string | null>;
  ShowReceipt(sequence: number, hash: string): Promise<void>;
  MessageRead(id: string): Promise<void>;
}
