/** Next calls this once when the server starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { makeJSONCompressible } = await import('@/lib/http/compressible');
  const { start } = await import('@/lib/services');
  makeJSONCompressible();
  try {
    start();
  } catch (error) {
    // Next would go on and answer every request with a 500; wrong settings are told once, and whole.
    process.stderr.write(`homeward: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
