import net from 'node:net';

/** The first port from `first` on that nothing listens on at 127.0.0.1. */
export async function freePort(first) {
  for (let port = first; port < first + 200; port += 1) {
    if (await canListen(port)) return port;
  }
  throw new Error(`No free port between ${first} and ${first + 199}.`);
}

/**
 * A port for a server that is stopped and started again: one of those that no outgoing connection is given meanwhile,
 * which begin at 32,768 on Linux and higher elsewhere, and none that browsers refuse.
 */
export function portToReturnTo() {
  return freePort(11_000 + Math.floor(Math.random() * 20_000));
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
