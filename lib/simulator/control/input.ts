import { type ZodType, z } from 'zod';
import type { WireRequest } from '../http/request';
import { ControlError } from './control-error';

/** The body of a command, held to its schema; refused with every reason. */
export function inputOf<Input>({ body }: WireRequest, schema: ZodType<Input>): Input {
  const result = schema.safeParse(parse(body));
  if (result.success) return result.data;
  throw new ControlError(400, z.prettifyError(result.error));
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new ControlError(400, 'The body is not JSON.');
  }
}
