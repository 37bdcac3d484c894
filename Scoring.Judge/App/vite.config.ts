import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// Served by Scoring.Judge under /judge/; a target in web/WebApp.targets runs this build.
export default defineConfig({
  base: '/judge/',
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  test: { setupFiles: ['tests/setup.ts'] },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
