// The wire types of Scoring.Core/Contracts/DisplayContract.cs and Scoring.Core/Boards/Board.cs; nulls are left out.
export type View = 'hidden' | 'codes' | 'frozen' | 'named';
export type Phase = 'setup' | 'drawn' | 'scoring' | 'review' | 'publicity' | 'final' | 'archived';
export type EntrantStatus = 'normal' | 'absent' | 'withdrawn' | 'disqualified';

export interface BoardColumn { component: string; name: string; weight?: number; fullMark: number }

export interface BoardRow {
  key: string; code: string; rank?: number; name?: string; organization?: string; figures: (number | null)[];
  secondsUsed?: number; total?: number; status: EntrantStatus; tier?: number; why?: string;
}

export interface Board {
  competition: string; trade: string; tradeName: string; version: number; asOf?: string; view: View; phase: Phase; final: boolean;
  complete: number; expected: number; fullMark: number; columns: BoardColumn[]; tiers: string[]; rows: BoardRow[]; /** hh:mm:ss, local */ startsAt?: string;
}

export interface CompetitionCard {
  id: string; name: string; nameLines: string[]; date?: string; hosts: string[]; organizers: string[]; demo: boolean; teams?: TeamBoard[];
}

export interface TeamBoard { name: string; rows: { rank?: number; name: string; total: number; entrants: number; words: string }[]; prize?: string; prizeWinners: string[] }

export type SceneKind = 'rotation' | 'trades' | 'beside' | 'progress' | 'message' | 'countdown' | 'blank' | 'ceremony' | 'entrant' | 'teams' | 'organizations' | 'schedule' | 'playlist';

export interface Scene {
  kind: SceneKind; trades?: string[]; line?: string; note?: string; until?: string; theme: 'auto' | 'night' | 'festive'; secondsPerPage: number;
  code?: string; scenes?: Scene[]; secondsOnShow?: number;
}

export interface Dress { logo?: string; sponsors?: string[] }

export interface ScreenState { name: string; version: number; scene: Scene; dress?: Dress }

export interface CeremonyWinner { name: string; organization: string; pinyin?: string; photo?: string }

export interface ResolverRow { key: string; rank?: number; name: string; organization: string; opened: boolean; climbed?: number; gained?: number; total?: number; status: EntrantStatus }

export interface ResolverPicture { frozenAt?: string; opened: number; focus?: string; rows: ResolverRow[] }

export interface CeremonyPicture {
  competition: string; version: number; step: number; scene: 'opening' | 'tier' | 'single' | 'closing' | 'resolver';
  trade: string; award: string; tier: number; awards: string[]; winners: CeremonyWinner[]; resolver?: ResolverPicture;
}

export interface PresenterAward { name: string; step: number; winners: number }

export interface PresenterView {
  competition: string; version: number; step: number; steps: number; startedAt?: string; programme: { name: string; confirmed: boolean; awards: PresenterAward[] }[];
  now: CeremonyPicture; next?: CeremonyPicture; afterNext?: CeremonyPicture; screens: string[]; note?: string; cue?: string;
}

export interface PublicState { competition: CompetitionCard; boards: Board[]; serverTime: string; ceremony?: CeremonyPicture; cut?: boolean }
