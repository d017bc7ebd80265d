// A server loads this before anything else. A message sets by how many milliseconds its clock is wrong.
const RealDate = Date;
let offset = 0;

process.on('message', (message) => {
  offset = message.clockOffset;
});
process.channel?.unref();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, self) =>
    Reflect.construct(target, words.length === 0 ? [target.now() + offset] : words, self),
  apply: (target) => new target(target.now() + offset).toString(),
  get: (target, name) => (name === 'now' ? () => target.now() + offset : Reflect.get(target, name)),
});
