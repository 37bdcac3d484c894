// Sends what waits, oldest first, each at its own pace: an entry that fails waits longer, the others go on.
import { database, type Post } from './database';
import { isMine, posts, settle, type Sender } from './outbox';

const firstPause = 1_000, longestPause = 30_000;

export class Delivery {
  private readonly due = new Map<string, number>();
  private readonly pauses = new Map<string, number>();
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly sender: Sender, private readonly now: () => number = Date.now) {}

  /** Starts a round unless one is under way; resolves when nothing more can be sent now. */
  kick(): Promise<void> {
    this.running ??= this.round().finally(() => { this.running = null; this.plan(); });
    return this.running;
  }

  /** After a reconnect, or at the judge's word: nobody waits out a pause. */
  kickAll(): Promise<void> {
    this.due.clear();
    this.pauses.clear();
    return this.kick();
  }

  private waiting(): Post[] {
    const owner = this.sender.owner();
    return [...posts.values()].filter((p) => p.state === 'waiting' && isMine(p, owner)).sort((a, b) => a.handedAt - b.handedAt);
  }

  private async round(): Promise<void> {
    for (;;) {
      const next = this.waiting().find((p) => (this.due.get(p.id) ?? 0) <= this.now());
      if (!next || !this.sender.online()) return;
      await this.deliver(next);
    }
  }

  private async deliver(entry: Post): Promise<void> {
    // Another tab may have had its receipt meanwhile. If both send, the id makes it one entry all the same.
    if (!entry.unstored && !(await (await database()).get('outbox', entry.id))) { posts.delete(entry.id); return; }
    try {
      const answer = await this.sender.send(entry.submission);
      if (answer.outcome === 'retry' || (answer.outcome === 'accepted' && !answer.receipt)) this.putOff(entry.id);
      await settle(entry, answer);
      if (answer.card) this.sender.card(answer.card);
    } catch {
      this.putOff(entry.id);
      const current = posts.get(entry.id);
      if (current) posts.set(entry.id, { ...current, tries: current.tries + 1 });
    }
  }

  private putOff(id: string): void {
    const pause = Math.min(longestPause, (this.pauses.get(id) ?? firstPause / 2) * 2);
    this.pauses.set(id, pause);
    this.due.set(id, this.now() + pause * (0.8 + Math.random() * 0.4));
  }

  private plan(): void {
    clearTimeout(this.timer);
    const times = this.waiting().map((p) => this.due.get(p.id) ?? 0);
    if (times.length === 0 || !this.sender.online()) return;
    this.timer = setTimeout(() => void this.kick(), Math.max(50, Math.min(...times) - this.now()));
  }
}
