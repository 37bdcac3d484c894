import '@scoring/web/standIns';
import { createApp } from 'vue';
import '@scoring/web/tokens.css';
import './hall.css';
import App from './App.vue';

void import('./fonts'); // after the first picture: what the machine has serves until then
if (!document.documentElement.hasAttribute('data-refused')) createApp(App).mount('#app');
