import { createHash, createHmac } from 'node:crypto';
import { credentials, region } from '../e2e/drs';
import { readAsJSON } from './read-json';

interface Page {
  items: { recoveryInstanceID: string }[];
  nextToken?: string;
}

const PATH = '/DescribeRecoveryInstances';

/**
 * Reads every recovery instance with nothing but `node:http` and `JSON.parse`, one page after the other on one
 * connection: DRS names a page only in the one before it. Resolves to their ids.
 */
export async function readRaw(url: string, maxResults: number): Promise<string[]> {
  const ids: string[] = [];
  let nextToken: string | undefined;
  do {
    const body = JSON.stringify({ filters: {}, maxResults, nextToken });
    const page = await readAsJSON<Page>(url + PATH, {
      headers: signed(new URL(url).host, body),
      body,
    });
    ids.push(...page.items.map(({ recoveryInstanceID }) => recoveryInstanceID));
    nextToken = page.nextToken;
  } while (nextToken);
  return ids;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signed(host: string, body: string): Record<string, string> {
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = [time.slice(0, 8), region, 'drs', 'aws4_request'];
  const headers = [`host:${host}`, `x-amz-date:${time}`, ''];
  const canonical = ['POST', PATH, '', ...headers, SIGNED_HEADERS, sha256(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  const parameters = [
    `Credential=${credentials.accessKeyId}/${scope.join('/')}`,
    `SignedHeaders=${SIGNED_HEADERS}`,
    `Signature=${hmac(key, text).toString('hex')}`,
  ];
  return {
    'Content-Type': 'application/json',
    'X-Amz-Date': time,
    Authorization: `AWS4-HMAC-SHA256 ${parameters.join(', ')}`,
  };
}

const SIGNED_HEADERS = 'host;x-amz-date';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();
