import type { WireRequest } from '../http/request';

const LOOPBACK_NAME = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Why a request may not steer the simulator, or undefined when it may. Only this machine may; and a page of
 * another site that is open in a browser on this machine may not, whatever name it gives to the address.
 */
export function refusalOf(
  { headers }: Pick<WireRequest, 'headers'>,
  remoteAddress: string | undefined,
): string | undefined {
  if (!/^(127\.|::1$|::ffff:127\.)/.test(remoteAddress ?? '')) {
    return 'The control path answers this machine only.';
  }
  const { host = '', origin } = headers;
  if (!LOOPBACK_NAME.test(host)) {
    return `The control path does not answer to the name "${host}"; use 127.0.0.1.`;
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return 'The control path does not answer pages of other sites.';
  }
  return undefined;
}
