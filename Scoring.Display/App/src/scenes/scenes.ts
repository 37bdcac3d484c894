// Every scene a screen can play. One of the wire that is missing here does not compile.
import type { Board, Scene, SceneKind } from '@scoring/web/wire';
import { defineAsyncComponent, h, type VNode } from 'vue';
import type { Dial } from '../ornament/NightGround.vue';
import type { Live } from '../wire/link';
import Black from './black/Black.vue';
import Blank from './blank/Blank.vue';
import Message from './message/Message.vue';
import { worthShowing } from './rotation/pages';
import Rotation from './rotation/Rotation.vue';

// Loaded when it is needed, so that a screen's first load stays small.
const Beside = defineAsyncComponent(() => import('./beside/Beside.vue'));
const Wall = defineAsyncComponent(() => import('./progress/Wall.vue'));
const Countdown = defineAsyncComponent(() => import('./countdown/Countdown.vue'));
const TestPicture = defineAsyncComponent(() => import('./testPicture/TestPicture.vue'));
const Ceremony = defineAsyncComponent(() => import('./ceremony/Ceremony.vue'));
const Entrant = defineAsyncComponent(() => import('./entrant/Entrant.vue'));
const Teams = defineAsyncComponent(() => import('./teams/Teams.vue'));
const Organizations = defineAsyncComponent(() => import('./organizations/Organizations.vue'));
const CallUp = defineAsyncComponent(() => import('./callUp/CallUp.vue'));
const Stage = defineAsyncComponent(() => import('./stage/Stage.vue'));
const Schedule = defineAsyncComponent(() => import('./schedule/Schedule.vue'));

/** A playlist is no scene of its own: its scenes are played one after another (screen/playing.ts). */
export type PlayedScene = Scene & { kind: Exclude<SceneKind, 'playlist'> };
export const isPlayed = (scene: Scene): scene is PlayedScene => scene.kind !== 'playlist';

/** `boards`: of the trades it names, else of all; `shows`: which one is on. */
export interface Given { scene: PlayedScene; boards: readonly Board[]; live: Live; theme: string; shows: (board: Board) => void }

type Look = 'night' | 'festive';
interface Address { words: readonly string[]; read(parts: readonly string[]): Partial<Scene> | null }

export interface SceneRoom {
  show(given: Given): VNode;
  /** What must be there first; without it the screen says what is missing. */
  needs: 'nothing' | 'competition' | 'boards';
  /** The ornament behind it; 'own': it paints its own ground. */
  dial: Dial | 'own';
  /** Where neither the address nor the console says: by what is on. */
  look(live: Live, shown: Board | null, scene: Scene): Look;
  /** Its words, and what the parts behind them say (null: they do not do); null: only a named screen plays it. */
  address: Address | null;
}

const night = (): Look => 'night';
const published = (_: Live, shown: Board | null): Look => (shown?.final && shown.view === 'named' ? 'festive' : 'night');
/** Festive once all of the trades it names are published. */
const allPublished = (live: Live, _: Board | null, scene: Scene): Look => {
  const boards = live.boards.filter((b) => scene.trades?.includes(b.trade));
  return boards.length && boards.every((b) => b.final && b.view === 'named') ? 'festive' : 'night';
};
const rotation = ({ scene, boards, shows }: Given) =>
  h(Rotation, { key: scene.kind, boards, seconds: scene.secondsPerPage, onShows: shows });
const at = (word: string): Address => ({ words: [word], read: (parts) => (parts.length ? { trades: [...parts] } : {}) });
const ofTrades = (...words: string[]): Address => ({ words, read: (parts) => (parts.length ? { trades: [...parts] } : null) });

export const scenes: Readonly<Record<PlayedScene['kind'], SceneRoom>> = {
  rotation: {
    show: (given) => rotation({ ...given, boards: worthShowing(given.boards) }), needs: 'boards', dial: 'rail', look: published, address: at('rotate'),
  },
  trades: { show: rotation, needs: 'boards', dial: 'rail', look: published, address: ofTrades('trade', 'trades') },
  beside: {
    show: ({ scene, boards }) => h(Beside, { boards: boards.slice(0, 4), seconds: scene.secondsPerPage }),
    needs: 'boards', dial: 'none', look: allPublished,
    address: ofTrades('beside'),
  },
  progress: { show: ({ live }) => h(Wall, { boards: live.boards }), needs: 'competition', dial: 'head', look: night, address: at('wall') },
  message: {
    show: ({ scene }) => h(Message, { line: scene.line ?? '', note: scene.note, urgent: scene.urgent, link: scene.link }), needs: 'nothing', dial: 'far', look: night, address: null,
  },
  countdown: {
    show: ({ scene }) => h(Countdown, { line: scene.line ?? '', note: scene.note, until: scene.until ?? '' }),
    needs: 'nothing', dial: 'far', look: night, address: null,
  },
  blank: { show: ({ scene }) => h(Blank, { picture: scene.picture }), needs: 'nothing', dial: 'rail', look: () => 'festive', address: at('blank') },
  black: { show: () => h(Black), needs: 'nothing', dial: 'own', look: night, address: at('black') },
  testPicture: { show: () => h(TestPicture), needs: 'nothing', dial: 'own', look: night, address: at('test') },
  ceremony: {
    show: ({ live, theme }) => h(Ceremony, { picture: live.ceremony, theme }), needs: 'nothing', dial: 'own',
    look: (live) => (live.ceremony?.scene === 'resolver' ? 'night' : 'festive'), address: at('ceremony'),
  },
  entrant: {
    show: ({ scene, boards: [board] }) => h(Entrant, { board: board!, code: scene.code ?? '' }), // not empty: it needs boards
    needs: 'boards', dial: 'far', look: allPublished,
    address: { words: ['entrant'], read: ([trade, code]) => ({ trades: trade === undefined ? [] : [trade], code }) },
  },
  teams: {
    show: ({ scene }) => h(Teams, { which: scene.line, seconds: scene.secondsPerPage }), needs: 'competition', dial: 'rail',
    look: (live) => (live.competition?.teams?.length ? 'festive' : 'night'), address: at('teams'),
  },
  organizations: {
    show: ({ scene }) => h(Organizations, { seconds: scene.secondsPerPage }), needs: 'competition', dial: 'rail', look: night,
    address: at('organizations'),
  },
  callUp: {
    show: ({ scene }) => h(CallUp, { trades: scene.trades, seconds: scene.secondsPerPage }), needs: 'competition', dial: 'rail', look: night,
    address: at('call'),
  },
  stage: {
    show: ({ scene, live }) => h(Stage, { picture: scene.stage?.competition === live.competition?.id ? scene.stage : undefined }), needs: 'competition',
    dial: 'far', look: night, address: null,
  },
  schedule: {
    show: ({ scene }) => h(Schedule, { seconds: scene.secondsPerPage }), needs: 'competition', dial: 'rail', look: night, address: at('schedule'),
  },
};
