import { refusal } from '@/lib/contract/problem-error';

/** The key under which a caller may repeat a request without repeating its effect. */
export function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get('idempotency-key')?.trim() ?? '';
  if (key.length >= 1 && key.length <= 255) return key;
  throw refusal({
    status: 400,
    code: 'idempotency-key-missing',
    title: 'The request needs an Idempotency-Key',
    detail:
      'Send an Idempotency-Key header of 1 to 255 characters that names this launch, such as a change number. Repeating the request with it repeats nothing.',
  });
}
