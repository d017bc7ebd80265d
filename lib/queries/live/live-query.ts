import { replaceEqualDeep } from '@tanstack/react-query';

/** An answer of the API that says how new it is. */
export interface Sequenced {
  sequence: number;
}

/** How a query that keeps something else than the answer makes it of the answer, and finds the answer again. */
export interface Form<Answer extends Sequenced, Data> {
  toData: (answer: Answer, before: Data | undefined) => Data;
  toAnswer: (data: Data) => Answer;
}

/** What the stream must know of a query that it keeps up to date. */
export interface LiveMeta {
  /** The address whose answer the query holds. */
  address: string;
  form: Form<Sequenced, unknown>;
}

const AS_ANSWERED: Form<Sequenced, unknown> = {
  toData: (answer) => answer,
  toAnswer: (data) => data as Sequenced,
};

/**
 * Options of a query whose answer the stream of events keeps up to date as long as something shows it. Whoever
 * writes to it, the stream, a refetch or a mutation, the newer answer wins.
 */
export function live<Answer extends Sequenced = Sequenced, Data = Answer>(
  address: string,
  form?: Form<Answer, Data>,
) {
  const known = (form ?? AS_ANSWERED) as Form<Sequenced, unknown>;
  const meta: LiveMeta = { address, form: known };
  return {
    meta: { live: meta },
    structuralSharing: (before: unknown, after: unknown) =>
      isNewer(known, before, after) ? share(form, before, after) : before,
    // The stream tells what changed while nobody looked.
    refetchOnWindowFocus: false,
  };
}

/** A form of its own shares what it can by itself. */
const share = (form: unknown, before: unknown, after: unknown) =>
  form ? after : replaceEqualDeep(before, after);

function isNewer({ toAnswer }: Form<Sequenced, unknown>, before: unknown, after: unknown) {
  return before === undefined || toAnswer(after).sequence >= toAnswer(before).sequence;
}
