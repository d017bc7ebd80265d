/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The optimizer would fetch and resize pictures on request; Homeward has none to optimize.
  images: { unoptimized: true },
  experimental: {
    // The fleet comes first, in few large files: they compress better, and each is a request less.
    turbopackChunking: {
      priorityRoutes: [/^\/$/],
      minChunkSize: 200_000,
      maxMergeChunkSize: 400_000,
    },
  },
  // Native or file-reading packages, loaded from node_modules as they are.
  serverExternalPackages: ['libsql', 'kysely', 'pg', 'pino'],
};
