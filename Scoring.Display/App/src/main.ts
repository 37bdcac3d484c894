import { createApp } from 'vue';
import '@scoring/web/tokens.css';
import './hall.css';
import App from './App.vue';

createApp(App).mount('#app');
