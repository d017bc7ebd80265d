const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Elements by name; a member that is undefined is left out. */
export interface Elements {
  [name: string]: string | number | Elements | undefined;
}

export function resultXML(action: string, result: Elements, requestID: string): string {
  return `<${action}Response xmlns="${NAMESPACE}">${write({
    [`${action}Result`]: result,
    ResponseMetadata: { RequestId: requestID },
  })}</${action}Response>`;
}

export function errorXML(
  { status, type, message }: { status: number; type: string; message: string },
  requestID: string,
): string {
  return `<ErrorResponse xmlns="${NAMESPACE}">${write({
    Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: type, Message: message },
    RequestId: requestID,
  })}</ErrorResponse>`;
}

function write(elements: Elements): string {
  return Object.entries(elements)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const content = typeof value === 'object' ? write(value) : escape(String(value));
      return `<${name}>${content}</${name}>`;
    })
    .join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
