import vue from '@vitejs/plugin-vue';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { oldBrowsers } from '../../web/oldBrowsers.js';
import { shipped } from '../../web/shipped.js';
import { targets } from '../../web/targets.js';

// Served by Scoring.Judge under /judge/; a target in web/WebApp.targets runs this build.
export default defineConfig({
  base: '/judge/',
  plugins: [
    vue(),
    oldBrowsers(), shipped(),
    // The offline shell over https. src/connection/appUpdate.ts registers it and says when a new version may take over.
    VitePWA({
      injectRegister: null,
      registerType: 'prompt',
      filename: 'sw.js',
      manifest: {
        name: '技能大赛评分', short_name: '评分', lang: 'zh-CN', start_url: '/judge/', scope: '/judge/', display: 'standalone',
        background_color: '#f6f7f9', theme_color: '#ffffff',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg}'],
        navigateFallback: '/judge/index.html',
        navigateFallbackDenylist: [/^\/judge\/api/],
        clientsClaim: true,
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  test: { setupFiles: ['tests/setup.ts'] },
  build: { outDir: 'dist', emptyOutDir: true, target: targets, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
