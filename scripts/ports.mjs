import net from 'node:net';

/** The first port from `first` on that nothing listens on at 127.0.0.1. */
export async function freePort(first) {
  for (let port = first; port < first + 200; port += 1) {
    if (await canListen(port)) return port;
  }
  throw new Error(`No free port between ${first} and ${first + 199}.`);
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
