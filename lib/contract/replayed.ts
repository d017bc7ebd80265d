/** The header, with the value "true", of an answer to a launch that was given before, under the same Idempotency-Key. */
export const REPLAYED_HEADER = 'Idempotent-Replayed';
