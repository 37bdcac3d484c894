import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { oldBrowsers } from '../../web/oldBrowsers.js';
import { shipped } from '../../web/shipped.js';
import { targets } from '../../web/targets.js';

// Served by Scoring.Display under /display/; a target in web/WebApp.targets runs this build.
export default defineConfig({
  base: '/display/',
  plugins: [vue(), oldBrowsers(), shipped()],
  build: { outDir: 'dist', emptyOutDir: true, target: targets, assetsInlineLimit: 0 },
});
