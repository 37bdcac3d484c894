import { defineConfig } from 'vite';

export default defineConfig({
  base: '/judge/bare/',
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  build: { target: 'es2022', emptyOutDir: true, modulePreload: { polyfill: false } },
});
