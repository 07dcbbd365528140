import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** Says nothing about us: a library's comment that Rollup cannot use, and routes that need no script. */
const QUIET = new Set(['INVALID_ANNOTATION', 'EMPTY_BUNDLE'])

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: {
    target: 'es2022',
    cssMinify: true,
    rollupOptions: { onwarn: (warning, warn) => (QUIET.has(warning.code ?? '') ? undefined : warn(warning)) },
  },
})
