import { createApp } from 'vue';
import '@scoring/web/tokens.css';
import './hall.css';
import App from './App.vue';

void import('./fonts'); // after the first picture: what the machine has serves until then
createApp(App).mount('#app');
