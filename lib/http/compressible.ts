import { ServerResponse } from 'node:http';

/**
 * Lets Next compress the JSON of handlers. It compresses answers by their content type, and sets that of a handler
 * as a list of one, which its compression does not recognise; the other way, an answer that a handler compressed
 * itself, loses its Content-Encoding. Event streams stay as they are.
 */
export function makeJSONCompressible() {
  const { setHeader } = ServerResponse.prototype;
  ServerResponse.prototype.setHeader = function (name, value) {
    return setHeader.call(
      this,
      name,
      name.toLowerCase() === 'content-type' ? soleJSON(value) : value,
    );
  };
}

function soleJSON(value: Parameters<ServerResponse['setHeader']>[1]) {
  if (typeof value !== 'object' || value.length !== 1) return value;
  const [sole = ''] = value;
  return /^application\/(problem\+)?json\b/.test(sole) ? sole : value;
}
