// The floor of the event stream: a bare server that writes the time to everybody every three seconds.
import http from 'node:http';

const INTERVAL = 3_000;
const open = new Set<http.ServerResponse>();

http
  .createServer((request, response) => {
    if (request.url !== '/events') {
      response.end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    open.add(response);
    response.on('close', () => open.delete(response));
  })
  .listen(Number(process.argv[2]), '127.0.0.1');

setInterval(() => {
  const answer = { asOf: new Date().toISOString() };
  const event = { kind: 'snapshot', topic: 'bare', sequence: Date.now(), answer };
  for (const response of open) response.write(`data: ${JSON.stringify(event)}\n\n`);
}, INTERVAL);
