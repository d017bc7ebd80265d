import type { Answer } from '../http/answer';
import { AwsError } from '../errors';
import { errorXML } from './xml';

/**
 * STS has names of its own for the errors that every service has, and refuses too many calls with 400.
 * https://repost.aws/knowledge-center/iam-sts-throttling-error
 */
const OWN: Record<string, { type: string; status?: number }> = {
  AccessDeniedException: { type: 'AccessDenied' },
  ExpiredTokenException: { type: 'ExpiredToken' },
  IncompleteSignatureException: { type: 'IncompleteSignature' },
  InternalServerException: { type: 'InternalFailure' },
  InvalidSignatureException: { type: 'SignatureDoesNotMatch' },
  MissingAuthenticationTokenException: { type: 'MissingAuthenticationToken' },
  ThrottlingException: { type: 'Throttling', status: 400 },
  UnrecognizedClientException: { type: 'InvalidClientTokenId' },
};

export const stsAnswer = (body: string, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'text/xml' },
  body,
});

export const stsError =
  (requestID: string) =>
  ({ status, type, message }: AwsError): Answer => {
    const error = { status, type, message, ...OWN[type] };
    return stsAnswer(errorXML(error, requestID), error.status);
  };

export const unknownAction = (action: string) =>
  new AwsError(
    400,
    'InvalidAction',
    `Could not find operation ${action || '(none)'} for version 2011-06-15`,
  );
