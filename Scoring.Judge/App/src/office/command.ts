// One command to the server, made once: a second tap or a lost answer sends the same id and gets the same receipt.
import type { Answer, Ask, Method } from '@scoring/web/hub';
import type { CommandAnswer } from '@scoring/web/wire';
import { ref } from 'vue';
import { call, type TabletHub } from '../connection/hub';
import { newSubmissionId } from '../outbox/submissionId';
import { contact } from '../session/contact';
import { words } from './live';
import { texts } from './texts';

const patience = 20_000;

/** What changes something: it is given an id and answers with a receipt. */
export type Command = { [M in Method<TabletHub>]: Answer<TabletHub, M> extends CommandAnswer ? M : never }[Method<TabletHub>];

export function useCommand() {
  const busy = ref(false);
  const problem = ref('');
  let id = '', sent = '';

  /** True: it is in the ledger. */
  async function carry<M extends Command>(method: M, command: Omit<Ask<TabletHub, M>[0], 'id'>): Promise<boolean> {
    if (busy.value) return false;
    if (contact.state !== 'online') { problem.value = texts.offline; return false; }
    const what = method + JSON.stringify(command);
    if (what !== sent) { id = newSubmissionId(); sent = what; }
    busy.value = true;
    problem.value = '';
    try {
      const answer = await call(patience, method, ...([{ id, ...command }] as Ask<TabletHub, M>));
      if (answer.outcome === 'accepted') { sent = ''; return true; }
      problem.value = answer.message ?? texts.failed;
      return false;
    } catch (error) {
      problem.value = words(error) || texts.noAnswer;
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, carry };
}

/** What was done last, for a while. */
export const said = ref('');
let hiding: ReturnType<typeof setTimeout> | undefined;

export function sayDone(text: string): void {
  said.value = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => { said.value = ''; }, 10_000);
}
