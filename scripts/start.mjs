// Runs the built console in this very process, so that a signal reaches it and nothing is left listening.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { root, stop } from './setup/checkout.mjs';

await access(path.join(root, '.next', 'BUILD_ID')).catch(() =>
  stop('The console is not built yet. Run "npm run build" first.'),
);
if (!process.env.AWS_REGION && !process.env.HOMEWARD_TARGETS_FILE) {
  stop(
    'Set AWS_REGION to the Region whose recovery instances are to fail back, such as eu-west-1, or HOMEWARD_TARGETS_FILE to a file of several targets.',
  );
}

process.env.NEXT_TELEMETRY_DISABLED = '1';
const host = process.env.HOST || '127.0.0.1';
const port = process.env.PORT || '3000';
process.argv = [process.argv[0], 'next', 'start', root, '-H', host, '-p', port];
await import('next/dist/bin/next');
