// One command to the server, made once: a second tap or a lost answer sends the same id and gets the same receipt.
import { ref } from 'vue';
import { contact } from '../connection/contact';
import { call } from '../connection/hub';
import { newSubmissionId } from '../outbox/submissionId';
import { words } from './live';
import { texts } from './texts';
import type { CommandAnswer } from './wire';

const patience = 20_000;

export function useCommand() {
  const busy = ref(false);
  const problem = ref('');
  let id = '', sent = '';

  /** True: it is in the ledger. */
  async function carry(method: string, command: object): Promise<boolean> {
    if (busy.value) return false;
    if (contact.state !== 'online') { problem.value = texts.offline; return false; }
    const what = method + JSON.stringify(command);
    if (what !== sent) { id = newSubmissionId(); sent = what; }
    busy.value = true;
    problem.value = '';
    try {
      const answer = await call<CommandAnswer>(patience, method, { id, ...command });
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
