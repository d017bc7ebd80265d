import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../errors';

/** What the headers of a signed request say about its signature. */
export interface Authorization {
  accessKeyID: string;
  /** The scope of the credential. */
  day: string;
  region: string;
  service: string;
  terminator: string;
  signedHeaders: string[];
  signature: string;
  /** As in X-Amz-Date: 20261124T040000Z. */
  timestamp: string;
}

/** Reads the signature of a request. Throws the errors that AWS has for none and for half of one. */
export function readAuthorization(headers: IncomingHttpHeaders): Authorization {
  const { authorization } = headers;
  if (!authorization) {
    throw new AwsError(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const parameter = (name: string) =>
    new RegExp(`[\\s,]${name}=([^,\\s]+)`).exec(authorization)?.[1] ?? '';
  const credential = parameter('Credential').split('/');
  const signedHeaders = parameter('SignedHeaders');
  const signature = parameter('Signature');
  const timestamp = String(headers['x-amz-date'] ?? '');
  const faults = [
    !authorization.startsWith('AWS4-HMAC-SHA256 ') &&
      "Authorization header requires the algorithm 'AWS4-HMAC-SHA256'.",
    credential.length < 5 && "Authorization header requires 'Credential' parameter.",
    !/^[0-9a-f]{64}$/.test(signature) && "Authorization header requires 'Signature' parameter.",
    !signedHeaders && "Authorization header requires 'SignedHeaders' parameter.",
    !/^\d{8}T\d{6}Z$/.test(timestamp) &&
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  ].filter((fault) => fault !== false);
  if (faults.length > 0) {
    throw new AwsError(400, 'IncompleteSignatureException', faults.join(' '));
  }
  const [day = '', region = '', service = '', terminator = ''] = credential.slice(-4);
  return {
    // A key may hold slashes; the scope is what follows the last of them.
    accessKeyID: credential.slice(0, -4).join('/'),
    day,
    region,
    service,
    terminator,
    signedHeaders: signedHeaders.split(';'),
    signature,
    timestamp,
  };
}
