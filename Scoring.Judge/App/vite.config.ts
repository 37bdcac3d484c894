import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Served by Scoring.Judge under /judge/; a target in web/WebApp.targets runs this build.
export default defineConfig({
  base: '/judge/',
  plugins: [vue()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
});
