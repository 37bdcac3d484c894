// The least that could do the tablet's job: Vue, SignalR, the judge's session as a list of codes.
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { createApp, h, ref } from 'vue';

const codes = ref<string[]>([]);
createApp({ render: () => h('ul', codes.value.map((code) => h('li', { key: code, class: 'ent' }, code))) }).mount('#app');

const hub = new HubConnectionBuilder().withUrl('/hub/scoring').configureLogging(LogLevel.None).build();
void hub.start()
  .then(() => hub.invoke<{ modules: { cards: { code: string }[] }[] }>('OpenSession'))
  .then((session) => { codes.value = session.modules.flatMap((m) => m.cards.map((c) => c.code)); });
