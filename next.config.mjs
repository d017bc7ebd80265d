/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The optimizer would fetch and resize pictures on request; Homeward has none to optimize.
  images: { unoptimized: true },
  // Native or file-reading packages, loaded from node_modules as they are.
  serverExternalPackages: ['libsql', 'kysely', 'pg', 'pino'],
};
