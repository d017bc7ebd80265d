import type { WireRequest } from '../http/request';

// The AWS Query protocol, which STS speaks: parameters as a form, answers as XML.
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html

/** The parameters of a Query request; undefined when the request is none. */
export function queryOf({
  rawPath,
  headers,
  body,
}: Pick<WireRequest, 'rawPath' | 'headers' | 'body'>): URLSearchParams | undefined {
  const isForm = /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
  return rawPath === '/' && isForm ? new URLSearchParams(body.toString('utf8')) : undefined;
}

/** The members of a list, which the protocol numbers: Tags.member.1.Key, Tags.member.1.Value. */
export function membersOf(query: URLSearchParams, list: string): Record<string, string>[] {
  const members = new Map<string, Record<string, string>>();
  for (const [name, value] of query) {
    const [first, member, index, key = ''] = name.split('.');
    if (first !== list || member !== 'member' || index === undefined) continue;
    members.set(index, { ...members.get(index), [key]: value });
  }
  return [...members]
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([, item]) => item);
}
