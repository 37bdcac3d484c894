// Pages that are not needed at first: fetched as soon as the tablet has nothing better to do, so that a cut network never finds them missing.
import { defineAsyncComponent, ref, type Component } from 'vue';
import LaterPage from './frame/LaterPage.vue';

type Loader = () => Promise<{ default: Component }>;
const loaders: Loader[] = [];

function later(load: Loader) {
  loaders.push(load);
  return defineAsyncComponent({
    loader: load,
    delay: 400,
    loadingComponent: LaterPage,
    // Without a network: again and again until it is there.
    onError: (_, retry) => { setTimeout(retry, 1_000); },
  });
}

export const PairPage = later(() => import('./pairing/PairPage.vue'));
export const SheetPage = later(() => import('./scoring/SheetPage.vue'));
export const HandInPage = later(() => import('./handin/HandInPage.vue'));
export const ReceiptPage = later(() => import('./handin/ReceiptPage.vue'));
export const HandedPage = later(() => import('./handin/HandedPage.vue'));
export const WaitingPage = later(() => import('./waiting/WaitingPage.vue'));
export const VersionsPage = later(() => import('./waiting/VersionsPage.vue'));
export const CalibrationPage = later(() => import('./calibration/CalibrationPage.vue'));

export const DeskPage = later(() => import('./headjudge/DeskPage.vue'));
export const PanelPage = later(() => import('./headjudge/PanelPage.vue'));
export const ComparePage = later(() => import('./headjudge/ComparePage.vue'));
export const FloorPage = later(() => import('./floor/FloorPage.vue'));
export const ClerkPage = later(() => import('./clerk/ClerkPage.vue'));
export const MarksPage = later(() => import('./clerk/MarksPage.vue'));
export const PaperPage = later(() => import('./clerk/PaperPage.vue'));
export const CarryPage = later(() => import('./carry/CarryPage.vue'));

export const HintCard = later(() => import('./hints/HintCard.vue'));
/** Nothing is left to fetch. */
export const allHere = ref(false);

export function fetchLaterPages(): void {
  const fetchAll = async () => {
    const fetched = await Promise.allSettled(loaders.map((load) => load()));
    if (fetched.some((page) => page.status === 'rejected')) setTimeout(fetchLaterPages, 5_000);
    else allHere.value = true;
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void fetchAll(), { timeout: 500 }); else setTimeout(() => void fetchAll(), 300);
}
