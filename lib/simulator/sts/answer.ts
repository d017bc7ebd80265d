import type { Answer } from '../answer';
import { DrsError } from '../errors';
import { errorXML } from './xml';

/** STS has names of its own for the errors that every service has. */
const NAMES: Record<string, string> = {
  AccessDeniedException: 'AccessDenied',
  ExpiredTokenException: 'ExpiredToken',
  IncompleteSignatureException: 'IncompleteSignature',
  InternalServerException: 'InternalFailure',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  ThrottlingException: 'Throttling',
  UnrecognizedClientException: 'InvalidClientTokenId',
};

export const stsAnswer = (body: string, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'text/xml' },
  body,
});

export const stsError =
  (requestID: string) =>
  ({ status, type, message }: DrsError): Answer =>
    stsAnswer(errorXML({ status, type: NAMES[type] ?? type, message }, requestID), status);

export const unknownAction = (action: string) =>
  new DrsError(
    400,
    'InvalidAction',
    `Could not find operation ${action || '(none)'} for version 2011-06-15`,
  );
