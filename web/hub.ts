// A hub by its contract: methods go by their names there, so that one that is not in it, or is given something else, does not compile.
import type { HubConnection } from '@microsoft/signalr';

type Asked<F> = F extends (...asked: infer A) => unknown ? A : never;
type Answered<F> = F extends (...asked: never[]) => infer R ? R : never;
export type Method<Hub> = keyof Hub & string;
/** What a method is given and what it answers. */
export type Ask<Hub, M extends Method<Hub>> = Asked<Hub[M]>;
export type Answer<Hub, M extends Method<Hub>> = Awaited<Answered<Hub[M]>>;

/** A connection that speaks one contract. */
export type Speaks<Hub, Client> = Omit<HubConnection, 'invoke' | 'send' | 'stream' | 'on' | 'off'> & {
  invoke<M extends Method<Hub>>(method: M, ...asked: Ask<Hub, M>): Promise<Answer<Hub, M>>;
  on<M extends Method<Client>>(method: M, told: Client[M]): void;
};

/** Names of a contract's methods: `namesOf<DisplayHub>().Watch`. */
export const namesOf = <Contract>() => new Proxy({}, { get: (_, name) => name }) as { readonly [M in Method<Contract>]: M };
