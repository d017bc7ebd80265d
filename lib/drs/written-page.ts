import { isObject } from './is-object';

/** What of an HTTP response and of a client's settings the commands of the SDK read an answer with. */
interface Response {
  statusCode: number;
  body: unknown;
}

interface Serde {
  streamCollector: (stream: unknown) => Promise<Uint8Array>;
  utf8Encoder: (bytes: Uint8Array) => string;
}

type Deserialize = (response: Response, serde: Serde) => Promise<object>;

/** No token is longer; one that were would be found by parsing the page. */
const LONGEST_END = 10_000;

/** Within a text of JSON the quotes are escaped, so that this is a member of the outermost object. */
const TOKEN_AT_THE_END = /,"nextToken":("[^"\\]*")\}\s*$/;

/**
 * A page of a list as DRS has written it. The token of the next page is read off its end, so that the call for that one
 * leaves before this one is parsed. What is null is absent. Throws a SyntaxError when it is asked for what cannot be read,
 * so that a part never passes for the whole.
 */
class WrittenPage {
  readonly $metadata = { httpStatusCode: 200 };
  readonly #text: string;
  #parsed: { nextToken?: unknown; items?: unknown } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get nextToken(): string | undefined {
    const [, written] = TOKEN_AT_THE_END.exec(this.#text.slice(-LONGEST_END)) ?? [];
    // Parsed, and so copied: a part of the text would keep the whole of it.
    const token: unknown = written ? JSON.parse(written) : this.#parse().nextToken;
    if (token === undefined || token === null) return undefined;
    if (typeof token === 'string') return token;
    throw new SyntaxError('The token of the next page is no text.');
  }

  get items(): object[] {
    const items = this.#parse().items ?? [];
    if (!Array.isArray(items)) throw new SyntaxError('The items of the answer are no list.');
    const present = items.filter((item) => item !== null);
    if (present.every(isObject)) return present;
    throw new SyntaxError('An item of the answer is no object.');
  }

  #parse() {
    this.#parsed ??= parseObject(this.#text);
    return this.#parsed;
  }
}

function parseObject(text: string): object {
  const value: unknown = JSON.parse(text);
  if (isObject(value)) return value;
  throw new SyntaxError('The answer is no object.');
}

/**
 * Has the answer to a command that lists something come as a page that is parsed when it is looked at, and as it was
 * parsed. The SDK itself copies it once more, member by member, to leave out what is null, which takes longer than the
 * parsing. Failures are read as ever, and so is everything should the SDK come to read its answers in another way.
 */
export function asWritten<Command extends object>(command: Command): Command {
  const own = command as { deserialize?: Deserialize };
  const { deserialize } = own;
  if (!deserialize) return command;
  own.deserialize = async (response, serde) => {
    if (response.statusCode !== 200) return deserialize(response, serde);
    return new WrittenPage(serde.utf8Encoder(await serde.streamCollector(response.body)));
  };
  return command;
}
