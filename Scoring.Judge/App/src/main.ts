import '@scoring/web/standIns';
import { createApp } from 'vue';
import App from './App.vue';
import { contact } from './session/contact';
import { session } from './session/session';
import { fetchLaterPages } from './laterPages';
import { afterPaint } from './outbox/afterPaint';
import { scannedCode } from './route/router';
import { startTablet } from './connection/tablet';
import { until } from './connection/until';
import './style/base.css';
import './style/parts.css';
import './style/entrants.css';

// The page comes with the frame of the list in it; it is drawn over once, when there is something to show.
if (!document.documentElement.hasAttribute('data-refused')) {
  void until(() => session.value !== null || contact.state !== 'connecting' || scannedCode.value !== null).then(() => createApp(App).mount('#app'));
  void startTablet().then(afterPaint).finally(fetchLaterPages);
}
