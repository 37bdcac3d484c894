import { createApp } from 'vue';
import App from './App.vue';
import { fetchLaterPages } from './laterPages';
import { startTablet } from './tablet';
import './style/base.css';
import './style/parts.css';
import './style/entrants.css';

createApp(App).mount('#app');
void startTablet().finally(fetchLaterPages);
